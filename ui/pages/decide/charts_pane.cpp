#include "ui/pages/decide/charts_pane.h"

#include <cmath>

#include <QPushButton>

#include "core/wording/cost_words.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/run_names.h"
#include "ui/pages/decide/decide_estimates.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/pages/decide/decide_view.h"
#include "ui/pages/decide/limits_dialog.h"
#include "ui/pages/decide/policy_desk.h"
#include "ui/pages/decide/tier_desk.h"
#include "ui/pages/decide/tier_pane.h"
#include "ui/pages/decide/tier_queue.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/required_floors.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using namespace decide;

constexpr int kRestMilliseconds = 120;
constexpr std::pair<Cell, const char*> kCells[] = {{Cell::Missed, "missed"},
                                                   {Cell::Caught, "caught"},
                                                   {Cell::LetThrough, "let_through"},
                                                   {Cell::FalseAlarm, "false_alarm"}};

std::optional<Cell> cellNamed(const std::string& name) {
    for (const auto& [cell, text] : kCells)
        if (name == text) return cell;
    return std::nullopt;
}

}  // namespace

ChartsPane::ChartsPane(const DecideParts& parts, QWidget* parent)
    : DecidePane(parent),
      session_(parts.session),
      desk_(parts.policies),
      costs_(parts.costs),
      view_(new DecideView(this)),
      estimates_(new DecideEstimates(session_.executor(), this)),
      tiers_(new TierDesk(session_, this)),
      adopt_(new QPushButton(this)),
      policies_(new QPushButton(tr("Policies..."), this)),
      task_(session_.executor()) {
    adopt_->setObjectName(QStringLiteral("adoptPolicy"));
    setKind(adopt_, "primary");
    policies_->setObjectName(QStringLiteral("policies"));
    policies_->setAccessibleName(policies_->text());
    pause_.setSingleShot(true);
    pause_.setInterval(kRestMilliseconds);
    wire();
    connectTiers();
    placeActions();
}

ChartsPane::~ChartsPane() = default;

void ChartsPane::wire() {
    connect(&pause_, &QTimer::timeout, this, &ChartsPane::askForIntervals);
    connect(view_, &DecideView::dragBegan, this, [this] { drag_ = session_.newDrag(); });
    connect(view_, &DecideView::dragEnded, this, [this] { drag_ = 0; });
    connect(view_, &DecideView::thresholdChosen, this, &ChartsPane::choose);
    connect(view_, &DecideView::chartChosen, this, [this](const QString& id) {
        session_.apply([&](ReviewState& state) { state.options[kChart] = id.toStdString(); });
    });
    connect(view_, &DecideView::chartSettingChosen, this, [this](const QString& id, const QString& setting) {
        const std::string key = kSetting + id.toStdString();
        session_.apply([&](ReviewState& state) {
            state.options.erase(key);
            if (!setting.isEmpty()) state.options[key] = setting.toStdString();
        });
    });
    connect(view_, &DecideView::cellChosen, this, [this](std::optional<Cell> cell) {
        session_.apply([&](ReviewState& state) {
            state.options.erase(kCell);
            for (const auto& [known, text] : kCells)
                if (cell == known) state.options[kCell] = text;
        });
    });
    connect(view_, &DecideView::limitsWanted, this, &ChartsPane::askForLimits);
    connect(estimates_, &DecideEstimates::changed, this, [this] {
        if (session_.run() && !isHidden()) showFacts();
    });
    connect(view_, &DecideView::saveFailed, this, [this](const QString& path) {
        Q_EMIT failed(
            tr("The chart could not be saved as %1: is the folder writable, the disk full?").arg(path));
    });
    connect(adopt_, &QPushButton::clicked, this, &ChartsPane::adopt);
    connect(policies_, &QPushButton::clicked, this,
            [this] { session_.apply([](ReviewState& state) { state.options[kPane] = kPolicies; }); });
    connect(&Theme::instance(), &Theme::changed, this, [this] { placeActions(true); });
}

void ChartsPane::connectTiers() {
    TierPane* pane = view_->tierPane();
    TierQueue* queue = view_->tierQueue();
    connect(view_, &DecideView::modeChosen, tiers_, &TierDesk::choose);
    connect(view_, &DecideView::cutoffPicked, tiers_, &TierDesk::pick);
    connect(pane, &TierPane::edited, tiers_, &TierDesk::edit);
    connect(pane, &TierPane::cutoffTyped, tiers_, &TierDesk::moveCutoff);
    connect(pane, &TierPane::cutoffsChosen, tiers_, &TierDesk::setCutoffs);
    connect(pane, &TierPane::bestWanted, tiers_, &TierDesk::findBest);
    connect(pane, &TierPane::fitWanted, tiers_, &TierDesk::fit);
    connect(queue, &TierQueue::edited, tiers_, &TierDesk::edit);
    connect(queue, &TierQueue::refused, this, &DecidePane::failed);
    connect(tiers_, &TierDesk::failed, this, &DecidePane::failed);
    connect(tiers_, &TierDesk::picked, this, [this] {
        if (session_.run() && !isHidden()) showFacts();
    });
}

void ChartsPane::choose(double threshold) {
    if (tiers_->on()) {
        tiers_->move(threshold, drag_);
        return;
    }
    if (threshold == session_.threshold()) return;
    session_.setThreshold(threshold, drag_);
}

void ChartsPane::refresh(Aspects aspects) {
    if (!wanted()) return;
    tiers_->demand();
    placeActions();
    // What its buttons say is true also when it is shown next.
    if (!isHidden())
        showFacts();
    else if (aspects & Aspect::Store)
        showActions(*session_.run());
}

void ChartsPane::showFacts() {
    const RunAnalysisPtr run = session_.run();
    const RunAnalysisPtr baseline = session_.baseline();
    DecideFacts facts;
    OperatingFacts& p = facts.point;
    p.run = run;
    p.baseline = baseline && baseline->sweep && baseline->sweep->samples() > 0 ? baseline : nullptr;
    p.runName = qt(versionName(run->request.table->info().version));
    if (baseline) p.baselineName = qt(versionName(baseline->request.table->info().version));
    if (p.baselineName == p.runName && baseline) p.baselineName = qt(baseline->request.table->info().evalSet);
    p.words = session_.words();
    if (const auto policy = session_.policy()) p.policy = policy->threshold;
    p.threshold = session_.threshold();
    tiers_->fill(p);
    facts.policy = desk_.inForce();
    if (known_ && known_->run == run && known_->point == tiers_->point() && known_->policy == facts.policy) {
        facts.likely = known_->intervals.now;
        if (facts.policy) facts.difference = p.difference = known_->intervals.difference;
    } else {
        pause_.start();
    }
    facts.chart = qt(option(session_.state(), kChart));
    for (const auto& [key, value] : session_.state().options)
        if (key.starts_with(kSetting)) facts.settings[qt(key.substr(kSetting.size()))] = qt(value);
    p.limits = Limits::fromJson(option(session_.state(), kLimits));
    // A team sees the cases of everyone: of a cohort alone its capacity says nothing.
    if (session_.state().cohort.empty()) p.capacity = run->request.costs.reviewCapacity;
    estimates_->want({run, p.policy, p.limits, p.capacity});
    p.withRequired = p.limits;
    drawRequired(session_, *p.withRequired);
    p.limited = estimates_->limited();
    p.fitting = estimates_->fitting();
    facts.crossFit = estimates_->crossFit();
    if (facts.crossFit) p.saving = Interval{-facts.crossFit->interval.hi, -facts.crossFit->interval.lo};
    facts.limitsFailure = estimates_->failure();
    if (!p.tiers) facts.broken = estimates_->broken(p.threshold);
    facts.cell = cellNamed(option(session_.state(), kCell));
    if (const auto costs = session_.costs())
        facts.costsNote = costsNote(*costs, cohortName(session_).toStdString(), session_.tryingCosts(), *run);
    showActions(*run);
    view_->setFacts(facts);
}

void ChartsPane::showActions(const RunAnalysis& run) {
    const OperatingPoint point = tiers_->point();
    adopt_->setEnabled((point.tiers || std::isfinite(point.threshold)) && desk_.inForce() != point);
    // Beside the headline of a narrow page there is room for few words.
    const bool narrow = width() < 1200 * Theme::instance().typeScale();
    const QString before = adopt_->text();
    adopt_->setText(point.tiers ? narrow ? tr("Adopt tiers...") : tr("Adopt these tiers...")
                                : (narrow ? tr("Adopt %1...") : tr("Adopt %1 as policy..."))
                                      .arg(qt(shortThreshold(run, point.threshold))));
    adopt_->setAccessibleName(adopt_->text());
    const int late = desk_.overdue();
    const QString policies = late == 0 || narrow ? tr("Policies...") : tr("Policies, %1 late...").arg(late);
    const bool renamed = policies_->text() != policies;
    policies_->setText(policies);
    policies_->setAccessibleName(policies);
    if (renamed || before.size() != adopt_->text().size()) placeActions(true);
}

// Beside the open cost model there are none: it has its own, and nobody adopts a policy under costs that are
// being typed. In present mode there are none either.
void ChartsPane::placeActions(bool anew) {
    const bool typing = option(session_.state(), kCosts) == kOpen || isPresenting();
    // A policy is of a version; one class against the rest has no policy of its own.
    const bool binary = session_.store() != nullptr && !hasManyClasses(session_);
    std::vector<QPushButton*> actions;
    if (!typing && binary) actions.push_back(adopt_);
    if (!typing && !isHidden()) actions.push_back(costs_);
    if (!typing && binary) actions.push_back(policies_);
    adopt_->setVisible(!typing && binary);
    policies_->setVisible(!typing && binary);
    if (!isHidden()) costs_->setVisible(!typing);
    if (!anew && actions == actions_) return;
    actions_ = actions;
    view_->setActions(actions);
}

void ChartsPane::adopt() {
    const OperatingPoint point = tiers_->point();
    const RunAnalysisPtr run = session_.run();
    if (!run) return;
    QString warning;
    if (!point.tiers) {
        const Limits limits = Limits::fromJson(option(session_.state(), kLimits));
        warning = qt(brokenSentence(limits, estimates_->broken(point.threshold), *run, session_.words()));
    }
    desk_.adopt(point, {}, warning, this);
}

void ChartsPane::askForLimits() {
    const RunAnalysisPtr run = session_.run();
    if (!run || !run->sweep || run->sweep->samples() == 0) return;
    std::vector<LimitsDialog::Group> groups;
    for (const Cohort& cohort : CohortDesk::of(session_).cohorts())
        groups.push_back({qt(cohort.name), cohort.expression});
    const Limits limits = Limits::fromJson(option(session_.state(), kLimits));
    auto* dialog = new LimitsDialog(run, session_.words(), limits, groups, session_.executor(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LimitsDialog::chosen, this, [this](const Limits& wanted) {
        session_.apply([&](ReviewState& state) {
            state.options.erase(kLimits);
            if (!wanted.empty()) state.options[kLimits] = wanted.toJson();
        });
    });
    dialog->open();
}

void ChartsPane::askForIntervals() {
    const RunAnalysisPtr run = session_.run();
    if (!run || !run->sweep || run->sweep->samples() == 0) return;
    const OperatingPoint point = tiers_->point();
    const std::optional<OperatingPoint> policy = desk_.inForce();
    task_.start(
        [run, point, policy](const TaskContext& context) {
            return std::any(pointIntervals(*run, point, policy, context));
        },
        [this, run, point, policy](const std::any& result) {
            known_ = Known{run, point, policy, std::any_cast<CostIntervals>(result)};
            if (session_.run() == run && !isHidden()) showFacts();
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

void ChartsPane::resizeEvent(QResizeEvent*) {
    if (const RunAnalysisPtr run = session_.run(); run && !isHidden()) showActions(*run);
    view_->setGeometry(rect());
}

void ChartsPane::showEvent(QShowEvent*) {
    if (wanted()) placeActions();
}

}  // namespace reckoner

#include "moc_charts_pane.cpp"
