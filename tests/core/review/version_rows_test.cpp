#include "core/review/version_rows.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

std::vector<FigureRow> creditRows(const std::vector<std::string>& columns) {
    VersionBoardRequest request = test::creditBoard();
    request.columns = columns;
    request.replicates = 0;
    const std::vector<OperatingPoint> points{0.42, 0.42, 0.42};
    VersionPairs pairs(3);
    for (const std::size_t side : {0U, 2U})
        pairs[side] = versionPair(request, side, points, nullptr, {});
    return versionRows(request, pairs, points, {});
}

TEST(VersionRows, SegmentsStandWorstFirstAndOnlyBeyondNoise) {
    const auto rows = creditRows({"job", "home"});
    std::vector<const FigureRow*> segments;
    for (const FigureRow& row : rows)
        if (row.segment()) segments.push_back(&row);
    ASSERT_FALSE(segments.empty());
    EXPECT_EQ(segments.front()->key.values.front(), "partime");
    bool better = false;
    double before = -1;
    for (const FigureRow* row : segments) {
        const Difference& judged = *row->differences[2];
        const bool otherSide = judged.verdict == Verdict::NoDifferenceSeen;
        if (otherSide) {
            EXPECT_NE(row->differences[0]->verdict, Verdict::NoDifferenceSeen);
            continue;
        }
        EXPECT_LT(*row->q[2], 0.05);
        EXPECT_TRUE(judged.interval->lo > 0 || judged.interval->hi < 0);
        if (judged.verdict == Verdict::Better) better = true;
        if (judged.verdict == Verdict::Worse) {
            EXPECT_FALSE(better) << "a worse one after a better one";
            if (before >= 0) {
                EXPECT_LE(std::fabs(*judged.value), before);
            }
            before = std::fabs(*judged.value);
        }
    }
}

// More segments looked at, the less each one's p says.
TEST(VersionRows, QCountsEverySegmentThatIsLookedAt) {
    const auto qOf = [](const std::vector<FigureRow>& rows) {
        for (const FigureRow& row : rows)
            if (row.segment() && row.metric == "recall" && row.key.values.front() == "fixed")
                return *row.q[2];
        return 2.0;
    };
    EXPECT_LE(qOf(creditRows({"job"})), qOf(creditRows({"job", "home", "marital"})));
}

TEST(VersionRows, TheWorstIsASegmentBeforeEverybody) {
    std::vector<FigureRow> rows(3);
    for (FigureRow& row : rows) {
        row.differences.resize(2);
        row.differences[1] = Difference{};
    }
    EXPECT_FALSE(worstRow(rows, 1));
    rows[0].differences[1]->verdict = Verdict::Worse;
    EXPECT_EQ(worstRow(rows, 1), 0U);
    rows[2].key.values = {"partime"};
    rows[2].differences[1]->verdict = Verdict::Worse;
    EXPECT_EQ(worstRow(rows, 1), 2U);
}

}  // namespace
}  // namespace reckoner
