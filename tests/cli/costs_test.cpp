#include <gtest/gtest.h>

#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"
#include "core/store/store.h"
#include "tests/support/cli.h"

namespace reckoner {
namespace {

constexpr const char* kCostsRun = "2.0.0@credit-applications-cv5";

// The demo with a dearer scenario and a cohort with costs of its own.
class CostsTest : public testing::Test {
 protected:
    CostsTest() {
        std::filesystem::copy_file(test::demoStore(), folder_ / "own.reckoner");
        const SystemClock clock;
        const auto store = Store::open(folder_ / "own.reckoner", OpenMode::ReadWrite, clock);
        const std::int64_t model = store->resolveRun(kCostsRun).modelId;
        CostModelRow row = CostLedger(store).book(model).inForce()->row;
        row.modelId = model;
        row.scenario = "grim";
        row.costs.fn.factor = 0.9;
        row.costs.review = 4;
        row.costs.reviewerAccuracy = 0.9;
        row.costs.reviewCapacity = 50;
        CostLedger(store).add(row);
        Cohort cohort;
        cohort.modelId = model;
        cohort.name = "Renting";
        cohort.expression = "home = 'rent'";
        row.cohort = Notebook(store).save(cohort).uid;
        row.scenario = kLikelyScenario;
        row.costs.fn = {77, 0, {}};
        row.costs.fp = {11, 0, {}};
        CostLedger(store).add(row);
    }
    test::TemporaryFolder folder_;
    test::Cli cli_{folder_ / "own.reckoner"};
};

TEST_F(CostsTest, ListsWhatHoldsAndItsHistory) {
    const auto document = cli_.json({"costs", "credit-default"});
    ASSERT_TRUE(document.is_object());
    EXPECT_EQ(document["scenarios"][0]["name"], "likely");
    EXPECT_EQ(document["history"][0]["cohort"], "Renting");
    const auto text = cli_({"costs", "credit-default"});
    EXPECT_EQ(text.exitCode, 0);
    EXPECT_NE(text.out.find("grim"), std::string::npos);
    EXPECT_EQ(cli_({"costs", "no such model"}).exitCode, 2);
}

// What is kept with a policy is priced by the scenario that was asked for, and says so.
TEST_F(CostsTest, APolicyIsFrozenUnderTheScenarioAskedFor) {
    const std::vector<std::string> base{"adopt", kCostsRun, "--threshold", "0.3",
                                        "--who", "Kim",     "--why",       "test"};
    const auto under = [&](const std::string& scenario) {
        std::vector<std::string> arguments = base;
        arguments.insert(arguments.end(), {"--scenario", scenario});
        return cli_(arguments);
    };
    ASSERT_EQ(cli_(base).exitCode, 0);
    ASSERT_EQ(under("grim").exitCode, 0);
    const auto unknown = under("grimm");
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_NE(unknown.err.find("grim\""), std::string::npos) << unknown.err;
    const auto list = cli_.json({"policies", "credit-default"})["policies"];
    EXPECT_EQ(list[0]["evidence"]["scenario"], "grim");
    EXPECT_EQ(list[1]["evidence"]["scenario"], "likely");
    const auto cost = [&](std::size_t at) { return list[at]["evidence"]["adopted"]["cost"].get<double>(); };
    EXPECT_GT(cost(0), 1.3 * cost(1));
}

TEST_F(CostsTest, MetricsCountByTheScenarioAskedFor) {
    const auto likely = cli_.json({"metrics", kCostsRun});
    const auto grim = cli_.json({"metrics", kCostsRun, "--scenario", "grim"});
    EXPECT_EQ(likely["cost"]["scenario"], "likely");
    EXPECT_EQ(grim["cost"]["scenario"], "grim");
    EXPECT_GT(grim["cost"]["total"].get<double>(), likely["cost"]["total"].get<double>());
    EXPECT_LT(grim["cost"]["best"]["threshold"].get<double>(),
              likely["cost"]["best"]["threshold"].get<double>());
    // Each says where the others' best lies.
    const auto best = [](const nlohmann::json& document, const std::string& name) {
        for (const auto& scenario : document["cost"]["scenarios"])
            if (scenario["name"] == name) return scenario["best_threshold"];
        return nlohmann::json();
    };
    EXPECT_EQ(best(likely, "grim"), grim["cost"]["best"]["threshold"]);
    EXPECT_EQ(best(grim, "likely"), likely["cost"]["best"]["threshold"]);
    const auto wrong = cli_({"metrics", kCostsRun, "--scenario", "grm"});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_NE(wrong.err.find("grim"), std::string::npos) << wrong.err;
    EXPECT_EQ(cli_({"metrics", kCostsRun, "--scenario", "grim", "--cost", "fp=1"}).exitCode, 2);
}

TEST_F(CostsTest, ACohortIsCountedByItsOwn) {
    const auto named = cli_.json({"metrics", kCostsRun, "--cohort", "Renting"});
    EXPECT_EQ(named["cost"]["cohort_costs"], true);
    const double expected =
        77 * named["confusion"]["fn"].get<double>() + 11 * named["confusion"]["fp"].get<double>();
    EXPECT_DOUBLE_EQ(named["cost"]["total"].get<double>(), expected);
    const auto written = cli_.json({"metrics", kCostsRun, "--where", "home = \"rent\""});
    EXPECT_EQ(written["cost"]["total"], named["cost"]["total"]);
}

TEST_F(CostsTest, SaysWhereTheChoiceAgainstThePolicyTurns) {
    const auto document = cli_.json({"metrics", kCostsRun, "--threshold", "0.31"});
    const auto& turn = document["cost"]["break_even"];
    EXPECT_EQ(turn["against"], 0.42);
    ASSERT_EQ(turn["fn"]["holds"], "above");
    // At that price both cost the same.
    const auto at = [&](const char* threshold) {
        const auto factor = turn["fn"]["amounts"]["amount"].dump();
        const std::string costs = "fn=" + factor + "*amount,fp=0.15*amount";
        return cli_.json({"metrics", kCostsRun, "--threshold", threshold, "--cost", costs})["cost"]["total"]
            .get<double>();
    };
    EXPECT_NEAR(at("0.31"), at("0.42"), 1e-6 * at("0.42"));
}

TEST_F(CostsTest, TiersTakeReviewsFromTheCostModel) {
    const auto grim = cli_.json({"tiers", kCostsRun, "--scenario", "grim"});
    ASSERT_TRUE(grim.is_object());
    EXPECT_EQ(grim["review_cost"], 4);
    EXPECT_EQ(grim["reviewer_accuracy"], 0.9);
    EXPECT_EQ(grim["capacity"], 50);
}

TEST(Costs, AManifestByClassKeepsRowsForTheTruth) {
    const test::TemporaryFolder folder;
    const test::Cli cli(folder / "pets.reckoner");
    cli.write("pets.csv", "id,label,predicted\n1,cat,dog\n2,dog,dog\n3,eel,cat\n4,cat,cat\n");
    cli.write(
        "pets.manifest.json",
        R"({"schema": "model-review-run/1", "model_name": "pets", "model_version": "1", "task": "multiclass",
                  "eval_set": "e", "classes": ["cat", "dog", "eel"],
                  "columns": {"id": "id", "label": "label", "predicted": "predicted"},
                  "cost_matrix": {"matrix": {"cat": {"dog": 5, "eel": 70}, "eel": {"cat": 30}}, "unit": "EUR",
                                  "review": 2}})");
    const auto imported = cli({"import", (cli.folder() / "pets.csv").string()});
    ASSERT_EQ(imported.exitCode, 0) << imported.err;
    const auto document = cli.json({"costs", "pets"});
    ASSERT_EQ(document["scenarios"].size(), 1U);
    const auto& matrix = document["scenarios"][0]["matrix"];
    EXPECT_EQ(matrix["cat"]["dog"], 5);
    EXPECT_EQ(matrix["cat"]["eel"], 70);
    EXPECT_EQ(matrix["eel"]["cat"], 30);
    EXPECT_EQ(matrix["dog"]["cat"], 0);
    EXPECT_EQ(document["scenarios"][0]["review"], 2);
    EXPECT_EQ(document["scenarios"][0]["unit"], "EUR");
    EXPECT_EQ(document["scenarios"][0]["fn"]["cost"], 1);
    // A cat called a dog and an eel called a cat.
    const auto metrics = cli.json({"metrics", "1"});
    EXPECT_EQ(metrics["cost"]["total"], 35);
    EXPECT_EQ(metrics["cost"]["per_decision"], 8.75);
}

}  // namespace
}  // namespace reckoner
