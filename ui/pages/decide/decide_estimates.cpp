#include "ui/pages/decide/decide_estimates.h"

namespace reckoner {
namespace {

struct Found {
    std::vector<Constraint> constraints;
    std::optional<LimitedOptimum> limited;
    std::optional<LimitedOptimum> fitting;
};

std::optional<LimitedOptimum> within(const std::vector<Constraint>& constraints, const RunAnalysis& run,
                                     const TaskContext& context) {
    if (constraints.empty()) return std::nullopt;
    return limitedOptimum(*run.sweep, run.cost, constraints, context);
}

}  // namespace

DecideEstimates::DecideEstimates(Executor& executor, QObject* parent)
    : QObject(parent), limits_(executor), crossFits_(executor) {}

void DecideEstimates::want(const Wanted& wanted) {
    if (wanted == wanted_) return;
    const bool otherRun = wanted.run != wanted_.run;
    const bool otherLimits =
        otherRun || wanted.limits != wanted_.limits || wanted.capacity != wanted_.capacity;
    const bool otherPolicy = otherRun || wanted.policy != wanted_.policy;
    wanted_ = wanted;
    if (otherLimits) findLimited();
    if (otherPolicy) estimate();
}

void DecideEstimates::findLimited() {
    limits_.cancel();
    limited_.reset();
    fitting_.reset();
    constraints_.clear();
    failure_.clear();
    const Wanted wanted = wanted_;
    if (!wanted.run || wanted.run->sweep->samples() == 0) return;
    if (wanted.limits.empty() && !wanted.capacity) return;
    limits_.start(
        [wanted](const TaskContext& context) {
            Limits capacity;
            capacity.capacity = wanted.capacity;
            Found found;
            found.constraints = constraintsOf(wanted.limits, *wanted.run, context);
            found.limited = within(found.constraints, *wanted.run, context);
            found.fitting = within(constraintsOf(capacity, *wanted.run, context), *wanted.run, context);
            return std::any(std::move(found));
        },
        [this](const std::any& result) {
            const auto found = std::any_cast<Found>(result);
            constraints_ = found.constraints;
            limited_ = found.limited;
            fitting_ = found.fitting;
            Q_EMIT changed();
        },
        [this](const Error& error) {
            failure_ = QString::fromUtf8(error.what());
            Q_EMIT changed();
        });
}

std::vector<BrokenLimit> DecideEstimates::broken(double threshold) const {
    if (constraints_.empty()) return {};
    return brokenLimits(wanted_.limits, constraints_, *wanted_.run, threshold);
}

void DecideEstimates::estimate() {
    crossFits_.cancel();
    crossFit_.reset();
    const Wanted wanted = wanted_;
    if (!wanted.run || !wanted.policy || wanted.run->sweep->samples() == 0) return;
    crossFits_.start(
        [wanted](const TaskContext& context) {
            return std::any(reckoner::crossFit(*wanted.run, *wanted.policy, 7, kCrossFitFolds, context));
        },
        [this](const std::any& result) {
            crossFit_ = std::any_cast<std::optional<CrossFit>>(result);
            Q_EMIT changed();
        },
        // Amounts that cannot be read are told by the cost itself; here the sentence is left out.
        [](const Error&) {});
}

}  // namespace reckoner

#include "moc_decide_estimates.cpp"
