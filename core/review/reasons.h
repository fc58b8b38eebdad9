// Why a model is wrong, in people's words: the tags of its notes, by how often and by what they cost.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/data/row_set.h"
#include "core/data/sample_facts.h"
#include "core/review/annotation.h"

namespace reckoner {

struct ErrorReason {
    std::string tag;          // empty: notes without a tag
    std::size_t samples = 0;  // distinct ones; a sample with two tags counts for both
    double cost = 0;          // of those whose cost is known
    std::size_t costed = 0;   // samples whose cost is known
};

struct ErrorReasons {
    std::vector<ErrorReason> reasons;  // by samples, most first; ties by tag; without a tag last
    std::size_t samples = 0;           // distinct ones, whatever their tags
    std::size_t costed = 0;            // of them: those whose cost is known
};

// The cost of a sample is what its notes say (the largest of several), else what costOf says.
ErrorReasons reasonsOf(const std::vector<Annotation>& notes,
                       const std::function<std::optional<double>(const std::string& sampleId)>& costOf);

// The notes on samples of which at least one row of the run is among `rows`. facts: of the same run. Reads
// the ids of the whole run where nobody did before.
std::vector<Annotation> notesAmong(const SampleFacts& facts, const RowSet& rows,
                                   std::vector<Annotation> notes, const TaskContext& context = {});

}  // namespace reckoner
