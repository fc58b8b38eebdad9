// The words of a Vocabulary one by one, for whoever stores, asks for or compares them.
#pragma once

#include <span>

#include "core/wording/vocabulary.h"

namespace reckoner {

struct VocabularyWord {
    const char* key;  // in files: never renamed
    std::string Vocabulary::*member;
    const char* asks;  // what is asked for, in a few words
};

// In the order people are asked for them.
std::span<const VocabularyWord> vocabularyWords();

}  // namespace reckoner
