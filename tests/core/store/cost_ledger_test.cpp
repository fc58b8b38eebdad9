#include "core/store/cost_ledger.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class CostLedgerTest : public testing::Test {
 protected:
    CostLedgerTest() {
        store_ = Store::create(folder_ / "costs.reckoner", clock_);
        test::StagingBuilder staging(folder_ / "staging");
        test::fillBinaryRun(staging, test::numberedIds("s", 12));
        store_->publish(staging.staged(), {});
    }
    std::int64_t add(double missed, const std::string& scenario = kLikelyScenario,
                     const std::string& cohort = {}, bool removed = false) {
        CostModelRow row;
        row.modelId = 1;
        row.costs.fn.fixed = missed;
        row.who = "Ann";
        row.why = "because";
        row.scenario = scenario;
        row.cohort = cohort;
        row.removed = removed;
        return CostLedger(store_).add(row);
    }
    CostBook book() const { return CostLedger(store_).book(1); }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_;
};

CostModelRow fullRow() {
    CostModelRow row;
    row.modelId = 1;
    row.costs.tp = {-10, 0.01, "price"};
    row.costs.fp = {5, 0.15, "amount"};
    row.costs.fn = {30, 0.5, "amount"};
    row.costs.tn = {0.25, 0, {}};
    row.costs.review = 12;
    row.costs.reviewerAccuracy = 0.95;
    row.costs.reviewCapacity = 300;
    row.costs.prevalence = 0.04;
    row.costs.currency = "EUR";
    row.costs.volumePerPeriod = 1000;
    row.costs.period = "week";
    row.costs.note = "finance";
    row.costs.byClass = {{"no", "yes"}, {0, 5, 30, -1}};
    row.words.pass = "approve";
    row.words.positiveOne = "customer who would have defaulted";
    row.words.negativeOne = "customer who would have paid";
    row.who = "Ann";
    row.why = "A look at last year's losses";
    row.scenario = "worst";
    row.cohort = "uid-7";
    return row;
}

TEST_F(CostLedgerTest, EverythingComesBack) {
    CostModelRow row = fullRow();
    row.id = CostLedger(store_).add(row);
    row.at = "2026-03-04T05:06:07.089Z";
    ASSERT_EQ(book().history().size(), 1U);
    EXPECT_EQ(book().history()[0], row);
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(CostLedgerTest, TheNewestOfAScenarioHolds) {
    add(10);
    add(99, "worst");
    const std::int64_t likely = add(20);
    EXPECT_EQ(book().inForce()->row.id, likely);
    EXPECT_EQ(book().inForce("worst")->row.costs.fn.fixed, 99);
    EXPECT_EQ(book().inForce("worst")->row.scenario, "worst");
    EXPECT_EQ(book().inForce("unheard of")->row.costs.fn.fixed, 20);
    EXPECT_EQ(store_->costModel(1)->id, likely);
    EXPECT_EQ(book().scenarios(), (std::vector<std::string>{"likely", "worst"}));
    EXPECT_EQ(book().before(book().history()[0])->costs.fn.fixed, 10);
    EXPECT_EQ(book().before(book().history()[1]), nullptr);
}

TEST_F(CostLedgerTest, ARemovedScenarioIsGoneAndCanComeBack) {
    add(10);
    add(99, "worst");
    add(99, "worst", {}, true);
    EXPECT_FALSE(book().has("worst"));
    EXPECT_EQ(book().scenarios(), (std::vector<std::string>{"likely"}));
    EXPECT_EQ(book().inForce("worst")->row.costs.fn.fixed, 10);
    add(70, "worst");
    EXPECT_EQ(book().inForce("worst")->row.costs.fn.fixed, 70);
    EXPECT_EQ(book().history().size(), 4U);
    EXPECT_THROW(add(1, kLikelyScenario, {}, true), Error);
}

TEST_F(CostLedgerTest, ACohortsOwnCostsStandInItsScenarioOnly) {
    CostModelRow all = fullRow();
    all.scenario = kLikelyScenario;
    all.cohort.clear();
    CostLedger(store_).add(all);
    all.scenario = "worst";
    CostLedger(store_).add(all);
    CostModelRow own;
    own.modelId = 1;
    own.costs.fn = {77, 0, {}};
    own.costs.volumePerPeriod = 5;
    own.costs.currency = "CHF";
    own.cohort = "uid-7";
    own.words = all.words;
    own.words.pass = "wave through";
    CostLedger(store_).add(own);

    const CostsInForce costs = book().inForce(kLikelyScenario, "uid-7").value();
    EXPECT_TRUE(costs.ofCohort);
    EXPECT_FALSE(costs.cohortPrevalence);
    EXPECT_EQ(costs.row.costs.fn.fixed, 77);
    EXPECT_EQ(costs.row.costs.tp, own.costs.tp);
    EXPECT_EQ(costs.row.costs.volumePerPeriod, 1000);
    EXPECT_EQ(costs.row.costs.review, 12);
    EXPECT_EQ(costs.row.costs.reviewCapacity, 300);
    EXPECT_EQ(costs.row.costs.prevalence, 0.04);
    // The model's language is its newest, whoever wrote it down.
    EXPECT_EQ(costs.row.costs.currency, "CHF");
    EXPECT_EQ(book().inForce()->row.words.pass, "wave through");

    EXPECT_FALSE(book().inForce("worst", "uid-7")->ofCohort);
    EXPECT_EQ(book().inForce("worst", "uid-7")->row.costs.fn.fixed, 30);
    EXPECT_FALSE(book().inForce(kLikelyScenario, "uid-8")->ofCohort);
    own.removed = true;
    CostLedger(store_).add(own);
    EXPECT_FALSE(book().inForce(kLikelyScenario, "uid-7")->ofCohort);
}

TEST_F(CostLedgerTest, WhatCannotBeIsRefusedAndNothingIsWritten) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refused = [&](const std::function<void(CostModelRow&)>& spoil) {
        CostModelRow row = fullRow();
        spoil(row);
        EXPECT_THROW(CostLedger(store_).add(row), Error);
    };
    refused([&](CostModelRow& row) { row.costs.tn.factor = nan; });
    refused([&](CostModelRow& row) { row.costs.review = nan; });
    refused([&](CostModelRow& row) { row.costs.reviewerAccuracy = 1.01; });
    refused([&](CostModelRow& row) { row.costs.reviewerAccuracy = nan; });
    refused([&](CostModelRow& row) { row.costs.reviewCapacity = -1; });
    refused([&](CostModelRow& row) { row.costs.prevalence = 0; });
    refused([&](CostModelRow& row) { row.costs.prevalence = 1; });
    refused([&](CostModelRow& row) { row.costs.byClass.money.pop_back(); });
    refused([&](CostModelRow& row) { row.costs.byClass.money[2] = nan; });
    refused([&](CostModelRow& row) { row.scenario = " \t"; });
    refused([&](CostModelRow& row) { row.modelId = 99; });
    EXPECT_TRUE(book().empty());
}

TEST_F(CostLedgerTest, ARowThatWasChangedOutsideIsReported) {
    add(10);
    store_.reset();
    test::SqliteFile(folder_ / "costs.reckoner").exec("UPDATE cost_model SET prevalence = 0.5");
    EXPECT_FALSE(Store::open(folder_ / "costs.reckoner", OpenMode::ReadOnly, clock_)->check({}).empty());
}

}  // namespace
}  // namespace reckoner
