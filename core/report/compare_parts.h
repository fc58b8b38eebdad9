// What the documents of a comparison of two classes and of several have in common.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/metrics/comparison.h"
#include "core/report/json_text.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

Json differenceJson(const Difference& difference);
Json mcnemarJson(const McNemar& test);
Json flipsJson(const Flips& flips);
Json segmentValuesJson(const Grouping::Key& key, const std::vector<std::string>& columns);

// "A: v2 on week-1 (run 2)"
std::string compareSide(const char* side, const RunInfo& info);
// How many samples are compared and which are left out, a line each.
struct ComparedSamples {
    bool paired = true;
    std::uint64_t both = 0, onlyFirst = 0, onlySecond = 0, conflicting = 0, unscored = 0;
    std::uint64_t firstOwn = 0, secondOwn = 0;  // where nothing is paired
};
std::string comparedSamplesText(const ComparedSamples& samples, const Vocabulary& words);
// Money in its own rounding, every other figure to four decimals.
std::string comparedFigure(const std::string& id, double number);
std::string signedFigure(const std::string& id, double number);
// "better, between 0.0012 and 0.0100"; inside the interval both directions are named.
std::string differenceText(const std::string& id, const Difference& difference, Direction direction);
std::string flipsSentence(const Flips& flips, const McNemar& decisions);
std::string segmentName(const Grouping::Key& key);

}  // namespace reckoner
