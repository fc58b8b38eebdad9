#include "core/report/figures/run_lines.h"

#include <algorithm>

#include "core/report/figures/figure_colors.h"

namespace reckoner {
namespace {

constexpr double kPiece = 36;
constexpr double kMostName = 110;
constexpr double kGap = 20;

}  // namespace

SvgStroke runStroke(std::size_t i) {
    constexpr std::string_view kDashes[] = {"", "8 4", "2 3", "10 3 2 3", "4 3", "14 4"};
    constexpr std::string_view kColors[] = {figure::kInk, figure::kInk3, figure::kBaseline};
    const double width = i == 0 ? 2.25 : i < std::size(kDashes) ? 1.75 : 1.25;
    return {kColors[std::min<std::size_t>(i, 2)], width, kDashes[i % std::size(kDashes)]};
}

void drawRunNames(Plot& plot, const std::vector<std::string>& names) {
    if (names.size() < 2) return;
    double x = plot.right();
    for (std::size_t i = names.size(); i-- > 0;) {
        const double width = std::min(kMostName, textWidth(names[i], 12, true));
        x -= width;
        plot.canvas().text({x, 14}, names[i], {figure::kInk2, 12, SvgText::Anchor::Start, true}, kMostName);
        x -= 6 + kPiece;
        plot.canvas().line({x, 10}, {x + kPiece, 10}, runStroke(i));
        x -= kGap;
    }
}

}  // namespace reckoner
