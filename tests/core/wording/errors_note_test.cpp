#include "core/wording/errors_note.h"

#include <gtest/gtest.h>

#include "core/wording/errors_sign_off.h"

namespace reckoner {
namespace {

TEST(ErrorsNote, SaysWhenItWasSavedOnTheReadersClock) {
    Annotation note;
    note.author = "Product";
    note.changedAt = "2024-06-03T23:42:07.123Z";
    EXPECT_EQ(savedText(note, "2024-06-03T23:50:00.000Z", 0), "saved 23:42:07, Product");
    EXPECT_EQ(savedText(note, "2024-06-03T23:50:00.000Z", 7200), "saved 01:42:07, Product");
    EXPECT_EQ(savedText(note, "2024-06-05T08:00:00.000Z", 7200), "saved 4 June 2024, Product");
    note.changedBy = "Ben";
    EXPECT_EQ(savedText(note, "2024-06-03T23:50:00.000Z", 0), "by Product, changed 23:42:07 by Ben");
    EXPECT_NE(conflictText(note, "2024-06-03T23:50:00.000Z", 0).find("(Ben, 23:42:07)"), std::string::npos);
    note.changedBy.clear();
    note.author.clear();
    EXPECT_EQ(savedText(note, "2024-06-03T23:50:00.000Z", 0), "saved 23:42:07, somebody");
    EXPECT_EQ(conflictText(note, "2024-06-03T23:50:00.000Z", 0),
              "This note was also saved in another window (somebody, 23:42:07): both are kept.");
}

TEST(ErrorsNote, HasWordsForEveryChoice) {
    EXPECT_EQ(severityText(Severity::None), "");
    EXPECT_EQ(severityText(Severity::High), "high");
    EXPECT_EQ(statusText(CaseStatus::Open), "open");
    EXPECT_EQ(statusText(CaseStatus::WontFix), "won\u2019t fix");
    LabelCorrection correction;
    correction.corrected = "M";
    correction.who = "Product";
    correction.at = "2024-06-03T10:00:00.000Z";
    EXPECT_EQ(correctionText(correction, "F"), "The label F is wrong, it is M: Product, 3 June 2024.");
}

SignOff judged(int accepted, int rejected, int open) {
    SignOff signOff;
    signOff.seed = 7;
    signOff.startedAt = "2024-06-03T10:00:00.000Z";
    signOff.who = "Product";
    for (int i = 0; i < accepted + rejected + open; ++i)
        signOff.items.push_back({0, i < accepted              ? std::optional(true)
                                    : i < accepted + rejected ? std::optional(false)
                                                              : std::nullopt});
    return signOff;
}

TEST(ErrorsSignOff, SaysTheRateWithItsInterval) {
    EXPECT_EQ(plain(signOffRate(judged(0, 0, 5))), "Nothing judged yet.");
    EXPECT_EQ(plain(signOffRate(judged(11, 1, 38))),
              "11 of 12 accepted: 92\u202F%, between 65 and 99\u202F%.");
    EXPECT_EQ(signOffProgress(judged(11, 1, 38)), "12 of 50 judged");
    EXPECT_EQ(signOffProgress(judged(2, 1, 0)), "all 3 judged");
}

TEST(ErrorsSignOff, SaysWhatItWasDrawnFrom) {
    Vocabulary words;
    words.samples = "applications";
    words.missed = "missed defaults";
    SignOff signOff = judged(1, 0, 1);
    EXPECT_EQ(signOffOrigin(signOff, words),
              "2 drawn at random with seed 7 from all applications, 3 June 2024, Product");
    signOff.cohort = "outcome = missed and amount >= 500";
    EXPECT_EQ(signOffOrigin(signOff, words),
              "2 drawn at random with seed 7 from applications (missed defaults, amount from 500), "
              "3 June 2024, Product");
}

}  // namespace
}  // namespace reckoner
