#include "core/review/version_board.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/cost/point_costs.h"
#include "core/cost/sum_interval.h"
#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

const FigureRow* rowOf(const VersionBoard& board, const std::string& metric, const std::string& value) {
    for (const FigureRow& row : board.rows)
        if (row.metric == metric && row.segment() && row.key.values.front() == value) return &row;
    return nullptr;
}

TEST(VersionBoard, TheCreditDemoAtItsPolicy) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    ASSERT_EQ(board->rows.front().metric, "cost");
    const FigureRow* recall = board->row("recall");
    ASSERT_TRUE(recall);
    EXPECT_NEAR(*recall->values[0], 0.582, 5e-4);
    EXPECT_NEAR(*recall->values[1], 0.584, 5e-4);
    EXPECT_NEAR(*recall->values[2], 0.578, 5e-4);
    for (const char* metric : {"cost", "recall", "precision", "roc_auc"})
        EXPECT_EQ(board->difference(metric)->verdict, Verdict::NoDifferenceSeen) << metric;
    EXPECT_FALSE(board->row("recall")->differences[1]);

    const FigureRow* part = rowOf(*board, "recall", "partime");
    ASSERT_TRUE(part);
    EXPECT_EQ(&board->rows[*board->worst], part);
    EXPECT_NEAR(*part->values[1], 0.900, 5e-4);
    EXPECT_NEAR(*part->values[2], 0.627, 5e-4);
    EXPECT_NEAR(*part->differences[2]->value, -0.273, 5e-4);
    EXPECT_EQ(part->differences[2]->verdict, Verdict::Worse);
    EXPECT_NEAR(part->differences[2]->interval->hi, -0.22, 0.01);
    EXPECT_NEAR(part->differences[2]->interval->lo, -0.33, 0.01);
    EXPECT_EQ(part->differences[0]->verdict, Verdict::NoDifferenceSeen);
    const FigureRow* fixedJobs = rowOf(*board, "recall", "fixed");
    ASSERT_TRUE(fixedJobs);
    EXPECT_EQ(fixedJobs->differences[2]->verdict, Verdict::Better);
}

TEST(VersionBoard, MoneyIsAPeriodsAsOnDecide) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    for (std::size_t side = 0; side < 3; ++side) {
        const RunAnalysis& run = *board->request.sides[side].run;
        const double total = run.perPeriod(run.cost.total(run.sweep->at(0.42)));
        EXPECT_NEAR(*board->row("cost")->values[side], total, 1e-6 * total);
    }
    const Difference& difference = *board->difference("cost");
    EXPECT_NEAR(*difference.value, *board->row("cost")->values[2] - *board->row("cost")->values[1], 1e-6);
    EXPECT_LT(difference.interval->lo, *difference.value);
    EXPECT_GT(difference.interval->hi, *difference.value);
}

TEST(VersionBoard, WhatChangesHandsIsCountedAndPriced) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    using Kind = FlipGroup::Kind;
    const auto of = [&](Kind kind) { return board->changes[static_cast<std::size_t>(kind)]; };
    EXPECT_EQ(of(Kind::NowCaught).n, 111U);
    EXPECT_EQ(of(Kind::NowMissed).n, 118U);
    EXPECT_EQ(of(Kind::NoLongerFlagged).n, 131U);
    EXPECT_EQ(of(Kind::NowFlagged).n, 147U);
    ASSERT_TRUE(of(Kind::NowMissed).where);
    EXPECT_EQ(board->segments[*of(Kind::NowMissed).where].key.values.front(), "partime");
    EXPECT_EQ(of(Kind::NowMissed).there, 76U);
    EXPECT_LT(of(Kind::NowCaught).cost, 0);
    EXPECT_GT(of(Kind::NowMissed).cost, 0);
    double together = 0;
    for (const FlipGroup& flip : board->changes)
        together += flip.cost;
    EXPECT_NEAR(together, *board->difference("cost")->value, 1e-6 * std::fabs(together) + 1e-6);
    std::uint64_t cells = 0;
    for (const std::uint64_t cell : board->density.cells)
        cells += cell;
    EXPECT_EQ(cells, 4454U);
}

TEST(VersionBoard, TiersArePricedWithTheirReviewsAndReadByWhatIsDoneInTheEnd) {
    VersionBoardRequest request = test::creditBoard();
    request.rule = ThresholdRule::Policy;
    TierPlan plan;
    plan.cutoffs = {0.35, 0.65};
    plan.tiers = usualTiers(2);
    plan.reviewCost = 12;
    plan.accuracy = 0.9;
    request.sides[2].policy = 0.35;
    request.sides[2].tiers = plan;
    const VersionBoardPtr board = versionBoard(request);
    const RunAnalysis& before = *request.sides[1].run;
    const RunAnalysis& now = *request.sides[2].run;
    const OperatingPoint then(0.42), tiers(0, plan);
    EXPECT_EQ(board->points[2], tiers);
    EXPECT_EQ(board->thresholds[2], 0.35);
    EXPECT_NEAR(*board->row("cost")->values[2], pointCost(now, tiers), 1e-6);
    const Difference& difference = *board->difference("cost");
    EXPECT_NEAR(*difference.value, pointCost(now, tiers) - pointCost(before, then), 1e-6);

    // One sample after the other: the interval of their paired differences, and who is done what with.
    const SampleCosts costsBefore(before), costsNow(now);
    const PointCosts priceBefore(before, costsBefore, then), priceNow(now, costsNow, tiers);
    std::vector<double> changes;
    std::uint64_t nowReviewed = 0, byPeople = 0;
    for (std::size_t i = 0; i < now.rows.rows.size(); ++i) {
        changes.push_back(priceNow.at(i) - priceBefore.at(i));
        const bool flagged = before.rows.scores[i] >= 0.42;
        const bool reviewed = now.rows.scores[i] >= 0.35 && now.rows.scores[i] < 0.65;
        nowReviewed += flagged && reviewed ? 1 : 0;
        byPeople += !flagged && reviewed ? 1 : 0;
    }
    const Interval total = sumInterval95(changes);
    const double wide = now.perPeriod(total.hi - total.lo);
    EXPECT_NEAR(difference.interval->lo, now.perPeriod(total.lo), 0.1 * wide);
    EXPECT_NEAR(difference.interval->hi, now.perPeriod(total.hi), 0.1 * wide);
    double together = 0;
    std::uint64_t sentOfPassed = 0;
    for (const FlipGroup& flip : board->changes) {
        together += flip.cost;
        if (flip.kind < FlipGroup::Kind::NowReviewed) sentOfPassed += flip.byPeople;
    }
    EXPECT_NEAR(together, *difference.value, 1e-6);
    EXPECT_EQ(board->changes[static_cast<std::size_t>(FlipGroup::Kind::NowReviewed)].n, nowReviewed);
    EXPECT_EQ(sentOfPassed, byPeople);
    double bySegment = 0;
    for (const SideSegment& segment : board->segments)
        bySegment += segment.fixedCost + segment.brokenCost + segment.otherwiseCost;
    EXPECT_NEAR(bySegment, together, 1e-6);

    // At one threshold for all nothing is read in tiers.
    request.rule = ThresholdRule::Same;
    const VersionBoardPtr same = versionBoard(request);
    EXPECT_FALSE(same->points[2].tiers);
    EXPECT_NEAR(*same->row("cost")->values[2], pointCost(now, OperatingPoint(0.42)), 1e-6);
}

TEST(VersionBoard, FlagNobodyAndEverybodyAreThereToBeBeaten) {
    VersionBoardRequest request;
    request.sides = {{VersionSide::Kind::FlagNobody, "nobody", test::creditVersion(3), {}, {}},
                     test::creditSide(3),
                     {VersionSide::Kind::FlagEverybody, "everybody", test::creditVersion(3), {}, {}}};
    request.columns = {"job"};
    request.same = 0.3;
    const VersionBoardPtr board = versionBoard(request);
    EXPECT_EQ(board->tallies[0].flagged(), 0U);
    EXPECT_EQ(board->tallies[2].flagged(), 4454U);
    EXPECT_FALSE(board->row("roc_auc")->values[0]);
    EXPECT_EQ(board->row("roc_auc")->values[0].why, Reason::NotComparable);
    EXPECT_TRUE(board->row("roc_auc")->values[1]);
    EXPECT_EQ(board->row("precision")->values[0].why, Reason::NothingFlagged);
    EXPECT_EQ(board->difference("cost")->verdict, Verdict::Better);
}

TEST(VersionBoard, TheSameRunTwiceIsIdentical) {
    VersionBoardRequest request;
    request.sides = {test::creditSide(2), test::creditSide(2)};
    const VersionBoardPtr board = versionBoard(request);
    EXPECT_TRUE(board->identical);
    EXPECT_EQ(board->difference("cost")->verdict, Verdict::NoDifferenceSeen);
    EXPECT_EQ(*board->difference("roc_auc")->value, 0);
    EXPECT_FALSE(board->worst);
}

TEST(VersionBoard, WithoutSharedSamplesNothingIsPaired) {
    VersionBoardRequest request;
    request.sides = {test::creditSide(2), test::creditSide(3)};
    request.columns = {"job"};
    request.same = 0.42;
    request.ownSamples = true;
    const VersionBoardPtr board = versionBoard(request);
    EXPECT_FALSE(board->overlaps[1].paired);
    EXPECT_TRUE(board->segments.empty());
    const Difference& money = *board->difference("cost");
    ASSERT_TRUE(money.interval);
    EXPECT_EQ(money.verdict, Verdict::NoDifferenceSeen);
    // Wider than of the same samples.
    request.ownSamples = false;
    const Difference paired = *versionBoard(request)->difference("cost");
    EXPECT_GT(money.interval->hi - money.interval->lo, paired.interval->hi - paired.interval->lo);
}

TEST(VersionBoard, WithoutReplicatesWhatHasAFormulaIsThere) {
    VersionBoardRequest request = test::creditBoard();
    request.replicates = 0;
    const VersionBoardPtr board = versionBoard(request);
    EXPECT_EQ(board->replicates, 0U);
    EXPECT_FALSE(board->difference("cost")->interval);
    EXPECT_TRUE(board->difference("roc_auc")->interval);
    EXPECT_TRUE(board->worst);
}

TEST(VersionBoard, LatencyKnowsThatLessIsBetter) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    const FigureRow* row = board->row("latency_p95");
    ASSERT_TRUE(row);
    EXPECT_NEAR(*row->values[1], 33.9, 0.05);
    EXPECT_EQ(row->differences[2]->verdict, Verdict::Better);
    ASSERT_TRUE(row->differences[2]->interval);
    EXPECT_LT(row->differences[2]->interval->hi, 0);
}

TEST(VersionBoard, ARatioOfAProtectedColumnHasAnInterval) {
    VersionBoardRequest request = test::creditBoard();
    request.protectedColumns = {"marital"};
    const VersionBoardPtr board = versionBoard(request);
    const auto row = std::find_if(board->rows.begin(), board->rows.end(),
                                  [](const FigureRow& one) { return one.metric == "selection_rate_ratio"; });
    ASSERT_NE(row, board->rows.end());
    EXPECT_GT(*row->values[1], 0);
    EXPECT_LE(*row->values[1], 1);
    ASSERT_TRUE(row->differences[2]->interval);
    EXPECT_LE(row->differences[2]->interval->lo, *row->differences[2]->value);
    EXPECT_GE(row->differences[2]->interval->hi, *row->differences[2]->value);
}

}  // namespace
}  // namespace reckoner
