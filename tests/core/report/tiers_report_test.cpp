#include "core/report/tiers_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TiersReport creditTiers(double reviewCost, std::optional<double> capacity) {
    TiersRequest request;
    request.terms.cost = reviewCost;
    request.capacity = capacity;
    return tiersReport(test::creditRun(2), request, test::creditWords());
}

TEST(TiersReport, ACapacityAPeriodIsTakenAsItsShareOfTheRun) {
    // 1,000 applications a month, 4,454 in the run: 80 reviews a month are 356.32 of the run.
    const TiersReport report = creditTiers(12, 80);
    EXPECT_NEAR(report.request.terms.capacity, 356.32, 1e-9);
    EXPECT_LE(report.best.reviewed.n(), 356u);
    const Json document = tiersJson(report);
    EXPECT_EQ(document["capacity"], 80);
    EXPECT_NEAR(document["per_period"]["total_cost"].get<double>(),
                document["total_cost"].get<double>() / 4.454, 1e-6);
    EXPECT_EQ(document["per_period"]["period"], "month");
}

TEST(TiersReport, SaysInTheModelsWordsWhatFallsWhere) {
    const std::string text = tiersText(creditTiers(12, 80));
    EXPECT_NE(text.find("Automatic from 0.300386, review from 0.242707: "), std::string::npos) << text;
    EXPECT_NE(text.find("less than without reviews."), std::string::npos) << text;
    EXPECT_NE(text.find("EUR"), std::string::npos) << text;
    EXPECT_NE(text.find("defaults"), std::string::npos) << text;
}

TEST(TiersReport, WithoutABandThereIsNoReviewRow) {
    const std::string text = tiersText(creditTiers(1e9, {}));
    EXPECT_NE(text.find("A review cannot pay here: one cut-off at "), std::string::npos) << text;
    EXPECT_EQ(text.find("\nreview "), std::string::npos) << text;
}

TEST(TiersReport, ARunWithoutScoredSamplesIsRefused) {
    test::VectorTable table;
    table.labels({"", ""}).scores({0.1, 0.9});
    EXPECT_THROW(tiersReport(test::analysed(std::move(table), {}), {}, {}), Error);
}

}  // namespace
}  // namespace reckoner
