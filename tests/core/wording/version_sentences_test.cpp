#include "core/wording/version_sentences.h"

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

using State = JudgedRequirement::State;

VersionWords creditVersionWords(bool named) {
    VersionWords words;
    words.words = test::creditWords();
    if (!named) return words;
    Cohort cohort;
    cohort.name = "Part-timers";
    cohort.expression = "job = 'partime'";
    words.cohorts.push_back(cohort);
    return words;
}

std::string headlineOf(const VersionBoard& board, const VersionWords& words,
                       const std::vector<JudgedRequirement>& requirements = {}) {
    return plain(versionHeadline(board, versionVerdict(board, requirements), requirements, words));
}

TEST(VersionSentences, TheCreditDemoAtItsPolicy) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    EXPECT_EQ(headlineOf(*board, creditVersionWords(true)),
              "v3 at 0.42: no difference seen overall, but part-timers\u2019 recall falls from 90 to 63 of "
              "100. Hold.");
    EXPECT_EQ(headlineOf(*board, creditVersionWords(false)),
              "v3 at 0.42: no difference seen overall, but recall of job partime falls from 90 to 63 of 100. "
              "Hold.");
    const std::vector<JudgedRequirement> failed{
        {"recall of part-timers reaches 75", "62.7, between 57 and 68", State::Failed}};
    EXPECT_EQ(versionReasons(*board, versionVerdict(*board, failed), failed, creditVersionWords(true), ""),
              "Requirement \u201Crecall of part-timers reaches 75\u201D failed: 62.7, between 57 and 68.");
}

TEST(VersionSentences, WithoutRequirementsItNeverSaysShip) {
    VersionBoardRequest request = test::creditBoard();
    request.judged = 0;
    const VersionBoardPtr board = versionBoard(request);
    EXPECT_EQ(headlineOf(*board, creditVersionWords(false)),
              "v1 at 0.42: no difference seen overall. Nothing seen against it; no requirements written.");
    EXPECT_EQ(headlineOf(*board, creditVersionWords(false), {{"recall reaches 50", "58", State::Met}}),
              "v1 at 0.42: no difference seen overall, and its requirement is met. Ship.");
    EXPECT_EQ(headlineOf(*board, creditVersionWords(false), {{"recall reaches 70", "58", State::Failed}}),
              "v1 at 0.42: no difference seen overall, but it fails \u201Crecall reaches 70\u201D. Hold.");
    EXPECT_EQ(
        headlineOf(*board, creditVersionWords(false), {{"recall reaches 60", "58", State::LeaningFailed}}),
        "v1 at 0.42: no difference seen overall. Not enough evidence yet.");
    const std::vector<JudgedRequirement> leaning{{"recall reaches 60", "58", State::LeaningFailed, 340}};
    EXPECT_EQ(versionReasons(*board, versionVerdict(*board, leaning), leaning, creditVersionWords(false),
                             "Smaller."),
              "Requirement \u201Crecall reaches 60\u201D leaning failed: 58; about 340 more samples would "
              "settle it.");
}

TEST(VersionSentences, OfALongChangelogTheFirstSentencesAreTold) {
    VersionBoardRequest request = test::creditBoard();
    request.judged = 0;
    const VersionBoardPtr board = versionBoard(request);
    const auto told = [&](const std::string& changelog) {
        return versionReasons(*board, versionVerdict(*board, {}), {}, creditVersionWords(false), changelog);
    };
    // Also what is bad about it: a colon is no place to stop.
    const std::string whole =
        "Gradient boosting. The 'job' input was withdrawn after a privacy review: overall within noise of "
        "v2, but "
        "part-time workers regress badly (recall at 0.5).";
    EXPECT_EQ(told(whole), "v1: " + whole);
    EXPECT_EQ(told("Short. " + std::string(300, 'x') + "."), "v1: Short.");
    EXPECT_EQ(told("Random forest 1.5"), "v1: Random forest 1.5");
    EXPECT_EQ(told("Frozen."), "v1: Frozen.");
}

TEST(VersionSentences, BetterMoneyIsSaidInMoney) {
    VersionBoardRequest request = test::creditBoard();
    request.sides[1] = {VersionSide::Kind::FlagNobody, "nobody", test::creditVersion(3), {}, {}};
    request.columns.clear();
    const VersionBoardPtr board = versionBoard(request);
    const std::string headline = headlineOf(*board, creditVersionWords(false));
    EXPECT_EQ(headline.rfind("v3 at 0.42: ", 0), 0U);
    EXPECT_NE(headline.find(" EUR a month better overall."), std::string::npos) << headline;
}

TEST(VersionSentences, WhatCannotBeComparedIsSaidInOneSentence) {
    const auto two = test::smallRun({0.9, 0.2, 0.7, 0.4}, {"yes", "no", "no", "yes"});
    const auto same = versionBoard(test::smallBoard(two, two));
    VersionWords words;
    EXPECT_EQ(headlineOf(*same, words),
              "v2 scores all 4 samples exactly as v1 does: there is nothing to choose between.");

    const auto oneClass = test::smallRun({0.9, 0.2, 0.7}, {"yes", "yes", "yes"});
    EXPECT_EQ(headlineOf(*versionBoard(test::smallBoard(oneClass, oneClass)), words),
              "All 3 samples of v2 are of one class: there is nothing to tell apart.");

    VersionBoardRequest single = test::smallBoard(two, two);
    single.sides[1].fromBase.rows = {2, SampleAlignment::kNone, SampleAlignment::kNone,
                                     SampleAlignment::kNone};
    single.sides[1].run = test::smallRun({0.1, 0.3, 0.8}, {"no", "yes", "yes"});
    EXPECT_EQ(headlineOf(*versionBoard(single), words),
              "Only 1 sample is in both v2 and v1: that says nothing.");

    VersionBoardRequest disputed =
        test::smallBoard(two, test::smallRun({0.9, 0.2, 0.7, 0.4}, {"no", "yes", "yes", "no"}));
    EXPECT_EQ(headlineOf(*versionBoard(disputed), words),
              "v2 and v1 disagree on the label of every sample they share: nothing can be compared.");
}

TEST(VersionSentences, AReversedScoreIsAskedAbout) {
    const auto right = test::smallRun({0.9, 0.2, 0.7, 0.4}, {"yes", "no", "yes", "no"});
    const auto wrong = test::smallRun({0.1, 0.8, 0.3, 0.6}, {"yes", "no", "yes", "no"});
    EXPECT_EQ(
        versionWarning(*versionBoard(test::smallBoard(right, wrong))),
        "v2: AUC 0.000, below one half, so it ranks the wrong way round. Is \u201Cyes\u201D the class its "
        "scores are for?");
    EXPECT_EQ(versionWarning(*versionBoard(test::smallBoard(right, right))), "");
}

TEST(VersionSentences, NoBoardShowsANumberThatIsNone) {
    const auto right = test::smallRun({0.9, 0.2, 0.7, 0.4}, {"yes", "no", "yes", "no"});
    const auto wrong = test::smallRun({0.1, 0.8, 0.3, 0.6}, {"yes", "no", "yes", "no"});
    const auto oneClass = test::smallRun({0.9, 0.2, 0.7, 0.4}, {"yes", "yes", "yes", "yes"});
    VersionWords words;
    for (const auto& [a, b] :
         {std::pair(right, wrong), std::pair(oneClass, oneClass), std::pair(right, right)})
        for (const bool apart : {false, true}) {
            VersionBoardRequest request = test::smallBoard(a, b);
            request.ownSamples = apart;
            const VersionBoardPtr board = versionBoard(request);
            std::string all = headlineOf(*board, words);
            for (const FigureRow& row : board->rows)
                for (std::size_t side = 0; side < 2; ++side)
                    all += "|" + figureText(row, side) + "|" + plain(differenceText(row, side, false)) + "|" +
                           figureHint(*board, row, side, words);
            EXPECT_EQ(all.find("nan"), std::string::npos) << all;
            EXPECT_EQ(all.find("inf"), std::string::npos) << all;
        }
}

TEST(VersionSentences, AChangelogIsNotCutAfterItsGoodHalf) {
    const std::string both =
        "Random forest (300 trees, at least 5 samples a leaf) on the same inputs. Ranking slightly better; "
        "fewer "
        "defaults caught at 0.5.";
    EXPECT_EQ(changelogOpening(both), both);
    const std::string first(120, 'x'), second(130, 'y');
    EXPECT_EQ(changelogOpening(first + ". " + second + "."), first + ".");
    EXPECT_EQ(changelogOpening("no full stop at all"), "no full stop at all");
}

TEST(VersionSentences, TheBriefHeadlineLeavesOutWhatTheSegmentSays) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    const VersionVerdict verdict = versionVerdict(*board, {});
    const VersionWords words{test::creditWords(), {}};
    const std::string full = plain(versionHeadline(*board, verdict, {}, words));
    const std::string brief = plain(versionHeadline(*board, verdict, {}, words, HeadlineRoom::Brief));
    EXPECT_NE(full.find("no difference seen overall, but"), std::string::npos) << full;
    EXPECT_NE(brief.find("no difference seen, but"), std::string::npos) << brief;
    EXPECT_LT(brief.size(), full.size());
}

}  // namespace
}  // namespace reckoner
