#include "core/data/default_threshold.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

std::optional<double> thresholdOfKind(ScoreKind kind, std::optional<double> manifest = std::nullopt) {
    RunInfo run;
    run.kind = kind;
    run.decisionThreshold = manifest;
    return ownThreshold(run);
}

TEST(DefaultThreshold, IsTheEvenChanceOfTheScoresKind) {
    EXPECT_EQ(thresholdOfKind(ScoreKind::Probability), 0.5);
    EXPECT_EQ(thresholdOfKind(ScoreKind::Percent), 50);
    EXPECT_EQ(thresholdOfKind(ScoreKind::Logit), 0);
    EXPECT_EQ(thresholdOfKind(ScoreKind::Margin), 0);
    EXPECT_EQ(thresholdOfKind(ScoreKind::Raw), std::nullopt);
}

TEST(DefaultThreshold, GivesWayToTheManifests) {
    EXPECT_EQ(thresholdOfKind(ScoreKind::Probability, 0.42), 0.42);
    EXPECT_EQ(thresholdOfKind(ScoreKind::Raw, 300.0), 300);
}

}  // namespace
}  // namespace reckoner
