#include "core/review/reasons.h"

#include <algorithm>
#include <map>
#include <set>

namespace reckoner {

ErrorReasons reasonsOf(const std::vector<Annotation>& notes,
                       const std::function<std::optional<double>(const std::string& sampleId)>& costOf) {
    ErrorReasons result;
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
    for (auto& [sample, cost] : costs) {
        if (!cost) cost = costOf(sample);
        result.costed += cost ? 1 : 0;
    }
    result.samples = costs.size();

    std::vector<ErrorReason>& reasons = result.reasons;
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
    return result;
}

std::vector<Annotation> notesAmong(const SampleFacts& facts, const RowSet& rows,
                                   std::vector<Annotation> notes, const TaskContext& context) {
    std::set<std::string> samples;
    RowIndex next = 0;
    for (const SampleFacts::Place& place : facts.notePlaces(context)) {
        while (next < rows.size() && rows[next] < place.row)
            ++next;
        if (next == rows.size()) break;
        if (rows[next] == place.row) samples.insert(facts.notes()[place.item].sampleId);
    }
    std::erase_if(notes, [&](const Annotation& note) { return !samples.contains(note.sampleId); });
    return notes;
}

}  // namespace reckoner
