#include "core/metrics/coverage_findings.h"

#include <gtest/gtest.h>

#include "core/metrics/sample_need.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// 400 rows: a shop that holds 70 of 100, ten more; an even column; numbers; a column with gaps.
CoverageBoardPtr findingsBoard(bool compared) {
    std::vector<std::string> labels, shops, theirShops, even, gaps, theirGaps;
    std::vector<double> scores, ages, theirAges;
    for (int i = 0; i < 400; ++i) {
        labels.push_back(i % 2 == 0 ? "yes" : "no");
        scores.push_back(i % 100 / 100.0);
        shops.push_back(i < 280 ? "main" : "shop " + std::to_string(i % 10));
        theirShops.push_back(i < 280 ? "main" : "shop " + std::to_string(i % 8));
        even.push_back(i % 4 < 2 ? "x" : "y");
        gaps.push_back(i % 10 == 0 ? "" : i % 20 < 10 ? "a" : "b");
        theirGaps.push_back(i % 40 == 0 ? "" : i % 20 < 10 ? "a" : "b");
        ages.push_back(20 + i % 40);
        theirAges.push_back(20 + i % 39);
    }
    const auto tableOf = [&](const auto& shop, const auto& gap, const auto& age) {
        return test::VectorTable()
            .labels(labels)
            .scores(scores)
            .segment("shop", shop)
            .segment("even", even)
            .segment("gaps", gap)
            .numeric("age", age)
            .build();
    };
    AnalysisRequest request;
    request.table = tableOf(shops, gaps, ages);
    return CoverageBoard::build({analyse(request),
                                 {{"even"}, {"shop"}, {"gaps"}, {"age"}},
                                 compared ? tableOf(theirShops, theirGaps, theirAges) : nullptr,
                                 "v1"});
}

std::vector<CoverageFinding> findingsOf(const CoverageBoard& board) {
    const BoardReading reading = board.segments()->at(0.5, *findMetric("recall"));
    return coverageFindings(board, segmentClaims(*board.segments(), reading));
}

const CoverageFinding* find(const std::vector<CoverageFinding>& findings, CoverageKind kind,
                            std::size_t column) {
    for (const CoverageFinding& finding : findings)
        if (finding.kind == kind && finding.column == column) return &finding;
    return nullptr;
}

TEST(CoverageFindings, SayWhichColumnsRestOnFewValues) {
    const auto board = findingsBoard(false);
    const auto findings = findingsOf(*board);
    const CoverageFinding* shop = find(findings, CoverageKind::Concentrated, 1);
    ASSERT_TRUE(shop);
    // 280 of 400 are not yet four fifths; with four of twelve each they are.
    EXPECT_EQ(shop->values, valuesOfMost(board->columns()[1]));
    EXPECT_GE(shop->rows, 320u);
    EXPECT_LT(shop->rows - 12, 320u);
    EXPECT_FALSE(find(findings, CoverageKind::Concentrated, 0)) << "two even values";
    EXPECT_FALSE(find(findings, CoverageKind::Concentrated, 3)) << "bins are even on purpose";
    const CoverageFinding* thin = find(findings, CoverageKind::Thin, 1);
    ASSERT_TRUE(thin);
    EXPECT_EQ(thin->values, thin->segments.size());
    EXPECT_EQ(find(findings, CoverageKind::Missing, 2)->rows, 40u);
    for (std::size_t i = 1; i < findings.size(); ++i)
        EXPECT_GE(findings[i - 1].weight, findings[i].weight);
}

TEST(CoverageFindings, WhatIsNewOrGrewComesFirst) {
    const auto board = findingsBoard(true);
    const auto findings = findingsOf(*board);
    const CoverageFinding* fresh = find(findings, CoverageKind::NewValues, 1);
    ASSERT_TRUE(fresh);
    EXPECT_EQ(fresh->rows, 24u);  // shop 8 and shop 9
    EXPECT_GE(fresh->weight, 0.6);
    EXPECT_GE(find(findings, CoverageKind::Missing, 2)->weight, 0.6) << "10 of 100, there 2.5";
    EXPECT_EQ(find(findings, CoverageKind::OutOfRange, 3)->rows, 10u);
    const std::vector<std::size_t> order = columnsByWeight(*board, findings);
    EXPECT_EQ(order.size(), 4u);
    EXPECT_EQ(order.front(), findings.front().column);
    EXPECT_EQ(order.back(), 0u) << "the even column says nothing";
}

TEST(CoverageFindings, AGroupTellsTheSmallestDifferenceItsNumberAllows) {
    for (const double rest : {0.1, 0.5, 0.76})
        for (const double trials : {40.0, 200.0, 3000.0}) {
            const auto told = differenceTold({rest, 5000}, trials);
            ASSERT_TRUE(told);
            // So many trials do for it, and do not for a step less.
            EXPECT_LE(*trialsNeeded({rest, 5000}, *told), trials);
            const auto less = trialsNeeded({rest, 5000}, *told - 0.001);
            EXPECT_TRUE(!less || static_cast<double>(*less) > trials);
        }
    EXPECT_FALSE(differenceTold({0.5, 5000}, 0));
    EXPECT_FALSE(differenceTold({0.5, 0}, 100));
    EXPECT_FALSE(differenceTold({0.5, 5000}, 2));
}

}  // namespace
}  // namespace reckoner
