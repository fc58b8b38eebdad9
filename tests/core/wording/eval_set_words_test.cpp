#include "core/wording/eval_set_words.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

RunRow setRun(RunId id, std::int64_t set, const std::string& date, std::uint64_t rows) {
    RunRow run;
    run.info.id = id;
    run.info.version = std::to_string(id) + ".0.0";
    run.info.evalSet = "set-" + std::to_string(set);
    run.info.runDate = date;
    run.info.rows = run.info.scored = rows;
    run.modelId = 1;
    run.evalSetId = set;
    run.fingerprint = "2d0905a3c0ffee00";
    return run;
}

TEST(EvalSetWords, SetsAreListedNewestFirstWithTheirRuns) {
    RunRow other = setRun(9, 7, "2026-01-01", 5);
    other.modelId = 2;
    const auto sets = evalSetsOf({setRun(1, 1, "2024-03-04", 4454), setRun(4, 2, "2024-06-30", 550),
                                  setRun(2, 1, "2024-06-10", 4450), other},
                                 1);
    ASSERT_EQ(sets.size(), 2U);
    EXPECT_EQ(sets[0].name, "set-2");
    EXPECT_EQ(sets[1].runs.front().info.id, 2);
    EXPECT_EQ(evalSetCaption(sets[1]), "2 runs, 4,454 rows, 10 June 2024");
    EXPECT_EQ(evalSetCaption(sets[0]), "1 run, 550 rows, 30 June 2024");
    EXPECT_EQ(fingerprintText(sets[1]), "Fingerprint 2d0905a3c0ff");
    EXPECT_EQ(evalSetRunText(sets[0].runs.front()), "v4, 30 June 2024, 550 rows, 550 scored");
}

TEST(EvalSetWords, ASetWhoseLabelsChangedSaysSo) {
    RunRow changed = setRun(2, 1, "2024-06-10", 10);
    changed.fingerprint = "ff";
    const auto sets = evalSetsOf({setRun(1, 1, "2024-03-04", 10), changed}, 1);
    EXPECT_EQ(fingerprintText(sets.front()), "2 fingerprints: its runs differ in samples or labels");
}

TEST(EvalSetWords, WhatIsSharedInWords) {
    EXPECT_EQ(evalSetOverlapText({0, 0, 4, 5}), "no sample in common");
    EXPECT_EQ(evalSetOverlapText({550, 0, 0, 0}), "the same 550 samples");
    EXPECT_EQ(evalSetOverlapText({538, 12, 3904, 0}),
              "550 samples in both, 12 of them with a label that changed, 3,904 only here");
    EXPECT_EQ(evalSetOverlapText({1, 0, 0, 2}), "1 sample in both, 2 only there");
}

}  // namespace
}  // namespace reckoner
