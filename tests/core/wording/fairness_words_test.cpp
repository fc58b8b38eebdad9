#include "core/wording/fairness_words.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

FairnessBoardPtr fairWordsBoard() {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "yes", "no"})
                        .scores({0.9, 0.8, 0.3, 0.1})
                        .segment("age_band", {"<b>old</b>", "young", "", "young"})
                        .segment("home", {"rent", "rent", "owner", "owner"})
                        .build();
    return FairnessBoard::build(analyse(request), {{{"age_band"}}, {{"home"}, {"age_band"}}});
}

TEST(FairnessWords, NameGroupsAsPlainText) {
    const auto board = fairWordsBoard();
    EXPECT_EQ(fairGroupName(*board, 0, 0), "age band <b>old</b>");
    EXPECT_EQ(fairGroupName(*board, 0, 2), "age band missing");
    EXPECT_EQ(fairGroupValue(board->sets()[1], 0), "owner, young");
    EXPECT_EQ(fairGroupName(*board, 1, 0), "home owner, age band young");
    EXPECT_EQ(fairSetName(*board->run()->request.table, {"home", "age_band"}), "home × age band");
}

TEST(FairnessWords, HeadsSpeakTheModelsWords) {
    const auto board = fairWordsBoard();
    Vocabulary words;
    words.flagged = "refused";
    EXPECT_EQ(fairHead(FairRate::Fpr, *board->run(), words).upper, "wrongly refused");
    EXPECT_EQ(fairHead(FairRate::Fpr, *board->run(), words).lower, "of 100 no");
    EXPECT_EQ(fairHead(FairRate::Tpr, *board->run(), words).lower, "of 100 yes");
    EXPECT_EQ(fairMeasureName(FairMeasure::Precision, *board->run(), words), "Rightly refused");
    for (const FairRate rate : kFairRates) {
        EXPECT_FALSE(fairHelp(rate, *board->run(), words).empty());
        EXPECT_TRUE(metricOf(rate).proportion);
    }
}

TEST(FairnessWords, GapsComeWithTheirIntervalAndWithChance) {
    FairnessIntervals intervals;
    intervals.intervals["tpr_difference"] = {0.111, 0.36};
    intervals.intervals["tpr_ratio"] = {0.55, 0.86};
    intervals.chance["tpr_difference"] = 0.14;
    EXPECT_EQ(gapText(0.213), "21 points");
    EXPECT_EQ(gapText(0.01), "1.0 point");
    EXPECT_EQ(gapText(Reason::NoPositives), "n/a");
    EXPECT_EQ(gapIntervalText(&intervals, FairRate::Tpr), "11 to 36");
    EXPECT_EQ(gapIntervalText(nullptr, FairRate::Tpr), "…");
    EXPECT_EQ(gapIntervalText(&intervals, FairRate::Fpr), "n/a");
    EXPECT_EQ(chanceText(&intervals, FairRate::Tpr), "up to 14");
    EXPECT_EQ(ratioText(0.73, &intervals, FairRate::Tpr), "0.73 (0.55–0.86)");
    EXPECT_EQ(ratioText(Value(Reason::ZeroEverywhere), &intervals, FairRate::Tpr), "n/a");
    Fairness figures;
    figures.tpr.difference = 0.2;
    EXPECT_EQ(beyondChance(figures, &intervals, FairRate::Tpr), true);
    figures.tpr.difference = 0.1;
    EXPECT_EQ(beyondChance(figures, &intervals, FairRate::Tpr), false);
    EXPECT_FALSE(beyondChance(figures, nullptr, FairRate::Tpr));
}

TEST(FairnessWords, MoneyEachCarriesItsInterval) {
    EXPECT_EQ(moneyEachText(77.53, Interval{66.2, 88.8}), "77.5 (66.2 to 88.8)");
    EXPECT_EQ(moneyEachText(44.4, Interval{-43.2, 132.1}), "44 (\u221243 to 132)");
    EXPECT_EQ(moneyEachText(0.284, Interval{0.21, 0.36}), "0.28 (0.21 to 0.36)");
    EXPECT_EQ(moneyEachText(Reason::NoSamples, std::nullopt), "n/a");
}

TEST(FairnessWords, SayHowFarScoresAreOffWithTheirInterval) {
    FairGroup group;
    EXPECT_EQ(calibrationGapText(group), "");
    group.calibrationGap = -0.11;
    group.calibrationInterval = Interval{-0.19, -0.026};
    EXPECT_EQ(calibrationGapText(group), ", 11 points too low, between 2.6 and 19");
    group.calibrationGap = 0.01;
    group.calibrationInterval = Interval{-0.031, 0.012};
    EXPECT_EQ(calibrationGapText(group), ", no difference seen: between 3.1 too low and 1.2 too high");
    group.calibrationInterval = Interval{0.05, 0.2};
    group.calibrationGap = 0.12;
    EXPECT_EQ(calibrationGapText(group), ", 12 points too high, between 5.0 and 20");
}

TEST(FairnessWords, AGapOfMoneyHasTheDigitsOfItsInterval) {
    EXPECT_EQ(moneyGapText(0.0236, {0.001, 0.05}), "0.02");
    EXPECT_EQ(moneyGapText(20.21, {6.9, 33.5}), "20.2");
}

}  // namespace
}  // namespace reckoner
