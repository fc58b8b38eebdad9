#include "core/review/stage.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

// Versions 1, 2, 3; stages as they are written.
class StageTest : public testing::Test {
 protected:
    StageTest() {
        for (std::int64_t id = 1; id <= 3; ++id)
            entries_.push_back({id, 1, std::to_string(id) + ".0", {}, {}});
    }
    std::vector<StageChange> move(std::int64_t version, Stage stage, const std::string& day) {
        const auto changes =
            withConsequences(entries_, {0, "", version, stage, "Risk", "because", day + "T09:00:00.000Z"});
        for (const StageChange& change : changes) {
            auto& history = entries_[static_cast<std::size_t>(change.versionId - 1)].history;
            history.insert(history.begin(), change);
        }
        return changes;
    }
    Stage stageOf(std::int64_t version) const {
        return entries_[static_cast<std::size_t>(version - 1)].stage();
    }

    std::vector<RegistryEntry> entries_;
};

TEST_F(StageTest, WhatGoesIntoProductionRetiresWhatIsThere) {
    EXPECT_EQ(inProduction(entries_), nullptr);
    move(1, Stage::Production, "2024-03-01");
    const auto changes = move(2, Stage::Production, "2024-06-01");
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].why, "2.0 takes its place: because");
    EXPECT_EQ(stageOf(1), Stage::Retired);
    EXPECT_EQ(inProduction(entries_)->version, "2.0");
}

TEST_F(StageTest, RollingBackBringsBackWhatWasThereBefore) {
    move(3, Stage::Production, "2024-01-01");
    move(1, Stage::Production, "2024-03-01");
    move(2, Stage::Production, "2024-06-01");
    const auto changes = move(2, Stage::RolledBack, "2024-06-08");
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(stageOf(2), Stage::RolledBack);
    EXPECT_EQ(inProduction(entries_)->version, "1.0");
    EXPECT_EQ(entries_[0].history.front().why, "2.0 was rolled back: because");
    // What was rolled back does not come back by itself.
    move(1, Stage::RolledBack, "2024-06-09");
    EXPECT_EQ(inProduction(entries_)->version, "3.0");
    move(3, Stage::RolledBack, "2024-06-10");
    EXPECT_EQ(inProduction(entries_), nullptr);
}

TEST_F(StageTest, OtherStagesMoveOneVersionAlone) {
    move(1, Stage::Production, "2024-03-01");
    EXPECT_EQ(move(2, Stage::Candidate, "2024-04-01").size(), 1U);
    EXPECT_EQ(move(2, Stage::InReview, "2024-04-02").size(), 1U);
    EXPECT_EQ(move(1, Stage::Retired, "2024-04-03").size(), 1U);
    EXPECT_EQ(inProduction(entries_), nullptr);
}

TEST_F(StageTest, WhatMakesNoSenseIsRefused) {
    move(1, Stage::Production, "2024-03-01");
    EXPECT_THROW(move(1, Stage::Production, "2024-03-02"), Error);
    EXPECT_THROW(move(2, Stage::RolledBack, "2024-03-02"), Error);
    EXPECT_THROW(move(1, Stage::None, "2024-03-02"), Error);
    EXPECT_THROW(move(9, Stage::Candidate, "2024-03-02"), Error);
    EXPECT_THROW(move(1, Stage::Retired, "2024-02-01"), Error) << "before it came into production";
}

TEST_F(StageTest, NamesAndTitlesAreReadBack) {
    for (const Stage stage : kStages) {
        EXPECT_EQ(stageNamed(name(stage)), stage);
        EXPECT_EQ(stageNamed(title(stage)), stage);
    }
    EXPECT_FALSE(stageNamed("shipped"));
    EXPECT_FALSE(stageNamed(""));
}

}  // namespace
}  // namespace reckoner
