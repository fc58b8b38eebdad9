#include "core/import/demo.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/cost_ledger.h"
#include "core/store/store.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

TEST(DemoStore, HoldsTheFourModelsWithCostsWordsAndPolicy) {
    test::TemporaryFolder folder;
    const FixedClock clock{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    const DemoSummary summary = createDemo(folder / "new/demo.reckoner", RECKONER_RESOURCES, clock);
    EXPECT_EQ(summary.models, 4u);
    EXPECT_EQ(summary.runs, 24u);

    const auto store = Store::open(folder / "new/demo.reckoner", OpenMode::ReadOnly, clock);
    EXPECT_TRUE(store->check({}).empty());
    const auto run = store->resolveRun("credit-default/2.0.0@credit-applications-cv5");
    const auto costs = store->costModel(run.modelId);
    ASSERT_TRUE(costs);
    EXPECT_EQ(costs->costs.fn, (OutcomeCost{0, 0.5, "amount"}));
    EXPECT_EQ(costs->costs.fp, (OutcomeCost{0, 0.15, "amount"}));
    EXPECT_EQ(costs->words.missedOne, "missed default");
    EXPECT_NE(costs->costs.note.find("Illustrative"), std::string::npos);
    const CostBook book = CostLedger(store).book(run.modelId);
    EXPECT_EQ(book.scenarios(), (std::vector<std::string>{"likely", "worst"}));
    EXPECT_GT(book.inForce("worst")->row.costs.fn.factor, 0.5);
    EXPECT_EQ(book.history().size(), 4u);
    for (const CostModelRow& row : book.history())
        EXPECT_NE(row.why.find("Illustrative"), std::string::npos) << row.why;
    EXPECT_EQ(book.history()[2].at, "2025-11-08T14:05:00.000Z");
    const auto policy = store->policyInForce(run.versionId);
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->threshold, 0.42);
    EXPECT_FALSE(policy->why.empty());
    EXPECT_FALSE(policy->reviewBy.empty());
}

TEST(DemoStore, IsThereWholeOrNotAtAll) {
    test::TemporaryFolder folder;
    const FixedClock clock{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::ofstream(folder / "mine.reckoner") << "mine";
    EXPECT_THROW(createDemo(folder / "mine.reckoner", RECKONER_RESOURCES, clock), Error);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(
        createDemo(folder / "demo.reckoner", RECKONER_RESOURCES, clock, TaskContext(stop.get_token())),
        Error);
    EXPECT_THROW(createDemo(folder / "demo.reckoner", folder / "nowhere", clock), Error);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

}  // namespace
}  // namespace reckoner
