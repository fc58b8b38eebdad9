// What moved a score: the contents of an explanation column, whatever form it came in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct Factor {
    std::string name;
    double weight = 0;  // in the model's own units; positive: towards the positive class
    std::string value;  // of the input, where the explanation names it; may be empty

    bool operator==(const Factor&) const = default;
};

// Understands {"name": 0.1}, {"name": {"value": 3, "weight": 0.1}}, [["name", 0.1]],
// [{"feature": "name", "value": 3, "contribution": 0.1}] and "name = 0.1; other: -0.2". By size, largest
// first (ties as they stood). Empty: the text has no such form, and is for reading only. O(text).
std::vector<Factor> parseExplanation(std::string_view text);

}  // namespace reckoner
