#include "core/cost/sum_interval.h"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

std::vector<double> skewedValues(std::size_t n) {
    Random random(5);
    std::vector<double> values(n);
    for (double& value : values)
        value = random.unit() < 0.2 ? 10 * random.unit() : -0.5;
    return values;
}

TEST(SumInterval, ResamplingAgreesWithTheStandardErrorOfTheSum) {
    const std::vector<double> values = skewedValues(5'000);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const double mean = sum / 5'000;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const Interval interval = sumInterval95(values);
    EXPECT_NEAR(interval.lo, sum - 1.96 * std::sqrt(squares), 0.1 * std::sqrt(squares));
    EXPECT_NEAR(interval.hi, sum + 1.96 * std::sqrt(squares), 0.1 * std::sqrt(squares));
    const Interval again = sumInterval95(values);
    EXPECT_EQ(interval.lo, again.lo);
    EXPECT_EQ(interval.hi, again.hi);
}

TEST(SumInterval, ManyValuesGoOverIntoTheFormulaWithoutAStep) {
    const std::vector<double> values = skewedValues(50'001);
    const Interval formula = sumInterval95(values);
    const Interval resampled = sumInterval95(std::span(values).first(50'000));
    const double width = formula.hi - formula.lo;
    EXPECT_NEAR(formula.lo, resampled.lo, 0.05 * width);
    EXPECT_NEAR(formula.hi, resampled.hi, 0.05 * width);
}

TEST(SumInterval, WhatNeverVariesHasNoWidth) {
    const std::vector<double> small(40, 2.5), large(60'000, 2.5);
    EXPECT_EQ(sumInterval95(small).lo, 100);
    EXPECT_EQ(sumInterval95(small).hi, 100);
    EXPECT_NEAR(sumInterval95(large).hi - sumInterval95(large).lo, 0, 1e-6);
}

}  // namespace
}  // namespace reckoner
