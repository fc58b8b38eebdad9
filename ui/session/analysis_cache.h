// The last few analyses, so that Back, Forward and a glance at another run need no second computation.
#pragma once

#include <list>
#include <string>

#include "core/metrics/run_analysis.h"

namespace reckoner {

// What an analysis depends on.
struct AnalysisKey {
    RunId run = 0;
    std::string cohort;
    std::string positive;
    CostModel costs;
    bool cohortPrevalence = false;  // costs.prevalence is of the cohort, not of the run
    std::string attached;           // what is joined to the model's samples: row ids; empty: nothing
    // What people wrote and the run compared with, where the cohort asks for them; counted on at each change.
    std::uint64_t facts = 0;
    RunId baseline = 0;
    bool operator==(const AnalysisKey&) const = default;
    bool sameButCosts(const AnalysisKey& other) const;
};

// Least recently used, bounded by samples (about 40 bytes each). UI thread only.
class AnalysisCache {
 public:
    explicit AnalysisCache(std::size_t sampleBudget = 8'000'000) : budget_(sampleBudget) {}

    RunAnalysisPtr find(const AnalysisKey& key);  // null: not there
    // The same under some other costs; null: none. From it withCosts() comes sooner.
    RunAnalysisPtr findUnderOtherCosts(const AnalysisKey& key) const;
    void add(const AnalysisKey& key, RunAnalysisPtr analysis);
    void clear() { entries_.clear(); }

 private:
    struct Entry {
        AnalysisKey key;
        RunAnalysisPtr analysis;
    };
    std::list<Entry> entries_;  // most recently used first
    std::size_t budget_;
};

}  // namespace reckoner
