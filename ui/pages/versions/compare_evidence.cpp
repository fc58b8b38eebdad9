#include "ui/pages/versions/compare_evidence.h"

#include <algorithm>
#include <cmath>

#include <QPushButton>

#include "core/wording/decide_sentences.h"
#include "core/wording/segment_words.h"
#include "ui/charts/version_chart.h"
#include "ui/pages/versions/column_popup.h"
#include "ui/pages/versions/compare_cases.h"
#include "ui/pages/versions/flip_list.h"
#include "ui/pages/versions/segment_intervals.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/promote.h"
#include "ui/session/required_floors.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {
namespace {

constexpr int kTitle = 24;
constexpr int kGap = 32;
constexpr int kLeast = 250;
constexpr const char* kCharts[] = {"", "pr", "roc"};

}  // namespace

CompareEvidence::CompareEvidence(ReviewSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      segmentTitle_(new PlainLabel({}, this)),
      by_(new QPushButton(this)),
      segments_(new SegmentIntervals(this)),
      flipTitle_(new PlainLabel({}, this)),
      flips_(new FlipList(this)),
      chartTitle_(new PlainLabel({}, this)),
      chartChoice_(new SegmentedChoice({tr("Cost"), tr("PR"), tr("ROC")}, this)),
      chart_(new VersionChart(this)) {
    for (PlainLabel* title : {segmentTitle_, flipTitle_, chartTitle_})
        dress(title, 14, QFont::DemiBold, &Tokens::ink);
    segmentTitle_->setObjectName(QStringLiteral("intervalsTitle"));
    by_->setObjectName(QStringLiteral("intervalsBy"));
    setKind(by_, "small");
    by_->setCursor(Qt::PointingHandCursor);
    chartChoice_->setObjectName(QStringLiteral("versionChartChoice"));
    chartChoice_->setAccessibleName(tr("Curves over each other"));
    connect(by_, &QPushButton::clicked, this, &CompareEvidence::offerColumns);
    connect(segments_, &SegmentIntervals::opened, this, [this](std::size_t segment) {
        const SideSegment& one = board_->segments[segment];
        versions::openSegment(session_, *board_, one.column, one.key, "recall");
    });
    connect(flips_, &FlipList::opened, this,
            [this](FlipGroup::Kind kind) { versions::openFlips(session_, *board_, kind); });
    connect(chartChoice_, &SegmentedChoice::chosenChanged, this, [this](int index) {
        session_.apply([&](ReviewState& state) {
            versions::setOption(state, versions::kChart, kCharts[static_cast<std::size_t>(index)]);
        });
    });
    connect(&Theme::instance(), &Theme::changed, this, &CompareEvidence::place);
}

std::string CompareEvidence::column() const {
    return versions::shownColumn(session_.state(), *board_);
}

void CompareEvidence::setBoard(const VersionBoardPtr& board, const VersionWords& words) {
    board_ = board;
    words_ = words;
    setVisible(board != nullptr);
    if (!board) return;
    setStale(false);
    refresh();
}

void CompareEvidence::setStale(bool stale) {
    segments_->setStale(stale);
    setEnabled(!stale);
}

void CompareEvidence::refresh() {
    if (!board_) return;
    const std::string by = column();
    const bool paired = board_->overlaps[board_->request.judged].paired;
    const Vocabulary& words = words_.words;
    segmentTitle_->setText(qt(capitalised(words.realOnes)) + tr(" caught of 100"));
    by_->setText(by.empty()
                     ? QString()
                     : tr("by %1").arg(qt(segmentColumnName(*board_->base().run->request.table, {by}))));
    by_->setVisible(!by.empty() && paired);
    segments_->setBoard(board_, words_, by, [this](const std::string& cohort) {
        return RequiredFloors::of(session_).floor("recall", within(session_, cohort));
    });
    flipTitle_->setText(
        tr("What changes from %1 to %2").arg(qt(board_->base().name), qt(board_->judged().name)));
    flips_->setVisible(paired);
    flipTitle_->setVisible(paired);
    if (paired) flips_->setBoard(board_, words_);
    showChart();
    place();
}

void CompareEvidence::showChart() {
    const std::string name = versions::option(session_.state(), versions::kChart);
    int index = 0;
    for (int i = 0; i < 3; ++i)
        if (name == kCharts[i]) index = i;
    chartChoice_->choose(index);
    const auto kind = static_cast<VersionChart::Kind>(index);
    std::vector<VersionCurve> curves;
    for (std::size_t i = 0; i < board_->request.sides.size(); ++i) {
        const VersionSide& side = board_->request.sides[i];
        if (side.kind != VersionSide::Kind::Run) continue;
        const OperatingPoint& point = board_->points[i];
        curves.push_back({side.run, qt(side.name), board_->thresholds[i], i == board_->request.judged,
                          i == board_->request.base,
                          point.tiers ? std::optional(pointCost(*side.run, point)) : std::nullopt});
    }
    const bool same = board_->request.rule == ThresholdRule::Same;
    const double at = board_->thresholds[board_->request.judged];
    QString word;
    if (same) {
        const std::string owner = policyOwner(*board_, at);
        const QString figure = qt(shortThreshold(*board_->judged().run, at));
        word = owner.empty() ? tr("now %1").arg(figure) : tr("policy %1 of %2").arg(figure, qt(owner));
    }
    RequiredFloors& floors = RequiredFloors::of(session_);
    const std::string& cohort = session_.state().cohort;
    chart_->setRequired({floors.floor("recall", cohort), floors.floor("precision", cohort),
                         floors.floor("cost_per_period", cohort)});
    chart_->setVersions(kind, curves, same ? std::optional(at) : std::nullopt, word, words_.words);
    chartTitle_->setText(kind == VersionChart::Kind::Cost              ? tr("What each would cost")
                         : kind == VersionChart::Kind::PrecisionRecall ? tr("Precision and recall")
                                                                       : tr("Caught and false alarms"));
}

void CompareEvidence::offerColumns() {
    versions::offerColumns(session_, *board_->base().run->request.table, board_->request.columns, column(),
                           by_);
}

int CompareEvidence::least() const {
    return scaled(kLeast);
}

void CompareEvidence::resizeEvent(QResizeEvent*) {
    place();
}

void CompareEvidence::place() {
    const int gap = scaled(kGap);
    const int columns = flips_->isHidden() ? 2 : 3;
    const int third = (width() - (columns - 1) * gap) / columns;
    const int title = scaled(kTitle);
    const int top = title + scaled(8);
    const int high = std::max(0, height() - top);
    int x = 0;
    segmentTitle_->setGeometry(x, 0, std::min(third, segmentTitle_->sizeHint().width()), title);
    by_->setGeometry(segmentTitle_->geometry().right() + scaled(6), 0,
                     std::min(by_->sizeHint().width(), std::max(0, third - segmentTitle_->width())), title);
    segments_->setGeometry(x, top, third, high);
    x += third + gap;
    if (columns == 3) {
        flipTitle_->setGeometry(x, 0, third, title);
        flips_->setGeometry(x - scaled(8), top, third + scaled(16), high);
        x += third + gap;
    }
    const int choice = chartChoice_->sizeHint().width();
    // The choice beside it says what the chart shows too: rather no title than half of one.
    const int room = std::max(0, width() - x - choice - scaled(8));
    chartTitle_->setVisible(chartTitle_->sizeHint().width() <= room);
    chartTitle_->setGeometry(x, 0, room, title);
    chartChoice_->setGeometry(width() - choice, 0, choice, chartChoice_->sizeHint().height());
    chart_->setGeometry(x, top, width() - x, high);
}

}  // namespace reckoner

#include "moc_compare_evidence.cpp"
