#include "core/wording/vocabulary_words.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// A word that is not in the list would be neither stored nor asked for.
TEST(VocabularyWords, NameEveryWordOnce) {
    std::set<std::string> keys;
    Vocabulary words;
    for (const VocabularyWord& word : vocabularyWords()) {
        EXPECT_TRUE(keys.insert(word.key).second) << word.key;
        EXPECT_NE(std::string(word.asks), "");
        words.*word.member = word.key;
    }
    EXPECT_EQ(sizeof(Vocabulary), keys.size() * sizeof(std::string));
    for (const VocabularyWord& word : vocabularyWords())
        EXPECT_EQ(words.*word.member, word.key);
}

}  // namespace
}  // namespace reckoner
