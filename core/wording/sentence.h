// A sentence with a few words that stand out; how they stand out is for whoever shows it.
#pragma once

#include <string>
#include <vector>

namespace reckoner {

enum class Emphasis { None, Strong, Accent };

struct Phrase {
    std::string text;
    Emphasis emphasis = Emphasis::None;
};

using Sentence = std::vector<Phrase>;

inline std::string plain(const Sentence& sentence) {
    std::string text;
    for (const Phrase& phrase : sentence)
        text += phrase.text;
    return text;
}

}  // namespace reckoner
