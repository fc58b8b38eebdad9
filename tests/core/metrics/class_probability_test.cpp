#include "core/metrics/class_probability.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/demo_table.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

void expectProbability(const std::string& version, const std::string& file) {
    const auto reference = test::referenceNumbers("hpc_jobs")["runs"][version];
    const auto table = test::demoRun("hpc_jobs/" + file).build();
    const ClassProbability ours =
        classProbability(*table, ClassifiedRows::of(*table, RowSet::all(table->rows())));
    EXPECT_TRUE(test::agrees(*ours.logLoss, reference["log_loss_sklearn"]));
    EXPECT_TRUE(test::agrees(*ours.brier, reference["brier_multiclass_sum_over_classes"]));
    EXPECT_TRUE(test::agrees(*ours.ece10, reference["top_label_calibration"]["10"]["ece"]));
    EXPECT_TRUE(test::agrees(*ours.ece15, reference["top_label_calibration"]["15"]["ece"]));
}

TEST(ClassProbability, AgreesWithTheReferences) {
    expectProbability("v1", "hpc_jobs_v1_multinomial.csv");
    expectProbability("v2", "hpc_jobs_v2_forest.jsonl");
}

// Written down a second time, sample by sample.
TEST(ClassProbability, AgreesWithThePlainSums) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const test::RandomClasses run({2 + seed % 25, 150, seed % 3 == 0 ? 4 : 0, seed % 2 == 1, false,
                                       seed % 4 == 0 ? 0.2 : 0.0, false},
                                      seed);
        const auto table = run.builder().build();
        const ClassProbability ours =
            classProbability(*table, ClassifiedRows::of(*table, RowSet::all(table->rows())));
        double loss = 0;
        double brier = 0;
        double total = 0;
        for (std::size_t i = 0; i < run.samples(); ++i) {
            if (!run.confidence(i)) continue;
            const double tiny = std::pow(2.0, -52);
            double sum = 0;
            for (const auto& column : run.scores)
                sum += std::min(1 - tiny, std::max(tiny, column[i]));
            const double own = std::min(1 - tiny, std::max(tiny, run.scores[run.truth[i]][i]));
            loss -= run.weight(i) * std::log(own / sum);
            for (std::size_t c = 0; c < run.classes.size(); ++c)
                brier += run.weight(i) * std::pow(run.scores[c][i] - (c == run.truth[i] ? 1 : 0), 2);
            total += run.weight(i);
        }
        EXPECT_NEAR(*ours.logLoss, loss / total, 1e-10);
        EXPECT_NEAR(*ours.brier, brier / total, 1e-10);
    }
}

TEST(ClassProbability, IsUndefinedForOtherScores) {
    const test::RandomClasses run({3, 30, 0, false, false, 0, false}, 5);
    auto raw = run.builder();
    raw.info.kind = ScoreKind::Margin;
    const auto margins = raw.build();
    EXPECT_EQ(classProbability(*margins, ClassifiedRows::of(*margins, RowSet::all(30))).logLoss.why,
              Reason::NotProbabilities);
    test::RandomClasses outside = run;
    outside.scores[1][7] = 1.5;
    const auto table = outside.builder().build();
    EXPECT_EQ(classProbability(*table, ClassifiedRows::of(*table, RowSet::all(30))).brier.why,
              Reason::NotProbabilities);
    EXPECT_EQ(classProbability(*table, {}).ece10.why, Reason::NoSamples);
}

}  // namespace
}  // namespace reckoner
