#include "core/review/experiment.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

TEST(Experiment, IsFoundByEveryWordOfIt) {
    Experiment first;
    first.hypothesis = "More Seniority data help part-timers";
    first.finding = Finding::DoesNotWork;
    first.versions = {"v2b"};
    Experiment second;
    second.hypothesis = "Calibrate by region";
    second.finding = Finding::Helps;
    const std::vector<Experiment> all = {first, second};
    EXPECT_EQ(matching(all, "").size(), 2U);
    EXPECT_EQ(matching(all, "PART seniority").size(), 1U);
    EXPECT_EQ(matching(all, "does not work").size(), 1U);
    EXPECT_EQ(matching(all, "V2B").size(), 1U);
    EXPECT_TRUE(matching(all, "part region").empty());
}

TEST(Experiment, WordsReadBack) {
    for (const Finding one : kFindings) {
        EXPECT_EQ(finding(name(one)), one);
        EXPECT_FALSE(title(one).empty());
    }
    EXPECT_FALSE(finding("maybe"));
    EXPECT_EQ(namesFromJson(namesJson({"a", "\"b\""})), (std::vector<std::string>{"a", "\"b\""}));
    EXPECT_TRUE(namesFromJson("{").empty());
    EXPECT_THROW(check(Experiment{}), Error);
}

}  // namespace
}  // namespace reckoner
