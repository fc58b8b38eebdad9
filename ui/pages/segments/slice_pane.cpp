#include "ui/pages/segments/slice_pane.h"

#include <algorithm>
#include <cmath>

#include "core/data/filter.h"
#include "core/data/segment_filter.h"
#include "core/review/policy_record.h"
#include "core/wording/number_format.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"
#include "core/wording/slice_sentences.h"
#include "ui/pages/segments/brushed_runs.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/session/cohort_form.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/promote.h"
#include "ui/session/session_facts.h"
#include "ui/session/show_cases.h"
#include "ui/session/state_rules.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kReach = 8;
constexpr int kRestMilliseconds = 350;
constexpr std::size_t kListed = 20;

// What a check of another run needs; nothing of it lives on the UI thread.
struct CheckWork {
    std::shared_ptr<Store> store;
    RunId run = 0;
    AnalysisRequest request;
    std::optional<OperatingPoint> point;  // of the run on the screen, where both are of one version
    std::optional<OperatingPoint> policy;
    SliceOf of = SliceOf::Errors;
    std::vector<std::string> expressions;
};

std::vector<SliceCheck> checkOn(CheckWork work, const TaskContext& context) {
    work.request.table = work.store->openTable(work.run);
    work.request.facts = nullptr;
    work.request.groupBy.clear();
    const RunAnalysisPtr run = analyse(work.request, context);
    const OperatingPoint point = work.point ? *work.point : startingPoint(*run, work.policy);
    const SliceData data = sliceData(*run, {}, point, work.of, context);
    std::vector<std::vector<std::uint8_t>> members;
    for (const std::string& expression : work.expressions) {
        const RowSet found = Filter::parse(expression).apply(*run->request.table, {}, context);
        std::vector<std::uint8_t> inside(run->request.table->rows(), 0);
        found.forEach([&](RowIndex row) { inside[row] = 1; });
        std::vector<std::uint8_t>& mine = members.emplace_back();
        for (const RowIndex row : run->rows.rows)
            mine.push_back(inside[row]);
    }
    return checkSlices(data, members);
}

}  // namespace

SlicePane::SlicePane(ReviewSession& session, BrushedRuns& runs, QWidget* parent)
    : QWidget(parent),
      session_(session),
      runs_(runs),
      searching_(session.executor(), this),
      checking_(session.executor(), this),
      headline_(new SentenceLabel(20, &Tokens::ink, 2, this)),
      summary_(new PlainLabel({}, this)),
      table_(new SliceTable(this)),
      progress_(new ProgressStrip(this)),
      message_(new InlineMessage(this)),
      of_(new SegmentedChoice({tr("By errors"), tr("By cost")}, this)),
      deep_(new SegmentedChoice({tr("1 column"), tr("2"), tr("3")}, this)) {
    setObjectName(QStringLiteral("slicePane"));
    headline_->setObjectName(QStringLiteral("sliceHeadline"));
    summary_->setObjectName(QStringLiteral("sliceSummary"));
    of_->setObjectName(QStringLiteral("sliceOf"));
    of_->setAccessibleName(tr("Search by errors or by cost"));
    deep_->setObjectName(QStringLiteral("sliceDeep"));
    deep_->setAccessibleName(tr("Columns of a slice, at most"));
    message_->setObjectName(QStringLiteral("sliceWarning"));
    message_->hide();
    progress_->follow(&searching_, tr("Looking for the worst slices"));
    dress(summary_, 14, QFont::Normal, &Tokens::ink2);
    summary_->setWordWrap(true);
    rest_.setParent(this);
    rest_.setObjectName(QStringLiteral("slicesAtRest"));
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &SlicePane::search);
    connect(progress_, &ProgressStrip::cancelled, &searching_, &BackgroundTask::cancel);
    connect(&searching_, &BackgroundTask::runningChanged, this, &SlicePane::place);
    connect(message_, &InlineMessage::closed, this, &SlicePane::place);
    connect(of_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kSlicesOf, index == 1 ? "cost" : "");
        });
    });
    connect(deep_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kSlicesDeep, index == 2 ? "" : index == 1 ? "2" : "1");
        });
    });
    connect(table_, &SliceTable::opened, this, &SlicePane::openCases);
    connect(table_, &SliceTable::cohortWanted, this, &SlicePane::saveCohort);
    connect(table_, &SliceTable::requirementWanted, this, &SlicePane::makeRequirement);
    connect(&Theme::instance(), &Theme::changed, this, &SlicePane::place);
}

std::vector<QWidget*> SlicePane::actions() const {
    return {of_, deep_};
}

SlicePane::Wanted SlicePane::wanted() const {
    const ReviewState& state = session_.state();
    Wanted wanted;
    wanted.run = runs_.run();
    wanted.point = pointOnScreen(session_);
    if (segments::option(state, segments::kSlicesOf) == "cost") wanted.of = SliceOf::Cost;
    const std::string deep = segments::option(state, segments::kSlicesDeep);
    wanted.deep = deep == "1" ? 1 : deep == "2" ? 2 : 3;
    if (wanted.run)
        for (const SegmentSet& set : segments::setsFor(state, *wanted.run->request.table))
            for (const GroupColumn& column : set)
                if (std::find(wanted.columns.begin(), wanted.columns.end(), column) == wanted.columns.end())
                    wanted.columns.push_back(column);
    return wanted;
}

void SlicePane::refresh(Aspects aspects) {
    const Wanted now = wanted();
    of_->choose(now.of == SliceOf::Cost ? 1 : 0);
    deep_->choose(static_cast<int>(now.deep) - 1);
    if (!now.run || std::isnan(countedFrom(now.point)) || now == asked_) return;
    const bool dragged = !(aspects & (Aspects(Aspect::Run) | Aspect::Store | Aspect::Options)) && report_;
    table_->setStale(report_ != nullptr);
    if (dragged)
        rest_.start();
    else
        search();
}

void SlicePane::search() {
    const Wanted now = wanted();
    if (!now.run || now == asked_ || isHidden()) return;
    rest_.stop();
    checking_.cancel();
    asked_ = now;
    if (!report_) {
        headline_->setSentence({{tr("Looking for the worst slices...").toStdString()}});
        summary_->setText({});
    }
    SlicesRequest request;
    request.of = now.of;
    request.columns = now.columns;
    request.point = now.point;
    request.options.maxColumns = now.deep;
    request.options.top = kListed;
    request.distinct = true;
    searching_.start(
        [run = now.run, request, words = session_.words(),
         executor = &session_.executor()](const TaskContext& context) -> std::any {
            return std::make_shared<const SlicesReport>(slicesReport(run, request, words, executor, context));
        },
        [this](std::any result) {
            report_ = std::any_cast<std::shared_ptr<const SlicesReport>>(result);
            showReport();
        },
        [this](const Error& error) {
            report_.reset();
            table_->setReport(nullptr);
            headline_->setSentence({{error.what()}});
            summary_->setText({});
        });
}

void SlicePane::showReport() {
    table_->setReport(report_);
    SliceHeadFacts facts;
    facts.tests = report_->search.tests;
    facts.minimum = report_->search.minimum;
    facts.of = report_->request.of;
    facts.point = report_->request.point;
    for (const DistinctSlice& one : report_->shown)
        facts.variants += one.variants;
    if (!report_->shown.empty()) {
        const Slice& worst = report_->search.slices[report_->shown.front().place];
        facts.name = qt(sliceNameText(*report_->analysis->request.table, sliceName(report_->data, worst)))
                         .simplified()
                         .toStdString();
        facts.lift = worst.count.rate() / report_->search.whole.rate();
        facts.rate = report_->figures.front().errorRate;
    }
    headline_->setSentence(sliceHeadline(facts, report_->words));
    summary_->setText(qt(sliceSummary(facts, *report_->analysis, report_->words)));
    if (report_->shown.empty())
        message_->hide();
    else
        warn();
    place();
    if (checked_ != 0) check();
}

void SlicePane::warn() {
    message_->say(qt(sliceWarning(report_->words)), tr("Check on another run..."), [this] { offerRuns(); });
}

void SlicePane::offerRuns() {
    // Acting on the message closes it; what it warns of still holds.
    warn();
    place();
    auto* popup = new ChoicePopup(tr("Run to check the slices on"), tr("Version or eval set"), this);
    popup->setObjectName(QStringLiteral("sliceRuns"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<Choice> choices;
    for (const RunRow& row : session_.contents().runs) {
        if (row.modelId != session_.state().model || row.info.id == session_.state().run) continue;
        Choice choice;
        choice.title = qt(runName(row.info));
        choice.detail = qt(runDetail(row.info));
        choice.value = static_cast<qlonglong>(row.info.id);
        choice.current = row.info.id == checked_;
        choices.push_back(choice);
    }
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::chosen, this, [this](const QVariant& value) {
        checked_ = value.toLongLong();
        check();
    });
    popup->popUnder(message_, scaled(420));
}

void SlicePane::check() {
    const auto here = session_.runRow();
    const RunRow* there = session_.contents().run(checked_);
    if (!report_ || !there || !here || checked_ == here->info.id || there->modelId != here->modelId) {
        checked_ = 0;
        return;
    }
    CheckWork work;
    work.store = session_.store();
    work.run = checked_;
    work.request = report_->analysis->request;
    if (there->versionId == here->versionId) work.point = report_->request.point;
    const auto own = session_.state().thresholds.find(checked_);
    if (!work.point && own != session_.state().thresholds.end()) work.point = own->second;
    if (const auto policy = session_.contents().policy(there->versionId)) work.policy = pointOf(*policy);
    work.of = report_->request.of;
    for (std::size_t i = 0; i < report_->shown.size(); ++i) {
        std::string expression;
        for (const std::string& filter : filters(i))
            expression += (expression.empty() ? "" : " and ") + filter;
        work.expressions.push_back(expression);
    }
    const QString name =
        qt(versionName(there->info.version)) + QStringLiteral(" · ") + qt(there->info.evalSet);
    checking_.start([work](const TaskContext& context) -> std::any { return checkOn(work, context); },
                    [this, name](std::any result) {
                        table_->setChecks(std::any_cast<std::vector<SliceCheck>>(result), name);
                    },
                    [this](const Error& error) {
                        message_->say(qt(error.what()), tr("Check on another run..."),
                                      [this] { offerRuns(); });
                        place();
                    });
}

std::vector<std::string> SlicePane::filters(std::size_t shown) const {
    const Slice& slice = report_->search.slices[report_->shown[shown].place];
    const SliceName name = sliceName(report_->data, slice);
    return segmentFilters(*report_->analysis->request.table, name.columns, {name.values});
}

void SlicePane::openCases(std::size_t shown) {
    std::vector<std::string> wanted = segments::chipsOf(session_.state());
    for (std::string& filter : filters(shown))
        wanted.push_back(std::move(filter));
    showCases(session_, wanted, "outcome = wrong");
}

void SlicePane::saveCohort(std::size_t shown) {
    Cohort cohort;
    cohort.modelId = session_.state().model;
    const std::string within = segments::withinOf(session_.state());
    cohort.expression = within.empty() ? std::string() : "(" + within + ")";
    for (const std::string& filter : filters(shown))
        cohort.expression += (cohort.expression.empty() ? "" : " and ") + filter;
    const std::uint64_t n = report_->search.slices[report_->shown[shown].place].count.n;
    openCohortForm(session_, cohort,
                   tr("%1 %2 of this run")
                       .arg(qt(count(n)), qt(n == 1 ? report_->words.sample : report_->words.samples)),
                   this);
}

void SlicePane::makeRequirement(std::size_t shown) {
    std::string expression;
    for (const std::string& filter : filters(shown))
        expression += (expression.empty() ? "" : " and ") + filter;
    promote(session_,
            {within(session_, expression), "accuracy", sliceAsReason(report_->figures[shown].errorRate)});
}

void SlicePane::resizeEvent(QResizeEvent*) {
    place();
}

void SlicePane::place() {
    const int left = scaled(kPadding);
    const int wide = width() - 2 * left;
    int y = scaled(14);
    // Names are in bold, which is wider than the hint knows.
    const bool twoLines = headline_->sizeHint().width() * 21 / 20 > wide;
    headline_->setGeometry(left, y, wide, scaled(twoLines ? 56 : 30));
    y += scaled(twoLines ? 56 : 30);
    const int summaryHigh = std::max(scaled(24), summary_->heightForWidth(wide));
    summary_->setGeometry(left, y, wide, summaryHigh);
    y += summaryHigh + scaled(8);
    int foot = height() - scaled(12);
    if (!message_->isHidden()) {
        const int high = scaled(wide > scaled(1000) ? 48 : 64);
        message_->setGeometry(left, foot - high, wide, high);
        foot -= high + scaled(8);
    }
    progress_->setVisible(searching_.running() && !report_);
    progress_->setGeometry(left, y, wide, progress_->sizeHint().height());
    table_->setGeometry(left - scaled(kReach), y, wide + 2 * scaled(kReach) + table_->barWidth(),
                        std::max(0, foot - y));
}

}  // namespace reckoner

#include "moc_slice_pane.cpp"
