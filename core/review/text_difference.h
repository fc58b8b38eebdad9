// Two versions of a text, word by word: what stayed, what went, what came.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct TextPart {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    std::string text;  // with the space behind its words

    bool operator==(const TextPart&) const = default;
};

// A longest common subsequence of words; without Removed it is `after`, without Added `before`. What was
// removed stands before what came in its place. O(words x words), of texts of up to 2,000 words each; longer
// ones are removed and added whole.
std::vector<TextPart> textDifference(std::string_view before, std::string_view after);

}  // namespace reckoner
