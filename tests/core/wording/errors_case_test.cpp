#include "core/wording/errors_case.h"

#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

CaseFacts creditCase() {
    CaseFacts facts;
    facts.sampleId = "app-02854";
    facts.classes = {"good", "bad"};
    facts.positive = "bad";
    facts.label = "bad";
    facts.amount = 2500;
    facts.costs = {0.0, 375.0, 1250.0, 0.0};
    facts.versions.push_back({1, "2.0.0", "cv5", true, 0.306, 0.5, false, 0, 1, {}, {}});
    return facts;
}

CostModel euros() {
    CostModel costs = parseCosts("fn=0.5*amount,fp=0.15*amount");
    costs.currency = "EUR";
    return costs;
}

Vocabulary creditWords() {
    Vocabulary words;
    words.flagged = "refused";
    words.passed = "approved";
    words.missedOne = "missed default";
    words.falseAlarmOne = "good customer refused";
    return words;
}

TEST(ErrorsCase, SaysTheOutcomeAndWhatItCameTo) {
    CaseFacts facts = creditCase();
    const auto text = [&](double threshold) {
        return caseSentence(facts, threshold, creditWords(), euros()).text();
    };
    EXPECT_EQ(text(0.31), "Missed default: 2,500 EUR approved, 1,250 EUR lost.");
    EXPECT_EQ(text(0.3), "Caught: 2,500 EUR refused, no cost.");
    facts.label = "good";
    EXPECT_EQ(text(0.306), "Good customer refused: 2,500 EUR refused, 375 EUR lost.");
    EXPECT_EQ(text(0.5), "Approved, rightly: 2,500 EUR approved, no cost.");
    facts.label.reset();
    EXPECT_EQ(text(0.5), "Approved, awaiting outcome: its label is not known yet.");
    facts.label = "odd";
    EXPECT_EQ(text(0.1), "Refused: its label \"odd\" is no class of the model.");
    facts.versions[0].score.reset();
    EXPECT_EQ(text(0.1), "Not scored: this run has no score for it.");
}

TEST(ErrorsCase, SaysWhatAPersonDecidesAndWhatAnotherVersionsTiersWouldDo) {
    CaseFacts facts = creditCase();
    TierPlan plan;
    plan.cutoffs = {0.3, 0.65};
    plan.tiers = usualTiers(2);
    const OperatingPoint tiers(0, plan);
    EXPECT_EQ(caseSentence(facts, tiers, creditWords(), euros()).text(),
              "Goes to review: caught if the person decides rightly, a missed default if not.");
    facts.label = "good";
    EXPECT_EQ(caseSentence(facts, tiers, creditWords(), euros()).text(),
              "Goes to review: approved if the person decides rightly, a good customer refused if not.");
    facts.label.reset();
    EXPECT_EQ(caseSentence(facts, tiers, creditWords(), euros()).text(), "Goes to review: a person decides.");
    // Outside the band the tiers decide as a threshold does.
    facts.versions[0].score = 0.7;
    facts.label = "good";
    EXPECT_EQ(caseSentence(facts, tiers, creditWords(), euros()).lead, "Good customer refused");

    CaseScore other{2, "3.0.0", "cv5", false, 0.5, 0.3, false, 0, 1, {}, {}};
    EXPECT_EQ(decisionWord(other, 0.31, creditWords()), "refused");
    other.tiers = plan;
    EXPECT_EQ(decisionWord(other, 0.31, creditWords()), "to review");
    other.score = 0.2;
    EXPECT_EQ(decisionWord(other, 0.31, creditWords()), "approved");
    other.score = 0.65;
    EXPECT_EQ(decisionWord(other, 0.9, creditWords()), "refused");
    facts.versions.push_back(other);
    facts.versions.back().score = 0.4;
    EXPECT_NE(cardText(facts, 0.31, creditWords(), euros()).find("v3: 0.400, to review."), std::string::npos);
}

TEST(ErrorsCase, SaysWhyACostIsNotKnown) {
    CaseFacts facts = creditCase();
    facts.costs[2].reset();
    EXPECT_EQ(caseSentence(facts, 0.5, creditWords(), euros()).rest,
              ". What it costs is not known: its amount is missing.");
}

TEST(ErrorsCase, CountsInFalseAlarmsWithoutMoney) {
    CaseFacts facts = creditCase();
    facts.costs = {0.0, 1.0, 5.0, 0.0};
    const auto text = [&](double threshold) {
        return caseSentence(facts, threshold, Vocabulary{}, parseCosts("fn=5,fp=1")).text();
    };
    EXPECT_EQ(text(0.5), "Missed one: as bad as 5 false alarms.");
    EXPECT_EQ(text(0.1), "Caught.");
    facts.label = "good";
    EXPECT_EQ(text(0.1), "False alarm.");
}

TEST(ErrorsCase, SaysWhatAClassWasCalled) {
    CaseFacts facts;
    facts.task = Task::Multiclass;
    facts.classes = {"F", "M"};
    facts.label = "M";
    facts.versions.push_back({1, "2", "s", true, {}, {}, false, 0, 1, "F", {0.9, 0.1}});
    EXPECT_EQ(classSentence(facts).text(), "Called F, was really M.");
    facts.label = "F";
    EXPECT_EQ(classSentence(facts).text(), "Called F, rightly.");
    facts.label.reset();
    EXPECT_EQ(classSentence(facts).text(), "Called F; what it really is, is not known yet.");
    facts.versions[0].predicted.reset();
    EXPECT_EQ(classSentence(facts).text(), "Not classified: this run has no prediction for it.");
}

TEST(ErrorsCase, WritesValuesAsTheyAreStored) {
    CaseField field;
    EXPECT_EQ(fieldValue(field), "missing");
    field.number = 3058;
    EXPECT_EQ(fieldValue(field), "3,058");
    field.number = -13.8167;
    EXPECT_EQ(fieldValue(field), "\u221213.8167");
    field.number = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(fieldValue(field), "not a number");
    field.column.type = ColumnType::Timestamp;
    field.column.timeFormat = "minute";
    field.number = 1'717'410'600;
    EXPECT_EQ(fieldValue(field), "2024-06-03 10:30");
    field.text = "<b>rent</b>";
    EXPECT_EQ(fieldValue(field), "<b>rent</b>");
    EXPECT_EQ(fieldName({1, "term_months", ColumnRole::Numeric, ColumnType::Real, {}, 0, 0, {}}),
              "term months");
}

TEST(ErrorsCase, WritesScoresInFixedWidthOnTheirAxis) {
    EXPECT_EQ(caseScore(0.3058, 0, 1), "0.306");
    EXPECT_EQ(caseScore(30.58, 0, 100), "30.6");
    EXPECT_EQ(caseScore(-1.5, -4, 6), "\u22121.50");
    EXPECT_EQ(factorWeight(0.114), "+0.114");
    EXPECT_EQ(factorWeight(-0.06), "\u22120.060");
    EXPECT_EQ(factorDirection(0.1, creditCase()), "towards bad");
    EXPECT_EQ(factorDirection(-0.1, creditCase()), "towards good");
    EXPECT_EQ(placeText(3, 276), "4 of 276");
}

TEST(ErrorsCase, TellsTheWholeCardInPlainText) {
    EXPECT_EQ(cardText(creditCase(), 0.31, creditWords(), euros()),
              "app-02854. Missed default: 2,500 EUR approved, 1,250 EUR lost. v2: 0.306, approved.");
}

}  // namespace
}  // namespace reckoner
