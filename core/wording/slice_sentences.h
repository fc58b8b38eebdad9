// What the worst slices say.
#pragma once

#include <cstdint>
#include <string>

#include "core/metrics/slice_contrast.h"
#include "core/metrics/slice_data.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/sentence.h"

namespace reckoner {

// "job partime, records no".
std::string sliceNameText(const EvalTable& table, const SliceName& name);
// A slice without one of its parts: "job partime 33 % wrong, records no 17 %"; of one column: "everyone 21
// %". Of money: per decision.
std::string sliceParentsText(const RunAnalysis& run, const SliceData& data, const Slice& slice, SliceOf of);

struct SliceHeadFacts {
    std::string name;  // of the worst one; empty: none was found
    double lift = 0;
    Value rate;  // of errors
    std::uint64_t tests = 0;
    std::uint64_t minimum = 0;
    std::size_t variants = 0;  // left out because they mostly overlap
    SliceOf of = SliceOf::Errors;
    OperatingPoint point;
};
// "Errors gather where **job partime, records no**: 35 of 100 wrong, 1.7 times as many as among all."
Sentence sliceHeadline(const SliceHeadFacts& facts, const Vocabulary& words);
// "Out of 398 slices of at least 45 applications, at 0.31. 14 more say the same and are left out."
std::string sliceSummary(const SliceHeadFacts& facts, const RunAnalysis& run, const Vocabulary& words);
// "Found on these very applications, ..."
std::string sliceWarning(const Vocabulary& words);

// "1.7 ×".
std::string liftText(const Value& lift);
// "holds: 36 %, 1.6 ×", "not seen: ...", "too few (12)".
std::string sliceCheckText(const SliceCheck& check, SliceOf of);

}  // namespace reckoner
