#include "core/review/tripwire.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/review/today_facts.h"
#include "core/store/review_book.h"
#include "tests/support/demo_store.h"

namespace reckoner {
namespace {

std::vector<Cohort> someCohorts() {
    Cohort cohort;
    cohort.name = "Enterprise";
    cohort.expression = "plan = 'enterprise'";
    return {cohort};
}

TEST(Tripwire, IsReadAsPeopleWriteIt) {
    const auto cohorts = someCohorts();
    const Tripwire wire{"precision", "plan = 'enterprise'", true, 0.7};
    for (const char* text : {"if precision for enterprise falls below 0.7", "Precision of Enterprise < 0.7",
                             "precision where plan = 'enterprise' drops below 70 %",
                             "If Precision for enterprise is below 70 of 100."})
        EXPECT_EQ(parseTripwire(text, cohorts), wire) << text;
    EXPECT_EQ(parseTripwire("share of positives rises above 35 of 100", {}),
              (Tripwire{"prevalence", "", false, 0.35}));
    EXPECT_EQ(parseTripwire("balanced accuracy < 0.8", {}).metric, "balanced_accuracy") << "the longest name";
    EXPECT_EQ(parseTripwire("latency_p95 rises above 40", {}), (Tripwire{"latency_p95", "", false, 40}));
    EXPECT_EQ(parseTripwire("  ", {}), Tripwire());
    EXPECT_EQ(parseTripwire("recall for age < 30 falls below 0.5", {}).cohort, "age < 30");
}

TEST(Tripwire, IsWrittenSoThatItIsReadAgain) {
    const auto cohorts = someCohorts();
    for (const char* text : {"Precision for Enterprise falls below 0.7",
                             "share of positives rises above 0.35", "Recall for age < 30 falls below 0.5"}) {
        const Tripwire wire = parseTripwire(text, cohorts);
        EXPECT_EQ(tripwireSentence(wire, cohorts), text);
        EXPECT_EQ(parseTripwire(tripwireSentence(wire, cohorts), cohorts), wire);
    }
    EXPECT_EQ(tripwireSentence({}, cohorts), "");
}

TEST(Tripwire, WhatIsNoneIsRefusedInOneSentence) {
    for (const char* text : {"precision", "precision falls below", "precision falls below a lot",
                             "happiness falls below 0.7", "precision for nobody knows whom falls below 0.7"})
        EXPECT_THROW(parseTripwire(text, someCohorts()), Error) << text;
}

class TripwireWatch : public test::DemoStoreTest {
 protected:
    static std::int64_t credit() {
        return store_->resolveRun("credit-default/2.0.0@credit-applications-cv5").modelId;
    }
    static Decision decided(const Tripwire& wire, const char* at) {
        Decision decision;
        decision.modelId = credit();
        decision.version = "2.0.0";
        decision.tripwire = wire;
        decision.at = at;
        return decision;
    }
};

TEST_F(TripwireWatch, TheDemosThresholdComesUpAgainBecauseOfWeekThirty) {
    const auto tripped = trippedDecisions(store_, ReviewBook(store_).decisions(credit()));
    ASSERT_EQ(tripped.size(), 1U);
    EXPECT_EQ(tripped[0].decision.uid, "demo-decision-4");
    EXPECT_EQ(tripped[0].run.info.evalSet, "credit-weekly-W30");
    EXPECT_NEAR(*tripped[0].value, 0.382, 0.001);
    EXPECT_EQ(todayHistory(store_, credit(), "2026-03-04").tripped.size(), 1U);
}

TEST_F(TripwireWatch, OnlyARunThatCameLaterIsAsked) {
    const Tripwire recall{"recall", "", true, 0.9};
    const auto early = readTripwire(store_, decided(recall, "2026-01-01T10:00:00.000Z"));
    ASSERT_TRUE(early);
    EXPECT_TRUE(early->tripped);
    EXPECT_NEAR(*early->value, 0.686, 0.001) << "of week 30, at the policy";
    EXPECT_FALSE(readTripwire(store_, decided(recall, "2026-03-03T10:00:00.000Z")));
    EXPECT_FALSE(readTripwire(store_, decided({}, "2026-01-01T10:00:00.000Z")));
    const auto high = readTripwire(store_, decided({"recall", "", true, 0.5}, "2026-01-01T10:00:00.000Z"));
    EXPECT_FALSE(high->tripped);
    EXPECT_TRUE(
        readTripwire(store_, decided({"recall", "home = 'rent'", true, 0.99}, "2026-01-01T"))->tripped);
}

TEST_F(TripwireWatch, WhatCannotBeReadDoesNotTrip) {
    const auto reading =
        readTripwire(store_, decided({"recall", "moon = 'full'", true, 0.9}, "2026-01-01T10:00:00.000Z"));
    ASSERT_TRUE(reading);
    EXPECT_FALSE(reading->value);
    EXPECT_FALSE(reading->tripped);
}

}  // namespace
}  // namespace reckoner
