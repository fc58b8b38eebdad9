#include "core/wording/run_names.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(RunNames, ShortenNumberedVersionsAndLeaveOthersAlone) {
    EXPECT_EQ(versionName("2.0.0"), "v2");
    EXPECT_EQ(versionName("2.1.0"), "v2.1");
    EXPECT_EQ(versionName("10"), "v10");
    EXPECT_EQ(versionName("0.0"), "v0");
    EXPECT_EQ(versionName("v3"), "v3");
    EXPECT_EQ(versionName("nightly.0"), "nightly.0");
    EXPECT_EQ(versionName(""), "");
}

TEST(RunNames, ShowDatesOfTheCalendarAndLeaveOtherTextAlone) {
    EXPECT_EQ(dateName("2024-06-10"), "10 June 2024");
    EXPECT_EQ(dateName("2024-06-01T12:00:00.000Z"), "1 June 2024");
    EXPECT_EQ(dateName("2024-13-10"), "2024-13-10");
    EXPECT_EQ(dateName("week 30"), "week 30");
    EXPECT_EQ(dateName(""), "");
}

TEST(RunNames, SayWhatARunIs) {
    RunInfo run;
    run.version = "2.0.0";
    run.evalSet = "cv5";
    run.rows = 4454;
    EXPECT_EQ(runName(run), "v2");
    EXPECT_EQ(runDetail(run), "cv5 \u00B7 4,454 rows");
    run.algorithm = "random forest";
    run.runDate = "2024-06-10";
    EXPECT_EQ(runName(run), "v2 \u00B7 random forest");
    EXPECT_EQ(runDetail(run), "cv5 \u00B7 10 June 2024 \u00B7 4,454 rows");
}

TEST(RunNames, MakeAModelsNameReadableUntilItHasATitle) {
    ModelRow model;
    model.name = model.title = "credit-default";
    EXPECT_EQ(modelName(model), "Credit default");
    model.title = "Loans";
    EXPECT_EQ(modelName(model), "Loans");
}

}  // namespace
}  // namespace reckoner
