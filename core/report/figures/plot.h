// The frame of a chart: two axes with round ticks, a grid, captions; data to pixels.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/report/figures/svg_canvas.h"

namespace reckoner {

struct PlotAxis {
    double lo = 0;
    double hi = 1;
    std::string title;
    std::function<std::string(double)> label;
};

class Plot {
 public:
    // Inside the canvas, with room for labels at the left and below. Draws grid, labels and captions.
    Plot(SvgCanvas& canvas, PlotAxis x, PlotAxis y);

    SvgPoint at(double x, double y) const { return {xAt(x), yAt(y)}; }
    double xAt(double x) const;
    double yAt(double y) const;
    double left() const { return left_; }
    double right() const { return right_; }
    double top() const { return top_; }
    double bottom() const { return bottom_; }
    SvgCanvas& canvas() { return canvas_; }

    // An upright line with its words above the plot; those that would touch stand one row higher.
    void mark(double x, const std::string& words, const SvgStroke& stroke, std::string_view color);

 private:
    void drawAxes();

    SvgCanvas& canvas_;
    PlotAxis x_, y_;
    double left_, right_, top_, bottom_;
    struct Label {
        double from, to;
        int row;
    };
    std::vector<Label> marks_;
};

// At most `most` round values inside [lo, hi]: steps of 1, 2 or 5 times a power of ten.
std::vector<double> roundTicks(double lo, double hi, int most);

}  // namespace reckoner
