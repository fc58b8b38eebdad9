#include "ui/pages/decide/decide_view.h"

#include <algorithm>

#include <QPushButton>
#include <QShortcut>

#include "core/wording/cost_words.h"
#include "core/wording/decide_detail.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/lowest_sentences.h"
#include "core/wording/tier_sentences.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_chart.h"
#include "ui/pages/decide/decide_pane.h"
#include "ui/pages/decide/figure_notes.h"
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
constexpr int kLimitsRoom = 380;
constexpr int kNarrow = 1000;  // beside a drawer
constexpr int kLow = 720;
constexpr int kNarrowRightColumn = 344;
constexpr int kTight = 820;  // beside the review
constexpr int kTightRightColumn = 320;
constexpr int kTightMode = 112;
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
      third_(new SentenceLabel(12, &Tokens::ink3, 1, this)),
      notes_(new FigureNotes(this)),
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
    notes_->raise();
    for (const ChartEntry& entry : entries_) {
        ChartFrame* chart = entry.make(this);
        wire(chart);
        connect(chart, &ChartFrame::settingChosen, this,
                [this, id = entry.id](const QString& setting) { Q_EMIT chartSettingChosen(id, setting); });
        charts_.push_back(chart);
    }
    mode_->setObjectName(QStringLiteral("pointMode"));
    mode_->setAccessibleName(tr("Decide by"));
    mode_->setShortTitles({tr("One"), tr("Tiers")});
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
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        showLimits();
        place();
    });
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

// Of what can be said as much as fits into one line; the rest is behind "More...".
void DecideView::showDetail() {
    const OperatingFacts& p = facts_.point;
    if (!p.shown()) return;
    showErrors();
    showAssumptions();
    QStringList all;
    for (const std::string& note : notes())
        if (!note.empty()) all << qt(note);
    notes_->setNotes(isPresenting() ? QStringList() : all);
    const QSize size = notes_->sizeHint();
    const int end = third_->x() + std::min(third_->width(), third_->sizeHint().width());
    notes_->setGeometry(end + 6, third_->y() + (third_->height() - size.height()) / 2, size.width(),
                        size.height());
}

void DecideView::showErrors() {
    const OperatingFacts& p = facts_.point;
    if (p.tiers) {
        errors_->setSentence({});
        return;
    }
    for (const ErrorsRoom room : {ErrorsRoom::Compared, ErrorsRoom::Side, ErrorsRoom::Counts}) {
        errors_->setSentence({{errorsSentence(*p.run, p.words, p.threshold, room)}});
        if (errors_->sizeHint().width() <= errors_->width()) return;
    }
    // The matrix has the same numbers.
    errors_->setSentence({});
}

void DecideView::showAssumptions() {
    const OperatingFacts& p = facts_.point;
    const RunAnalysis& run = *p.run;
    const auto joined = [](const std::string& a, const std::string& b) {
        return a.empty() || b.empty() ? a + b : a + " " + b;
    };
    std::string first = facts_.limitsFailure.toStdString();
    if (first.empty() && p.limited && !p.limited->best)
        first = limitedSentence(p.limits, *p.limited, run, p.words);
    std::vector<std::string> tries{first};
    if (first.empty()) {
        const auto whole = p.tiers ? tierAssumptions(run, p.words, *p.tiers, facts_.likely)
                                   : assumptions(run, p.words, facts_.likely);
        const auto brief = p.tiers ? shortTierAssumptions(run, p.words, *p.tiers, facts_.likely)
                                   : shortAssumptions(run, p.words, facts_.likely);
        const auto prices =
            p.tiers ? shortTierAssumptions(run, p.words, *p.tiers, {}) : shortAssumptions(run, p.words, {});
        // Which costs these are is said before what they are.
        tries = {joined(facts_.costsNote, whole), joined(facts_.costsNote, brief),
                 joined(facts_.costsNote, prices), facts_.costsNote.empty() ? prices : facts_.costsNote,
                 likelyText(facts_.likely)};
    }
    for (const std::string& text : tries) {
        third_->setSentence({{text}});
        if (third_->sizeHint().width() <= third_->width()) return;
    }
}

std::vector<std::string> DecideView::notes() const {
    const OperatingFacts& p = facts_.point;
    const RunAnalysis& run = *p.run;
    std::vector<std::string> all{facts_.limitsFailure.toStdString()};
    if (p.limited) all.push_back(limitedSentence(p.limits, *p.limited, run, p.words));
    all.push_back(facts_.costsNote);
    all.push_back(p.tiers ? tierAssumptions(run, p.words, *p.tiers, facts_.likely)
                          : assumptions(run, p.words, facts_.likely));
    all.push_back(plateauSentence(run));
    if (facts_.crossFit && p.policy) all.push_back(crossFitSentence(run, p.words, *facts_.crossFit));
    if (!p.tiers && p.policy && *p.policy != p.threshold) {
        const BreakEven turn = breakEven({run, p.threshold}, {run, *p.policy}, Outcome::Missed);
        all.push_back(breakEvenSentence(turn, Outcome::Missed, run.cost.model(), p.words,
                                        tr("the policy in force").toStdString()));
    }
    all.push_back(bayesSentence(run));
    return all;
}

// What is asked where there is room to say it, else how much.
void DecideView::showLimits() {
    const OperatingFacts& p = facts_.point;
    limits_->setVisible(p.shown() && !p.tiers && !isPresenting());
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
    showHeadline();
    showSecond();
}

void DecideView::showHeadline() {
    const OperatingFacts& p = facts_.point;
    const RunAnalysis& run = *p.run;
    Sentence first = p.tiers ? tierHeadline(run, p.words, *p.tiers) : headline(run, p.words, p.threshold);
    headline_->setSentence(first);
    // "in this run" is said under the matrix too.
    if (!p.tiers && run.volume() <= 0 && headline_->sizeHint().width() * 1.04 > headline_->width()) {
        first.pop_back();
        headline_->setSentence(first);
    }
    // The figure's weight makes it a little wider than it is counted.
    if (headline_->sizeHint().width() * 1.02 > headline_->width())
        headline_->setSentence(shortHeadline(run, p.words, {p.threshold, p.tiers}));
}

// A limit that does not hold comes first; the plateau and then the lowest go where there is no room.
void DecideView::showSecond() {
    const OperatingFacts& p = facts_.point;
    const RunAnalysis& run = *p.run;
    std::optional<LimitedOptimum::Point> within;
    if (p.limited) within = p.limited->best;
    const std::string broken =
        p.tiers ? std::string() : brokenSentence(p.limits, facts_.broken, run, p.words);
    for (const LowestRoom room : {LowestRoom::Plateau, LowestRoom::Lowest, LowestRoom::None}) {
        Sentence sentence;
        if (!broken.empty()) sentence.push_back({broken + " ", Emphasis::Strong});
        const Sentence rest =
            p.tiers || p.policyTiers
                ? pointAgainstPolicy(run, {p.threshold, p.tiers}, {facts_.policy, facts_.difference, within})
                : againstPolicy(run, p.threshold, {p.policy, facts_.difference}, within, room);
        sentence.insert(sentence.end(), rest.begin(), rest.end());
        second_->setSentence(sentence);
        // Words in weight are a little wider than they are counted.
        if (second_->sizeHint().width() * 1.02 <= second_->width()) return;
    }
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
    mode_->setRoom(width() < px(kTight) ? px(kTightMode) : 0);
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
    const int column = width() < px(kTight)    ? kTightRightColumn
                       : width() < px(kNarrow) ? kNarrowRightColumn
                                               : kRightColumn;
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
    const int thirdTop = px(facts_.point.tiers ? 90 : 108);
    third_->setGeometry(kPadding, thirdTop,
                        leftWidth + kColumnGap - 12 - (isPresenting() ? 0 : notes_->sizeHint().width() + 6),
                        px(16));
    showDetail();
    if (facts_.point.shown()) showSentences();
    choice_->setRoom(width() - kPadding - right);
    const QSize choice = choice_->sizeHint();
    choice_->setGeometry(right, px(96), choice.width(), choice.height());

    // Tiers need more below: on a low page the curve goes up to the sentence, which is one line shorter
    // there.
    const bool low = facts_.point.tiers && height() < px(kLow);
    const int top = px(low ? 128 : 146);
    const int costTop = px(low ? 110 : 146);
    const int bottom = std::max(top + 120, height() - barHeight);
    cost_->setGeometry(kPadding, costTop, leftWidth + kCostRight, bottom - costTop);
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
