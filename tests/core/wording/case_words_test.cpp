#include "core/wording/case_words.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/wording/filter_words.h"

namespace reckoner {
namespace {

TEST(CaseWords, NumbersAreShortAndExactEnough) {
    EXPECT_EQ(caseNumber(2500), "2,500");
    EXPECT_EQ(caseNumber(0), "0");
    EXPECT_EQ(caseNumber(12.5), "12.5");
    EXPECT_EQ(caseNumber(-0.0312), "\u22120.0312");
    EXPECT_EQ(caseNumber(missingReal()), "missing");
    EXPECT_EQ(caseNumber(std::numeric_limits<double>::quiet_NaN()), "n/a");
    EXPECT_EQ(caseNumber(-HUGE_VAL), "−∞");
    EXPECT_EQ(caseScore(0.3061, 1), "0.306");
    EXPECT_EQ(caseScore(30.61, 100), "30.6");
    EXPECT_EQ(caseScore(-3.25, 8), "\u22123.250");
    EXPECT_EQ(caseMoney(1250), "1,250");
    EXPECT_EQ(caseMoney(4.5), "4.50");
    EXPECT_EQ(caseMoney(1250.4), "1,250");
}

TEST(CaseWords, TimesHaveTheDetailOfTheirColumn) {
    EXPECT_EQ(caseTime(1717372800, "date"), "2024-06-03");
    EXPECT_EQ(caseTime(1717410600, "minute"), "2024-06-03 10:30");
    EXPECT_EQ(caseTime(1717410615.25, "second"), "2024-06-03 10:30:15");
    EXPECT_EQ(caseTime(-1, "second"), "1969-12-31 23:59:59");
}

TEST(CaseWords, AnyTextIsOneVisibleLine) {
    EXPECT_EQ(caseLine("<b>bold</b>"), "<b>bold</b>");
    EXPECT_EQ(caseLine(std::string_view("nul\0here", 8)), "nul␀here");
    EXPECT_EQ(caseLine("a\r\nb\nc\td\x1b[0m"), "a⏎b⏎c d␛[0m");
    EXPECT_EQ(caseLine("\u202Egpj.exe"), "‹RLO›gpj.exe");
    EXPECT_EQ(caseLine("שלום"), "שלום");
    EXPECT_EQ(caseLine("äöü", 2), "äö…");
    EXPECT_EQ(caseLine(std::string(100'000, 'x')).size(), 200 + std::string("…").size());
    EXPECT_EQ(caseLine("👩‍👩‍👧"), "👩‍👩‍👧");
}

TEST(CaseWords, TheFooterCounts) {
    EXPECT_EQ(listedText(276, 4454, "applications"), "276 of 4,454 applications");
    EXPECT_EQ(listedText(4454, 4454, "applications"), "4,454 applications");
}

TEST(FilterWords, AChipReadsLikeASentence) {
    Vocabulary words;
    words.missed = "missed defaults";
    const auto said = [&](const char* text) { return filterWords(text, words, "v1"); };
    EXPECT_EQ(said("outcome = missed"), "Missed defaults");
    EXPECT_EQ(said("outcome = wrong"), "Mistakes");
    EXPECT_EQ(said("amount >= 500"), "amount from 500");
    EXPECT_EQ(said("amount between 500 and 1500"), "amount 500 to 1,500");
    EXPECT_EQ(said("job in ('fixed', 'freelance')"), "job: fixed, freelance");
    EXPECT_EQ(said("job in ('a', 'b', 'c', 'd', 'e')"), "job: a, b, c and 2 more");
    EXPECT_EQ(said("income is missing"), "income missing");
    EXPECT_EQ(said("comment contains 'refund'"), "comment has “refund”");
    EXPECT_EQ(said("label = 'M' and predicted = 'F'"), "really M, called F");
    EXPECT_EQ(said("note is missing"), "without a note");
    EXPECT_EQ(said("tag = 'thin file'"), "tag: thin file");
    EXPECT_EQ(said("flip = broken"), "broken since v1");
    EXPECT_EQ(said("override is not missing"), "decided by a person");
    EXPECT_EQ(said("label is missing"), "awaiting outcome");
    EXPECT_EQ(said("home = 'rent' or home is missing"), "home: rent or home missing");
    EXPECT_EQ(said("(a = 1 and c = 2) or b = 2"), "(a = 1 and c = 2) or b = 2");
    EXPECT_EQ(filterPhrase("outcome = missed and outcome = wrong and amount >= 500", words),
              "missed defaults, mistakes, amount from 500");
    EXPECT_EQ(filterCell("outcome = false alarm"), Cell::FalseAlarm);
    EXPECT_EQ(filterCell("outcome in ('fn')"), Cell::Missed);
    EXPECT_FALSE(filterCell("outcome = wrong"));
    EXPECT_FALSE(filterCell("amount > 5"));
}

}  // namespace
}  // namespace reckoner
