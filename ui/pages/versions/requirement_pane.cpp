#include "ui/pages/versions/requirement_pane.h"

#include <cmath>

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/metrics/segment_board.h"
#include "core/store/requirement_book.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"
#include "ui/pages/versions/reason_form.h"
#include "ui/pages/versions/requirement_form.h"
#include "ui/pages/versions/state_mark.h"
#include "ui/pages/versions/version_sides.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/promote.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;

void emptyOut(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->layout()) emptyOut(item->layout());
        delete item->widget();
        delete item;
    }
}

PlainLabel* label(const QString& text, int pixels, QFont::Weight weight, QColor Tokens::*tone,
                  QWidget* parent) {
    auto* made = new PlainLabel(text, parent);
    dress(made, pixels, weight, tone);
    made->setWordWrap(true);
    return made;
}

// What a row says under the requirement itself.
QString standing(const RequirementResult& result) {
    const std::string_view state = result.judged() ? title(result.state) : std::string_view("not known");
    std::string text = capitalised(std::string(state)) + ": " + resultText(result);
    for (const std::string& more : {neededText(result), waiverText(result)})
        if (!more.empty()) text += ". " + capitalised(more);
    if (text.back() != '.') text += ".";
    return qt(text);
}

QString origin(const Requirement& requirement) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    };
    add(requirement.because.empty() ? std::string() : "because " + requirement.because);
    add(requirement.owner);
    add("written " + dateName(requirement.createdAt) + " by " + requirement.who);
    return qt(text);
}

}  // namespace

RequirementPane::RequirementPane(ReviewSession& session, RequirementDesk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      headline_(new ToneLabel(28, 2, this)),
      summary_(new PlainLabel({}, this)),
      write_(new QPushButton(tr("Write a requirement..."), this)),
      area_(new QScrollArea(this)),
      sheet_(new QWidget(area_)),
      column_(new QVBoxLayout(sheet_)),
      rows_(new QVBoxLayout) {
    setObjectName(QStringLiteral("requirementPane"));
    headline_->setObjectName(QStringLiteral("requirementHeadline"));
    summary_->setObjectName(QStringLiteral("requirementSummary"));
    write_->setObjectName(QStringLiteral("requirementWrite"));
    write_->setAccessibleName(write_->text());
    dress(summary_, 14, QFont::Normal, &Tokens::ink2);
    column_->setContentsMargins(0, 0, scaled(kPadding), scaled(16));
    column_->addLayout(rows_);
    column_->addStretch(1);
    rows_->setSpacing(scaled(4));
    area_->setWidget(sheet_);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    connect(write_, &QPushButton::clicked, this, [this] { openWriteForm({}); });
    connect(&desk_, &RequirementDesk::changed, this, &RequirementPane::showResults);
    connect(&Theme::instance(), &Theme::changed, this, &RequirementPane::place);
}

std::vector<QWidget*> RequirementPane::actions() const {
    return {write_};
}

void RequirementPane::refresh(Aspects aspects) {
    if (aspects & Aspects(Aspect::Store)) desk_.forget();
    desk_.refresh();
    showResults();
    // Another page asked for one: the form stands open with its samples.
    const std::string draft = versions::option(session_.state(), kDraftCohort);
    if (draft.empty() || (form_ && draft == draft_)) return;
    draft_ = draft;
    openWriteForm(draft);
}

void RequirementPane::showResults() {
    emptyOut(rows_);
    const auto& result = desk_.result();
    const auto row = session_.runRow();
    if (!result) {
        headline_->setWords({{desk_.failure().isEmpty() ? tr("Judging the run...") : desk_.failure()}});
        summary_->setText({});
        place();
        return;
    }
    if (result->results.empty()) {
        headline_->setWords({{tr("No requirement is written for this model yet.")}});
        summary_->setText(
            tr("Write down what is good enough before the next version asks: nobody notices 1.7 points "
               "that nobody asked for."));
        place();
        return;
    }
    // The verdict's word in bold, what it rests on beside it.
    const QString verdict = qt(gateVerdictText(*result));
    const auto word = std::max<qsizetype>(0, verdict.indexOf(QLatin1Char(':')));
    headline_->setWords({{row ? qt(versionName(row->info.version)) + QStringLiteral(": ") : QString()},
                         {verdict.left(word), &Tokens::ink, QFont::DemiBold},
                         {verdict.mid(word)}});
    QString where = tr("On %1.").arg(qt(result->evalSet));
    if (!std::isnan(countedFrom(result->point))) {
        const QString said = policyPoint(session_) ? tr("On %1, at its policy in force: %2.")
                                                   : tr("On %1, at %2: no policy yet.");
        where = said.arg(qt(result->evalSet), qt(cutoffsText(result->point)));
    }
    summary_->setText((where + QLatin1Char(' ') + qt(gateLeftOutText(*result))).trimmed());
    for (const RequirementResult& one : result->results)
        addRow(one);
    place();
}

void RequirementPane::addRow(const RequirementResult& result) {
    auto* row = new QWidget(sheet_);
    row->setObjectName(QStringLiteral("requirementRow"));
    row->setAccessibleName(qt(requirementText(result.requirement())));
    row->setAccessibleDescription(standing(result));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, scaled(8), 0, scaled(8));
    line->setSpacing(scaled(12));
    line->addWidget(new StateMark(result.state, result.judged(), row), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(scaled(2));
    const bool failed = result.state == RequirementState::Failed;
    texts->addWidget(
        label(qt(requirementText(result.requirement())), 14, QFont::DemiBold, &Tokens::ink, row));
    auto* said = label(standing(result), 14, failed ? QFont::DemiBold : QFont::Normal,
                       failed ? &Tokens::ink : &Tokens::ink2, row);
    said->setObjectName(QStringLiteral("requirementStanding"));
    texts->addWidget(said);
    texts->addWidget(label(origin(result.requirement()), 12, QFont::Normal, &Tokens::ink3, row));
    line->addLayout(texts, 1);
    const auto button = [&](const QString& text, const char* name, RequirementEventKind kind) {
        auto* made = new QPushButton(text, row);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text + QLatin1Char(' ') + qt(requirementText(result.requirement())));
        setKind(made, "small");
        made->setCursor(Qt::PointingHandCursor);
        connect(made, &QPushButton::clicked, this, [this, result, kind] { openReasonForm(result, kind); });
        line->addWidget(made, 0, Qt::AlignTop);
    };
    if (result.state == RequirementState::Waived)
        button(tr("Lift the waiver..."), "requirementLift", RequirementEventKind::Lifted);
    else
        button(tr("Waive..."), "requirementWaive", RequirementEventKind::Waived);
    button(tr("Withdraw..."), "requirementWithdraw", RequirementEventKind::Withdrawn);
    rows_->addWidget(row);
}

void RequirementPane::openForm(QWidget* form) {
    if (form_) form_->deleteLater();
    form_ = form;
    column_->insertWidget(0, form);
    form->show();
    place();
}

void RequirementPane::closeForm() {
    if (!form_) return;
    form_->deleteLater();
    form_ = nullptr;
    draft_.clear();
    if (versions::option(session_.state(), kDraftCohort).empty()) return place();
    session_.apply([](ReviewState& state) {
        for (const char* key : {kDraftCohort, kDraftMetric, kDraftBecause})
            state.options.erase(key);
    });
    place();
}

void RequirementPane::written() {
    desk_.forget();
    session_.storeChanged();
    desk_.refresh();
}

void RequirementPane::openWriteForm(const std::string& cohort) {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    RequirementForm::Request request;
    request.modelId = session_.state().model;
    request.cohort = cohort;
    if (!cohort.empty()) {
        request.metric = versions::option(session_.state(), kDraftMetric);
        request.because = versions::option(session_.state(), kDraftBecause);
    }
    request.cohorts = CohortDesk::of(session_).cohorts();
    request.columns = usualSegmentColumns(*run->request.table);
    for (const VersionRow& version : session_.store()->versions(request.modelId))
        request.versions.push_back(version.name);
    if (const auto row = session_.runRow(); row && row->info.task == Task::Multiclass)
        request.classes = row->info.classes;
    auto* form = new RequirementForm(
        request, [this](const Requirement& made) { RequirementBook(session_.store()).add(made); }, sheet_);
    connect(form, &RequirementForm::closed, this, [this](bool saved) {
        closeForm();
        if (saved) written();
    });
    openForm(form);
}

void RequirementPane::openReasonForm(const RequirementResult& result, RequirementEventKind kind) {
    const auto row = session_.runRow();
    const std::string version = row ? row->info.version : std::string();
    ReasonForm::Request request;
    request.sentence = qt(requirementText(result.requirement()));
    switch (kind) {
        case RequirementEventKind::Waived:
            request.title = tr("Waive it for %1").arg(qt(versionName(version)));
            request.button = tr("Waive");
            break;
        case RequirementEventKind::Lifted:
            request.title = tr("Lift the waiver for %1").arg(qt(versionName(version)));
            request.button = tr("Lift");
            break;
        case RequirementEventKind::Withdrawn:
            request.title = tr("Withdraw the requirement for every version");
            request.button = tr("Withdraw");
            break;
    }
    const std::int64_t id = result.requirement().id;
    auto* form = new ReasonForm(
        request,
        [this, id, kind, version](const std::string& who, const std::string& why) {
            RequirementEvent event;
            event.requirementId = id;
            event.kind = kind;
            event.who = who;
            event.why = why;
            if (kind != RequirementEventKind::Withdrawn) event.version = version;
            RequirementBook book(session_.store());
            if (kind == RequirementEventKind::Waived) book.waive(event);
            if (kind == RequirementEventKind::Lifted) book.lift(event);
            if (kind == RequirementEventKind::Withdrawn) book.withdraw(event);
        },
        sheet_);
    connect(form, &ReasonForm::closed, this, [this](bool saved) {
        closeForm();
        if (saved) written();
    });
    openForm(form);
}

void RequirementPane::resizeEvent(QResizeEvent*) {
    place();
}

void RequirementPane::place() {
    const int left = scaled(kPadding);
    const int wide = width() - 2 * left;
    int y = scaled(14);
    const int high = std::max(scaled(36), headline_->heightForWidth(wide));
    headline_->setGeometry(left, y, wide, high);
    y += high + scaled(2);
    summary_->setGeometry(left, y, wide, scaled(22));
    y += scaled(22) + scaled(12);
    area_->setGeometry(left, y, std::max(0, width() - left), std::max(0, height() - y));
}

}  // namespace reckoner

#include "moc_requirement_pane.cpp"
