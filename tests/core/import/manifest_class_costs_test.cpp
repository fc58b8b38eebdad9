#include "core/import/manifest_class_costs.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

const std::vector<std::string> kPets{"cat", "dog"};

TEST(ManifestClassCosts, ReadsRowsOfTheTruth) {
    const auto costs = manifestClassCosts(R"({"cost_matrix": [[0, 5], [30, -1.5]]})", kPets);
    ASSERT_TRUE(costs);
    EXPECT_EQ(costs->at(0, 1), 5);
    EXPECT_EQ(costs->at(1, 0), 30);
    EXPECT_EQ(costs->at(1, 1), -1.5);
}

TEST(ManifestClassCosts, ReadsAMatrixWithItsUnit) {
    const auto costs = manifestClassCosts(
        R"({"cost_matrix": {"matrix": [[0, 5], [30, 0]], "unit": "EUR", "review": 2, "volume": 1000, "period": "week"}})",
        kPets);
    ASSERT_TRUE(costs);
    EXPECT_EQ(costs->currency, "EUR");
    EXPECT_EQ(costs->review, 2);
    EXPECT_EQ(costs->volumePerPeriod, 1000);
    EXPECT_EQ(costs->period, "week");
}

TEST(ManifestClassCosts, ReadsNamesWhereWhatIsNotNamedCostsNothing) {
    const auto costs = manifestClassCosts(R"({"cost_matrix": {"dog": {"cat": 30}}})", kPets);
    ASSERT_TRUE(costs);
    EXPECT_EQ(costs->at(1, 0), 30);
    EXPECT_EQ(costs->at(0, 1), 0);
}

TEST(ManifestClassCosts, IsNothingForBinaryCostsAndWithoutAny) {
    EXPECT_FALSE(manifestClassCosts(R"({"cost_matrix": {"TP": 0, "FP": 5, "FN": 30, "TN": 0}})", kPets));
    EXPECT_FALSE(manifestClassCosts(R"({"model_name": "pets"})", kPets));
    EXPECT_FALSE(manifestClassCosts("", kPets));
}

TEST(ManifestClassCosts, RefusesWhatCannotBeMeant) {
    for (const char* bad :
         {R"({"cost_matrix": [[0, 5]]})", R"({"cost_matrix": [[0], [1]]})",
          R"({"cost_matrix": [[0, "x"], [1, 0]]})", R"({"cost_matrix": {"bird": {"cat": 1}}})"})
        EXPECT_THROW(manifestClassCosts(bad, kPets), Error) << bad;
}

}  // namespace
}  // namespace reckoner
