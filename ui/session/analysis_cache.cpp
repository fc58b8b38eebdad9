#include "ui/session/analysis_cache.h"

#include <algorithm>

namespace reckoner {

bool AnalysisKey::sameButCosts(const AnalysisKey& other) const {
    AnalysisKey repriced = other;
    repriced.costs = costs;
    repriced.cohortPrevalence = cohortPrevalence;
    return *this == repriced;
}

RunAnalysisPtr AnalysisCache::findUnderOtherCosts(const AnalysisKey& key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.key.sameButCosts(key); });
    return found == entries_.end() ? nullptr : found->analysis;
}

RunAnalysisPtr AnalysisCache::find(const AnalysisKey& key) {
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found == entries_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().analysis;
}

void AnalysisCache::add(const AnalysisKey& key, RunAnalysisPtr analysis) {
    entries_.remove_if([&](const Entry& entry) { return entry.key == key; });
    entries_.push_front({key, std::move(analysis)});
    std::size_t samples = 0;
    auto entry = entries_.begin();
    for (; entry != entries_.end(); ++entry) {
        samples += entry->analysis->rows.rows.size();
        if (samples > budget_ && entry != entries_.begin()) break;
    }
    entries_.erase(entry, entries_.end());
}

}  // namespace reckoner
