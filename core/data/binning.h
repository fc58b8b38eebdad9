// How a column of numbers is cut into groups.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct Binning {
    enum class Kind {
        Auto,      // distinct values while they are few, else tenths
        Quantile,  // `bins` groups of as many samples each (R type 7, duplicate edges dropped)
        Width,     // `bins` groups of the same width, from the lowest to the highest finite value
        Edges,     // at `edges`: up to and with the first, (first, second], ..., above the last
    };
    Kind kind = Kind::Auto;
    int bins = 10;
    std::vector<double> edges{};  // ascending, distinct, finite; at least one
    bool operator==(const Binning&) const = default;

    // "auto", "quantile:4", "width:10", "edges:18,25.5,40". Throws Error{Usage} for anything else.
    static Binning parse(std::string_view text);
    std::string text() const;
};

// One column of a grouping. Binning says nothing for columns that hold no numbers.
struct GroupColumn {
    std::string name;
    Binning binning{};
    bool operator==(const GroupColumn&) const = default;
};

}  // namespace reckoner
