#include "core/metrics/paired_bootstrap.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/executor.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

TEST(PairedBootstrap, IsTheSameOnEveryNumberOfThreads) {
    const test::RandomRun a({.samples = 120}, 7);
    const test::RandomRun b({.samples = 120}, 8);
    ScoredRows first;
    ScoredRows second;
    first.scores = a.scores;
    second.scores = b.scores;
    first.positiveBits = second.positiveBits = a.positives;
    BootstrapRequest one;
    one.rows = &first;
    one.replicates = 300;
    BootstrapRequest other = one;
    other.rows = &second;
    Executor executor(3);
    const auto alone = pairedBootstrap(one, other);
    const auto together = pairedBootstrap(one, other, &executor);
    ASSERT_FALSE(alone.intervals.empty());
    for (const auto& [id, interval] : alone.intervals) {
        EXPECT_EQ(interval.lo, together.intervals.at(id).lo) << id;
        EXPECT_EQ(interval.hi, together.intervals.at(id).hi) << id;
    }
}

// Accuracy's difference is a mean of paired -1, 0, 1: its bootstrap error is known in closed form.
TEST(PairedBootstrap, KnowsThatTheSamplesAreTheSame) {
    const test::RandomRun a({.samples = 400}, 9);
    std::vector<double> nudged = a.scores;
    for (std::size_t i = 0; i < nudged.size(); i += 10)
        nudged[i] = 1 - nudged[i];
    ScoredRows first;
    ScoredRows second;
    first.scores = a.scores;
    second.scores = nudged;
    first.positiveBits = second.positiveBits = a.positives;
    BootstrapRequest one;
    one.rows = &first;
    BootstrapRequest other = one;
    other.rows = &second;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < nudged.size(); ++i) {
        const bool positive = a.positives[i] != 0;
        const double change = ((nudged[i] >= 0.5) == positive) - ((a.scores[i] >= 0.5) == positive);
        sum += change;
        squares += change * change;
    }
    const double n = static_cast<double>(nudged.size());
    const double error = std::sqrt((squares / n - sum / n * sum / n) / n);
    const auto paired = pairedBootstrap(one, other);
    EXPECT_NEAR(paired.standardErrors.at("accuracy"), error, 0.1 * error);
    const auto independent = independentBootstrap(one, other);
    EXPECT_GT(independent.standardErrors.at("accuracy"), 1.5 * error);
}

}  // namespace
}  // namespace reckoner
