#include "core/wording/with_article.h"

namespace reckoner {

std::string withArticle(const std::string& noun) {
    static const std::string kVowels = "aeiou";
    const bool vowel = !noun.empty() && kVowels.find(noun.front()) != std::string::npos;
    return (vowel ? "an " : "a ") + noun;
}

}  // namespace reckoner
