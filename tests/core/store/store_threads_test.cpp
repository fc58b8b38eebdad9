// One file, several stores and threads: every run whole, every sample paired, nobody locked out.
#include <atomic>
#include <semaphore>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/store/store.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class StoreThreadsTest : public testing::Test {
 protected:
    void publish(Store& store, const std::string& version, std::size_t rows) {
        test::StagingBuilder staging(folder_ / ("staging " + version));
        auto ids = test::numberedIds("s", rows);
        // Each run brings an id of its own first, so that every join has to look.
        ids.front() = version;
        test::fillBinaryRun(staging, ids);
        staging.run().version = version;
        store.publish(staging.staged(), {});
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
};

TEST_F(StoreThreadsTest, TwoStoresOnOneFilePublishAndReadAtOnce) {
    const auto first = Store::create(folder_ / "a.reckoner", clock_);
    const auto second = Store::open(folder_ / "a.reckoner", OpenMode::ReadWrite, clock_);
    constexpr int writes = 4;
    std::atomic<int> failures = 0;
    std::atomic<bool> writing = true;
    std::counting_semaphore<3> done(0);
    const auto guarded = [&](auto&& f) {
        return [&, f](const std::stop_token&) {
            try {
                f();
            } catch (const std::exception& error) {
                ADD_FAILURE() << error.what();
                ++failures;
            }
            done.release();
        };
    };
    Executor executor(3);
    for (Store* store : {first.get(), second.get()})
        executor.submit(guarded([&, store] {
            for (int i = 0; i < writes; ++i)
                publish(*store, (store == first.get() ? "a" : "b") + std::to_string(i), 8'000);
        }));
    executor.submit(guarded([&] {
        while (writing)
            for (const RunRow& run : first->runs()) {
                const EvalTablePtr table = second->openTable(run.info.id);
                EXPECT_EQ(table->text(table->find(ColumnRole::Id)->id)->at(0), run.info.version);
                EXPECT_EQ(table->real(table->find("score")->id)->values().size(), 8'000U);
            }
    }));
    done.acquire();
    done.acquire();
    writing = false;
    done.acquire();
    EXPECT_EQ(failures, 0);

    const auto runs = first->runs();
    ASSERT_EQ(runs.size(), 2U * writes);
    for (const RunRow& run : runs) {
        const auto ordinals = second->ordinals(run.info.id);
        // "s1", "s2", ... are the same samples in all runs, in the places the first run gave them.
        EXPECT_EQ(ordinals[1], 1U);
        EXPECT_EQ(ordinals[7'999], 7'999U);
        const EvalTablePtr table = first->openTable(run.info.id);
        EXPECT_EQ(table->text(table->find(ColumnRole::Id)->id)->at(0), run.info.version);
    }
    EXPECT_TRUE(first->check({}).empty());
}

TEST_F(StoreThreadsTest, OneTextColumnIsReadFromManyThreads) {
    const auto store = Store::create(folder_ / "a.reckoner", clock_);
    publish(*store, "1", 60'000);
    const EvalTablePtr table = store->openTable(store->runs()[0].info.id);
    const auto ids = table->text(table->find(ColumnRole::Id)->id);
    std::counting_semaphore<4> done(0);
    std::atomic<int> wrong = 0;
    Executor executor(4);
    for (RowIndex thread = 0; thread < 4; ++thread)
        executor.submit([&, thread](const std::stop_token&) {
            for (RowIndex i = 1; i < 300; ++i) {
                const RowIndex row = (i * 7'919 + thread * 20'011) % 59'999 + 1;
                wrong += ids->at(row) != "s" + std::to_string(row);
            }
            done.release();
        });
    for (int i = 0; i < 4; ++i)
        done.acquire();
    EXPECT_EQ(wrong, 0);
}

TEST_F(StoreThreadsTest, WritesFromManyThreadsAllArrive) {
    const auto store = Store::create(folder_ / "a.reckoner", clock_);
    std::counting_semaphore<10> done(0);
    Executor executor(4);
    for (int i = 0; i < 10; ++i)
        executor.submit([&, i](const std::stop_token&) {
            store->setSetting("key " + std::to_string(i), std::to_string(i * i));
            done.release();
        });
    for (int i = 0; i < 10; ++i)
        done.acquire();
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(store->setting("key " + std::to_string(i)), std::to_string(i * i));
}

}  // namespace
}  // namespace reckoner
