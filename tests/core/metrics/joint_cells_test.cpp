#include "core/metrics/joint_cells.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

std::vector<JointSample> jointSamples() {
    Random random(4);
    std::vector<JointSample> samples;
    for (int i = 0; i < 400; ++i) {
        JointSample sample;
        sample.first = static_cast<std::uint8_t>(random.below(3));
        sample.second = static_cast<std::uint8_t>(random.below(2));
        sample.positive = random.unit() < 0.4;
        sample.x = random.unit() + sample.first;
        sample.y = 0.5 * sample.x + random.unit();
        samples.push_back(sample);
    }
    return samples;
}

TEST(JointCells, SumsVaryAsThoseOfSamplesDrawnOneByOne) {
    const auto samples = jointSamples();
    const JointCells cells(samples.size(), [&](std::size_t i) { return samples[i]; });
    EXPECT_EQ(cells.cells(), 12U);
    double mean[2] = {0, 0}, squares[2] = {0, 0}, cross = 0;
    double plainMean[2] = {0, 0}, plainSquares[2] = {0, 0}, plainCross = 0;
    constexpr int kDraws = 4'000;
    std::vector<std::uint64_t> drawn;
    for (int r = 0; r < kDraws; ++r) {
        Random random(1, static_cast<std::uint64_t>(r));
        double x = 0, y = 0;
        cells.draw(random, drawn, [&](std::uint8_t, std::uint8_t, bool, double a, double b) {
            x += a;
            y += b;
        });
        mean[0] += x, mean[1] += y, squares[0] += x * x, squares[1] += y * y, cross += x * y;
        x = y = 0;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const JointSample& one = samples[random.below(samples.size())];
            x += one.x;
            y += one.y;
        }
        plainMean[0] += x, plainMean[1] += y;
        plainSquares[0] += x * x, plainSquares[1] += y * y, plainCross += x * y;
    }
    const auto variance = [](double m, double s) { return s / kDraws - m / kDraws * (m / kDraws); };
    for (const int i : {0, 1}) {
        const double expected = variance(plainMean[i], plainSquares[i]);
        EXPECT_NEAR(mean[i] / kDraws, plainMean[i] / kDraws, 4 * std::sqrt(2 * expected / kDraws));
        EXPECT_NEAR(variance(mean[i], squares[i]) / expected, 1, 0.12);
    }
    const double expected = plainCross / kDraws - plainMean[0] / kDraws * (plainMean[1] / kDraws);
    EXPECT_NEAR((cross / kDraws - mean[0] / kDraws * (mean[1] / kDraws)) / expected, 1, 0.15);
}

TEST(JointCells, WhereBothValuesAreTheSameSoAreTheirSums) {
    auto samples = jointSamples();
    for (JointSample& one : samples)
        one.y = one.x;
    const JointCells cells(samples.size(), [&](std::size_t i) { return samples[i]; });
    Random random(9);
    std::vector<std::uint64_t> drawn;
    cells.draw(random, drawn, [](std::uint8_t, std::uint8_t, bool, double x, double y) { EXPECT_EQ(x, y); });
    double n = 0;
    cells.whole([&](std::uint8_t, std::uint8_t, bool, double, double) { ++n; });
    EXPECT_EQ(n, static_cast<double>(cells.cells()));
}

}  // namespace
}  // namespace reckoner
