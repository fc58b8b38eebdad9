#include "core/review/reasons.h"

#include <algorithm>
#include <map>
#include <set>

namespace reckoner {

std::vector<ErrorReason> reasonsOf(
    const std::vector<Annotation>& notes,
    const std::function<std::optional<double>(const std::string& sampleId)>& costOf) {
    std::map<std::string, std::set<std::string>> samplesOfTag;
    std::map<std::string, std::optional<double>> costs;
    std::set<std::string> tagged;
    for (const Annotation& note : notes) {
        std::optional<double>& cost = costs[note.sampleId];
        if (note.cost) cost = std::max(cost.value_or(*note.cost), *note.cost);
        for (const std::string& tag : note.tags)
            samplesOfTag[tag].insert(note.sampleId);
        if (!note.tags.empty()) tagged.insert(note.sampleId);
    }
    for (const auto& [sample, cost] : costs)
        if (!tagged.contains(sample)) samplesOfTag[""].insert(sample);
    for (auto& [sample, cost] : costs)
        if (!cost) cost = costOf(sample);

    std::vector<ErrorReason> reasons;
    for (const auto& [tag, samples] : samplesOfTag) {
        ErrorReason reason{tag, samples.size(), 0, 0};
        for (const std::string& sample : samples) {
            if (!costs[sample]) continue;
            reason.cost += *costs[sample];
            ++reason.costed;
        }
        reasons.push_back(std::move(reason));
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const ErrorReason& a, const ErrorReason& b) {
        if (a.tag.empty() != b.tag.empty()) return b.tag.empty();
        return a.samples > b.samples;
    });
    return reasons;
}

}  // namespace reckoner
