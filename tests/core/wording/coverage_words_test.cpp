#include "core/wording/coverage_words.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

CoverageBoardPtr coverageWordsBoard() {
    std::vector<std::string> labels, groups, theirs;
    std::vector<double> scores, ages;
    for (int i = 0; i < 100; ++i) {
        labels.push_back(i % 4 == 0 ? "yes" : "no");
        groups.push_back(i < 60 ? "<b>a</b>" : i < 90 ? "b" : i < 98 ? "c" : "");
        theirs.push_back(i < 70 ? "<b>a</b>" : "d");
        scores.push_back(i / 100.0);
        ages.push_back(20 + i % 30);
    }
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels(labels)
                        .scores(scores)
                        .segment("age_band", groups)
                        .numeric("age", ages)
                        .build();
    for (double& age : ages)
        age += 10;
    const auto other = test::VectorTable()
                           .labels(labels)
                           .scores(scores)
                           .segment("age_band", theirs)
                           .numeric("age", ages)
                           .build();
    return CoverageBoard::build({analyse(request), {{"age_band"}, {"age"}}, other, "v1 · W27"});
}

TEST(CoverageWords, SayWhatAColumnCovers) {
    const auto board = coverageWordsBoard();
    const MetricEntry& recall = *findMetric("recall");
    const auto claims = segmentClaims(*board->segments(), board->segments()->at(0.5, recall));
    const auto findings = coverageFindings(*board, claims);
    const CoverageRow row = coverageRow(*board, 0, claims, findings);
    EXPECT_EQ(row.name, "age band");
    EXPECT_EQ(row.values, "3");
    EXPECT_EQ(row.effective, "2.1");
    EXPECT_EQ(row.largest, "<b>a</b> 61\u202F%, b 31\u202F%");
    EXPECT_EQ(row.missing, "2.0\u202F%");
    EXPECT_EQ(row.elsewhere, "2 new, 1 gone");
    EXPECT_EQ(row.matters, "2 new (38 of 100), 1 gone");
    EXPECT_TRUE(row.found);
    EXPECT_EQ(row.thin, "4 of 4");
    EXPECT_EQ(columnSentence(*board, 0, {}),
              "3 values, as varied as 2.1 equal groups (inverse Simpson index; by entropy 2.4).");
    EXPECT_EQ(elsewhereText(*board, 0), "New here: b (30), c (8). Only in v1 · W27: d (30).");
    EXPECT_EQ(rangeSentence(*board, 0), "");
    EXPECT_EQ(rangeSentence(*board, 1), "From 20 to 49; in v1 · W27 from 30 to 59: 40 lie outside of that.");
    EXPECT_EQ(coverageRow(*board, 1, claims, findings).elsewhere, "40 outside");
}

TEST(CoverageWords, SayWhatCannotBeClaimed) {
    const auto board = coverageWordsBoard();
    const MetricEntry& recall = *findMetric("recall");
    const auto claims = segmentClaims(*board->segments(), board->segments()->at(0.5, recall));
    const auto findings = coverageFindings(*board, claims);
    Vocabulary words;
    words.samples = "people";
    EXPECT_EQ(
        plain(coverageHeadline(*board, claims, findings, recall, words)),
        "age band: 2 values are new since v1 · W27, 38 of 100 people: b (30), c (8). 1 value is gone: d "
        "(30).");
    std::string all;
    for (const CoverageFinding& finding : findings)
        all += plain(findingSentence(*board, claims, finding, recall, words)) + "\n";
    for (const char* part : {"age: 40 people lie outside 30 to 59, the range of v1 · W27.",
                             "age band is missing in 2.0 of 100 people; in v1 · W27 in none.",
                             "age band: too thin to tell even 20 points of recall: "})
        EXPECT_NE(all.find(part), std::string::npos) << all;
    const std::string summary = coverageSummary(*board, claims, recall, words);
    EXPECT_TRUE(summary.starts_with("2 columns of 100 people. About recall, of ")) << summary;
    EXPECT_NE(coverageMethod(recall).find("Fleiss, Levin and Paik 2003"), std::string::npos);
    EXPECT_EQ(foldedText(8), "8 more columns, nothing odd");
    EXPECT_EQ(foldedText(1), "1 more column, nothing odd");
    SegmentClaim claim;
    claim.more = 340;
    EXPECT_EQ(claimText(claim), "340 more");
    claim.more = 0;
    EXPECT_EQ(claimText(claim), "enough");
    claim.more.reset();
    EXPECT_EQ(claimText(claim), "rest too small");
    claim.trials = 200;
    claim.tells = 0.124;
    EXPECT_EQ(tellsText(claim), "12 points");
    EXPECT_FALSE(claim.silent());
    claim.tells = 0.3;
    EXPECT_TRUE(claim.silent());
    claim.trials = 20;
    EXPECT_EQ(tellsText(claim), "nothing");
    claim.alone = true;
    EXPECT_EQ(claimText(claim), "everybody");
    EXPECT_EQ(tellsText(claim), "everybody");
}

TEST(CoverageWords, WriteSharesAndRanges) {
    EXPECT_EQ(coverageShare(0, 10), "0.0\u202F%");
    EXPECT_EQ(coverageShare(1, 100'000), "< 0.1\u202F%");
    EXPECT_EQ(coverageShare(63, 100), "63\u202F%");
    EXPECT_EQ(coverageShare(1, 0), "n/a");
    const auto board = coverageWordsBoard();
    EXPECT_EQ(rangeText(*board->request().run->request.table, "age_band", 18, 25.5), "age band 18 to 25.5");
}

}  // namespace
}  // namespace reckoner
