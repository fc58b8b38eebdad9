#include "ui/pages/decide/tier_desk.h"

#include <algorithm>
#include <cmath>

#include "core/cost/tier_proposal.h"
#include "core/cost/tier_search.h"
#include "ui/session/point_on_screen.h"

namespace reckoner {
TierDesk::TierDesk(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), task_(session.executor()) {}

bool TierDesk::wanted() const {
    return wantsTiers(session_.state(), session_.policy());
}

bool TierDesk::on() const {
    return tiersOnScreen(session_.state(), session_.policy()) != nullptr;
}

void TierDesk::demand() {
    if (!wanted() || session_.state().tierPlan()) return;
    propose(false);
}

void TierDesk::choose(bool tiers) {
    if (tiers == wanted()) return;
    if (tiers && !session_.state().tierPlan()) {
        propose(true);
        return;
    }
    session_.apply([tiers](ReviewState& state) { chooseTiers(state, tiers); });
}

void TierDesk::propose(bool asStep) {
    const RunAnalysisPtr run = session_.run();
    if (!run || run->sweep->samples() == 0 || std::isnan(session_.threshold())) return;
    if (task_.running() && proposingFor_ == run) return;
    const auto policy = session_.policy();
    const std::optional<TierPlan> adopted = policy ? policy->tiers : std::nullopt;
    const RunId id = session_.state().run;
    proposingFor_ = run;
    task_.start(
        [run, adopted, threshold = session_.threshold()](const TaskContext& context) {
            return std::any(adopted ? *adopted : proposedTiers(*run, threshold, context));
        },
        [this, run, id, asStep](const std::any& result) {
            proposingFor_.reset();
            if (session_.run() != run) return;
            ReviewState next = session_.state();
            next.tiers[id] = std::any_cast<TierPlan>(result);
            if (asStep) {
                chooseTiers(next, true);
                session_.apply([&](ReviewState& state) { state = next; });
            } else {
                session_.restore(next);
            }
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

OperatingPoint TierDesk::point() const {
    return pointOnScreen(session_);
}

std::optional<OperatingPoint> TierDesk::policyPoint() const {
    return reckoner::policyPoint(session_);
}

void TierDesk::fill(OperatingFacts& facts) const {
    const auto policy = session_.policy();
    if (policy && policy->tiers) {
        facts.policyTiers = policy->tiers;
        facts.policy.reset();
    }
    if (!on()) return;
    facts.tiers = *session_.state().tierPlan();
    facts.cutoff = cutoff();
    facts.threshold = facts.tiers->cutoffs[facts.cutoff];
}

std::size_t TierDesk::cutoff() const {
    const TierPlan* plan = session_.state().tierPlan();
    return plan ? std::min(cutoff_, plan->cutoffs.size() - 1) : 0;
}

void TierDesk::pick(int cutoff) {
    cutoff_ = static_cast<std::size_t>(std::max(0, cutoff));
    Q_EMIT picked();
}

void TierDesk::move(double value, std::uint64_t drag) {
    const std::size_t at = cutoff();
    if (!on() || std::isnan(value)) return;
    session_.apply([&](ReviewState& state) { reckoner::moveCutoff(state.tiers[state.run], at, value); },
                   drag);
}

void TierDesk::moveCutoff(int cutoff, double value) {
    pick(cutoff);
    move(value, 0);
}

void TierDesk::edit(const TierPlan& plan) {
    try {
        check(plan);
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
        return;
    }
    session_.apply([&](ReviewState& state) { state.tiers[state.run] = plan; });
}

void TierDesk::setCutoffs(int count) {
    if (!on() || static_cast<int>(session_.state().tierPlan()->cutoffs.size()) == count) return;
    start([count](const RunAnalysis& run, const TierPlan& plan, const TaskContext& context) {
        return withCutoffs(run, plan, static_cast<std::size_t>(count), context);
    });
}

void TierDesk::findBest() {
    start([](const RunAnalysis& run, const TierPlan& plan, const TaskContext& context) {
        TierPlan best = plan;
        best.cutoffs = bestCutoffs(*run.sweep, run.cost, reviewTerms(run, plan), plan, context);
        return best;
    });
}

void TierDesk::fit() {
    start([](const RunAnalysis& run, const TierPlan& plan, const TaskContext& context) {
        TierPlan fitted = plan;
        fitted.cutoffs = fitCutoffs(*run.sweep, run.cost, reviewTerms(run, plan), plan, context);
        return fitted;
    });
}

void TierDesk::start(Search search) {
    const RunAnalysisPtr run = session_.run();
    if (!on() || !run) return;
    const TierPlan plan = *session_.state().tierPlan();
    const RunId id = session_.state().run;
    task_.start(
        [run, plan, search = std::move(search)](const TaskContext& context) {
            return std::any(search(*run, plan, context));
        },
        [this, run, plan, id](const std::any& result) {
            // What was moved meanwhile counts more than what was searched for.
            if (session_.run() != run || !session_.state().tierPlan() ||
                !(*session_.state().tierPlan() == plan))
                return;
            session_.apply([&](ReviewState& state) { state.tiers[id] = std::any_cast<TierPlan>(result); });
        },
        [this](const Error& error) { Q_EMIT failed(QString::fromUtf8(error.what())); });
}

}  // namespace reckoner

#include "moc_tier_desk.cpp"
