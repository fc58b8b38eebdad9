#include "core/metrics/resampler.h"

#include <atomic>
#include <cmath>
#include <future>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"

namespace reckoner {
namespace {

using Drawn = std::vector<std::vector<std::uint8_t>>;

Drawn drawAll(std::uint64_t seed, std::uint32_t replicates, std::uint32_t samples,
              Executor* executor = nullptr) {
    Drawn drawn(replicates);
    Resampler(seed, replicates)
        .run(
            samples,
            [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
                drawn[replicate].assign(counts.begin(), counts.end());
            },
            executor);
    return drawn;
}

TEST(Resampler, EveryReplicateDrawsAsOftenAsThereAreSamples) {
    for (const std::uint32_t samples : {1U, 2U, 7U, 1000U})
        for (const auto& counts : drawAll(1, 50, samples)) {
            ASSERT_EQ(counts.size(), samples);
            EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0U), samples);
        }
}

// These numbers are part of the promise: the same on every machine, in every version.
TEST(Resampler, TheDrawsAreFixed) {
    const Drawn drawn = drawAll(20'260'101, 3, 8);
    EXPECT_EQ(drawn, (Drawn{{1, 0, 2, 3, 0, 0, 1, 1}, {3, 0, 0, 0, 1, 1, 3, 0}, {1, 1, 2, 1, 0, 1, 0, 2}}));
}

TEST(Resampler, TheDrawsAreTheSameForEveryNumberOfThreads) {
    const Drawn alone = drawAll(42, 200, 100);
    for (const unsigned threads : {1U, 2U, 5U}) {
        Executor executor(threads);
        EXPECT_EQ(drawAll(42, 200, 100, &executor), alone) << threads;
    }
    EXPECT_NE(drawAll(43, 200, 100), alone);
}

TEST(Resampler, CountsHaveTheMeanAndSpreadOfABootstrap) {
    constexpr std::uint32_t kSamples = 50;
    constexpr std::uint32_t kRounds = 20'000;
    std::vector<double> sums(kSamples);
    double squares = 0;
    for (const auto& counts : drawAll(9, kRounds, kSamples))
        for (std::uint32_t i = 0; i < kSamples; ++i) {
            sums[i] += counts[i];
            squares += counts[i] * counts[i];
        }
    for (const double sum : sums)
        EXPECT_NEAR(sum / kRounds, 1, 5 / std::sqrt(kRounds));
    // Binomial(50, 1/50): variance 0.98, mean square 1.98.
    EXPECT_NEAR(squares / kRounds / kSamples, 1.98, 0.02);
}

TEST(Resampler, NothingToDrawIsNoWork) {
    EXPECT_EQ(drawAll(1, 0, 10).size(), 0u);
    EXPECT_TRUE(drawAll(1, 1, 0)[0].empty());
}

TEST(Resampler, StopsWhenAsked) {
    std::stop_source stop;
    std::atomic<int> calls = 0;
    Executor executor(2);
    EXPECT_THROW(Resampler(1, 100'000)
                     .run(
                         10,
                         [&](std::uint32_t, std::span<const std::uint8_t>) {
                             if (++calls == 5) stop.request_stop();
                         },
                         &executor, TaskContext(stop.get_token())),
                 Error);
    EXPECT_LT(calls, 1'000);
}

TEST(Resampler, WhatAStatisticThrowsArrives) {
    Executor executor(2);
    EXPECT_THROW(Resampler(1, 100).run(
                     10,
                     [](std::uint32_t replicate, std::span<const std::uint8_t>) {
                         if (replicate == 7) throw std::runtime_error("seven");
                     },
                     &executor),
                 std::runtime_error);
}

TEST(Resampler, ReportsItsProgressToTheEnd) {
    double last = 0;
    Resampler(1, 20).run(
        5, [](std::uint32_t, std::span<const std::uint8_t>) {}, nullptr,
        TaskContext({}, [&](double fraction, std::string_view) {
            EXPECT_GT(fraction, last);
            last = fraction;
        }));
    EXPECT_EQ(last, 1.0);
}

// All threads of the executor may be busy with callers: nobody waits for a helper that cannot begin.
TEST(Resampler, MayItselfBeAJobOfItsExecutor) {
    std::promise<int> done;
    Executor executor(1);
    executor.submit([&](const std::stop_token&) {
        std::atomic<int> calls = 0;
        Resampler(1, 30).run(
            5, [&](std::uint32_t, std::span<const std::uint8_t>) { ++calls; }, &executor);
        done.set_value(calls);
    });
    EXPECT_EQ(done.get_future().get(), 30);
}

}  // namespace
}  // namespace reckoner
