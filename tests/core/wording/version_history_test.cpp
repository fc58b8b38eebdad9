#include "core/wording/version_history.h"

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

RegistryEntry staged(std::int64_t id, const std::string& version, Stage stage, const std::string& at) {
    RegistryEntry entry;
    entry.versionId = id;
    entry.version = version;
    if (stage != Stage::None) {
        StageChange change;
        change.versionId = id;
        change.stage = stage;
        change.who = "Risk";
        change.why = "Losses were higher than expected.";
        change.at = at;
        entry.history.push_back(change);
    }
    return entry;
}

TEST(VersionHistory, AStageSaysSinceWhen) {
    EXPECT_EQ(stageSinceText(staged(2, "2.0.0", Stage::Production, "2024-06-11T09:00:00.000Z")),
              "production since 11 June 2024");
    EXPECT_EQ(stageSinceText(staged(2, "2.0.0", Stage::None, "")), "no stage yet");
    EXPECT_EQ(stageCaption(staged(2, "2.0.0", Stage::Production, "2024-06-11T09:00:00.000Z").history.front()),
              "11 June 2024, Risk");
    EXPECT_EQ(stageTitle(Stage::InReview), "In review");
}

TEST(VersionHistory, PromotingSaysWhatFollows) {
    const std::vector<RegistryEntry> entries{
        staged(2, "2.0.0", Stage::Production, "2024-06-11T09:00:00.000Z"),
        staged(3, "3.0.0", Stage::Candidate, "2024-09-17T09:00:00.000Z")};
    EXPECT_EQ(consequenceText(entries, 3, Stage::Production), "v2 goes to retired.");
    EXPECT_EQ(consequenceText(entries, 3, Stage::InReview), "");
    // What makes no sense says why instead.
    EXPECT_FALSE(consequenceText(entries, 3, Stage::RolledBack).empty());
}

TEST(VersionHistory, MeasuredLatencyComesBeforeWhatIsStated) {
    VersionFacts facts;
    facts.latencyP95 = 40;
    facts.costPerPrediction = 0.02;
    facts.currency = "EUR";
    EXPECT_EQ(latencyText(facts, nullptr), "p95 40.0 ms, as stated");
    const std::vector<double> values{1, 2, 3};
    const LatencyNumbers measured = latencyNumbers(values);
    EXPECT_EQ(latencyText(facts, &measured), "p50 2.0, p95 2.9, p99 3.0 ms");
    EXPECT_EQ(latencyText(std::nullopt, nullptr), "");
    EXPECT_EQ(predictionCostText(facts), "0.0200 EUR a prediction");
    RegistryEntry entry = staged(2, "2.0.0", Stage::None, "");
    entry.facts = facts;
    const auto lines = factLines(entry, "1.0.0", "", nullptr);
    EXPECT_EQ(lines[0].text, "nothing written");
    EXPECT_FALSE(lines[0].known);
    EXPECT_EQ(lines[1].text, "v1");
}

TEST(VersionHistory, APointOfTheHistoryInWords) {
    const VersionResult result = versionResult(*test::creditVersion(2), 0.42);
    EXPECT_EQ(
        resultText(result, test::creditWords()),
        "credit-applications-cv5: recall 58 of 100, between 56 and 61; AUC 0.835; 4,454 applications, at "
        "0.42");
}

}  // namespace
}  // namespace reckoner
