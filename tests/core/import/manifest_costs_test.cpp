#include "core/import/manifest_costs.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/import/import_plan.h"
#include "core/store/store.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(ManifestCosts, EveryOutcomeKeepsItsOwnFigure) {
    const auto costs = manifestCosts(
        R"({"columns":{"amount":"loan"},"cost_matrix":{"TP":-10,"FP":5,"FN":30,"TN":1,"unit":"EUR","review":2,
            "amounts":{"FN":0.5},"volume":1000,"period":"week"}})",
        "m.json");
    ASSERT_TRUE(costs);
    EXPECT_EQ(costs->tp, (OutcomeCost{-10, 0, {}}));
    EXPECT_EQ(costs->fp, (OutcomeCost{5, 0, {}}));
    EXPECT_EQ(costs->fn, (OutcomeCost{30, 0.5, "loan"}));
    EXPECT_EQ(costs->tn, (OutcomeCost{1, 0, {}}));
    EXPECT_EQ(costs->currency, "EUR");
    EXPECT_EQ(costs->review, 2);
    EXPECT_EQ(costs->volumePerPeriod, 1000);
    EXPECT_EQ(costs->period, "week");
}

TEST(ManifestCosts, NothingStatedIsNothing) {
    EXPECT_FALSE(manifestCosts("", "m.json"));
    EXPECT_FALSE(manifestCosts(R"({"task":"binary"})", "m.json"));
    EXPECT_FALSE(manifestCosts(R"({"cost_matrix":null})", "m.json"));
}

TEST(ManifestCosts, AWrongFigureIsRefusedByName) {
    for (const char* matrix :
         {R"({"FP":"five"})", R"({"amounts":{"FN":1}})", R"({"volume":-1})", R"({"unit":3})"}) {
        try {
            manifestCosts(std::string(R"({"cost_matrix":)") + matrix + "}", "m.json");
            ADD_FAILURE() << matrix;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::BadInput);
            EXPECT_NE(std::string(error.what()).find("cost_matrix"), std::string::npos);
        }
    }
}

// The manifest's costs are a start: what a person set later is not undone by the next run.
TEST(ManifestCosts, BecomeTheModelsUnlessItHasCosts) {
    const test::TemporaryFolder folder;
    const SystemClock clock;
    const auto store = Store::create(folder / "s.reckoner", clock);
    const std::string demo = RECKONER_RESOURCES "/demo/credit_default/";
    importRun(*store, planImport(demo + "credit_default_v1_logreg.csv", std::nullopt, {}, store.get()), {});
    const std::int64_t model = store->models().at(0).id;
    ASSERT_TRUE(store->costModel(model));
    EXPECT_EQ(store->costModel(model)->costs.fn.fixed, 30);
    EXPECT_EQ(store->costModel(model)->costs.currency, "EUR");

    CostModel own;
    own.fn.fixed = 99;
    store->addCostModel(model, own, {}, "somebody", "known better");
    importRun(*store, planImport(demo + "credit_default_v2_forest.csv", std::nullopt, {}, store.get()), {});
    EXPECT_EQ(store->costModel(model)->costs.fn.fixed, 99);
}

}  // namespace
}  // namespace reckoner
