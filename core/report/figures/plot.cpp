#include "core/report/figures/plot.h"

#include <algorithm>
#include <cmath>

#include "core/report/figures/figure_colors.h"

namespace reckoner {
namespace {

constexpr double kLeft = 64;
constexpr double kRight = 24;
constexpr double kTop = 56;  // two rows of words above the plot
constexpr double kBottom = 44;
constexpr double kRow = 17;

double share(double value, const PlotAxis& axis) {
    if (!(axis.hi > axis.lo)) return 0.5;
    return std::clamp((value - axis.lo) / (axis.hi - axis.lo), 0.0, 1.0);
}

}  // namespace

std::vector<double> roundTicks(double lo, double hi, int most) {
    if (!std::isfinite(lo) || !std::isfinite(hi) || !(hi > lo) || most < 1) return {};
    const double least = (hi - lo) / most;
    const double power = std::pow(10, std::floor(std::log10(least)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        step = factor * power;
        if (step >= least * (1 - 1e-9)) break;
    }
    std::vector<double> ticks;
    for (double n = std::ceil(lo / step - 1e-9); n * step <= hi + step * 1e-9; ++n)
        ticks.push_back(n == 0 ? 0 : n * step);
    return ticks;
}

Plot::Plot(SvgCanvas& canvas, PlotAxis x, PlotAxis y)
    : canvas_(canvas),
      x_(std::move(x)),
      y_(std::move(y)),
      left_(kLeft),
      right_(canvas.width() - kRight),
      top_(kTop),
      bottom_(canvas.height() - kBottom) {
    drawAxes();
}

double Plot::xAt(double x) const {
    return left_ + share(x, x_) * (right_ - left_);
}

double Plot::yAt(double y) const {
    return bottom_ - share(y, y_) * (bottom_ - top_);
}

void Plot::drawAxes() {
    const SvgText label{figure::kInk3, 12, SvgText::Anchor::Middle};
    for (const double tick : roundTicks(y_.lo, y_.hi, 5)) {
        canvas_.line({left_, yAt(tick)}, {right_, yAt(tick)}, {figure::kGrid});
        canvas_.text({left_ - 8, yAt(tick) + 4}, y_.label(tick), {figure::kInk3, 12, SvgText::Anchor::End});
    }
    for (const double tick : roundTicks(x_.lo, x_.hi, 10))
        if (const std::string text = x_.label(tick); !text.empty())
            canvas_.text({xAt(tick), bottom_ + 18}, text, label);
    canvas_.line({left_, bottom_}, {right_, bottom_}, {figure::kControl});
    canvas_.text({(left_ + right_) / 2, bottom_ + 37}, x_.title, label, right_ - left_);
    canvas_.text({8, 14}, y_.title, {figure::kInk3, 12}, canvas_.width() - 16);
}

void Plot::mark(double x, const std::string& words, const SvgStroke& stroke, std::string_view color) {
    const double at = xAt(x);
    const double width = textWidth(words, 12, true);
    const double from = std::clamp(at - width / 2, left_, std::max(left_, right_ - width));
    int row = 0;
    const auto taken = [&](const Label& other) {
        return other.row == row && from < other.to + 8 && other.from < from + width + 8;
    };
    while (row < 1 && std::any_of(marks_.begin(), marks_.end(), taken))
        ++row;
    marks_.push_back({from, from + width, row});
    const double base = top_ - 8 - row * kRow;
    canvas_.line({at, base + 4}, {at, bottom_}, stroke);
    canvas_.text({from, base}, words, {color, 12, SvgText::Anchor::Start, true});
}

}  // namespace reckoner
