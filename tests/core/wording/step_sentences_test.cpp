#include "core/wording/step_sentences.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/wording/decide_sentences.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

const RunAnalysis& stepsRun() {
    static const RunAnalysisPtr run = test::creditRun(2);
    return *run;
}

TEST(StepSentences, TheCheaperSideIsNamedInFull) {
    EXPECT_EQ(nextStepSentence(stepsRun(), test::creditWords(), 0.31),
              "One step left, 0.30: 4 more defaults caught and 9 more good customers refused a month, 700 "
              "EUR less.");
}

TEST(StepSentences, BothSidesStandBesideEachOther) {
    const RunAnalysis& run = stepsRun();
    const std::string wide = nextStepsSentence(run, test::creditWords(), 0.31, StepRoom::Wide);
    const std::string first = nextStepSentence(run, test::creditWords(), 0.31);
    ASSERT_TRUE(wide.starts_with(first + " One step right, 0.32: ")) << wide;
    const auto casesOf = [&](double threshold, bool positives) {
        const Tally now = run.sweep->at(0.31);
        const Tally then = run.sweep->at(threshold);
        const double more = positives ? then.tp.weight - now.tp.weight : then.fp.weight - now.fp.weight;
        return std::to_string(static_cast<int>(std::lround(std::fabs(more) / 4454 * 1000)));
    };
    const double change =
        run.perPeriod(run.cost.total(run.sweep->at(0.32)) - run.cost.total(run.sweep->at(0.31)));
    const double total = run.perPeriod(run.cost.total(run.sweep->at(0.31)));
    EXPECT_NE(wide.find(casesOf(0.32, true) + " fewer and " + casesOf(0.32, false) + " fewer, " +
                        amountText(run, test::creditWords(), std::fabs(roundedDifference(change, total)))),
              std::string::npos)
        << wide;
    const std::string narrow = nextStepsSentence(run, test::creditWords(), 0.31, StepRoom::Narrow);
    EXPECT_TRUE(narrow.starts_with(first + " Right, 0.32: ")) << narrow;
    EXPECT_LT(narrow.size(), wide.size());
}

TEST(StepSentences, InLittleRoomTheyKeepTheCost) {
    const std::string brief = nextStepsSentence(stepsRun(), test::creditWords(), 0.31, StepRoom::Brief);
    EXPECT_TRUE(brief.starts_with("One step left, 0.30: 700 EUR less. Right, 0.32: ")) << brief;
    EXPECT_TRUE(brief.ends_with(" EUR more.")) << brief;
}

TEST(StepSentences, AtTheEndsThereIsOneSideOrNone) {
    const RunAnalysis& run = stepsRun();
    const double nobody = std::numeric_limits<double>::infinity();
    EXPECT_EQ(nextStepSentence(run, {}, nobody), "");
    EXPECT_EQ(nextStepsSentence(run, {}, nobody, StepRoom::Wide), "");
    const std::string atTop = nextStepsSentence(run, {}, 1, StepRoom::Wide);
    EXPECT_NE(atTop.find("One step left"), std::string::npos) << atTop;
    EXPECT_EQ(atTop.find("One step right"), std::string::npos) << atTop;
}

TEST(StepSentences, FromTheLowestTheStepIsNotCalledByTheSameNumber) {
    const RunAnalysis& run = stepsRun();
    const std::string step = nextStepSentence(run, test::creditWords(), run.best->threshold);
    EXPECT_EQ(step.find(", 0.26: "), std::string::npos) << step;
    EXPECT_EQ(step.find("less than one"), std::string::npos) << step;
}

}  // namespace
}  // namespace reckoner
