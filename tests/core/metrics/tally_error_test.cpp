#include "core/metrics/tally_error.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "core/metrics/multinomial.h"

namespace reckoner {
namespace {

Tally errorTally(std::uint64_t tp, std::uint64_t fp, std::uint64_t fn, std::uint64_t tn) {
    const auto sums = [](std::uint64_t n) {
        return Sums{n, static_cast<double>(n), static_cast<double>(n), {}};
    };
    return {sums(tp), sums(fp), sums(fn), sums(tn)};
}

TEST(TallyError, OfAShareIsItsBinomialError) {
    const Tally tally = errorTally(80, 30, 20, 170);
    const MetricEntry& recall = *findMetric("recall");
    // Positives are a random number too, which changes the share's error only in higher order.
    EXPECT_NEAR(*standardError(recall, tally), std::sqrt(0.8 * 0.2 / 100), 1e-6);
    const MetricEntry& accuracy = *findMetric("accuracy");
    EXPECT_NEAR(*standardError(accuracy, tally), std::sqrt(250.0 / 300 * (50.0 / 300) / 300), 1e-6);
}

TEST(TallyError, OfOtherMetricsIsWhatABootstrapFinds) {
    const Tally tally = errorTally(120, 60, 45, 400);
    const std::vector<std::uint64_t> cells{120, 60, 45, 400};
    for (const MetricEntry& metric : metricList()) {
        double sum = 0, squares = 0;
        constexpr int kRounds = 20'000;
        for (int i = 0; i < kRounds; ++i) {
            Random random(5, static_cast<std::uint64_t>(i));
            std::vector<std::uint64_t> drawn(4);
            resampleCounts(random, cells, drawn);
            const double value = *metric.value(errorTally(drawn[0], drawn[1], drawn[2], drawn[3]));
            sum += value;
            squares += value * value;
        }
        const double mean = sum / kRounds;
        const double sd = std::sqrt(squares / kRounds - mean * mean);
        EXPECT_NEAR(*standardError(metric, tally), sd, 0.03 * sd) << metric.id;
    }
}

TEST(TallyError, WeightsCountAsTheirEffectiveNumber) {
    Tally tally = errorTally(120, 60, 45, 400);
    const double plain = *standardError(*findMetric("f1"), tally);
    for (Sums Tally::*cell : {&Tally::tp, &Tally::fp, &Tally::fn, &Tally::tn}) {
        (tally.*cell).weight *= 3;
        (tally.*cell).weightSq *= 9;
    }
    EXPECT_NEAR(*standardError(*findMetric("f1"), tally), plain, 1e-12);
}

TEST(TallyError, SaysNothingOfAnUndefinedMetric) {
    EXPECT_FALSE(standardError(*findMetric("f1"), errorTally(0, 0, 0, 9)));
    EXPECT_FALSE(standardError(*findMetric("lift"), errorTally(0, 0, 4, 9)));
    // Every decision right: no spread is left to see.
    EXPECT_EQ(*standardError(*findMetric("kappa"), errorTally(10, 0, 0, 10)), 0);
}

}  // namespace
}  // namespace reckoner
