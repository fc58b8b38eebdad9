#include "core/report/figures/plot.h"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "core/report/figures/figure_colors.h"

namespace reckoner {
namespace {

std::string nothing(double) {
    return {};
}

TEST(Plot, TicksAreRoundAndInside) {
    EXPECT_EQ(roundTicks(0, 1, 5), (std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1}));
    EXPECT_EQ(roundTicks(-30, 70, 5), (std::vector<double>{-20, 0, 20, 40, 60}));
    EXPECT_TRUE(roundTicks(1, 1, 5).empty());
    EXPECT_TRUE(roundTicks(0, std::numeric_limits<double>::infinity(), 5).empty());
    std::mt19937 chance(7);
    for (int i = 0; i < 200; ++i) {
        const double lo = std::uniform_real_distribution<>(-1e6, 1e6)(chance);
        const double hi = lo + std::pow(10, std::uniform_real_distribution<>(-6, 7)(chance));
        const auto ticks = roundTicks(lo, hi, 6);
        EXPECT_LE(ticks.size(), 7U);
        for (const double tick : ticks) {
            EXPECT_GE(tick, lo - (hi - lo) * 1e-6);
            EXPECT_LE(tick, hi + (hi - lo) * 1e-6);
        }
    }
}

TEST(Plot, PutsValuesWhereTheAxesSay) {
    SvgCanvas canvas(400, 300, "t", "d");
    const Plot plot(canvas, {0, 10, "x", nothing}, {0, 100, "y", nothing});
    EXPECT_DOUBLE_EQ(plot.xAt(0), plot.left());
    EXPECT_DOUBLE_EQ(plot.xAt(10), plot.right());
    EXPECT_DOUBLE_EQ(plot.yAt(0), plot.bottom());
    EXPECT_DOUBLE_EQ(plot.yAt(50), (plot.top() + plot.bottom()) / 2);
    EXPECT_DOUBLE_EQ(plot.xAt(99), plot.right()) << "what lies outside stays at the edge";
}

TEST(Plot, WordsOfMarksThatWouldTouchStandInTwoRows) {
    SvgCanvas canvas(400, 300, "t", "d");
    Plot plot(canvas, {0, 1, "x", nothing}, {0, 1, "y", nothing});
    plot.mark(0.50, "policy 0.50", {figure::kInk}, figure::kInk);
    plot.mark(0.52, "lowest 0.52", {figure::kInk}, figure::kInk);
    const std::string svg = canvas.finished();
    const auto yOf = [&](const char* words) {
        const std::size_t end = svg.find(words);
        const std::size_t y = svg.rfind(" y=\"", end);
        return svg.substr(y + 4, svg.find('"', y + 4) - y - 4);
    };
    EXPECT_NE(yOf(">policy 0.50<"), yOf(">lowest 0.52<"));
}

}  // namespace
}  // namespace reckoner
