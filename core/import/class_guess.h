// Which class is the positive one, and in which order classes are listed, when nobody said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct LabelCount {
    std::string label;
    std::uint64_t rows = 0;
};

struct PositiveGuess {
    std::string positive;
    std::string reason;  // a clause: "1 usually is the positive class"
};

// labels: the different ones, at least one.
PositiveGuess guessPositive(const std::vector<LabelCount>& labels);

// Two classes: the negative one first. More: by number when all are numbers, else by name. A single class of
// a known pair (0 of 0 and 1) brings the other.
std::vector<std::string> orderClasses(const std::vector<LabelCount>& labels, const std::string& positive);

// Whether a name or label (lower case) is what people build models to catch: "fraud", "churned", "late".
bool isCaughtWord(std::string_view text);

// Text in lower case (ASCII letters only).
std::string lowered(std::string_view text);

}  // namespace reckoner
