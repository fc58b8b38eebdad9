#include "ui/pages/segments/table_pane.h"

#include <algorithm>
#include <cmath>

#include <QPushButton>

#include "core/data/segment_filter.h"
#include "core/metrics/segment_change.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "core/wording/segment_sentences.h"
#include "core/wording/segment_words.h"
#include "ui/pages/segments/column_choice.h"
#include "ui/pages/segments/pinned_segments.h"
#include "ui/pages/segments/segment_desk.h"
#include "ui/pages/segments/segment_heat.h"
#include "ui/pages/segments/segment_table.h"
#include "ui/pages/segments/segments_options.h"
#include "ui/session/cohort_form.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/promote.h"
#include "ui/session/show_cases.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/scaled.h"
#include "ui/style/icons.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kReach = 8;
constexpr int kRestMilliseconds = 350;
constexpr std::size_t kFollowed = 200;

struct Sort {
    const char* key;
    const char* title;
};
constexpr Sort kSorts[] = {
    {"", QT_TRANSLATE_NOOP("reckoner::TablePane", "Worst beyond noise")},
    {"-cost", QT_TRANSLATE_NOOP("reckoner::TablePane", "Dearest first")},
    {"-saves", QT_TRANSLATE_NOOP("reckoner::TablePane", "Saves most at its own best")},
    {"-errors", QT_TRANSLATE_NOOP("reckoner::TablePane", "Most errors")},
    {"-n", QT_TRANSLATE_NOOP("reckoner::TablePane", "Largest first")},
    {"value", QT_TRANSLATE_NOOP("reckoner::TablePane", "Lowest value first")},
    {"-value", QT_TRANSLATE_NOOP("reckoner::TablePane", "Highest value first")},
    {"name", QT_TRANSLATE_NOOP("reckoner::TablePane", "As in the columns")},
};

void setChevron(QPushButton* button) {
    button->setLayoutDirection(Qt::RightToLeft);
    button->setIcon(themedIcon(QStringLiteral("chevron-down"), Theme::instance().tokens().ink2, 14));
}

}  // namespace

TablePane::TablePane(ReviewSession& session, SegmentDesk& desk, QWidget* parent)
    : QWidget(parent),
      session_(session),
      desk_(desk),
      headline_(new SentenceLabel(20, &Tokens::ink, 2, this)),
      summary_(new PlainLabel({}, this)),
      since_(new PlainLabel({}, this)),
      table_(new SegmentTable(this)),
      heat_(new SegmentHeat(this)),
      more_(new PlainLabel({}, this)),
      legend_(new PlainLabel({}, this)),
      pinned_(new PinnedSegments(session, desk.runs(), this)),
      metric_(new QPushButton(this)),
      by_(new QPushButton(this)),
      sort_(new QPushButton(this)),
      view_(new SegmentedChoice({tr("Heatmap"), tr("Table")}, this)) {
    setObjectName(QStringLiteral("segmentTablePane"));
    headline_->setObjectName(QStringLiteral("segmentHeadline"));
    summary_->setObjectName(QStringLiteral("segmentSummary"));
    more_->setObjectName(QStringLiteral("segmentMore"));
    metric_->setObjectName(QStringLiteral("segmentMetric"));
    by_->setObjectName(QStringLiteral("segmentBy"));
    sort_->setObjectName(QStringLiteral("segmentSort"));
    dress(summary_, 14, QFont::Normal, &Tokens::ink2);
    summary_->setWordWrap(true);
    since_->setObjectName(QStringLiteral("segmentSince"));
    dress(since_, 14, QFont::DemiBold, &Tokens::ink);
    dress(more_, 12, QFont::Normal, &Tokens::ink2);
    dress(legend_, 12, QFont::Normal, &Tokens::ink3);
    legend_->setObjectName(QStringLiteral("segmentLegend"));
    legend_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QPushButton* button : {metric_, by_, sort_})
        setChevron(button);
    view_->setObjectName(QStringLiteral("segmentView"));
    view_->setAccessibleName(tr("Two columns as a heatmap or as a table"));
    connect(view_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kView, index == 1 ? "table" : "");
        });
    });
    connect(heat_, &SegmentHeat::opened, this, &TablePane::openCases);
    connect(heat_, &SegmentHeat::cohortWanted, this, &TablePane::saveCohort);
    rest_.setParent(this);
    rest_.setObjectName(QStringLiteral("segmentsAtRest"));
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &TablePane::arrange);
    connect(&desk_, &SegmentDesk::changed, this, &TablePane::takeBoard);
    connect(&desk_, &SegmentDesk::beforeChanged, this, [this] { showSince(true); });
    connect(&desk_, &SegmentDesk::intervalsChanged, this, [this] {
        if (!shown_ || !table_->reading().metric) return;
        showReading();
        // In a drag rows stay where they are.
        if (known_ == shown_->segments().size() && !rest_.isActive()) arrange();
        showMore();
    });
    connect(metric_, &QPushButton::clicked, this, &TablePane::offerMetrics);
    connect(by_, &QPushButton::clicked, this, &TablePane::offerColumns);
    connect(sort_, &QPushButton::clicked, this, &TablePane::offerSorts);
    connect(table_, &SegmentTable::opened, this, &TablePane::openCases);
    connect(table_, &SegmentTable::cohortWanted, this, &TablePane::saveCohort);
    connect(table_, &SegmentTable::pinWanted, this, &TablePane::pin);
    connect(table_, &SegmentTable::requirementWanted, this, &TablePane::makeRequirement);
    connect(table_, &SegmentTable::scrolled, this, &TablePane::showMore);
    connect(table_, &SegmentTable::sortWanted, this, [this](const QString& sort) {
        session_.apply(
            [&](ReviewState& state) { segments::setOption(state, segments::kSort, sort.toStdString()); });
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (QPushButton* button : {metric_, by_, sort_})
            setChevron(button);
        place();
    });
}

std::vector<QWidget*> TablePane::actions() const {
    std::vector<QWidget*> shown;
    if (crossed()) shown.push_back(view_);
    shown.push_back(metric_);
    shown.push_back(by_);
    if (!heated()) shown.push_back(sort_);
    return shown;
}

std::vector<QWidget*> TablePane::allActions() const {
    return {view_, metric_, by_, sort_};
}

bool TablePane::crossed() const {
    const RunAnalysisPtr run = session_.run();
    if (!run) return false;
    const auto sets = segments::setsFor(session_.state(), *run->request.table);
    return sets.size() == 1 && sets.front().size() == 2;
}

bool TablePane::heated() const {
    return crossed() && segments::option(session_.state(), segments::kView).empty();
}

void TablePane::refresh(Aspects aspects) {
    if (!(aspects & (Aspects(Aspect::Run) | Aspect::Store | Aspect::Threshold | Aspect::Options))) return;
    showActions();
    if (pinned_->wanted() || !pinned_->isHidden()) pinned_->refresh();
    if (pinned_->isHidden() == pinned_->wanted()) place();
    if (desk_.board() != shown_) return takeBoard();
    if (!shown_) return;
    showReading();
    // A drag moves digits and bars; rows change places when it is over.
    if (aspects & (Aspects(Aspect::Run) | Aspect::Store | Aspect::Options))
        arrange();
    else
        rest_.start();
}

void TablePane::takeBoard() {
    shown_ = desk_.board();
    rest_.stop();
    table_->setBoard(shown_, session_.words());
    heat_->setBoard(shown_, session_.words());
    if (shown_) {
        showReading();
        arrange();
        return;
    }
    headline_->setSentence({{desk_.failure().isEmpty() ? tr("Counting the segments...").toStdString()
                                                       : desk_.failure().toStdString()}});
    summary_->setText({});
    more_->setText({});
}

void TablePane::showReading() {
    if (std::isnan(session_.threshold())) return;
    const OperatingPoint point = pointOnScreen(session_);
    const MetricEntry& metric = segments::metricOf(session_.state());
    const bool ofScores = !findMetric(metric.id);
    const SegmentRanking* ranking = ofScores ? desk_.ranking(metric) : nullptr;
    if (ofScores && !ranking) {
        headline_->setSentence({{tr("Ranking the scores of each segment...").toStdString()}});
        return;
    }
    BoardReading reading = ranking ? readRanking(*shown_, *ranking, point) : shown_->at(point, metric);
    known_ = reading.segments.size();
    if (const auto* intervals = desk_.intervals(reading, worstBeyondNoise(reading))) {
        known_ = static_cast<std::size_t>(
            std::count_if(intervals->begin(), intervals->end(), [](const auto& one) { return !!one; }));
        applyIntervals(reading, *shown_, *intervals);
    }
    if (heated()) heat_->setReading(reading);
    const bool drawing = known_ < reading.segments.size();
    table_->setReading(std::move(reading));
    if (drawing) legend_->setText(legend());
    const Vocabulary words = session_.words();
    headline_->setSentence(segmentHeadline(*shown_, table_->reading(), words));
    summary_->setText(qt(segmentSummary(*shown_, table_->reading(), words, !heated())));
    // With very many segments the sentence waits until the threshold comes to rest.
    if (shown_->segments().size() <= kFollowed) showSince(false);
}

void TablePane::showSince(bool settle) {
    const SegmentBoardPtr before = desk_.before();
    const BoardReading& now = table_->reading();
    const auto row = session_.baselineRow();
    QString text;
    if (shown_ && before && row && now.metric && now.metric->proportion) {
        const auto changes = segmentChanges(*shown_, now, *before, before->at(now.threshold, *now.metric));
        text = qt(changeSentence(*shown_, now, changes, versionName(row->info.version), session_.words()));
    }
    since_->setText(text);
    if (settle) place();
}

void TablePane::arrange() {
    if (!shown_) return;
    table_->arrange(segments::option(session_.state(), segments::kSort));
    showSince(true);
    showMore();
}

void TablePane::showMore() {
    const BoardReading& reading = table_->reading();
    if (!shown_ || !reading.metric) return;
    std::vector<Standing> standings;
    for (const std::size_t segment : table_->below())
        standings.push_back(reading.segments[segment].standing);
    more_->setText(standings.empty()
                       ? QString()
                       : qt(moreSegments(standings, *reading.metric, *shown_->run(), session_.words())));
    if (heated()) more_->setText({});
    legend_->setText(legend());
    place();
}

QString TablePane::legend() const {
    const BoardReading& reading = table_->reading();
    if (needsBootstrap(*reading.metric, *shown_))
        return qt(drawnIntervals(known_, reading.segments.size(), kReplicates, kBootstrapSeed));
    return qt(heated() ? heatLegend(*reading.metric) : segmentLegend(session_.words()));
}

void TablePane::showActions() {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    const auto sets = segments::setsFor(session_.state(), *run->request.table);
    const MetricEntry& metric = segments::metricOf(session_.state());
    metric_->setText(qt(capitalised(metricName(metric))));
    view_->choose(heated() ? 0 : 1);
    by_->setText(sets.size() == 1 && sets.front().size() > 1
                     ? tr("By %1 columns crossed").arg(sets.front().size())
                 : sets.size() == 1 ? tr("By 1 column")
                                    : tr("By %1 columns").arg(sets.size()));
    const std::string now = segments::option(session_.state(), segments::kSort);
    QString title = tr("By column");
    for (const Sort& sort : kSorts)
        if (now == sort.key) title = tr(sort.title);
    sort_->setText(title);
    metric_->setAccessibleName(tr("Metric: %1").arg(metric_->text()));
    by_->setAccessibleName(tr("Segments: %1").arg(by_->text()));
    sort_->setAccessibleName(tr("Order: %1").arg(sort_->text()));
    Q_EMIT actionsChanged();
}

void TablePane::offerMetrics() {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    auto* popup = new ChoicePopup(tr("Metric"), {}, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<Choice> choices;
    for (const MetricEntry* metric : segmentMetrics()) {
        Choice choice;
        choice.title = qt(capitalised(metricName(*metric)));
        choice.detail = qt(metricHead(*metric, *run, session_.words())).section(QStringLiteral(": "), 1);
        choice.value = QString::fromUtf8(metric->id.data(), static_cast<int>(metric->id.size()));
        choice.current = metric == &segments::metricOf(session_.state());
        choices.push_back(choice);
    }
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::chosen, this, [this](const QVariant& value) {
        session_.apply([&](ReviewState& state) {
            const std::string id = value.toString().toStdString();
            segments::setOption(state, segments::kMetric, id == segmentMetrics().front()->id ? "" : id);
        });
    });
    popup->popUnder(metric_, scaled(280));
}

void TablePane::offerSorts() {
    auto* popup = new ChoicePopup(tr("Order"), {}, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<Choice> choices;
    for (const Sort& sort : kSorts) {
        Choice choice;
        choice.title = tr(sort.title);
        choice.value = QString::fromLatin1(sort.key);
        choice.current = segments::option(session_.state(), segments::kSort) == sort.key;
        choices.push_back(choice);
    }
    popup->setChoices(choices);
    connect(popup, &ChoicePopup::chosen, this, [this](const QVariant& value) {
        session_.apply([&](ReviewState& state) {
            segments::setOption(state, segments::kSort, value.toString().toStdString());
        });
    });
    popup->popUnder(sort_, scaled(260));
}

void TablePane::offerColumns() {
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    auto* choice = new ColumnChoice(ColumnChoice::For::Segments, *run->request.table,
                                    segments::setsFor(session_.state(), *run->request.table), this);
    connect(choice, &ColumnChoice::chosen, this, [this](const std::vector<SegmentSet>& sets) {
        const RunAnalysisPtr now = session_.run();
        if (!now) return;
        session_.apply([&](ReviewState& state) { segments::setSets(state, sets, *now->request.table); });
    });
    choice->popUnder(by_);
}

void TablePane::openCases(std::size_t segment) {
    const BoardSegment& one = shown_->segments()[segment];
    std::vector<std::string> filters = segments::chipsOf(session_.state());
    for (std::string& filter : segmentFilters(*shown_->run()->request.table, one.columns, one.key))
        filters.push_back(std::move(filter));
    showCases(session_, filters);
}

void TablePane::pin(std::size_t segment) {
    const BoardSegment& one = shown_->segments()[segment];
    const EvalTable& table = *shown_->run()->request.table;
    const SegmentPin pin{segmentColumnName(table, one.columns) + " " + segmentValueName(one.key),
                         segmentExpression(table, one.columns, one.key)};
    session_.apply([&](ReviewState& state) { togglePin(state, pin); });
}

void TablePane::saveCohort(std::size_t segment) {
    const BoardSegment& one = shown_->segments()[segment];
    Cohort cohort;
    cohort.modelId = session_.state().model;
    cohort.expression = segmentExpression(*shown_->run()->request.table, one.columns, one.key);
    const std::string within = segments::withinOf(session_.state());
    if (!within.empty()) cohort.expression = "(" + within + ") and " + cohort.expression;
    const Vocabulary words = session_.words();
    openCohortForm(
        session_, cohort,
        tr("%1 %2 of this run").arg(qt(count(one.n)), qt(one.n == 1 ? words.sample : words.samples)), this);
}

void TablePane::makeRequirement(std::size_t segment) {
    const BoardSegment& one = shown_->segments()[segment];
    promote(session_,
            {within(session_, segmentExpression(*shown_->run()->request.table, one.columns, one.key)),
             std::string(table_->reading().metric->id),
             {}});
}

void TablePane::resizeEvent(QResizeEvent*) {
    place();
}

void TablePane::place() {
    const int left = scaled(kPadding);
    const int all = width() - 2 * left;
    const int pinned = pinned_->wanted() ? std::clamp(all * 34 / 100, scaled(380), scaled(520)) : 0;
    pinned_->setVisible(pinned > 0);
    int wide = all;
    int y = scaled(14);
    // Fixed while a drag changes the words: arrange() settles it.
    if (!rest_.isActive()) twoLines_ = headline_->sizeHint().width() * 21 / 20 > wide;
    headline_->setGeometry(left, y, wide, scaled(twoLines_ ? 56 : 30));
    y += scaled(twoLines_ ? 56 : 30);
    const int summary = summary_->fontMetrics().horizontalAdvance(summary_->text()) + scaled(4);
    const bool beside = summary + scaled(8) + since_->sizeHint().width() <= wide;
    const int summaryHigh =
        summary <= wide ? scaled(24) : std::max(scaled(24), summary_->heightForWidth(wide) + scaled(4));
    summary_->setGeometry(left, y, beside ? summary : wide, summaryHigh);
    since_->setGeometry(beside ? left + summary + scaled(8) : left, beside ? y : y + summaryHigh - scaled(2),
                        beside ? wide - summary - scaled(8) : wide, scaled(24));
    y += summaryHigh + scaled(since_->text().isEmpty() || beside ? 0 : 22) + scaled(8);
    const int foot = height() - scaled(32);
    if (pinned > 0) {
        pinned_->setGeometry(left + all - pinned, y, pinned, std::max(0, height() - y - scaled(8)));
        wide -= pinned + scaled(32);
    }
    table_->setVisible(!heated());
    heat_->setVisible(heated());
    heat_->setGeometry(left, y, wide, std::max(0, foot - y));
    // The scroll bar stands in the padding: figures end where the page's other figures end.
    table_->setGeometry(left - scaled(kReach), y, wide + 2 * scaled(kReach) + table_->barWidth(),
                        std::max(0, foot - y));
    const int legend = std::min(legend_->sizeHint().width(), wide);
    // What is below counts more than what heads mean, which their tooltips tell too.
    legend_->setVisible(more_->sizeHint().width() + legend + scaled(24) <= wide);
    more_->setGeometry(left, foot + scaled(4), wide, scaled(24));
    legend_->setGeometry(left + wide - legend, foot + scaled(4), legend, scaled(24));
}

}  // namespace reckoner

#include "moc_table_pane.cpp"
