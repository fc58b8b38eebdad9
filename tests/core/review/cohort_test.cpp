#include "core/review/cohort.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Cohort, TheSameContentIsWhatPeopleTyped) {
    Cohort a;
    a.modelId = 1;
    a.name = "Tenants";
    a.expression = "home = 'rent'";
    Cohort b = a;
    b.id = 7;
    b.uid = "u";
    b.who = "Product";
    b.changedAt = "2026-03-04T05:06:07.089Z";
    EXPECT_TRUE(sameContent(a, b));
    for (std::string Cohort::*field : {&Cohort::name, &Cohort::expression, &Cohort::value, &Cohort::churn,
                                       &Cohort::regulation, &Cohort::owner}) {
        Cohort other = a;
        other.*field = "x";
        EXPECT_FALSE(sameContent(a, other));
    }
}

}  // namespace
}  // namespace reckoner
