// Data to pixels and back, for one axis.
#pragma once

namespace reckoner {

struct PlotScale {
    double lo = 0;
    double hi = 1;
    double from = 0;  // pixel of lo
    double to = 1;    // pixel of hi; smaller than `from` on a vertical axis

    double pixel(double value) const {
        return hi == lo ? (from + to) / 2 : from + (value - lo) / (hi - lo) * (to - from);
    }
    double value(double at) const { return to == from ? lo : lo + (at - from) / (to - from) * (hi - lo); }
};

}  // namespace reckoner
