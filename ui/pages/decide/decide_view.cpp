#include "ui/pages/decide/decide_view.h"

#include <algorithm>

#include <QPushButton>
#include <QShortcut>

#include "core/wording/decide_sentences.h"
#include "ui/charts/cost_chart.h"
#include "ui/style/theme.h"
#include "ui/widgets/operating_bar.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kColumnGap = 40;
constexpr int kRightColumn = 432;  // the matrix; charts may be wider
constexpr int kCostRight = 16;     // the cost chart reaches this far past its plot

int px(int size) {
    return qRound(size * Theme::instance().typeScale());
}

QStringList titlesOf(const std::vector<ChartEntry>& entries, QString ChartEntry::*title) {
    QStringList titles;
    for (const ChartEntry& entry : entries)
        titles << entry.*title;
    return titles;
}

}  // namespace

DecideView::DecideView(QWidget* parent)
    : QWidget(parent),
      headline_(new SentenceLabel(28, &Tokens::ink, 1, this)),
      second_(new SentenceLabel(16, &Tokens::ink2, 1, this)),
      third_(new SentenceLabel(12, &Tokens::ink3, 2, this)),
      entries_(chartList()),
      choice_(new SegmentedChoice(titlesOf(entries_, &ChartEntry::title), this)),
      cost_(new CostChart(this)),
      bar_(new OperatingBar(this)) {
    headline_->setObjectName(QStringLiteral("headline"));
    second_->setObjectName(QStringLiteral("secondLine"));
    third_->setObjectName(QStringLiteral("assumptions"));
    choice_->setObjectName(QStringLiteral("chartChoice"));
    choice_->setAccessibleName(tr("Chart beside the cost curve"));
    choice_->setShortTitles(titlesOf(entries_, &ChartEntry::shortTitle));
    wire(cost_);
    for (const ChartEntry& entry : entries_) {
        ChartFrame* chart = entry.make(this);
        wire(chart);
        connect(chart, &ChartFrame::settingChosen, this,
                [this, id = entry.id](const QString& setting) { Q_EMIT chartSettingChosen(id, setting); });
        charts_.push_back(chart);
    }
    connect(bar_, &OperatingBar::dragBegan, this, &DecideView::dragBegan);
    connect(bar_, &OperatingBar::thresholdChosen, this, &DecideView::thresholdChosen);
    connect(bar_, &OperatingBar::dragEnded, this, &DecideView::dragEnded);
    connect(bar_, &OperatingBar::cellChosen, this, &DecideView::cellChosen);
    connect(choice_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT chartChosen(entries_[static_cast<std::size_t>(index)].id); });
    for (const auto& [key, direction] : {std::pair(Qt::Key_Comma, -1), std::pair(Qt::Key_BracketLeft, -1),
                                         std::pair(Qt::Key_Period, 1), std::pair(Qt::Key_BracketRight, 1)}) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, bar_, [this, way = direction] { bar_->nudge(way); });
    }
    connect(&Theme::instance(), &Theme::changed, this, [this] { place(); });
    setTabOrder(choice_, cost_);
    setTabOrder(charts_.back(), bar_);
}

DecideView::~DecideView() = default;

void DecideView::wire(ChartFrame* chart) {
    connect(chart, &ChartFrame::dragBegan, this, &DecideView::dragBegan);
    connect(chart, &ChartFrame::thresholdChosen, this, &DecideView::thresholdChosen);
    connect(chart, &ChartFrame::dragEnded, this, &DecideView::dragEnded);
    connect(chart, &ChartFrame::nudged, bar_, &OperatingBar::nudge);
    connect(chart, &ChartFrame::saveFailed, this, &DecideView::saveFailed);
}

void DecideView::setActions(const std::vector<QPushButton*>& actions) {
    actions_ = actions;
    for (QPushButton* button : actions_) {
        button->setParent(this);
        button->show();
    }
    place();
}

void DecideView::setFacts(const DecideFacts& facts) {
    const bool samePlan = facts.point.run == facts_.point.run;
    facts_ = facts;
    const OperatingFacts& p = facts_.point;
    const auto chosen = std::find_if(entries_.begin(), entries_.end(),
                                     [&](const ChartEntry& entry) { return facts_.chart == entry.id; });
    const std::size_t shown =
        chosen == entries_.end() ? 0 : static_cast<std::size_t>(chosen - entries_.begin());
    choice_->choose(static_cast<int>(shown));
    cost_->setFacts(p);
    const auto setting = facts_.settings.find(entries_[shown].id);
    charts_[shown]->setSetting(setting == facts_.settings.end() ? QString() : setting->second);
    charts_[shown]->setFacts(p);
    showChart();
    bar_->setFacts(p);
    bar_->setChosenCell(facts_.cell);
    if (p.shown()) {
        const RunAnalysis& run = *p.run;
        headline_->setSentence(headline(run, p.words, p.threshold));
        second_->setSentence(againstPolicy(run, p.threshold, {p.policy, facts_.difference}));
        third_->setSentence({{assumptions(run, p.words, facts_.likely)}});
    }
    if (!samePlan) place();
}

void DecideView::showChart() {
    for (std::size_t i = 0; i < charts_.size(); ++i)
        charts_[i]->setVisible(static_cast<int>(i) == choice_->chosen());
}

void DecideView::place() {
    const int barHeight = bar_->sizeHint().height();
    const int rightWidth = std::max(px(kRightColumn), qRound(width() * 0.335));
    const int leftWidth = std::max(px(320), width() - 2 * kPadding - kColumnGap - rightWidth);
    const int right = kPadding + leftWidth + kColumnGap;
    int actionsLeft = width() - kPadding;
    for (QPushButton* button : actions_) {
        const QSize size = button->sizeHint();
        actionsLeft -= size.width();
        button->setGeometry(actionsLeft, px(24), size.width(), size.height());
        actionsLeft -= 8;
    }
    headline_->setGeometry(kPadding, px(20), actionsLeft - kPadding - 8, px(36));
    second_->setGeometry(kPadding, px(60), width() - 2 * kPadding - 8, px(24));
    third_->setGeometry(kPadding, px(101), leftWidth + kColumnGap - 8, px(32));
    choice_->setRoom(width() - kPadding - right);
    const QSize choice = choice_->sizeHint();
    choice_->setGeometry(right, px(96), choice.width(), choice.height());

    const int top = px(150);
    const int bottom = std::max(top + 120, height() - barHeight);
    cost_->setGeometry(kPadding, top, leftWidth + kCostRight, bottom - top);
    for (ChartFrame* chart : charts_)
        chart->setGeometry(right, top, width() - kPadding - right, bottom - top);
    bar_->setGeometry(0, bottom, width(), barHeight);
    PlotScale scale = cost_->xScale();
    scale.from += kPadding;
    scale.to += kPadding;
    bar_->setScale(scale, right);
}

void DecideView::resizeEvent(QResizeEvent*) {
    place();
}

}  // namespace reckoner

#include "moc_decide_view.cpp"
