#include "core/wording/limit_sentences.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

const RunAnalysis& limitsRun() {
    static const RunAnalysisPtr run = test::creditRun(2);
    return *run;
}

std::string told(const Limits& limits) {
    const RunAnalysis& run = limitsRun();
    const std::vector<Constraint> constraints = constraintsOf(limits, run);
    return limitedSentence(limits, limitedOptimum(*run.sweep, run.cost, constraints), run,
                           test::creditWords());
}

TEST(LimitSentences, SayWhatIsAsked) {
    Limits limits;
    EXPECT_EQ(limitsText(limits, limitsRun(), {}), "");
    limits.recall = 0.7;
    limits.flagRate = 0.425;
    limits.capacity = 300;
    limits.cohorts = {{"job = 'freelance'", "recall", 0.6}};
    EXPECT_EQ(
        limitsText(limits, limitsRun(), test::creditWords()),
        "recall at least 70\u202F%, at most 42.5\u202F% of the applications refused, at most 300 refused "
        "a month, recall where job = 'freelance' at least 60\u202F%");
}

TEST(LimitSentences, NameALineOnAChart) {
    EXPECT_EQ(requiredText(true, 0.7), "at least 70\u202F%");
    EXPECT_EQ(requiredText(false, 0.125), "at most 12.5\u202F%");
}

TEST(LimitSentences, SayWhatHoldingThemCosts) {
    Limits limits;
    limits.capacity = 300;
    const std::string text = told(limits);
    EXPECT_TRUE(text.starts_with("Within your limits 0.3")) << text;
    EXPECT_NE(text.find(" is the cheapest: "), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with(" more than the lowest.")) << text;
    Limits loose;
    loose.recall = 0.1;
    EXPECT_TRUE(told(loose).ends_with(", the lowest possible.")) << told(loose);
}

// Each limit by itself, against the figures of the point.
TEST(LimitSentences, NameTheOnesThatAreNotHeld) {
    const RunAnalysis& run = limitsRun();
    const auto at = [&](const Limits& limits, double threshold) {
        const std::vector<Constraint> constraints = constraintsOf(limits, run);
        return brokenSentence(limits, brokenLimits(limits, constraints, run, threshold), run,
                              test::creditWords());
    };
    Limits limits;
    limits.recall = 0.7;
    EXPECT_EQ(at(limits, 0.31), "");
    EXPECT_EQ(at(limits, 0.42), "Recall is 58\u202F%, not at least 70\u202F%.");
    limits.flagRate = 0.3;
    EXPECT_EQ(at(limits, 0.31), "38\u202F% of the applications are refused, not at most 30\u202F%.");
    limits.precision = 0.9;
    EXPECT_EQ(
        at(limits, 0.31),
        "2 limits do not hold: precision is 56\u202F%, not at least 90\u202F%; 38\u202F% of the applications "
        "are refused, not at most 30\u202F%.");
    Limits queue;
    queue.capacity = 300;
    EXPECT_EQ(at(queue, 0.31), "381 refused a month, not at most 300.");
    Limits cohort;
    cohort.cohorts = {{"job = 'freelance'", "recall", 0.99}};
    EXPECT_TRUE(at(cohort, 0.42).starts_with("Recall where job = 'freelance' is ")) << at(cohort, 0.42);
    Limits precise;
    precise.precision = 0.9;
    EXPECT_EQ(at(precise, std::numeric_limits<double>::infinity()),
              "Precision is n/a (nothing is flagged), not at least 90\u202F%.");
}

TEST(LimitSentences, SayWhatCannotBeHeldAndHowCloseOneGets) {
    Limits together;
    together.recall = 0.8;
    together.precision = 0.7;
    const std::string text = told(together);
    EXPECT_TRUE(text.starts_with("With your other limits held, ")) << text;
    EXPECT_NE(text.find(" at most ("), std::string::npos) << text;
    Limits queue;
    queue.recall = 0.9;
    queue.capacity = 100;
    const std::string needs = told(queue);
    EXPECT_TRUE(needs.starts_with("With your other limits held, recall reaches ") ||
                needs.starts_with("Your other limits need at least "))
        << needs;
    Limits alone;
    alone.cohorts = {{"job = 'no such job'", "recall", 0.5}};
    EXPECT_EQ(told(alone),
              "Recall where job = 'no such job' is n/a at every threshold: there are no such "
              "cases to count.");
}

TEST(LimitSentences, AValueThatMissesItsLimitIsNotRoundedOntoIt) {
    // Precision of this run never reaches 99.99 %: what is reached is told in figures that differ.
    test::VectorTable table;
    std::vector<std::string> labels(1000, "yes");
    std::vector<double> scores(1000, 0.5);
    labels[0] = "no";
    table.labels(labels).scores(scores);
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    Limits limits;
    limits.precision = 1;
    const std::vector<Constraint> constraints = constraintsOf(limits, *run);
    EXPECT_EQ(limitedSentence(limits, limitedOptimum(*run->sweep, run->cost, constraints), *run, {}),
              "Precision of 100\u202F% cannot be reached: 99.9\u202F% is the most, at 0.500.");
}

}  // namespace
}  // namespace reckoner
