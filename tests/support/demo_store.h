// Tests of one suite that read the demo store: made once for the suite, written to by none that minds.
#pragma once

#include <memory>

#include <gtest/gtest.h>

#include "core/import/demo.h"
#include "core/store/store.h"
#include "tests/support/temporary_folder.h"

namespace reckoner::test {

class DemoStoreTest : public testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TemporaryFolder>();
        createDemo(*folder_ / "demo.reckoner", RECKONER_RESOURCES, clock_);
        store_ = Store::open(*folder_ / "demo.reckoner", OpenMode::ReadWrite, clock_);
    }
    static void TearDownTestSuite() {
        store_.reset();
        folder_.reset();
    }

    static inline FixedClock clock_{
        Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};  // 4 March 2026
    static inline std::shared_ptr<Store> store_;

    static inline std::unique_ptr<TemporaryFolder> folder_;
};

}  // namespace reckoner::test
