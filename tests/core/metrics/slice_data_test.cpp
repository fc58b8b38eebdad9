#include "core/metrics/slice_data.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr sliceRun(const CostModel& costs, bool weighted = false) {
    test::VectorTable table;
    table.labels({"yes", "no", "yes", "no", "yes"})
        .scores({0.9, 0.8, 0.3, 0.1, missingReal()})
        .segment("who", {"a", "", "<b>", "a", "a"})
        .numeric("age", {20, 30, 40, 50, 60})
        .amounts({100, 200, 300, missingReal(), 1});
    if (weighted) table.weights({1, 2, 3, 0, 1});
    AnalysisRequest request;
    request.table = table.build();
    request.costs = costs;
    return analyse(request);
}

TEST(SliceDataOf, HoldsWhatEachScoredSampleDoesWrong) {
    const RunAnalysisPtr run = sliceRun(parseCosts("fp=5,fn=0.5*amount,tp=-10"));
    const SliceData errors = sliceData(*run, {{"who"}, {"age"}}, 0.5, SliceOf::Errors);
    EXPECT_EQ(errors.errors, (std::vector<double>{0, 1, 1, 0}));
    EXPECT_TRUE(errors.weights.empty());
    ASSERT_EQ(errors.columns.size(), 2u);
    EXPECT_EQ(errors.columns[0].values.back(), std::nullopt);
    const SliceData cost = sliceData(*run, {{"who"}}, 0.5, SliceOf::Cost);
    // A gain counts as nothing.
    EXPECT_EQ(cost.errors, (std::vector<double>{0, 5, 150, 0}));
    const SliceData weighted =
        sliceData(*sliceRun(parseCosts("fp=5,fn=0.5*amount"), true), {{"who"}}, 0.5, SliceOf::Cost);
    EXPECT_EQ(weighted.weights, (std::vector<double>{1, 2, 3, 0}));
    EXPECT_EQ(weighted.errors, (std::vector<double>{0, 5, 150, 0}));
}

TEST(SliceDataOf, NamesASliceAndCountsIt) {
    const RunAnalysisPtr run = sliceRun(parseCosts("fp=5,fn=0.5*amount,tp=-10"));
    const SliceData data = sliceData(*run, {{"who"}, {"age"}}, 0.5, SliceOf::Errors);
    Slice slice;
    slice.parts = {{0, 1}, {1, 2}};
    const SliceName name = sliceName(data, slice);
    EXPECT_EQ(name.columns, (std::vector<std::string>{"who", "age"}));
    EXPECT_EQ(name.values[0], "a");
    slice.parts = {{0, 1}};
    const auto members = sliceMembers(data, slice);
    EXPECT_EQ(members, (std::vector<std::uint8_t>{1, 0, 0, 1}));
    const SliceFigures figures = sliceFigures(*run, members, 0.5);
    EXPECT_EQ(figures.n, 2u);
    EXPECT_EQ(figures.errors, 0u);
    EXPECT_EQ(*figures.errorRate, 0);
    EXPECT_EQ(*figures.cost, -10);
}

TEST(SliceDataOf, ListsOneFindingOnce) {
    SliceData data;
    data.columns.resize(2);
    data.columns[0].values = {"x", "y"};
    data.columns[1].values = {"u", "v"};
    for (int i = 0; i < 100; ++i) {
        data.errors.push_back(0);
        data.columns[0].codes.push_back(i < 40 ? 0 : 1);
        data.columns[1].codes.push_back(i < 30 || i >= 90 ? 0 : 1);
    }
    std::vector<Slice> slices(4);
    slices[0].parts = {{0, 0}, {1, 0}};  // 30 samples
    slices[1].parts = {{0, 0}};          // holds all of them: a variant
    slices[2].parts = {{0, 1}};          // none of them
    slices[3].parts = {{1, 0}};          // 30 of 40: a variant
    const auto shown = distinctSlices(data, slices, 10);
    ASSERT_EQ(shown.size(), 2u);
    EXPECT_EQ(shown[0].place, 0u);
    EXPECT_EQ(shown[0].variants, 2u);
    EXPECT_EQ(shown[1].place, 2u);
    EXPECT_EQ(shown[1].overlap, 0);
    EXPECT_EQ(distinctSlices(data, slices, 10, 1.0).size(), 4u);
    EXPECT_EQ(distinctSlices(data, slices, 1).size(), 1u);
}

}  // namespace
}  // namespace reckoner
