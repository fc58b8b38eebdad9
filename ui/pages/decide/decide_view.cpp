#include "ui/pages/decide/decide_view.h"

#include <algorithm>

#include <QPushButton>
#include <QShortcut>

#include "core/wording/cost_words.h"
#include "core/wording/decide_detail.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/tier_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_chart.h"
#include "ui/pages/decide/tier_pane.h"
#include "ui/pages/decide/tier_queue.h"
#include "ui/style/theme.h"
#include "ui/widgets/operating_bar.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {
namespace {

constexpr int kPadding = 24;
constexpr int kColumnGap = 40;
constexpr int kRightColumn = 432;  // the matrix; charts may be wider
constexpr int kDetailLines = 3;
constexpr int kLimitsRoom = 380;
constexpr int kNarrow = 1000;  // beside a drawer
constexpr int kNarrowRightColumn = 344;
constexpr int kCostRight = 16;  // the cost chart reaches this far past its plot

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
      errors_(new SentenceLabel(14, &Tokens::ink2, 1, this)),
      third_(new SentenceLabel(12, &Tokens::ink3, kDetailLines, this)),
      entries_(chartList()),
      choice_(new SegmentedChoice(titlesOf(entries_, &ChartEntry::title), this)),
      cost_(new CostChart(this)),
      limits_(new QPushButton(this)),
      bar_(new OperatingBar(this)),
      mode_(new SegmentedChoice({tr("One threshold"), tr("Tiers")}, this)),
      tierPane_(new TierPane(this)),
      tierQueue_(new TierQueue(this)) {
    headline_->setObjectName(QStringLiteral("headline"));
    second_->setObjectName(QStringLiteral("secondLine"));
    errors_->setObjectName(QStringLiteral("errorsSentence"));
    third_->setObjectName(QStringLiteral("assumptions"));
    choice_->setObjectName(QStringLiteral("chartChoice"));
    choice_->setAccessibleName(tr("Chart beside the cost curve"));
    limits_->setObjectName(QStringLiteral("limits"));
    setKind(limits_, "small");
    limits_->setCursor(Qt::PointingHandCursor);
    connect(limits_, &QPushButton::clicked, this, &DecideView::limitsWanted);
    choice_->setShortTitles(titlesOf(entries_, &ChartEntry::shortTitle));
    wire(cost_);
    limits_->raise();
    for (const ChartEntry& entry : entries_) {
        ChartFrame* chart = entry.make(this);
        wire(chart);
        connect(chart, &ChartFrame::settingChosen, this,
                [this, id = entry.id](const QString& setting) { Q_EMIT chartSettingChosen(id, setting); });
        charts_.push_back(chart);
    }
    mode_->setObjectName(QStringLiteral("pointMode"));
    mode_->setAccessibleName(tr("Decide by"));
    connect(mode_, &SegmentedChoice::chosenChanged, this,
            [this](int index) { Q_EMIT modeChosen(index == 1); });
    connect(bar_, &OperatingBar::cutoffPicked, this, &DecideView::cutoffPicked);
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
    connect(chart, &ChartFrame::cutoffPicked, this, &DecideView::cutoffPicked);
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
    const auto tiersOf = [](const DecideFacts& f) { return f.point.tiers ? f.point.tiers->tiers.size() : 0; };
    const bool samePlan = facts.point.run == facts_.point.run && tiersOf(facts) == tiersOf(facts_);
    const bool sameLimits =
        samePlan && facts.point.limits == facts_.point.limits && facts.point.words == facts_.point.words;
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
        showSentences();
        showDetail();
    }
    if (!sameLimits) showLimits();
    showTiers();
    if (!samePlan) place();
}

// The small print, from what everybody needs to what only some ask for: where there is no room for a
// sentence, it is left out.
void DecideView::showDetail() {
    const OperatingFacts& p = facts_.point;
    if (!p.shown()) return;
    const RunAnalysis& run = *p.run;
    if (p.tiers) {
        errors_->setSentence({});
        third_->setSentence({{tierAssumptions(run, p.words, *p.tiers, facts_.likely)}});
        return;
    }
    errors_->setSentence({{errorsSentence(run, p.words, p.threshold)}});
    if (errors_->sizeHint().width() > errors_->width())
        errors_->setSentence({{errorsSentence(run, p.words, p.threshold, false)}});
    std::vector<std::string> sentences;
    if (!facts_.limitsFailure.isEmpty()) sentences.push_back(facts_.limitsFailure.toStdString());
    if (p.limited && !p.limited->best)
        sentences.push_back(limitedSentence(p.limits, *p.limited, run, p.words));
    sentences.push_back(facts_.costsNote);
    sentences.push_back(assumptions(run, p.words, facts_.likely));
    if (facts_.crossFit && p.policy) sentences.push_back(crossFitSentence(run, p.words, *facts_.crossFit));
    sentences.push_back(plateauSentence(run));
    if (p.policy && *p.policy != p.threshold) {
        const BreakEven turn = breakEven({run, p.threshold}, {run, *p.policy}, Outcome::Missed);
        sentences.push_back(breakEvenSentence(turn, Outcome::Missed, run.cost.model(), p.words,
                                              tr("the policy in force").toStdString()));
    }
    sentences.push_back(bayesSentence(run));
    // Lines end at words: a little less than whole lines fits.
    const qreal room = kDetailLines * third_->width() * 0.95;
    const QFont font = Theme::instance().font(12);
    qreal used = 0;
    Sentence shown;
    for (const std::string& sentence : sentences) {
        if (sentence.empty()) continue;
        const std::string text = (shown.empty() ? "" : " ") + sentence;
        used += textSize(qt(text), font).width();
        if (!shown.empty() && used > room) break;
        shown.push_back({text});
    }
    third_->setSentence(shown);
}

// What is asked where there is room to say it, else how much.
void DecideView::showLimits() {
    const OperatingFacts& p = facts_.point;
    limits_->setVisible(p.shown() && !p.tiers);
    if (!p.shown()) return;
    const QString all = qt(limitsText(p.limits, *p.run, p.words));
    const auto many = static_cast<int>(listed(p.limits).size());
    limits_->setText(many == 0 ? tr("Limits...") : tr("Limits: %1...").arg(all));
    if (limits_->sizeHint().width() > px(kLimitsRoom)) limits_->setText(tr("%1 limits...").arg(many));
    limits_->setAccessibleName(many == 0 ? tr("Limits on the threshold")
                                         : tr("Limits on the threshold: %1").arg(all));
    setPlainToolTip(limits_, all);
    placeLimits();
}

void DecideView::placeLimits() {
    const QSize size = limits_->sizeHint();
    const int right = cost_->x() + qRound(cost_->plotArea().right());
    limits_->setGeometry(right - size.width() + 4, cost_->y() + px(2), size.width(), size.height());
}

void DecideView::showSentences() {
    const OperatingFacts& p = facts_.point;
    const RunAnalysis& run = *p.run;
    headline_->setSentence(p.tiers ? tierHeadline(run, p.words, *p.tiers)
                                   : headline(run, p.words, p.threshold));
    if (p.tiers || p.policyTiers)
        second_->setSentence(
            pointAgainstPolicy(run, {p.threshold, p.tiers}, {facts_.policy, facts_.difference}));
    else
        second_->setSentence(againstPolicy(run, p.threshold, {p.policy, facts_.difference}));
}

void DecideView::showTiers() {
    const OperatingFacts& p = facts_.point;
    mode_->setVisible(p.shown());
    mode_->choose(p.tiers ? 1 : 0);
    const bool shown = p.shown() && p.tiers;
    tierPane_->setVisible(shown);
    tierQueue_->setVisible(shown);
    if (!shown) return;
    const TierSheet sheet = tierSheet(*p.run, *p.tiers);
    tierPane_->setTiers(p.run, p.words, *p.tiers, sheet);
    tierQueue_->setTiers(p.run, p.words, *p.tiers, sheet);
}

void DecideView::placeTiers() {
    const QRect bar = bar_->geometry();
    const int row = bar.top() + bar_->fieldRow();
    const QSize mode = mode_->sizeHint();
    const int left = qRound(cost_->xScale().from) + kPadding;
    mode_->setGeometry(left, row, mode.width(), mode.height());
    const int lead = mode.width() + px(24);
    bar_->setLead(lead);
    tierPane_->setGeometry(0, row, bar.width(), bar.bottom() + 1 - row);
    tierPane_->setLead(left + lead);
    tierQueue_->setGeometry(bar_->besideSlider().translated(bar.topLeft()));
    mode_->raise();
}

void DecideView::showChart() {
    for (std::size_t i = 0; i < charts_.size(); ++i)
        charts_[i]->setVisible(static_cast<int>(i) == choice_->chosen());
}

void DecideView::place() {
    const int barHeight =
        facts_.point.tiers ? bar_->fieldRow() + tierPane_->sizeHint().height() : bar_->sizeHint().height();
    const int column = width() < px(kNarrow) ? kNarrowRightColumn : kRightColumn;
    const int rightWidth = std::max(px(column), qRound(width() * 0.335));
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
    errors_->setGeometry(kPadding, px(86), leftWidth + kColumnGap / 2, px(20));
    third_->setGeometry(kPadding, px(106), leftWidth + kColumnGap / 2, px(16) * kDetailLines);
    showDetail();
    choice_->setRoom(width() - kPadding - right);
    const QSize choice = choice_->sizeHint();
    choice_->setGeometry(right, px(96), choice.width(), choice.height());

    const int top = px(156);
    const int bottom = std::max(top + 120, height() - barHeight);
    cost_->setGeometry(kPadding, top, leftWidth + kCostRight, bottom - top);
    for (ChartFrame* chart : charts_)
        chart->setGeometry(right, top, width() - kPadding - right, bottom - top);
    placeLimits();
    bar_->setGeometry(0, bottom, width(), barHeight);
    PlotScale scale = cost_->xScale();
    scale.from += kPadding;
    scale.to += kPadding;
    bar_->setScale(scale, right);
    placeTiers();
}

void DecideView::resizeEvent(QResizeEvent*) {
    place();
}

}  // namespace reckoner

#include "moc_decide_view.cpp"
