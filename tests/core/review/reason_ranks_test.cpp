#include "core/review/reason_ranks.h"

#include <gtest/gtest.h>

#include "core/store/notebook.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class ReasonRanks : public testing::Test {
 protected:
    ReasonRanks() {
        test::StagingBuilder staging(folder_ / "staging");
        fillBinaryRun(staging, test::numberedIds("s", 60));
        run_ = store_->publish(staging.staged(), {});
    }
    void note(int sample, const std::string& tag, std::optional<double> cost = {}) {
        Annotation note;
        note.modelId = 1;
        note.sampleId = test::numberedIds("s", 60)[static_cast<std::size_t>(sample)];
        note.text = "seen";
        if (!tag.empty()) note.tags = {tag};
        note.cost = cost;
        Notebook(store_).save(note);
    }
    std::vector<std::string> ranked(double threshold) const {
        AnalysisRequest request;
        request.table = store_->openTable(run_);
        request.costs.fn.fixed = 10;
        request.costs.fp.fixed = 1;
        std::vector<std::string> tags;
        for (const ErrorReason& reason : rankedReasons(store_, analyse(request), threshold, 1))
            tags.push_back(reason.tag);
        return tags;
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "a.reckoner", clock_);
    RunId run_ = 0;
};

TEST_F(ReasonRanks, TheDearestComesFirstAndWhatIsUntaggedOrElsewhereIsLeftOut) {
    note(0, "often", 1);
    note(1, "often", 1);
    note(2, "often", 1);
    note(3, "dear", 50);
    note(4, "", 900);
    Annotation elsewhere;
    elsewhere.modelId = 1;
    elsewhere.sampleId = "in no run";
    elsewhere.text = "seen";
    elsewhere.tags = {"nowhere"};
    elsewhere.cost = 1'000;
    Notebook(store_).save(elsewhere);
    EXPECT_EQ(ranked(0.5), (std::vector<std::string>{"dear", "often"}));
}

// Each sample's cost by hand: a missed one 10, a false alarm 1, a right decision nothing.
TEST_F(ReasonRanks, CostsAreThoseOfTheDecisionAtTheThreshold) {
    const EvalTablePtr table = store_->openTable(run_);
    const auto scores = table->real(table->find(ColumnRole::Score)->id);
    const auto labels = table->category(table->find(ColumnRole::Label)->id);
    const auto positive = table->info().positive;
    for (int i = 0; i < 12; ++i)
        note(i, "reason" + std::to_string(i % 4));
    for (const double threshold : {0.2, 0.5, 0.8}) {
        std::vector<std::pair<double, std::string>> expected;
        for (int tag = 0; tag < 4; ++tag) {
            double cost = 0;
            for (std::size_t row = static_cast<std::size_t>(tag); row < 12; row += 4) {
                const bool real =
                    labels->categories().at(labels->code(static_cast<RowIndex>(row))) == positive;
                const bool flagged = scores->values()[row] >= threshold;
                cost += real == flagged ? 0 : real ? 10 : 1;
            }
            expected.emplace_back(-cost, "reason" + std::to_string(tag));
        }
        std::stable_sort(expected.begin(), expected.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        const auto tags = ranked(threshold);
        ASSERT_EQ(tags.size(), 4U);
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_EQ(tags[i], expected[i].second) << threshold << ' ' << i;
    }
}

TEST(ReasonOrder, WhatSomebodyRankedStaysAndNewOnesFollow) {
    const std::vector<ErrorReason> reasons = {{"a", 1, 9, 1}, {"b", 1, 8, 1}, {"c", 1, 7, 1}};
    std::vector<std::string> tags;
    for (const ErrorReason& reason : inGivenOrder(reasons, {"c", "gone", "a"}))
        tags.push_back(reason.tag);
    EXPECT_EQ(tags, (std::vector<std::string>{"c", "a", "b"}));
}

}  // namespace
}  // namespace reckoner
