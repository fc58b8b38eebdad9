#include "core/review/class_board.h"

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/wording/class_compare_words.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

using Names = std::vector<std::string>;

EvalTablePtr classRun(const std::string& version, const Names& truth, const Names& answers,
                      const Names& group, std::size_t firstId = 0) {
    test::VectorTable run;
    run.info.version = version;
    run.info.task = Task::Multiclass;
    run.info.classes = {"a", "b", "c"};
    run.info.positive.clear();
    Names ids;
    for (std::size_t i = 0; i < truth.size(); ++i)
        ids.push_back("s" + std::to_string(firstId + i));
    return run.texts("id", ids, ColumnRole::Id)
        .labels(truth)
        .category("answer", ColumnRole::Prediction, answers)
        .segment("group", group)
        .build();
}

// 600 samples; the second is worse at "b" and better at "c".
struct BoardRuns {
    BoardRuns() {
        Random random(3);
        const char* names[] = {"a", "b", "c"};
        for (int i = 0; i < 600; ++i) {
            const std::string right = names[i % 3];
            truth.push_back(right);
            group.push_back(i % 2 == 0 ? "x" : "y");
            before.push_back(random.unit() < (right == "b" ? 0.9 : 0.5) ? right : "a");
            now.push_back(random.unit() < (right == "b" ? 0.4 : right == "c" ? 0.8 : 0.95) ? right : "a");
        }
    }
    ClassBoardRequest request() const {
        ClassBoardRequest request;
        request.sides = {{"v1", classRun("1", truth, before, group), {}},
                         {"v2", classRun("2", truth, now, group), {}}};
        request.columns = {"group"};
        request.replicates = 300;
        return request;
    }
    Names truth, group, before, now;
};

std::uint64_t matching(const Names& truth, const Names& answers) {
    std::uint64_t right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i)
        right += truth[i] == answers[i] ? 1 : 0;
    return right;
}

std::string headlineText(const ClassBoard& board, const std::vector<JudgedRequirement>& requirements = {}) {
    return plain(classHeadline(board, classVerdict(board, requirements), requirements, {}));
}

TEST(ClassBoard, CountsAccuracyFlipsAndSegmentsAsCountingThemDoes) {
    const BoardRuns runs;
    const ClassBoardPtr board = classBoard(runs.request());
    const ClassRow& accuracy = *board->row("accuracy");
    EXPECT_DOUBLE_EQ(*accuracy.figures.values[0],
                     static_cast<double>(matching(runs.truth, runs.before)) / 600);
    EXPECT_DOUBLE_EQ(*accuracy.figures.values[1], static_cast<double>(matching(runs.truth, runs.now)) / 600);
    ASSERT_TRUE(accuracy.figures.differences[1]->interval);
    EXPECT_EQ(board->flips.n(), 600U);
    EXPECT_EQ(board->flips.fixed + board->flips.stillRight, matching(runs.truth, runs.now));
    std::uint64_t fixed = 0;
    for (const ClassFlips& one : board->segments)
        fixed += one.flips.fixed;
    EXPECT_EQ(fixed, board->flips.fixed);
    EXPECT_EQ(board->segments.size(), 2U);
    EXPECT_EQ(board->judgedMatrix.total().n, 600U);
}

TEST(ClassBoard, TheClassThatFallsBeyondNoiseIsTheWorstRowAndHolds) {
    const ClassBoardPtr board = classBoard(BoardRuns().request());
    ASSERT_TRUE(board->worst);
    const ClassRow& worst = board->rows[*board->worst];
    EXPECT_EQ(worst.classOf, "b");
    EXPECT_LT(*worst.figures.q[1], 0.05);
    EXPECT_EQ(classVerdict(*board, {}).advice, Advice::Hold);
    EXPECT_NE(headlineText(*board).find("recall of \u201Cb\u201D falls from "), std::string::npos)
        << headlineText(*board);
    EXPECT_EQ(headlineText(*board).substr(headlineText(*board).size() - 5), "Hold.");
}

TEST(ClassBoard, MoneyIsThatOfTheMatrixOfPrices) {
    ClassBoardRequest request = BoardRuns().request();
    ClassCosts costs;
    costs.classes = 3;
    costs.money = {0, 1, 2, 30, 0, 5, 7, 11, 0};
    costs.currency = "EUR";
    request.costs = costs;
    const ClassBoardPtr board = classBoard(request);
    const ClassRow& money = *board->row("cost");
    EXPECT_DOUBLE_EQ(*money.figures.values[0], classTotal(board->baseMatrix, costs));
    EXPECT_DOUBLE_EQ(*money.figures.values[1], classTotal(board->judgedMatrix, costs));
    ASSERT_TRUE(money.figures.differences[1]->interval);
    EXPECT_EQ(money.figures.differences[1]->verdict, Verdict::Worse);
    EXPECT_EQ(classFigureTitle(*board, money, {}), "EUR");
}

TEST(ClassBoard, WhatCannotBeComparedIsSaidInOneSentence) {
    const BoardRuns runs;
    ClassBoardRequest same = runs.request();
    same.sides[1].table = classRun("2", runs.truth, runs.before, runs.group);
    EXPECT_EQ(headlineText(*classBoard(same)),
              "v2 answers all 600 samples exactly as v1 does: there is nothing to choose between.");

    const Names one(5, "a");
    ClassBoardRequest single = runs.request();
    single.columns.clear();
    single.sides = {{"v1", classRun("1", one, one, one), {}},
                    {"v2", classRun("2", one, {"a", "b", "a", "a", "c"}, one), {}}};
    EXPECT_EQ(headlineText(*classBoard(single)),
              "All 5 samples of v2 are of one class: there is nothing to tell apart.");

    ClassBoardRequest apart = runs.request();
    apart.sides[1].table = classRun("2", runs.truth, runs.now, runs.group, 5'000);
    apart.sides[1].fromBase = SampleAlignment::byId(*apart.sides[0].table, *apart.sides[1].table);
    const ClassBoardPtr disjoint = classBoard(apart);
    EXPECT_FALSE(disjoint->overlaps[1].paired);
    EXPECT_NE(classOverlapSentence(*disjoint, {}).find("share no sample"), std::string::npos);
    EXPECT_EQ(headlineText(*disjoint).find("nan"), std::string::npos);

    ClassBoardRequest joined = apart;
    joined.sides[1].fromBase.rows.assign(600, SampleAlignment::kNone);
    joined.sides[1].fromBase.rows[0] = 0;
    EXPECT_EQ(headlineText(*classBoard(joined)), "Only 1 sample is in both v2 and v1: that says nothing.");
}

TEST(ClassBoard, RequirementsHaveTheLastWord) {
    const BoardRuns runs;
    ClassBoardRequest better = runs.request();
    better.sides[1].table = classRun("2", runs.truth, runs.truth, runs.group);
    const ClassBoardPtr board = classBoard(better);
    using State = JudgedRequirement::State;
    EXPECT_NE(headlineText(*board).find("Nothing seen against it; no requirements written."),
              std::string::npos);
    EXPECT_NE(headlineText(*board, {{"accuracy reaches 0.9", "1.000", State::Met}}).find("Ship."),
              std::string::npos);
    EXPECT_NE(headlineText(*board, {{"accuracy reaches 0.9", "1.000", State::Failed}}).find("Hold."),
              std::string::npos);
    EXPECT_NE(headlineText(*board, {{"accuracy reaches 0.9", "1.000", State::LeaningMet}})
                  .find("Not enough evidence yet."),
              std::string::npos);
}

}  // namespace
}  // namespace reckoner
