#include "ui/pages/versions/registry_pane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/review/policy_record.h"
#include "core/store/registry.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/run_names.h"
#include "core/wording/version_history.h"
#include "ui/pages/versions/facts_form.h"
#include "ui/pages/versions/reason_form.h"
#include "ui/pages/versions/results_chart.h"
#include "ui/pages/versions/version_list.h"
#include "ui/session/required_floors.h"
#include "ui/session/state_rules.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kListWidth = 320;
constexpr int kNameWidth = 104;

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
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

// Everywhere a version can be moved to by hand, in the order of its life.
std::vector<Stage> otherStages(Stage now) {
    std::vector<Stage> stages;
    for (const Stage stage : kStages)
        if (stage != now && stage != Stage::RolledBack) stages.push_back(stage);
    return stages;
}

// The next step of its life.
Stage nextStage(Stage now) {
    switch (now) {
        case Stage::Candidate:
            return Stage::InReview;
        case Stage::InReview:
            return Stage::Production;
        case Stage::Production:
            return Stage::Retired;
        case Stage::None:
        case Stage::Retired:
        case Stage::RolledBack:
            break;
    }
    return Stage::Candidate;
}

struct ResultWork {
    std::shared_ptr<Store> store;
    std::vector<RunRow> runs;
    AnalysisRequest terms;
    std::optional<OperatingPoint> policy;

    std::vector<VersionResult> count(const TaskContext& context) const {
        std::vector<VersionResult> results;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            context.checkCancelled();
            context.report(static_cast<double>(i) / static_cast<double>(runs.size()), "counting");
            AnalysisRequest request = terms;
            request.table = store->openTable(runs[i].info.id);
            const RunAnalysisPtr run = analyse(request, context);
            if (run->sweep->samples() == 0) continue;
            results.push_back(versionResult(*run, startingPoint(*run, policy), context));
        }
        return results;
    }
};

}  // namespace

RegistryPane::RegistryPane(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      task_(session.executor()),
      list_(new VersionList(this)),
      area_(new QScrollArea(this)),
      sheet_(new QWidget(area_)),
      title_(new PlainLabel({}, sheet_)),
      stage_(new PlainLabel({}, sheet_)),
      move_(new QPushButton(tr("Promote..."), sheet_)),
      back_(new QPushButton(tr("Roll back..."), sheet_)),
      edit_(new QPushButton(tr("Write down..."), sheet_)),
      show_(new QPushButton(tr("Show"), sheet_)),
      column_(new QVBoxLayout(sheet_)),
      facts_(new QVBoxLayout),
      historyTitle_(new PlainLabel(tr("History"), sheet_)),
      history_(new QVBoxLayout),
      resultsTitle_(new PlainLabel({}, sheet_)),
      chart_(new ResultsChart(sheet_)) {
    setObjectName(QStringLiteral("registryPane"));
    title_->setObjectName(QStringLiteral("versionTitle"));
    stage_->setObjectName(QStringLiteral("versionStage"));
    move_->setObjectName(QStringLiteral("versionMove"));
    back_->setObjectName(QStringLiteral("versionBack"));
    edit_->setObjectName(QStringLiteral("versionEdit"));
    show_->setObjectName(QStringLiteral("versionShow"));
    dress(title_, 20, QFont::DemiBold, &Tokens::ink);
    dress(stage_, 14, QFont::Normal, &Tokens::ink2);
    dress(historyTitle_, 14, QFont::DemiBold, &Tokens::ink);
    dress(resultsTitle_, 14, QFont::DemiBold, &Tokens::ink);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(title_);
    names->addWidget(stage_);
    // Under the name, so that they fit beside a review too.
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {show_, edit_, back_, move_}) {
        button->setAccessibleName(button->text());
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column_->setContentsMargins(0, scaled(14), scaled(kPadding), scaled(16));
    column_->setSpacing(scaled(12));
    column_->addLayout(names);
    column_->addLayout(buttons);
    column_->addLayout(facts_);
    column_->addSpacing(scaled(8));
    column_->addWidget(historyTitle_);
    column_->addLayout(history_);
    column_->addSpacing(scaled(8));
    column_->addWidget(resultsTitle_);
    column_->addWidget(chart_);
    column_->addStretch(1);
    facts_->setSpacing(scaled(6));
    history_->setSpacing(scaled(6));
    chart_->setFixedHeight(scaled(200));
    area_->setWidget(sheet_);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->viewport()->setAutoFillBackground(false);
    sheet_->setAutoFillBackground(false);
    connect(list_, &QListWidget::currentRowChanged, this, &RegistryPane::choose);
    connect(move_, &QPushButton::clicked, this, [this] { openStageForm(false); });
    connect(back_, &QPushButton::clicked, this, [this] { openStageForm(true); });
    connect(edit_, &QPushButton::clicked, this, &RegistryPane::openFactsForm);
    connect(show_, &QPushButton::clicked, this, [this] {
        if (const VersionRow* row = version()) {
            RunId best = 0;
            std::uint64_t rows = 0;
            for (const RunRow& run : session_.contents().runs)
                if (run.versionId == row->id && run.info.rows >= rows) {
                    best = run.info.id;
                    rows = run.info.rows;
                }
            if (best != 0) showRun(best);
        }
    });
    connect(chart_, &ResultsChart::opened, this, [this](qlonglong run) { showRun(run); });
    connect(&Theme::instance(), &Theme::changed, this, &RegistryPane::place);
}

void RegistryPane::refresh(Aspects aspects) {
    const bool other = model_ != session_.state().model;
    if (other || entries_.empty() || (aspects & Aspects(Aspect::Store))) read();
    if (session_.run() != countedFor_) {
        results_.clear();
        countedFor_ = session_.run();
    }
    if (other || (aspects & (Aspects(Aspect::Store) | Aspect::Run))) showDetail();
}

void RegistryPane::read() {
    failure_.clear();
    if (model_ != session_.state().model) {
        chosen_ = 0;
        closeForm();
    }
    model_ = session_.state().model;
    entries_.clear();
    versions_.clear();
    if (!session_.store()) return;
    try {
        entries_ = Registry(session_.store()).entries(model_);
        versions_ = session_.store()->versions(model_);
    } catch (const Error& error) {
        failure_ = qt(error.what());
    }
    if (chosen_ == 0)
        if (const auto run = session_.runRow()) chosen_ = run->versionId;
    list_->setVersions(entries_, versions_, session_.words(), chosen_);
    chosen_ = list_->chosen();
}

void RegistryPane::choose() {
    closeForm();
    chosen_ = list_->chosen();
    showDetail();
}

const RegistryEntry* RegistryPane::entry() const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [this](const RegistryEntry& one) { return one.versionId == chosen_; });
    return found == entries_.end() ? nullptr : &*found;
}

const VersionRow* RegistryPane::version() const {
    const auto found = std::find_if(versions_.begin(), versions_.end(),
                                    [this](const VersionRow& one) { return one.id == chosen_; });
    return found == versions_.end() ? nullptr : &*found;
}

void RegistryPane::showDetail() {
    const RegistryEntry* one = entry();
    for (QPushButton* button : {move_, back_, edit_, show_})
        button->setVisible(one != nullptr);
    if (!one) return showRule(list_->rule());
    const VersionRow* row = version();
    title_->setText(qt(versionName(one->version)) + (row && !row->algorithm.empty()
                                                         ? QStringLiteral(" · ") + qt(row->algorithm)
                                                         : QString()));
    stage_->setText(failure_.isEmpty() ? qt(capitalised(stageSinceText(*one))) : failure_);
    back_->setVisible(one->stage() == Stage::Production);
    move_->setText(one->stage() == Stage::Production ? tr("Move...") : tr("Promote..."));
    showFacts();
    showHistory();
    showResults();
    place();
}

void RegistryPane::showFacts() {
    emptyOut(facts_);
    const RegistryEntry* one = entry();
    const VersionRow* row = version();
    const auto known = results_.find(chosen_);
    const LatencyNumbers* measured = nullptr;
    if (known != results_.end())
        for (const VersionResult& result : known->second)
            if (result.latency.n > (measured ? measured->n : 0)) measured = &result.latency;
    for (const FactLine& line :
         factLines(*one, row ? row->parent : std::string(), row ? row->changelog : std::string(), measured)) {
        auto* pair = new QHBoxLayout;
        auto* name = label(qt(line.name), 12, QFont::Normal, &Tokens::ink3, sheet_);
        name->setFixedWidth(scaled(kNameWidth));
        auto* text =
            label(qt(line.text), 14, QFont::Normal, line.known ? &Tokens::ink : &Tokens::ink3, sheet_);
        text->setObjectName(QStringLiteral("fact.") + qt(line.name));
        pair->addWidget(name, 0, Qt::AlignTop);
        pair->addWidget(text, 1);
        facts_->addLayout(pair);
    }
}

void RegistryPane::showHistory() {
    emptyOut(history_);
    const RegistryEntry* one = entry();
    historyTitle_->setVisible(!one->history.empty());
    for (const StageChange& change : one->history) {
        auto* pair = new QHBoxLayout;
        auto* stage = label(qt(stageTitle(change.stage)), 14, QFont::DemiBold, &Tokens::ink, sheet_);
        stage->setFixedWidth(scaled(kNameWidth));
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto* why = label(qt(change.why), 14, QFont::Normal, &Tokens::ink, sheet_);
        why->setObjectName(QStringLiteral("stageWhy"));
        texts->addWidget(why);
        texts->addWidget(label(qt(stageCaption(change)), 12, QFont::Normal, &Tokens::ink3, sheet_));
        pair->addWidget(stage, 0, Qt::AlignTop);
        pair->addLayout(texts, 1);
        history_->addLayout(pair);
    }
}

void RegistryPane::showRule(const QString& rule) {
    emptyOut(facts_);
    emptyOut(history_);
    historyTitle_->hide();
    resultsTitle_->hide();
    chart_->hide();
    title_->setText(
        list_->currentItem()
            ? list_->currentItem()->data(Qt::AccessibleTextRole).toString().section(QLatin1Char(','), 0, 0)
            : QString());
    stage_->setText(rule.isEmpty()
                        ? failure_
                        : tr("A rule that needs no model. Any version worth having beats it; put it "
                             "beside the others in Compare, under Versions."));
}

void RegistryPane::showResults() {
    const auto known = results_.find(chosen_);
    const RunAnalysisPtr run = session_.run();
    resultsTitle_->setVisible(run != nullptr);
    chart_->setVisible(run != nullptr);
    if (!run) return;
    const Vocabulary words = session_.words();
    resultsTitle_->setText(tr("%1 caught of 100, on each eval set").arg(qt(capitalised(words.realOnes))));
    chart_->setRequired(RequiredFloors::of(session_).floor("recall"));
    chart_->setResults(known == results_.end() ? std::vector<VersionResult>() : known->second, words);
    if (known == results_.end()) countResults();
}

void RegistryPane::countResults() {
    const RunAnalysisPtr run = session_.run();
    ResultWork work;
    work.store = session_.store();
    work.terms = run->request;
    work.terms.where.clear();
    work.terms.facts = nullptr;
    work.terms.groupBy.clear();
    work.terms.positive = run->rows.positive;
    for (const RunRow& row : session_.contents().runs)
        if (row.versionId == chosen_) work.runs.push_back(row);
    if (const auto policy = session_.contents().policy(chosen_)) work.policy = pointOf(*policy);
    task_.start([work](const TaskContext& context) -> std::any { return work.count(context); },
                [this, version = chosen_](std::any result) {
                    results_[version] = std::any_cast<std::vector<VersionResult>>(result);
                    if (version == chosen_) {
                        showFacts();
                        showResults();
                    }
                },
                [this](const Error& error) { stage_->setText(qt(error.what())); });
}

// --- writing ---

void RegistryPane::openForm(QWidget* form) {
    closeForm();
    form_ = form;
    column_->insertWidget(1, form);
    form->show();
}

void RegistryPane::closeForm() {
    if (!form_) return;
    form_->deleteLater();
    form_ = nullptr;
}

void RegistryPane::written() {
    read();
    showDetail();
    session_.storeChanged();
}

void RegistryPane::openStageForm(bool back) {
    const RegistryEntry* one = entry();
    if (!one) return;
    const std::int64_t version = one->versionId;
    const QString name = qt(versionName(one->version));
    const std::vector<Stage> stages = back ? std::vector{Stage::RolledBack} : otherStages(one->stage());
    auto to = std::make_shared<Stage>(back ? Stage::RolledBack : nextStage(one->stage()));
    ReasonForm::Request request;
    request.title = back ? tr("Roll %1 back").arg(name) : tr("Move %1 to").arg(name);
    request.button = back ? tr("Roll back") : tr("Move");
    request.sentence = qt(consequenceText(entries_, version, *to));
    SegmentedChoice* choice = nullptr;
    if (!back) {
        QStringList titles;
        for (const Stage stage : stages)
            titles << qt(stageTitle(stage));
        choice = new SegmentedChoice(titles, sheet_);
        choice->setObjectName(QStringLiteral("stageChoice"));
        choice->setAccessibleName(tr("Stage"));
        choice->setFixedHeight(scaled(28));
        const auto first = std::find(stages.begin(), stages.end(), *to);
        choice->choose(static_cast<int>(first - stages.begin()));
        request.choice = choice;
    }
    auto* form = new ReasonForm(
        request,
        [this, version, to](const std::string& who, const std::string& why) {
            StageChange change;
            change.versionId = version;
            change.stage = *to;
            change.who = who;
            change.why = why;
            Registry(session_.store()).move(change);
        },
        sheet_);
    if (choice)
        connect(choice, &SegmentedChoice::chosenChanged, form, [this, form, to, stages, version](int index) {
            *to = stages[static_cast<std::size_t>(index)];
            form->setSentence(qt(consequenceText(entries_, version, *to)));
        });
    connect(form, &ReasonForm::closed, this, [this](bool saved) {
        closeForm();
        if (saved) written();
    });
    openForm(form);
}

void RegistryPane::openFactsForm() {
    const RegistryEntry* one = entry();
    if (!one) return;
    VersionFacts facts = one->facts.value_or(VersionFacts());
    facts.versionId = one->versionId;
    auto* form = new FactsForm(
        facts, [this](const VersionFacts& given) { Registry(session_.store()).describe(given); }, sheet_);
    connect(form, &FactsForm::closed, this, [this](bool saved) {
        closeForm();
        if (saved) written();
    });
    openForm(form);
}

void RegistryPane::showRun(RunId run) {
    session_.apply([run](ReviewState& state) { state.run = run; });
}

void RegistryPane::resizeEvent(QResizeEvent*) {
    place();
}

void RegistryPane::place() {
    const int left = scaled(kPadding);
    const int list = std::min(scaled(kListWidth), width() / 3);
    list_->setGeometry(left - 8, scaled(14), list + 16, std::max(0, height() - scaled(28)));
    const int x = left + list + scaled(40);
    area_->setGeometry(x, 0, std::max(0, width() - x), height());
}

}  // namespace reckoner

#include "moc_registry_pane.cpp"
