#include "core/wording/lowest_sentences.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/wording/number_format.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

const RunAnalysis& lowestRun() {
    static const RunAnalysisPtr run = test::creditRun(2);
    return *run;
}

RunAnalysisPtr anyRun(Random& random) {
    std::vector<std::string> labels{"yes", "no"};
    std::vector<double> scores{random.unit(), random.unit()};
    for (std::size_t n = random.below(60); n > 0; --n) {
        labels.push_back(random.unit() < 0.4 ? "yes" : "no");
        scores.push_back(random.unit());
    }
    CostModel costs;
    costs.fn.fixed = 1 + static_cast<double>(random.below(9));
    test::VectorTable table;
    table.labels(labels).scores(scores);
    return test::analysed(std::move(table), costs);
}

TEST(LowestSentences, SayTheLowestAndHowMuchItMatters) {
    const RunAnalysis& run = lowestRun();
    EXPECT_EQ(lowestSentence(run, 0.31, {}, LowestRoom::None), "");
    EXPECT_EQ(lowestSentence(run, 0.31, {}, LowestRoom::Lowest), "The lowest possible is 61,400, at 0.259.");
    const std::string whole = lowestSentence(run, 0.31, {}, LowestRoom::Plateau);
    EXPECT_TRUE(whole.starts_with("The lowest possible is 61,400, at 0.259; anything from 0.2")) << whole;
    EXPECT_TRUE(whole.ends_with(" is within 1\u202F% of it.")) << whole;
    EXPECT_EQ(lowestSentence(run, run.best->threshold, {}, LowestRoom::Lowest),
              "This is the lowest possible.");
}

TEST(LowestSentences, WithinLimitsTheLowestIsTheirs) {
    const RunAnalysis& run = lowestRun();
    const LimitedOptimum::Point within{0.35, run.cost.total(run.sweep->at(0.35))};
    const std::string text = lowestSentence(run, 0.31, within, LowestRoom::Plateau);
    EXPECT_TRUE(text.starts_with("The lowest within your limits is ")) << text;
    EXPECT_TRUE(text.ends_with(", at 0.35.")) << text;
    EXPECT_EQ(lowestSentence(run, 0.35, within, LowestRoom::Lowest),
              "This is the lowest within your limits.");
    // Limits that cost nothing are not spoken of.
    const LimitedOptimum::Point loose{run.best->threshold, run.best->total};
    EXPECT_EQ(lowestSentence(run, 0.31, loose, LowestRoom::Lowest),
              "The lowest possible is 61,400, at 0.259.");
}

// Whoever types the threshold that is named finds the cost that is named.
TEST(LowestSentences, AThresholdIsNamedWithTheDigitsItsCostNeeds) {
    Random random(417);
    int shorter = 0;
    for (int i = 0; i < 200; ++i) {
        const RunAnalysisPtr run = anyRun(random);
        const double best = run->best->threshold;
        const std::string name = costedThreshold(*run, best);
        if (std::isinf(best)) {
            EXPECT_EQ(name, "nobody");
            continue;
        }
        const double typed = *parseNumber(name);
        EXPECT_LE(name.size(), 5U) << name;
        if (name == fullThreshold(*run, best)) continue;
        ++shorter;
        EXPECT_EQ(amountText(run->perPeriod(run->cost.total(run->sweep->at(typed)))),
                  amountText(run->perPeriod(run->best->total)))
            << name;
    }
    EXPECT_GT(shorter, 50);
    EXPECT_EQ(costedThreshold(lowestRun(), lowestRun().best->threshold), "0.259");
    EXPECT_EQ(costedThreshold(lowestRun(), std::numeric_limits<double>::infinity()), "nobody");
}

TEST(LowestSentences, EveryPageSaysThePlateauByTheSameEnds) {
    const RunAnalysisPtr run = test::creditRun(2);
    const std::string stretch = plateauStretch(*run);
    EXPECT_NE(lowestSentence(*run, 0.5, std::nullopt, LowestRoom::Plateau).find(stretch), std::string::npos);
    EXPECT_NE(plateauSentence(*run).find(stretch.substr(1)), std::string::npos);
    // Rounded inwards: what is said holds.
    EXPECT_EQ(stretch, "anything from 0.253 to 0.262");
    for (const double end : {0.253, 0.262})
        EXPECT_LE(run->cost.total(run->sweep->at(end)), run->best->total * 1.01);
}

}  // namespace
}  // namespace reckoner
