#include "core/metrics/paired_selection.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/latency.h"

namespace reckoner {
namespace {

const std::vector<SelectionCells> kSelectionGroups{{20, 10, 3, 67}, {40, 5, 20, 135}, {12, 4, 4, 40}};

TEST(PairedSelection, TheRatioIsTheLowestRateOverTheHighest) {
    EXPECT_NEAR(*selectionRatio(kSelectionGroups, false), 45.0 / 200 / (30.0 / 100), 1e-12);
    EXPECT_NEAR(*selectionRatio(kSelectionGroups, true), 23.0 / 100 / (60.0 / 200), 1e-12);
    EXPECT_EQ(selectionRatio({}, false).why, Reason::NoSamples);
    EXPECT_EQ(selectionRatio({{0, 0, 4, 6}}, false).why, Reason::ZeroEverywhere);
}

// Whole samples drawn with replacement from a list, one by one.
TEST(PairedSelection, AgreesWithThePlainBootstrap) {
    struct Sample {
        std::size_t group;
        bool first, second;
    };
    std::vector<Sample> samples;
    for (std::size_t g = 0; g < kSelectionGroups.size(); ++g) {
        const SelectionCells& cells = kSelectionGroups[g];
        samples.insert(samples.end(), cells.both, {g, true, true});
        samples.insert(samples.end(), cells.onlyFirst, {g, true, false});
        samples.insert(samples.end(), cells.onlySecond, {g, false, true});
        samples.insert(samples.end(), cells.neither, {g, false, false});
    }
    Random random(3);
    std::vector<double> differences;
    for (int r = 0; r < 4'000; ++r) {
        std::vector<SelectionCells> drawn(kSelectionGroups.size());
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const Sample& one = samples[random.below(samples.size())];
            SelectionCells& cells = drawn[one.group];
            ++(one.first ? (one.second ? cells.both : cells.onlyFirst)
                         : (one.second ? cells.onlySecond : cells.neither));
        }
        differences.push_back(*selectionRatio(drawn, true) - *selectionRatio(drawn, false));
    }
    std::sort(differences.begin(), differences.end());
    const double lo = quantile(differences, 0.025);
    const double hi = quantile(differences, 0.975);
    const auto interval = selectionRatioDifference95(kSelectionGroups);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->lo, lo, 0.08 * (hi - lo));
    EXPECT_NEAR(interval->hi, hi, 0.08 * (hi - lo));
}

TEST(PairedSelection, ManySamplesNarrowIt) {
    std::vector<SelectionCells> many = kSelectionGroups;
    for (SelectionCells& cells : many)
        for (std::uint64_t* n : {&cells.both, &cells.onlyFirst, &cells.onlySecond, &cells.neither})
            *n *= 400;
    std::vector<SelectionCells> fewer = kSelectionGroups;
    for (SelectionCells& cells : fewer)
        for (std::uint64_t* n : {&cells.both, &cells.onlyFirst, &cells.onlySecond, &cells.neither})
            *n *= 100;
    const auto few = selectionRatioDifference95(fewer);
    const auto narrow = selectionRatioDifference95(many);
    ASSERT_TRUE(few && narrow);
    EXPECT_NEAR((few->hi - few->lo) / (narrow->hi - narrow->lo), 2, 0.2);
    EXPECT_FALSE(selectionRatioDifference95({}));
}

}  // namespace
}  // namespace reckoner
