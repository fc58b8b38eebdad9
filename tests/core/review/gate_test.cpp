#include "core/review/gate.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

using State = RequirementState;

RequirementResult resultOf(const Value& value, std::optional<Interval> interval, double floor,
                           std::optional<double> target = {}) {
    RequirementResult result;
    result.record.requirement.metric = "recall";
    result.record.requirement.floor = floor;
    result.record.requirement.target = target;
    result.value = value;
    result.interval = interval;
    result.bound = floor;
    return result;
}

RequirementResult settledResult(RequirementResult result) {
    settle(result, "3.0.0", "2026-03-04");
    return result;
}

SegmentReach segment(State state, std::uint64_t n, std::optional<std::uint64_t> needed = {}) {
    SegmentReach reach;
    reach.state = state;
    reach.n = n;
    reach.value = 0.5;
    reach.samplesNeeded = needed;
    return reach;
}

TEST(Gate, TheIntervalDecidesAndTheValueOnlyLeans) {
    EXPECT_EQ(stateOf(0.9, Interval{0.8, 0.95}, 0.8, false), State::Met);
    EXPECT_EQ(stateOf(0.9, Interval{0.79, 0.95}, 0.8, false), State::LeaningMet);
    EXPECT_EQ(stateOf(0.7, Interval{0.6, 0.8}, 0.8, false), State::LeaningFailed);
    EXPECT_EQ(stateOf(0.7, Interval{0.6, 0.79}, 0.8, false), State::Failed);
    EXPECT_EQ(stateOf(100, Interval{90, 120}, 120, true), State::Met);
    EXPECT_EQ(stateOf(100, Interval{90, 121}, 120, true), State::LeaningMet);
    EXPECT_EQ(stateOf(130, Interval{120, 140}, 120, true), State::LeaningFailed);
    EXPECT_EQ(stateOf(130, Interval{121, 140}, 120, true), State::Failed);
    EXPECT_EQ(stateOf(0.9, std::nullopt, 0.8, false), State::LeaningMet);
    EXPECT_EQ(stateOf(Reason::NoPositives, std::nullopt, 0.8, false), State::LeaningFailed);
    EXPECT_EQ(stateOf(std::nan(""), Interval{0.9, 1}, 0.8, false), State::LeaningFailed);
}

TEST(Gate, ATargetIsReachedByTheValueOnceTheFloorIsSure) {
    EXPECT_EQ(settledResult(resultOf(0.9, Interval{0.85, 0.95}, 0.8, 0.9)).state, State::TargetMet);
    EXPECT_EQ(settledResult(resultOf(0.89, Interval{0.85, 0.95}, 0.8, 0.9)).state, State::Met);
    EXPECT_EQ(settledResult(resultOf(0.9, Interval{0.7, 0.95}, 0.8, 0.9)).state, State::LeaningMet);
    RequirementResult relative = resultOf(-0.01, Interval{-0.015, 0.01}, 0, 0.85);
    relative.record.requirement.floor.reset();
    relative.record.requirement.baseline = "2.0.0";
    relative.bound = -0.02;
    relative.baselineValue = 0.87;
    EXPECT_EQ(settledResult(relative).state, State::TargetMet);
    relative.baselineValue = 0.855;
    EXPECT_EQ(settledResult(relative).state, State::Met);
}

TEST(Gate, AWaiverCoversWhatIsNotMet) {
    RequirementResult failed = resultOf(0.5, Interval{0.4, 0.6}, 0.8);
    failed.samplesNeeded = 0;
    RequirementEvent waiver;
    waiver.version = "3.0.0";
    waiver.why = "on trial";
    failed.record.events = {waiver};
    const RequirementResult waived = settledResult(failed);
    EXPECT_EQ(waived.state, State::Waived);
    EXPECT_EQ(waived.unwaived, State::Failed);
    EXPECT_EQ(waived.waiver->why, "on trial");
    failed.record.events[0].version = "2.0.0";
    EXPECT_EQ(settledResult(failed).state, State::Failed);
    RequirementResult met = resultOf(0.9, Interval{0.85, 0.95}, 0.8);
    met.record.events = {waiver};
    EXPECT_EQ(settledResult(met).state, State::Met);
    RequirementResult unjudged = resultOf(Reason::NotComparable, std::nullopt, 0.8);
    unjudged.reason = "There is no such column.";
    EXPECT_EQ(settledResult(unjudged).state, State::LeaningFailed);
}

TEST(Gate, OneFailureFailsAndOneDoubtIsNotEnough) {
    GateResult gate;
    EXPECT_EQ(gate.verdict(), GateVerdict::Pass);
    const auto add = [&gate](State state) {
        gate.results.emplace_back();
        gate.results.back().state = state;
    };
    add(State::Met);
    add(State::TargetMet);
    add(State::Waived);
    EXPECT_EQ(gate.verdict(), GateVerdict::Pass);
    add(State::LeaningMet);
    EXPECT_EQ(gate.verdict(), GateVerdict::Insufficient);
    add(State::Failed);
    EXPECT_EQ(gate.verdict(), GateVerdict::Fail);
    EXPECT_EQ(gate.count(State::Met), 1U);
    EXPECT_EQ(name(GateVerdict::Insufficient), "insufficient");
    EXPECT_EQ(name(State::LeaningFailed), "leaning_failed");
}

TEST(Gate, EnoughSegmentsReachItOrTooManyDoNot) {
    RequirementResult result = resultOf(Reason::None, std::nullopt, 0.8);
    result.record.requirement.share = 0.75;
    result.n = 400;
    result.segments = {segment(State::Met, 100), segment(State::Met, 100),
                       segment(State::LeaningMet, 100, 50), segment(State::LeaningFailed, 100, 20)};
    judgeSegments(result);
    EXPECT_EQ(*result.value, 0.75);
    EXPECT_EQ(result.interval->lo, 0.5);
    EXPECT_EQ(result.interval->hi, 1);
    EXPECT_EQ(settledResult(result).state, State::LeaningMet);
    EXPECT_EQ(settledResult(result).samplesNeeded, 200U) << "50 more of a quarter of the samples";
    result.segments[2].state = State::Met;
    judgeSegments(result);
    EXPECT_EQ(settledResult(result).state, State::Met);
    result.segments[1].state = result.segments[2].state = State::Failed;
    judgeSegments(result);
    EXPECT_EQ(settledResult(result).state, State::Failed);
    result.segments[1].state = State::LeaningFailed;
    result.segments[1].samplesNeeded = 10;
    judgeSegments(result);
    EXPECT_EQ(settledResult(result).state, State::LeaningFailed);
    EXPECT_EQ(settledResult(result).samplesNeeded, 40U) << "one more that surely fails is enough";
}

// Against every way the segments in doubt could turn out.
TEST(Gate, SegmentsInDoubtAreJudgedByEveryWayTheyCouldTurnOut) {
    Random random(3);
    constexpr State kStates[] = {State::Met, State::Failed, State::LeaningMet, State::LeaningFailed};
    for (int round = 0; round < 300; ++round) {
        RequirementResult result = resultOf(Reason::None, std::nullopt, 0.8);
        const std::size_t segments = 1 + random.below(7);
        result.record.requirement.share = static_cast<double>(1 + random.below(10)) / 10;
        for (std::size_t i = 0; i < segments; ++i)
            result.segments.push_back(segment(kStates[random.below(4)], 10));
        judgeSegments(result);
        std::size_t doubts = 0, sure = 0;
        for (const SegmentReach& one : result.segments) {
            doubts += one.state == State::LeaningMet || one.state == State::LeaningFailed ? 1 : 0;
            sure += one.state == State::Met ? 1 : 0;
        }
        bool always = true, never = true;
        for (std::size_t turned = 0; turned <= doubts; ++turned) {
            const bool reached = static_cast<double>(sure + turned) + 1e-9 >=
                                 *result.record.requirement.share * static_cast<double>(segments);
            always = always && reached;
            never = never && !reached;
        }
        const State state = settledResult(result).state;
        EXPECT_EQ(state == State::Met, always);
        EXPECT_EQ(state == State::Failed, never);
    }
}

}  // namespace
}  // namespace reckoner
