#include "core/review/version_verdict.h"

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

using State = JudgedRequirement::State;

VersionBoard quietBoard() {
    VersionBoard board;
    board.request.sides.resize(2);
    board.tallies.resize(2);
    for (Tally& tally : board.tallies)
        tally.tp.n = tally.fp.n = tally.fn.n = tally.tn.n = 100;
    board.overlaps.resize(2);
    for (const char* metric : {"cost", "roc_auc"}) {
        FigureRow& row = board.rows.emplace_back();
        row.metric = metric;
        row.values = {1.0, 1.0};
        row.differences.resize(2);
        row.differences[1] = Difference{0.0, Interval{-1, 1}, {}, {}, Verdict::NoDifferenceSeen};
    }
    return board;
}

void setVerdictOf(VersionBoard& board, std::size_t row, Verdict verdict) {
    board.rows[row].differences[1]->verdict = verdict;
}

JudgedRequirement requirement(State state) {
    return {"recall reaches 70", "58", state};
}

Advice adviceOf(const VersionBoard& board, std::vector<JudgedRequirement> requirements = {}) {
    return versionVerdict(board, requirements).advice;
}

TEST(VersionVerdict, WithoutRequirementsItNeverSaysShip) {
    VersionBoard board = quietBoard();
    EXPECT_EQ(adviceOf(board), Advice::NothingAgainst);
    setVerdictOf(board, 0, Verdict::Better);
    EXPECT_EQ(adviceOf(board), Advice::NothingAgainst);
    EXPECT_EQ(adviceOf(board, {requirement(State::Waived)}), Advice::NothingAgainst);
}

TEST(VersionVerdict, AllRequirementsMetMayShip) {
    const VersionBoard board = quietBoard();
    EXPECT_EQ(adviceOf(board, {requirement(State::Met), requirement(State::TargetMet)}), Advice::Ship);
    EXPECT_EQ(adviceOf(board, {requirement(State::Met), requirement(State::Waived)}), Advice::Ship);
}

TEST(VersionVerdict, AFailedRequirementHolds) {
    const auto requirements =
        std::vector{requirement(State::Met), requirement(State::LeaningMet), requirement(State::Failed)};
    const VersionVerdict verdict = versionVerdict(quietBoard(), requirements);
    EXPECT_EQ(verdict.advice, Advice::Hold);
    EXPECT_EQ(verdict.requirement, 2U);
    EXPECT_EQ(verdict.met, 1U);
}

TEST(VersionVerdict, AnOpenRequirementWantsMoreEvidence) {
    for (const State state : {State::LeaningMet, State::LeaningFailed, State::Unknown})
        EXPECT_EQ(adviceOf(quietBoard(), {requirement(State::Met), requirement(state)}),
                  Advice::MoreEvidence);
}

TEST(VersionVerdict, WorseMoneyHoldsAndWorseRankingHoldsWhereMoneyIsSilent) {
    VersionBoard board = quietBoard();
    setVerdictOf(board, 0, Verdict::Worse);
    EXPECT_EQ(adviceOf(board), Advice::Hold);
    board = quietBoard();
    setVerdictOf(board, 1, Verdict::Worse);
    EXPECT_EQ(adviceOf(board), Advice::Hold);
    setVerdictOf(board, 0, Verdict::Better);
    EXPECT_EQ(adviceOf(board), Advice::NothingAgainst);
}

TEST(VersionVerdict, SomebodyWhoLosesHoldsThoughAllGain) {
    VersionBoard board = quietBoard();
    setVerdictOf(board, 0, Verdict::Better);
    FigureRow& row = board.rows.emplace_back(board.rows.front());
    row.key.values = {"partime"};
    row.column = "job";
    row.differences[1]->verdict = Verdict::Worse;
    board.worst = 2;
    const VersionVerdict verdict = versionVerdict(board, {});
    EXPECT_EQ(verdict.advice, Advice::Hold);
    EXPECT_EQ(verdict.segmentRow, 2U);
    EXPECT_EQ(verdict.overall, Verdict::Better);
}

TEST(VersionVerdict, OneClassOrOneSampleSaysNothing) {
    VersionBoard board = quietBoard();
    board.tallies[1] = {};
    EXPECT_EQ(adviceOf(board), Advice::NotComparable);
    board = quietBoard();
    for (Tally& tally : board.tallies)
        tally.tp.n = tally.fn.n = 0;
    EXPECT_EQ(adviceOf(board), Advice::NotComparable);
    EXPECT_TRUE(versionVerdict(board, {}).oneClass);
}

TEST(VersionVerdict, TheSameScoresAreNothingToChooseBetween) {
    VersionBoard board = quietBoard();
    board.identical = true;
    EXPECT_EQ(adviceOf(board), Advice::Identical);
    EXPECT_EQ(adviceOf(board, {requirement(State::Failed)}), Advice::Hold);
}

}  // namespace
}  // namespace reckoner
