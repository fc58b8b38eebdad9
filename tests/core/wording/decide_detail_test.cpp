#include "core/wording/decide_detail.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/numbers.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/lowest_sentences.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

const RunAnalysis& detailRun() {
    static const RunAnalysisPtr run = test::creditRun(2);
    return *run;
}

RunAnalysisPtr fourSamples(const CostModel& costs, ScoreKind kind = ScoreKind::Probability) {
    test::VectorTable table;
    table.info.kind = kind;
    table.labels({"yes", "no", "yes", "no"}).scores({0.9, 0.6, 0.4, 0.1});
    return test::analysed(std::move(table), costs);
}

// Three that are missed at 0.5 and one false alarm; each missed one weighs `missed`.
RunAnalysisPtr threeMissed(double missed) {
    CostModel costs;
    costs.fn.fixed = missed;
    test::VectorTable table;
    table.labels({"yes", "no", "yes", "yes", "yes"}).scores({0.9, 0.6, 0.4, 0.2, 0.1});
    return test::analysed(std::move(table), costs);
}

TEST(DecideDetail, SaysWhichMistakesThereAreAndWhatTheyCost) {
    EXPECT_EQ(errorsSentence(detailRun(), test::creditWords(), 0.31),
              "167 good customers refused a month cost 27,000 EUR; the 68 defaults missed are fewer but cost "
              "more: 37,100.");
    EXPECT_EQ(errorsSentence(detailRun(), test::creditWords(), 0.31, ErrorsRoom::Side),
              "167 good customers refused a month cost 27,000 EUR; 68 defaults missed cost 37,100.");
    EXPECT_EQ(errorsSentence(detailRun(), test::creditWords(), 0.31, ErrorsRoom::Counts),
              "167 good customers refused and 68 defaults missed a month.");
    EXPECT_EQ(errorsSentence(detailRun(), test::creditWords(), 0.7).substr(0, 23), "242 defaults missed a m");
}

TEST(DecideDetail, WithoutMoneyMistakesWeigh) {
    CostModel costs;
    costs.fn.fixed = 3;
    EXPECT_EQ(errorsSentence(*fourSamples(costs), {}, 0.5), "1 false alarm and 1 missed.");
    EXPECT_EQ(errorsSentence(*threeMissed(3), {}, 0.5), "3 missed; the one false alarm weighs less.");
    EXPECT_EQ(errorsSentence(*threeMissed(0.25), {}, 0.5),
              "3 missed; the one false alarm weighs more: 1 false alarms\u2019 worth.");
}

TEST(DecideDetail, TheVolumeIsLeftOutWhereThereIsNoRoom) {
    EXPECT_EQ(
        shortAssumptions(detailRun(), test::creditWords(), Interval{59'800, 68'800}),
        "Likely between 59,800 and 68,800. A missed default costs half the amount, a good customer refused "
        "15\u202F%.");
    EXPECT_EQ(shortAssumptions(*fourSamples({}), {}, {}), assumptions(*fourSamples({}), {}, {}));
}

TEST(DecideDetail, TheIntervalStandsAlone) {
    EXPECT_EQ(likelyText(Interval{59'812, 68'790}), "Likely between 59,800 and 68,800.");
    EXPECT_EQ(likelyText({}), "");
}

TEST(DecideDetail, OneKindOrNoneIsSaidSo) {
    EXPECT_EQ(errorsSentence(*fourSamples({}), {}, 0.3),
              "1 false alarm costs 1 false alarm\u2019s worth; no missed.");
    test::VectorTable table;
    table.labels({"yes", "no"}).scores({0.9, 0.1});
    EXPECT_EQ(errorsSentence(*test::analysed(std::move(table), {}), {}, 0.5), "No decision is wrong here.");
}

// What is said to be within one percent is, at both ends and between.
TEST(DecideDetail, ThePlateauHoldsWhatItSays) {
    const RunAnalysis& run = detailRun();
    const std::string text = plateauSentence(run);
    ASSERT_TRUE(text.starts_with("Anything from 0.")) << text;
    const double from = parseNumber(text.substr(14, 5)).value();
    const double to = parseNumber(text.substr(23, 5)).value();
    EXPECT_LT(from, to);
    for (int i = 0; i <= 50; ++i)
        EXPECT_LE(run.cost.total(run.sweep->at(from + (to - from) * i / 50)), run.best->total * 1.01);
    EXPECT_TRUE(text.ends_with(" is within 1\u202F% of the lowest."));
}

TEST(DecideDetail, AnOptimumWithoutNeighboursStandsAlone) {
    CostModel costs;
    costs.fn.fixed = 10;
    costs.fp.fixed = 10;
    test::VectorTable table;
    table.labels({"yes", "no", "yes", "no"}).scores({0.9, 0.8, 0.4, 0.1});
    EXPECT_EQ(plateauSentence(*test::analysed(std::move(table), costs)),
              "Only 0.9 is within 1\u202F% of the lowest.");
}

TEST(DecideDetail, ASavingIsOneOnlyWhenItsIntervalSaysSo) {
    const RunAnalysis& run = detailRun();
    const Vocabulary words = test::creditWords();
    CrossFit fit;
    fit.saving = 16'912;
    fit.interval = {12'130, 21'780};
    EXPECT_EQ(crossFitSentence(run, words, fit),
              "On samples it was not chosen on, the lowest saves 16,900 EUR against the policy, "
              "between 12,100 and 21,800.");
    fit.saving = 900;
    fit.interval = {-1'200, 3'400};
    EXPECT_EQ(crossFitSentence(run, words, fit),
              "On samples it was not chosen on, the lowest is not distinguishable from the policy: "
              "between 1,200 lost and 3,400 saved.");
    fit.saving = -900;
    fit.interval = {-1'200, -400};
    EXPECT_EQ(crossFitSentence(run, words, fit),
              "On samples it was not chosen on, the lowest costs 900 EUR more than the policy, "
              "between 400 and 1,200.");
}

TEST(DecideDetail, BayesHoldsOnlyForProbabilitiesWithFixedCosts) {
    CostModel costs;
    costs.fn.fixed = 4;
    EXPECT_EQ(bayesSentence(*fourSamples(costs)), "If the scores are calibrated, 0.200 is best.");
    EXPECT_EQ(bayesSentence(*fourSamples(costs, ScoreKind::Raw)), "");
    EXPECT_EQ(bayesSentence(detailRun()), "");
}

}  // namespace
}  // namespace reckoner
