#include "core/review/cost_form.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

CostModelRow formRow() {
    CostModelRow row;
    row.id = 7;
    row.modelId = 3;
    row.scenario = "worst";
    row.costs.tp = {-10, 0, {}};
    row.costs.fp = {5, 0.15, "amount"};
    row.costs.fn = {0, 0.29, "price"};
    row.costs.tn = {0.25, 0, {}};
    row.costs.currency = "EUR";
    row.costs.volumePerPeriod = 12345;
    row.costs.period = "week";
    row.costs.review = 12;
    row.costs.reviewerAccuracy = 0.95;
    row.costs.reviewCapacity = 80;
    row.costs.prevalence = 0.041;
    row.who = "Ann";
    row.why = "because";
    return row;
}

CostFormFacts formFacts() {
    return {{"amount", "price"}, {}, false};
}

CostFields signedFields(const CostModelRow& row, const CostFormFacts& facts) {
    CostFields fields = fieldsOf(row, facts);
    fields["who"] = "Ann";
    fields["why"] = "because";
    return fields;
}

TEST(CostForm, WhatIsShownReadsBackAsItWas) {
    const CostReading reading = readFields(signedFields(formRow(), formFacts()), formRow(), formFacts());
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.row, formRow());
    EXPECT_EQ(fieldsOf(formRow(), formFacts())["fn.share"], "29");
    EXPECT_EQ(fieldsOf(formRow(), formFacts())["fn.money"], "0");
}

TEST(CostForm, EveryFieldGoesToItsOwnFigure) {
    CostFields fields = signedFields(formRow(), formFacts());
    fields["tp.money"] = "1";
    fields["fp.money"] = "2";
    fields["fn.money"] = "3";
    fields["tn.money"] = "\u22124";
    fields["tp.share"] = "10", fields["tp.amount"] = "amount";
    fields["volume"] = "1,000";
    fields["capacity"] = "";
    fields["prevalence"] = "";
    fields["accuracy"] = "";
    fields["word.flagged"] = " refused ";
    const CostReading reading = readFields(fields, formRow(), formFacts());
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.row.costs.tp, (OutcomeCost{1, 0.1, "amount"}));
    EXPECT_EQ(reading.row.costs.fp.fixed, 2);
    EXPECT_EQ(reading.row.costs.fn.fixed, 3);
    EXPECT_EQ(reading.row.costs.tn.fixed, -4);
    EXPECT_EQ(reading.row.costs.volumePerPeriod, 1000);
    EXPECT_FALSE(reading.row.costs.reviewCapacity);
    EXPECT_FALSE(reading.row.costs.prevalence);
    EXPECT_EQ(reading.row.costs.reviewerAccuracy, 1);
    EXPECT_EQ(reading.row.words.flagged, "refused");
    EXPECT_EQ(reading.row.scenario, "worst");
}

// One bad field, named, with its sentence; the others are read.
TEST(CostForm, WhatCannotBeIsRefusedInItsField) {
    const auto refused = [](const char* field, const char* typed, const char* at = nullptr) {
        CostFields fields = signedFields(formRow(), formFacts());
        fields[field] = typed;
        const CostReading reading = readFields(fields, formRow(), formFacts());
        EXPECT_EQ(reading.problems.size(), 1U) << field << " " << typed;
        EXPECT_TRUE(reading.problem(at ? at : field)) << field << " " << typed;
    };
    refused("fn.money", "nan");
    refused("fn.money", "1e999");
    refused("fn.money", "ten");
    refused("fn.money", "0,5");
    refused("fn.share", "5%");
    refused("fn.amount", "no such column");
    refused("fn.amount", "");
    refused("accuracy", "101");
    refused("accuracy", "-1");
    refused("review", "-3");
    refused("capacity", "-1");
    refused("volume", "-1");
    refused("period", " ");
    refused("prevalence", "0");
    refused("prevalence", "100");
    refused("word.flagged", "");
    refused("who", " ");
    refused("why", "");
    CostFields unsigned_ = fieldsOf(formRow(), formFacts());
    EXPECT_TRUE(readFields(unsigned_, formRow(), formFacts()).figuresStand());
}

TEST(CostForm, CostsOfNothingAreRefused) {
    CostFields fields = signedFields(formRow(), formFacts());
    for (const char* outcome : {"tp", "fp", "fn", "tn"})
        for (const char* part : {".money", ".share", ".amount"})
            fields[std::string(outcome) + part] = "";
    const CostReading reading = readFields(fields, formRow(), formFacts());
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_NE(reading.problems[0].sentence.find("no threshold is better"), std::string::npos);
    EXPECT_FALSE(reading.figuresStand());
}

TEST(CostForm, OddCostsAreAllowedButSaid) {
    CostFields fields = signedFields(formRow(), formFacts());
    fields["fn.money"] = "1", fields["fn.share"] = "", fields["fn.amount"] = "";
    fields["tp.money"] = "2";
    const CostReading reading = readFields(fields, formRow(), formFacts());
    EXPECT_TRUE(reading.problems.empty());
    ASSERT_EQ(reading.remarks.size(), 1U);
    EXPECT_NE(reading.remarks[0].find("costs less than one that is caught"), std::string::npos);
}

TEST(CostForm, ACohortKeepsWhatIsEverybodys) {
    CostFormFacts facts = formFacts();
    facts.cohort = true;
    CostFields fields = signedFields(formRow(), facts);
    fields["review"] = "99", fields["word.flagged"] = "", fields["tp.money"] = "-11";
    const CostReading reading = readFields(fields, formRow(), facts);
    EXPECT_TRUE(reading.problems.empty());
    EXPECT_EQ(reading.row.costs.review, 12);
    EXPECT_EQ(reading.row.costs.tp.fixed, -11);
}

TEST(CostForm, ClassesKeepRowsForTheTruth) {
    CostModelRow row = formRow();
    row.costs.byClass = {{"eel", "cat", "dog"}, {0, 1, 2, 30, 0, 50, 600, 700, 0}};
    const CostFormFacts facts{{"amount", "price"}, {"cat", "dog", "eel"}, false};
    CostFields fields = signedFields(row, facts);
    // Asked for in the run's class order: a cat called an eel.
    EXPECT_EQ(fields[cellField(0, 2)], "30");
    EXPECT_EQ(fields[cellField(2, 0)], "1");
    fields[cellField(1, 0)] = "-7";
    const CostReading reading = readFields(fields, row, facts);
    EXPECT_EQ(reading.row.costs.byClass.classes, facts.classes);
    EXPECT_EQ(reading.row.costs.byClass.money, (std::vector<double>{0, 50, 30, -7, 0, 600, 1, 2, 0}));
    fields.clear();
    EXPECT_TRUE(readFields(fields, row, facts).row.costs.byClass.empty());
}

TEST(CostForm, NumbersAreReadAsPeopleWriteThem) {
    EXPECT_EQ(numberTyped(" 1,234,567.5 "), 1234567.5);
    EXPECT_EQ(numberTyped("\u2212"
                          "3"),
              -3);
    EXPECT_EQ(numberTyped("1\u202F"
                          "000"),
              1000);
    EXPECT_EQ(numberTyped("12,34"), std::nullopt);
    EXPECT_EQ(numberTyped("1,2345"), std::nullopt);
    EXPECT_EQ(numberTyped(",500"), std::nullopt);
    EXPECT_EQ(numberTyped("1.5,000"), std::nullopt);
    EXPECT_EQ(numberTyped("inf"), std::nullopt);
    EXPECT_EQ(numberTyped(""), std::nullopt);
}

}  // namespace
}  // namespace reckoner
