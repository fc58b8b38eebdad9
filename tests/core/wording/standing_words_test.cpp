#include "core/wording/standing_words.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

std::string standingFact(const RecordPage& page, const std::string& name) {
    for (const auto& [key, value] : page.facts)
        if (key == name) return value;
    return "missing";
}

RequirementRecord recallOfPartTimers() {
    RequirementRecord record;
    record.requirement.uid = "r1";
    record.requirement.metric = "recall";
    record.requirement.floor = 0.7;
    record.requirement.cohort = "job = 'partime'";
    record.requirement.because = "They were refused for years.";
    record.requirement.owner = "Risk";
    record.requirement.who = "Product";
    record.requirement.createdAt = "2026-03-04T09:00:00.000Z";
    return record;
}

TEST(StandingWords, ARequirementSaysHowItStands) {
    RequirementRecord record = recallOfPartTimers();
    EXPECT_EQ(recordRow(record, "2026-04-01").what, "In force");
    EXPECT_EQ(recordRow(record, "2026-04-01").who, "Risk");
    RequirementEvent waiver;
    waiver.kind = RequirementEventKind::Waived;
    waiver.version = "2.0.0";
    waiver.until = "2026-04-30";
    waiver.who = "Risk";
    waiver.why = "one month";
    waiver.at = "2026-03-20T09:00:00.000Z";
    record.events.push_back(waiver);
    EXPECT_EQ(recordRow(record, "2026-04-30").what, "Waived for v2");
    EXPECT_EQ(recordRow(record, "2026-05-01").what, "In force") << "a waiver ends with its last day";
    const RecordPage page = recordPage(record, "2026-04-01");
    EXPECT_EQ(page.text, "They were refused for years.");
    EXPECT_EQ(standingFact(page, "waived for v2"), "20 March 2026 by Risk, until 30 April 2026: one month");
    EXPECT_EQ(page.footnote, "");
}

TEST(StandingWords, ARequirementThatEndedSaysSo) {
    RequirementRecord record = recallOfPartTimers();
    RequirementEvent end;
    end.kind = RequirementEventKind::Withdrawn;
    end.who = "Product";
    end.why = "written twice";
    end.at = "2026-05-02T09:00:00.000Z";
    record.events.push_back(end);
    EXPECT_EQ(recordRow(record, "2026-06-01").what, "Withdrawn");
    EXPECT_EQ(recordPage(record, "2026-06-01").footnote, "No run is held against it since 2 May 2026.");
    RequirementRecord replaced = recallOfPartTimers();
    replaced.supersededBy = "r2";
    EXPECT_EQ(recordRow(replaced, "2026-06-01").what, "Replaced");
    EXPECT_NE(recordPage(replaced, "2026-06-01").footnote, "");
}

TEST(StandingWords, APolicyThatIsDueWaitsForSomebody) {
    PolicyRecord record;
    record.version = "2.0.0";
    record.policy.threshold = 0.42;
    record.policy.who = "Product";
    record.policy.why = "fewer go bad";
    record.policy.adoptedAt = "2026-03-04T09:00:00.000Z";
    record.policy.reviewBy = "2026-06-01";
    const Vocabulary words;
    EXPECT_FALSE(recordRow(record, words, "2026-06-01").late);
    EXPECT_TRUE(recordRow(record, words, "2026-06-02").late);
    EXPECT_EQ(recordPage(record, words, "2026-06-02").text, "fewer go bad");
    record.until = "2026-05-01T09:00:00.000Z";
    EXPECT_FALSE(recordRow(record, words, "2026-06-02").late)
        << "what is no longer in force waits for nobody";
    EXPECT_EQ(standingFact(recordPage(record, words, "2026-06-02"), "to be reviewed"), "");
}

}  // namespace
}  // namespace reckoner
