#include "ui/pages/errors/people_pane.h"

#include <cmath>

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/data/corrected_labels.h"
#include "core/metrics/class_analysis.h"
#include "core/review/selected_rows.h"
#include "ui/pages/errors/case_parts.h"
#include "ui/session/selection_desk.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/visible_text.h"

namespace reckoner {
namespace {

using parts::px;

constexpr int kPadding = 16;
constexpr std::size_t kMostRows = 60;  // of one table; the command line lists them all

// What is worked on, taken on the UI thread.
struct Question {
    SelectedRowsPtr selected;
    SampleFactsPtr facts;
    RunAnalysisPtr run;        // one class against the rest; null: several classes
    ClassAnalysisPtr classes;  // every answer trusted
    double threshold = 0;
    Vocabulary words;
};

LabelCorrections correctionsOf(const SampleFacts& facts) {
    LabelCorrections corrections;
    for (const LabelFact& fact : facts.corrections())
        corrections[fact.sampleId] = fact.label;
    return corrections;
}

std::uint64_t among(const std::vector<RowIndex>& corrected, const RowSet& rows) {
    std::uint64_t found = 0;
    auto next = corrected.begin();
    rows.forEach([&](RowIndex row) {
        while (next != corrected.end() && *next < row)
            ++next;
        if (next != corrected.end() && *next == row) ++found;
    });
    return found;
}

FigureTable bothFigures(const Question& ask, const EvalTablePtr& corrected, const TaskContext& context) {
    if (!ask.run) {
        const auto after =
            analyseClasses(corrected, ask.classes->where, ask.classes->costs, context,
                           OutcomeContext{{}, {}, ask.selected->outcome().confidence, ask.facts});
        return correctedFigures(ask.classes->everything, after->everything);
    }
    AnalysisRequest request = ask.run->request;
    request.table = corrected;
    request.groupBy.clear();
    return correctedFigures(*ask.run, *analyse(request, context), ask.threshold, ask.words);
}

PlainLabel* cell(const QString& text, int size, QFont::Weight weight, QColor Tokens::*tone, QWidget* parent) {
    auto* label = new PlainLabel(text, parent);
    dress(label, size, weight, tone);
    return label;
}

QWidget* tableOf(const FigureTable& figures, QWidget* parent) {
    auto* table = new QWidget(parent);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(cell(visibleLine(figures.title), 12, QFont::DemiBold, &Tokens::ink, table), 0, 0);
    for (std::size_t i = 0; i < figures.head.size(); ++i)
        grid->addWidget(cell(qt(figures.head[i]), 12, QFont::Normal, &Tokens::ink3, table), 0,
                        static_cast<int>(i) + 1, Qt::AlignRight);
    int line = 1;
    for (const FigureTable::Row& row : figures.rows) {
        auto* name = cell(visibleLine(row.name), 14, QFont::Normal, &Tokens::ink2, table);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setPlainToolTip(name, name->text());
        grid->addWidget(name, line, 0);
        QString read = name->text();
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            grid->addWidget(cell(qt(row.figures[i]), 14, QFont::Normal, &Tokens::ink, table), line,
                            static_cast<int>(i) + 1, Qt::AlignRight);
            read += QStringLiteral(", %1 %2").arg(qt(figures.head[i]), qt(row.figures[i]));
        }
        name->setAccessibleDescription(read);
        ++line;
    }
    if (figures.left > 0)
        grid->addWidget(
            cell(QObject::tr("and %1 more").arg(figures.left), 12, QFont::Normal, &Tokens::ink3, table), line,
            0);
    return table;
}

}  // namespace

PeoplePane::PeoplePane(ReviewSession& session, QWidget* parent)
    : QWidget(parent), session_(session), task_(session.executor()), scroll_(new QScrollArea(this)) {
    setObjectName(QStringLiteral("peoplePane"));
    setAccessibleName(tr("People"));
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

PeoplePane::~PeoplePane() = default;

void PeoplePane::refresh(Aspects aspects) {
    const Aspects mine =
        Aspects(Aspect::Store) | Aspect::Run | Aspect::Notes | Aspect::Threshold | Aspect::Options;
    if (aspects & mine) load();
}

void PeoplePane::load() {
    SelectionDesk& desk = SelectionDesk::of(session_);
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    Question ask;
    ask.selected = desk.rows();
    ask.facts = desk.outcome().facts;
    ask.words = session_.words();
    ask.threshold = session_.threshold();
    if (run->request.table->info().task == Task::Multiclass)
        ask.classes = desk.classes();
    else
        ask.run = desk.run();
    // Not there yet: whoever works them out says so.
    if (!ask.selected || !ask.facts || (!ask.classes && !ask.run)) return;
    if (ask.run && std::isnan(ask.threshold)) return;
    task_.start(
        [ask](const TaskContext& context) {
            Found found;
            const EvalTablePtr& table = ask.selected->table();
            const RowSet& rows = ask.selected->rows(context);
            const CorrectedTable corrected = withCorrections(table, correctionsOf(*ask.facts), context);
            const std::uint64_t n = among(corrected.rows, rows);
            found.corrections = correctionsAbout(n, rows.size(), ask.words);
            if (n > 0) found.corrected.push_back(bothFigures(ask, corrected.table, context));
            OverrideRequest request{table, rows, {}, ask.threshold, {}};
            if (ask.run) request.positive = ask.run->rows.positive;
            const OverrideAgreement agreement = overrideAgreement(request, context);
            found.overrides = overridesAbout(agreement, ask.words);
            found.agreement = agreementFigures(agreement, kMostRows);
            return std::any(found);
        },
        [this](const std::any& result) { display(std::any_cast<const Found&>(result)); },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void PeoplePane::addSection(const QString& title, const char* name, const std::string& about,
                            const std::vector<FigureTable>& tables) {
    column_->addWidget(cell(title, 14, QFont::DemiBold, &Tokens::ink, body_));
    auto* text = cell(visibleLine(about), 12, QFont::Normal, &Tokens::ink3, body_);
    text->setObjectName(QLatin1String(name));
    text->setWordWrap(true);
    column_->addWidget(text);
    for (const FigureTable& table : tables)
        column_->addWidget(tableOf(table, body_));
    column_->addSpacing(px(16));
}

void PeoplePane::display(const Found& found) {
    auto* fresh = new QWidget;
    body_ = fresh;
    column_ = new QVBoxLayout(fresh);
    column_->setContentsMargins(px(kPadding), px(8), px(kPadding), px(16));
    column_->setSpacing(px(8));
    addSection(tr("Labels found wrong"), "correctionsAbout", found.corrections, found.corrected);
    addSection(tr("Decided by people"), "overridesAbout", found.overrides, found.agreement);
    column_->addStretch(1);
    scroll_->setWidget(fresh);  // the old one goes
}

void PeoplePane::resizeEvent(QResizeEvent*) {
    scroll_->setGeometry(rect());
}

}  // namespace reckoner

#include "moc_people_pane.cpp"
