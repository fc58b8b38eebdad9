#include "core/wording/slice_sentences.h"

#include <gtest/gtest.h>

#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr sliceSentencesRun() {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    return analyse(request);
}

TEST(SliceSentences, NameASliceAndItsParents) {
    const RunAnalysisPtr run = sliceSentencesRun();
    const SliceData data = sliceData(*run, {{"job"}, {"age_band"}}, 0.5, SliceOf::Errors);
    EXPECT_EQ(sliceNameText(*run->request.table, {{"age_band", "job"}, {"56+", std::nullopt}}),
              "age band 56+, job missing");
    Slice slice;
    slice.parts = {{0, 0}, {1, 0}};
    slice.parents = {{100, 100, 25}, {200, 200, 20}};
    const std::string text = sliceParentsText(*run, data, slice, SliceOf::Errors);
    EXPECT_EQ(text, "age band 18-25: 25\u202F% wrong  ·  job fixed: 10\u202F%");
    slice.parts = {{0, 0}};
    slice.parents = {{200, 200, 20}};
    EXPECT_EQ(sliceParentsText(*run, data, slice, SliceOf::Errors), "all: 10\u202F% wrong");
}

TEST(SliceSentences, SayWhatWasFoundAndHowMuchWasSearched) {
    const RunAnalysisPtr run = sliceSentencesRun();
    SliceHeadFacts facts;
    EXPECT_EQ(plain(sliceHeadline(facts, {})), "No slice is worse than all samples together.");
    facts.name = "job partime";
    facts.lift = 1.58;
    facts.rate = 0.334;
    facts.tests = 398;
    facts.minimum = 45;
    facts.variants = 2;
    facts.point = 0.5;
    EXPECT_EQ(plain(sliceHeadline(facts, {})),
              "Errors gather in job partime: 33 of 100 wrong, 1.6 times as many as among all.");
    EXPECT_EQ(sliceSummary(facts, *run, {}),
              "The worst of 398 slices of at least 45 samples, at 0.50. Sorted by error above average × size "
              "(SliceLine's score). 2 more hold mostly the same samples and are left out.");
    facts.of = SliceOf::Cost;
    EXPECT_EQ(
        sliceSummary(facts, *run, {}),
        "The worst of 398 slices of at least 45 samples, at 0.50. Sorted by cost above average × size "
        "(SliceLine's score). No money was entered: cost is counted in false alarms. 2 more hold mostly "
        "the same samples and are left out.");
    EXPECT_EQ(plain(sliceHeadline(facts, {})),
              "Costs gather in job partime: each costs 1.6 times as much as among all.");
}

TEST(SliceSentences, SayHowACheckWentOut) {
    SliceCheck check;
    check.n = 12;
    EXPECT_EQ(sliceCheckText(check, SliceOf::Errors), "too few: 12");
    check.n = 400;
    check.rate = 0.31;
    check.lift = 1.5;
    check.qValue = 0.001;
    EXPECT_EQ(sliceCheckText(check, SliceOf::Errors), "holds: 31\u202F%, 1.5\u202F×");
    check.qValue = 0.3;
    EXPECT_EQ(sliceCheckText(check, SliceOf::Errors), "not seen: 31\u202F%, 1.5\u202F×");
}

}  // namespace
}  // namespace reckoner
