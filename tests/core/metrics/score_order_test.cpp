#include "core/metrics/score_order.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"

namespace reckoner {
namespace {

void expectOrdered(const std::vector<double>& scores) {
    std::vector<std::uint32_t> expected(scores.size());
    for (std::uint32_t i = 0; i < expected.size(); ++i)
        expected[i] = i;
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
    const auto order = orderScores(scores, {});
    ASSERT_EQ(order.size(), scores.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        ASSERT_EQ(order[i].position, expected[i]) << "at " << i;
        ASSERT_EQ(scoreOfKey(order[i].key), scores[expected[i]]);
    }
}

TEST(ScoreOrder, IsAStableSortFromTheHighestDown) {
    Random random(1);
    for (const std::size_t n : {0, 1, 2, 24, 25, 100, 5000, 70000})
        for (const int kind : {0, 1, 2, 3, 4}) {
            std::vector<double> scores;
            for (std::size_t i = 0; i < n; ++i) {
                const double u = random.unit();
                scores.push_back(kind == 0   ? u
                                 : kind == 1 ? std::floor(u * 20) / 20
                                 : kind == 2 ? random.normal() * 1e3
                                 : kind == 3 ? std::pow(u, 200)  // crowded near zero, over many exponents
                                             : 0.25);
            }
            expectOrdered(scores);
        }
}

TEST(ScoreOrder, HoldsTheEndsOfTheNumberLine) {
    const double big = std::numeric_limits<double>::max();
    const double tiny = std::numeric_limits<double>::denorm_min();
    expectOrdered({tiny, -big, 0.0, 1.0, -tiny, big, -1.0, 0.5, -big, big});
}

TEST(ScoreOrder, TakesMinusZeroForZero) {
    const std::vector<double> scores{-0.0, 0.0, -0.0, 1.0};
    const auto order = orderScores(scores, {});
    EXPECT_EQ(order[1].position, 0u);
    EXPECT_EQ(order[2].position, 1u);
    EXPECT_EQ(order[3].position, 2u);
    EXPECT_EQ(order[1].key, order[2].key);
    EXPECT_FALSE(std::signbit(scoreOfKey(order[1].key)));
}

TEST(ScoreOrder, CarriesThePayloadAlong) {
    const std::vector<double> scores{0.1, 0.3, 0.2};
    const std::vector<std::uint32_t> payload{10, 30, 20};
    const auto order = orderScores(scores, payload);
    EXPECT_EQ(order[0].payload, 30u);
    EXPECT_EQ(order[1].payload, 20u);
    EXPECT_EQ(order[2].payload, 10u);
}

TEST(ScoreOrder, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const std::vector<double> scores(1000, 0.5);
    try {
        orderScores(scores, {}, TaskContext(stop.get_token()));
        FAIL() << "it went on";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Cancelled);
    }
}

}  // namespace
}  // namespace reckoner
