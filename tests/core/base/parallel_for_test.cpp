#include "core/base/parallel_for.h"

#include <atomic>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"

namespace reckoner {
namespace {

TEST(ParallelFor, RunsEachRoundOnce) {
    Executor executor{3};
    for (Executor* whose : {static_cast<Executor*>(nullptr), &executor})
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
            std::vector<std::atomic<int>> rounds(count);
            parallelFor(count, whose, {}, [&](std::size_t i) { ++rounds[i]; });
            for (const auto& round : rounds)
                EXPECT_EQ(round, 1);
        }
}

TEST(ParallelFor, MayBeCalledOnEveryThreadOfTheExecutorAtOnce) {
    Executor executor{2};
    std::atomic<int> sum = 0;
    parallelFor(4, &executor, {},
                [&](std::size_t) { parallelFor(50, &executor, {}, [&](std::size_t) { ++sum; }); });
    EXPECT_EQ(sum, 200);
}

TEST(ParallelFor, ThrowsWhatARoundThrowsAndStops) {
    Executor executor{2};
    EXPECT_THROW(parallelFor(100, &executor, {},
                             [](std::size_t i) {
                                 if (i == 10) throw Error(ErrorCode::BadInput, "no");
                             }),
                 Error);
    std::stop_source stop;
    int rounds = 0;
    EXPECT_THROW(parallelFor(100, nullptr, TaskContext(stop.get_token()),
                             [&](std::size_t i) {
                                 ++rounds;
                                 if (i == 4) stop.request_stop();
                             }),
                 Error);
    EXPECT_EQ(rounds, 5);
}

}  // namespace
}  // namespace reckoner
