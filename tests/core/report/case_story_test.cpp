#include "core/report/case_story.h"

#include <gtest/gtest.h>

#include "core/report/case_export.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(CaseStory, SaysWhatBecameOfACaseInTheModelsWordsAndMoney) {
    test::TemporaryFolder folder;
    SystemClock clock;
    const auto store = Store::create(folder / "s.reckoner", clock);
    test::StagingBuilder staging(folder / "staging");
    staging.run().info.decisionThreshold = 0.5;
    staging.ids({"a", "b", "c"})
        .category("label", ColumnRole::Label, {"no", "yes"}, {1, 0, 1})
        .real("score", ColumnRole::Score, {0.25, 0.75, 0.75})
        .real("amount", ColumnRole::Amount, {2500, 100, 40})
        .text("why", ColumnRole::Explanation,
              {R"({"amount": {"value": 2500, "weight": 0.114}, "<b>job</b>": -0.06})", "", "just text"});
    staging.run().info.scored = 3;
    CaseExport what;
    what.run = store->publish(staging.staged(), {});
    what.rows = {0, 1, 2};
    CostModel costs;
    costs.currency = "EUR";
    costs.fn.fixed = 0;
    costs.fn.factor = 0.5;
    costs.fn.amountColumn = "amount";
    costs.fp.fixed = 30;
    Vocabulary words;
    words.missedOne = "missed default";
    words.falseAlarmOne = "good customer refused";
    words.passed = "approved";
    store->addCostModel(1, costs, words, "Risk", "start");
    std::string html;
    writeCases(store, what, [&](std::string_view piece) { html += piece; });
    EXPECT_NE(html.find("Missed default: 2,500 EUR approved, 1,250 EUR lost."), std::string::npos) << html;
    EXPECT_NE(html.find("Good customer refused"), std::string::npos);
    EXPECT_NE(html.find("What moved the score"), std::string::npos);
    EXPECT_NE(html.find("+0.114 towards yes"), std::string::npos);
    EXPECT_NE(html.find("&lt;b&gt;job&lt;/b&gt;"), std::string::npos);
    EXPECT_EQ(html.find("&quot;weight"), std::string::npos) << "the raw explanation is not repeated";
    EXPECT_NE(html.find("just text"), std::string::npos) << "what cannot be read as factors stays";

    TierPlan plan;
    plan.cutoffs = {0.2, 0.5};
    plan.tiers = usualTiers(2);
    const RunRow run = store->runs(1).front();
    const CaseStory tiers(*store, run, store->openTable(what.run), "yes", OperatingPoint(0, plan), {});
    EXPECT_EQ(tiers.sentence(0, "yes"),
              "Goes to review: caught if the person decides rightly, a missed default if not.");
    EXPECT_TRUE(tiers.sentence(1, "no").starts_with("Good customer refused")) << tiers.sentence(1, "no");
}

}  // namespace
}  // namespace reckoner
