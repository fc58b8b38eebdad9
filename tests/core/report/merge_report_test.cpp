#include "core/report/merge_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(MergeReport, SaysWhatCameAndWhatWasKeptTwice) {
    test::TemporaryFolder folder;
    const FixedClock clock{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    const auto store = Store::create(folder / "a.reckoner", clock);
    test::StagingBuilder staging(folder / "staging");
    fillBinaryRun(staging, test::numberedIds("s", 1'234));
    MergedStore merged;
    merged.runs = {store->publish(staging.staged(), {})};
    merged.runsHere = 2;
    merged.notes.added = 1;
    merged.notes.conflicts.resize(1);
    merged.policies = 1;
    merged.remarks = {"Both kept: \x1B[31mred."};

    const std::string text = mergedText(merged, *store);
    EXPECT_NE(text.find("Run 1: credit/1.0@week-1, 1,234 rows."), std::string::npos) << text;
    EXPECT_NE(text.find("1 run added, 2 here already."), std::string::npos);
    EXPECT_NE(
        text.find(
            "2 notes added, 0 here already; 0 cohorts, 0 corrected labels, 0 sign-offs, 0 cost models, "
            "1 policy, 0 attachments, 0 requirements, 0 stages of versions and 0 records of reviews added."),
        std::string::npos);
    EXPECT_EQ(text.find('\x1B'), std::string::npos);

    const Json json = mergedJson(merged, *store);
    EXPECT_EQ(json["runs"][0]["rows"], 1'234);
    EXPECT_EQ(json["merged"]["conflicts"], 1);
    EXPECT_EQ(json["merged"]["remarks"].size(), 1U);
}

}  // namespace
}  // namespace reckoner
