#include "core/metrics/override_agreement.h"

#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr double kFirstOfMarch = 1'772'323'200;  // 2026-03-01T00:00:00Z

OverrideRequest overrideRequest(const EvalTablePtr& table, double threshold = 0.5) {
    return {table, RowSet::all(table->rows()), std::string("yes"), threshold, {}};
}

TEST(OverrideAgreement, ComparesThePersonWithTheDecisionAtTheThreshold) {
    const auto table = test::VectorTable()
                           .labels({"yes", "no", "no", "", "yes", "no"})
                           .scores({0.9, 0.8, 0.2, 0.9, 0.1, missingReal()})
                           .category("human", ColumnRole::Override, {"yes", "no", "", "no", "later", "no"})
                           .build();
    const OverrideAgreement result = overrideAgreement(overrideRequest(table));
    EXPECT_EQ(result.column, "human");
    EXPECT_EQ(result.all, (Agreement{3, 1, 1, 1, 0}));
    EXPECT_EQ(result.noClass, 1U);
    EXPECT_EQ(result.noDecision, 1U);
    EXPECT_EQ(overrideAgreement(overrideRequest(table, 0.95)).all, (Agreement{3, 2, 1, 1, 0}));
    const auto interval = result.all.interval();
    EXPECT_NEAR(interval->lo, 0.0614919447, 1e-9);
    EXPECT_NEAR(interval->hi, 0.7923403992, 1e-9);
}

TEST(OverrideAgreement, GroupsByScoreReviewerAndMonth) {
    const auto table =
        test::VectorTable()
            .scores({0.0, 0.1, 0.3, 0.95, 1.0})
            .category("human", ColumnRole::Override, {"no", "yes", "no", "yes", "no"})
            .segment("Reviewed by", {"Bo", "Ann", "", "Ann", "Bo"})
            .timestamps({kFirstOfMarch - 1, kFirstOfMarch, missingReal(), kFirstOfMarch, kFirstOfMarch})
            .build();
    const OverrideAgreement result = overrideAgreement(overrideRequest(table));
    ASSERT_EQ(result.byScore.size(), 4U);
    EXPECT_EQ(result.byScore[0].key, "0 to 0.1");
    EXPECT_EQ(result.byScore[1].key, "0.1 to 0.2") << "a band holds its lower end";
    EXPECT_EQ(result.byScore[2].key, "0.3 to 0.4");
    EXPECT_EQ(result.byScore[3].key, "0.9 to 1");
    EXPECT_EQ(result.byScore[3].agreement.n, 2U) << "the last band holds its upper end";
    EXPECT_EQ(result.reviewerColumn, "Reviewed by");
    ASSERT_EQ(result.byReviewer.size(), 3U);
    EXPECT_EQ(result.byReviewer[0].key, "Ann");
    EXPECT_EQ(result.byReviewer[1].agreement, (Agreement{2, 1, 0, 0, 0}));
    EXPECT_TRUE(result.byReviewer[2].missing);
    ASSERT_EQ(result.byMonth.size(), 3U);
    EXPECT_EQ(result.byMonth[0].key, "2026-02");
    EXPECT_EQ(result.byMonth[1].key, "2026-03");
    EXPECT_TRUE(result.byMonth[2].missing);
}

TEST(OverrideAgreement, SeveralClassesAreComparedByThePredictedClass) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b", "c"};
    builder.info.positive.clear();
    const auto table = builder.labels({"a", "b", "c", "a"})
                           .classScores("a", {0.6, 0.4, 0.1, 0.2})
                           .classScores("b", {0.3, 0.5, 0.2, 0.2})
                           .classScores("c", {0.1, 0.1, 0.7, 0.6})
                           .category("human", ColumnRole::Override, {"a", "c", "c", "b"})
                           .build();
    OverrideRequest request{table, RowSet::all(4), std::nullopt, 0, {}};
    const OverrideAgreement result = overrideAgreement(request);
    EXPECT_EQ(result.all, (Agreement{4, 2, 2, 0, 1})) << "of the last both are wrong";
    EXPECT_EQ(result.byScore.front().key, "0.5 to 0.6");
    request.positive = "c";
    request.threshold = 0.5;
    EXPECT_EQ(overrideAgreement(request).all, (Agreement{4, 2, 2, 1, 1}));
}

TEST(OverrideAgreement, WithoutOverridesThereIsNothingAndAWrongReviewerIsRefused) {
    const auto table = test::VectorTable().scores({0.1}).build();
    EXPECT_EQ(overrideAgreement(overrideRequest(table)).column, "");
    OverrideRequest request = overrideRequest(table);
    request.reviewer = "scor";
    EXPECT_THROW(overrideAgreement(request), Error);
    request.reviewer = "score";
    EXPECT_THROW(overrideAgreement(request), Error);
}

// Row by row, over random runs with ties, missing values and a cohort.
TEST(OverrideAgreement, AgreesWithCountingByHand) {
    Random random(20261123);
    for (int round = 0; round < 60; ++round) {
        const std::size_t n = 1 + random.below(300);
        std::vector<double> scores;
        std::vector<std::string> labels, humans, reviewers;
        const bool raw = round % 3 == 0;
        for (std::size_t i = 0; i < n; ++i) {
            double score = std::floor(random.unit() * 13) / 12;
            if (raw) score = score * 7 - 3;
            scores.push_back(random.below(12) == 0 ? missingReal() : score);
            labels.push_back(std::vector<std::string>{"", "no", "yes", "odd"}[random.below(4)]);
            humans.push_back(std::vector<std::string>{"", "no", "yes", "odd"}[random.below(4)]);
            reviewers.push_back(std::vector<std::string>{"", "x", "y"}[random.below(3)]);
        }
        test::VectorTable builder;
        builder.info.kind = raw ? ScoreKind::Raw : ScoreKind::Probability;
        const auto table = builder.labels(labels)
                               .scores(scores)
                               .category("human", ColumnRole::Override, humans)
                               .segment("reviewer", reviewers)
                               .build();
        std::vector<RowIndex> rows;
        for (RowIndex row = 0; row < n; ++row)
            if (random.below(4) != 0) rows.push_back(row);
        const double threshold = raw ? 0.5 : 0.4;
        const OverrideAgreement result = overrideAgreement(
            {table, RowSet(rows, static_cast<RowIndex>(n)), std::string("yes"), threshold, {}});

        Agreement all;
        std::map<std::string, Agreement> byReviewer;
        for (const RowIndex row : rows) {
            if ((humans[row] != "yes" && humans[row] != "no") || isMissingReal(scores[row])) continue;
            const bool person = humans[row] == "yes", model = scores[row] >= threshold;
            for (Agreement* one : {&all, &byReviewer[reviewers[row]]}) {
                ++one->n;
                one->agreed += person == model;
                if (person == model || (labels[row] != "yes" && labels[row] != "no")) continue;
                ++one->judged;
                one->personRight += person == (labels[row] == "yes");
                one->modelRight += model == (labels[row] == "yes");
            }
        }
        ASSERT_EQ(result.all, all) << round;
        Agreement banded;
        double above = -1e9;
        for (const AgreementGroup& band : result.byScore) {
            banded.n += band.agreement.n;
            banded.agreed += band.agreement.agreed;
            const double lo = std::stod(band.key);
            const double hi = std::stod(band.key.substr(band.key.find("to ") + 3));
            ASSERT_GE(lo, above);
            above = lo;
            std::uint64_t inBand = 0;
            const bool last = &band == &result.byScore.back();
            for (const RowIndex row : rows)
                if ((humans[row] == "yes" || humans[row] == "no") && scores[row] >= lo &&
                    (raw || last ? scores[row] <= hi : scores[row] < hi))
                    ++inBand;
            ASSERT_EQ(band.agreement.n, inBand) << round << " " << band.key;
        }
        ASSERT_EQ(banded.n, all.n);
        ASSERT_EQ(banded.agreed, all.agreed);
        for (const AgreementGroup& group : result.byReviewer)
            ASSERT_EQ(group.agreement, byReviewer[group.key]);
    }
}

}  // namespace
}  // namespace reckoner
