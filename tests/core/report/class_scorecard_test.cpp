// Reports of several classes: of very many, of hostile names, of money by pair, of one beside others.
#include "core/report/class_scorecard.h"

#include <gtest/gtest.h>

#include "core/report/class_scorecard_parts.h"
#include "core/wording/number_format.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

// Every seed has the same samples, scored by another version.
ClassScorecardRun classRun(std::size_t classes, std::uint64_t seed,
                           const std::optional<ClassCosts>& costs = std::nullopt) {
    test::RandomClassesShape shape;
    shape.classes = classes;
    shape.samples = 900;
    test::RandomClasses random(shape, 1);
    Random noise(seed);
    for (std::vector<double>& column : random.scores)
        for (double& score : column)
            score = std::min(1.0, 0.8 * score + 0.2 * noise.unit());
    ClassScorecardRun run;
    run.analysis = analyseClasses(random.builder().build(), {}, costs);
    run.row.info = run.analysis->table->info();
    run.row.info.id = static_cast<RunId>(seed);
    run.row.info.version = std::to_string(seed) + ".0.0";
    run.row.fingerprint = "0123456789abcdef";
    run.model = "Letters";
    run.numbers = matrixNumbers(run.analysis->everything.called);
    run.intervals = classIntervals(run.analysis->everything.called, run.analysis->costs);
    return run;
}

std::string classPage(const std::vector<ClassScorecardRun>& runs,
                      const std::vector<ClassBoardPtr>& comparisons = {}) {
    std::string text;
    writeMarkdown(classScorecard(runs, "2026-03-04", comparisons),
                  [&text](std::string_view part) { text += part; });
    return text;
}

ClassBoardPtr boardOf(const ClassScorecardRun& base, const ClassScorecardRun& run) {
    ClassBoardRequest request;
    request.sides = {{"v1", base.analysis->table, {}}, {"v2", run.analysis->table, {}}};
    request.costs = base.analysis->costs;
    request.replicates = 200;
    return classBoard(request);
}

std::size_t figuresIn(const std::vector<Block>& blocks) {
    std::size_t n = 0;
    for (const Block& block : blocks)
        n += std::holds_alternative<FigureBlock>(block) ? 1 : 0;
    return n;
}

TEST(ClassScorecard, SaysEveryFigureOfAllAndOfEachClass) {
    const ClassScorecardRun run = classRun(4, 3);
    const std::string page = classPage({run});
    for (const std::string& figure :
         {fixed(*run.numbers.macro.f1, 3), fixed(*run.numbers.weighted.recall, 3),
          fixed(run.intervals.figures.at("macro_f1").lo, 3), ofHundred(*run.numbers.perClass[2].recall),
          ofHundred(run.intervals.recall[2]->hi), count(run.numbers.perClass[2].support),
          count(run.analysis->everything.called.at(1, 3).n), std::string("run 3 (01234567)")})
        EXPECT_NE(page.find(figure), std::string::npos) << figure << " in " << page;
    EXPECT_NE(page.find("no confidence is set"), std::string::npos);
    EXPECT_EQ(page.find("cost"), std::string::npos) << "no money is known";
}

TEST(ClassScorecard, TooManyClassesForAPictureAreToldByTheirPairs) {
    EXPECT_EQ(figuresIn(confusionBlocks(classRun(12, 1))), 1U);
    const ClassScorecardRun many = classRun(30, 1);
    const auto blocks = confusionBlocks(many);
    EXPECT_EQ(figuresIn(blocks), 0U);
    const auto* table = std::get_if<TableBlock>(&blocks.back());
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 15U);
    const auto pairs = confusedPairs(many.analysis->everything, 15);
    EXPECT_EQ(table->rows[0][0], many.analysis->classes[pairs[0].truth]);
    EXPECT_EQ(table->rows[0][2], count(pairs[0].cell.n));
    EXPECT_EQ(std::get<TableBlock>(classBlocks(classRun(60, 2)).front()).rows.size(), 40U);
}

TEST(ClassScorecard, MoneyIsToldWhereItIsKnown) {
    ClassCosts costs;
    costs.classes = 3;
    costs.money = {0, 5, 50, 5, 0, 5, 5, 5, 0};
    costs.currency = "EUR";
    costs.volumePerPeriod = 900;
    costs.review = 1;
    const ClassScorecardRun run = classRun(3, 4, costs);
    const double total = classTotal(run.analysis->everything.called, costs);
    const std::string page = classPage({run});
    EXPECT_NE(page.find(money(total, "EUR")), std::string::npos) << page;
    EXPECT_NE(page.find("\u201Ca\u201D called \u201Cc\u201D"), std::string::npos) << "the dearest mistake";
    EXPECT_NE(page.find("Cost a month"), std::string::npos) << "what reviews would make of it";
}

TEST(ClassScorecard, TheConfidenceInForceIsARowOfItsOwn) {
    ClassScorecardRun run = classRun(4, 3);
    run.confidence = 0.61;
    const auto split = run.analysis->sweep->at(0.61);
    const std::string page = classPage({run});
    EXPECT_NE(page.find("answers below 0.61, in force"), std::string::npos) << page;
    EXPECT_NE(page.find(count(split.reviewed.n)), std::string::npos);
    EXPECT_NE(page.find("go to review"), std::string::npos);
}

TEST(ClassScorecard, EveryFurtherRunIsComparedWithTheFirst) {
    const ClassScorecardRun a = classRun(4, 1), b = classRun(4, 2), c = classRun(4, 3);
    const auto board = boardOf(a, b);
    const std::string page = classPage({a, b, c}, {board, boardOf(a, c)});
    EXPECT_NE(page.find("## v2 against v1"), std::string::npos);
    const Difference& difference = *board->row("accuracy")->figures.differences[1];
    ASSERT_TRUE(difference.interval);
    EXPECT_NE(page.find("95 % interval"), std::string::npos);
    EXPECT_NE(page.find("no difference seen"), std::string::npos) << page;
    EXPECT_NE(page.find("Mistakes of v3"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
