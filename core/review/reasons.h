// Why a model is wrong, in people's words: the tags of its notes, by how often and by what they cost.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/review/annotation.h"

namespace reckoner {

struct ErrorReason {
    std::string tag;          // empty: notes without a tag
    std::size_t samples = 0;  // distinct ones; a sample with two tags counts for both
    double cost = 0;          // of those whose cost is known
    std::size_t costed = 0;   // samples whose cost is known
};

// The cost of a sample is what its notes say (the largest of several), else what costOf says.
// By samples, most first; ties by tag; notes without a tag last.
std::vector<ErrorReason> reasonsOf(
    const std::vector<Annotation>& notes,
    const std::function<std::optional<double>(const std::string& sampleId)>& costOf);

}  // namespace reckoner
