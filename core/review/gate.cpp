#include "core/review/gate.h"

#include <algorithm>
#include <cmath>

namespace reckoner {
namespace {

bool passed(RequirementState state) {
    return state == RequirementState::Met || state == RequirementState::TargetMet;
}

bool leans(RequirementState state) {
    return state == RequirementState::LeaningMet || state == RequirementState::LeaningFailed;
}

// A segment holds n of all samples, so that many more of all bring its share of them.
std::optional<std::uint64_t> ofAll(const SegmentReach& segment, std::uint64_t all) {
    if (!segment.samplesNeeded || segment.n == 0) return std::nullopt;
    return static_cast<std::uint64_t>(std::ceil(static_cast<double>(*segment.samplesNeeded) *
                                                static_cast<double>(all) / static_cast<double>(segment.n)));
}

// The cheapest `wanted` of the segments that lean that way have to be settled, all at once.
std::optional<std::uint64_t> cheapest(const RequirementResult& result, RequirementState leaning,
                                      std::size_t wanted) {
    std::vector<std::uint64_t> needed;
    for (const SegmentReach& segment : result.segments)
        if (const auto all = ofAll(segment, result.n); all && segment.state == leaning)
            needed.push_back(*all);
    if (wanted == 0 || needed.size() < wanted) return std::nullopt;
    std::nth_element(needed.begin(), needed.begin() + static_cast<std::ptrdiff_t>(wanted - 1), needed.end());
    return needed[wanted - 1];
}

}  // namespace

std::string_view name(RequirementState state) {
    switch (state) {
        case RequirementState::Met:
            return "met";
        case RequirementState::TargetMet:
            return "target_met";
        case RequirementState::Failed:
            return "failed";
        case RequirementState::LeaningMet:
            return "leaning_met";
        case RequirementState::LeaningFailed:
            return "leaning_failed";
        case RequirementState::Waived:
            break;
    }
    return "waived";
}

std::string_view name(GateVerdict verdict) {
    switch (verdict) {
        case GateVerdict::Pass:
            return "pass";
        case GateVerdict::Fail:
            return "fail";
        case GateVerdict::Insufficient:
            break;
    }
    return "insufficient";
}

GateVerdict GateResult::verdict() const {
    const auto any = [this](const auto& wanted) {
        return std::any_of(results.begin(), results.end(),
                           [&](const RequirementResult& result) { return wanted(result.state); });
    };
    if (any([](RequirementState state) { return state == RequirementState::Failed; }))
        return GateVerdict::Fail;
    return any(leans) ? GateVerdict::Insufficient : GateVerdict::Pass;
}

std::size_t GateResult::count(RequirementState state) const {
    return static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(),
                      [state](const RequirementResult& result) { return result.state == state; }));
}

RequirementState stateOf(const Value& value, const std::optional<Interval>& interval, double bound,
                         bool atMost) {
    if (!value || std::isnan(*value)) return RequirementState::LeaningFailed;
    const bool reached = reaches(*value, bound, atMost);
    if (interval) {
        const bool best = reaches(atMost ? interval->lo : interval->hi, bound, atMost);
        const bool worst = reaches(atMost ? interval->hi : interval->lo, bound, atMost);
        if (reached && worst) return RequirementState::Met;
        if (!reached && !best) return RequirementState::Failed;
    }
    return reached ? RequirementState::LeaningMet : RequirementState::LeaningFailed;
}

void judgeSegments(RequirementResult& result) {
    std::size_t sure = 0, sureNot = 0, reached = 0, judged = 0;
    for (const SegmentReach& segment : result.segments) {
        if (!segment.value) continue;
        ++judged;
        sure += passed(segment.state) ? 1 : 0;
        sureNot += segment.state == RequirementState::Failed ? 1 : 0;
        reached += passed(segment.state) || segment.state == RequirementState::LeaningMet ? 1 : 0;
    }
    result.bound = result.requirement().share.value_or(1);
    result.atMost = false;
    if (judged == 0) {
        result.value = Reason::NoSamples;
        return;
    }
    const auto share = [judged](std::size_t number) {
        return static_cast<double>(number) / static_cast<double>(judged);
    };
    result.value = share(reached);
    result.interval = Interval{share(sure), share(judged - sureNot)};
    // Rounding of share x segments must not ask for one more than all of them.
    const auto wanted =
        static_cast<std::size_t>(std::ceil(result.bound * static_cast<double>(judged) - 1e-9));
    result.bound = share(wanted);
    const RequirementState state = stateOf(result.value, result.interval, result.bound, false);
    if (state == RequirementState::LeaningMet)
        result.samplesNeeded = cheapest(result, RequirementState::LeaningMet, wanted - sure);
    if (state == RequirementState::LeaningFailed)
        result.samplesNeeded =
            cheapest(result, RequirementState::LeaningFailed, judged - sureNot - wanted + 1);
}

void settle(RequirementResult& result, const std::string& version, const std::string& today) {
    result.unwaived = result.judged() ? stateOf(result.value, result.interval, result.bound, result.atMost)
                                      : RequirementState::LeaningFailed;
    const Requirement& requirement = result.requirement();
    const Value& held = requirement.baseline.empty() ? result.value : result.baselineValue;
    if (result.unwaived == RequirementState::Met && requirement.target && held && !requirement.share) {
        const double reached = requirement.baseline.empty() ? *held : *held + *result.value;
        if (reaches(reached, *requirement.target, requirement.atMost))
            result.unwaived = RequirementState::TargetMet;
    }
    result.state = result.unwaived;
    if (!leans(result.unwaived)) result.samplesNeeded.reset();
    if (const RequirementEvent* waiver = result.record.waiver(version, today)) {
        result.waiver = *waiver;
        if (!passed(result.unwaived)) result.state = RequirementState::Waived;
    }
}

}  // namespace reckoner
