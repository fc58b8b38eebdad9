#include "core/review/run_day.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(RunDay, IsTheManifestsDateElseTheDayOfTheImport) {
    RunRow run;
    run.importedAt = "2026-11-22T09:10:11Z";
    EXPECT_EQ(dayOf(run), "2026-11-22");
    run.info.runDate = "2026-11-02";
    EXPECT_EQ(dayOf(run), "2026-11-02");
}

}  // namespace
}  // namespace reckoner
