#include "core/review/glossary_reading.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(GlossaryReading, TheTeamsWordsStandInPlaceOfTheProgramsOwnTextByText) {
    const GlossaryEntry& entry = *findTerm("precision");
    const ReadingInForce own = readingInForce(entry, {});
    EXPECT_EQ(own.agreed, entry.agreed);
    EXPECT_EQ(own.ours, nullptr);
    GlossaryReading other, ours;
    other.term = "recall";
    other.agreed = "not this one";
    ours.term = "precision";
    ours.agreed = "Of 100 letters we send, how many were due.";
    const std::vector<GlossaryReading> readings{other, ours};
    const ReadingInForce words = readingInForce(entry, readings);
    EXPECT_EQ(words.agreed, ours.agreed);
    EXPECT_EQ(words.manager, entry.manager) << "nobody wrote another";
    EXPECT_EQ(words.ours, &readings[1]);
    EXPECT_TRUE(readingText(entry, readings).starts_with("Precision, as we agreed: Of 100 letters"));
    EXPECT_TRUE(readingText(entry, {}).starts_with("Precision: "));
}

TEST(GlossaryReading, ATermIsFoundInWhatAPageSays) {
    const auto idOf = [](const char* text) {
        const GlossaryEntry* entry = termIn(text);
        return entry ? std::string(entry->id) : std::string();
    };
    EXPECT_EQ(idOf("Precision"), "precision");
    EXPECT_EQ(idOf("recall: of 100 bad, caught"), "recall");
    EXPECT_EQ(idOf("Balanced accuracy"), "balanced_accuracy") << "the longest one";
    EXPECT_EQ(idOf("Policies and cohorts"), "cohort");
    EXPECT_EQ(idOf("Recall: of 100 bad, caught"), "recall") << "what it begins with";
    EXPECT_EQ(idOf("imprecision"), "");
    EXPECT_EQ(idOf(""), "");
}

}  // namespace
}  // namespace reckoner
