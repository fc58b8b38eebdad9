#include "core/base/near_names.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(NearNames, FindsTheSlipAndNothingElse) {
    const std::vector<std::string> names{"metrics", "models", "import", "runs"};
    EXPECT_EQ(nearNames("metrcs", names), std::vector<std::string>{"metrics"});
    EXPECT_EQ(nearNames("IMPORT", names), std::vector<std::string>{"import"});
    EXPECT_TRUE(nearNames("zebra", names).empty());
}

TEST(NearNames, NearestFirstAndAtMostThree) {
    EXPECT_EQ(nearNames("score", {"scores", "core", "score_a", "score", "scor"}),
              (std::vector<std::string>{"score", "scores", "core"}));
}

TEST(NearNames, Sentence) {
    EXPECT_EQ(didYouMean("metrcs", {"metrics"}), "; did you mean \"metrics\"?");
    EXPECT_EQ(didYouMean("runz", {"runs", "run"}), "; did you mean \"runs\" or \"run\"?");
    EXPECT_EQ(didYouMean("zebra", {"metrics"}), ".");
}

}  // namespace
}  // namespace reckoner
