#include "core/store/stored_facts.h"

#include <algorithm>
#include <string_view>

#include <xxhash.h>

#include "core/store/notebook.h"

namespace reckoner {
namespace {

constexpr RowIndex kBlock = 65'536;

std::vector<NoteFact> notesOf(const std::shared_ptr<Store>& store, std::int64_t model) {
    std::vector<NoteFact> facts;
    for (const Annotation& note : Notebook(store).annotations(model)) {
        NoteFact fact{note.sampleId, note.text, {}, note.tags};
        for (const std::string* field : {&note.expected, &note.produced, &note.happened, &note.user,
                                         &note.context, &note.action, &note.owner})
            if (!field->empty()) fact.details += *field + "\n";
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<LabelFact> correctionsOf(const std::shared_ptr<Store>& store, std::int64_t model) {
    std::vector<LabelFact> facts;
    for (const LabelCorrection& correction : Notebook(store).corrections(model))
        if (!correction.corrected.empty()) facts.push_back({correction.sampleId, correction.corrected});
    return facts;
}

// By row of the run, the row of the baseline with the same number of the eval set.
std::vector<RowIndex> joinByOrdinal(const std::vector<std::uint32_t>& run,
                                    const std::vector<std::uint32_t>& baseline) {
    if (run == baseline) return {};
    const std::uint32_t highest = baseline.empty() ? 0 : *std::max_element(baseline.begin(), baseline.end());
    std::vector<RowIndex> rowOf(std::size_t{highest} + 1, BaselineRows::kNone);
    for (std::size_t row = 0; row < baseline.size(); ++row)
        rowOf[baseline[row]] = static_cast<RowIndex>(row);
    std::vector<RowIndex> rows(run.size(), BaselineRows::kNone);
    for (std::size_t row = 0; row < run.size(); ++row)
        if (run[row] < rowOf.size()) rows[row] = rowOf[run[row]];
    return rows;
}

// An id by 128 bits of hash: two ids of one store that share them are not expected in the life of the
// universe.
struct HashedId {
    XXH128_hash_t hash;
    RowIndex row;
    bool operator<(const HashedId& other) const {
        if (hash.high64 != other.hash.high64) return hash.high64 < other.hash.high64;
        if (hash.low64 != other.hash.low64) return hash.low64 < other.hash.low64;
        return row < other.row;
    }
    bool sameId(const HashedId& other) const {
        return hash.high64 == other.hash.high64 && hash.low64 == other.hash.low64;
    }
};

// By id, then by row: the n-th of equal ids is the n-th occurrence.
std::vector<HashedId> hashedIds(const EvalTable& table, const TaskContext& context) {
    std::vector<HashedId> ids;
    const ColumnInfo* column = table.find(ColumnRole::Id);
    if (!column) return ids;
    ids.reserve(table.rows());
    const auto texts = table.text(column->id, context);
    for (RowIndex first = 0; first < table.rows();) {
        context.checkCancelled();
        const RowIndex last = table.rows() - first > kBlock ? first + kBlock : table.rows();
        texts->scan(first, last, [&](RowIndex row, std::string_view text, bool) {
            ids.push_back({XXH3_128bits(text.data(), text.size()), row});
        });
        first = last;
    }
    std::size_t compared = 0;
    std::sort(ids.begin(), ids.end(), [&](const HashedId& a, const HashedId& b) {
        if (++compared % (1 << 20) == 0) context.checkCancelled();
        return a < b;
    });
    return ids;
}

std::vector<RowIndex> joinById(const EvalTable& run, const EvalTable& baseline, const TaskContext& context) {
    const std::vector<HashedId> ours = hashedIds(run, context);
    const std::vector<HashedId> theirs = hashedIds(baseline, context);
    std::vector<RowIndex> rows(run.rows(), BaselineRows::kNone);
    std::size_t b = 0;
    for (const HashedId& id : ours) {
        while (b < theirs.size() && !theirs[b].sameId(id) && theirs[b] < id)
            ++b;
        if (b < theirs.size() && theirs[b].sameId(id)) rows[id.row] = theirs[b++].row;
    }
    return rows;
}

BaselineRows joined(const std::shared_ptr<Store>& store, const RunRow& run, const RunRow& baseline,
                    const TaskContext& context) {
    BaselineRows result;
    result.table = store->openTable(baseline.info.id);
    if (const auto policy = store->policyInForce(baseline.versionId)) result.threshold = policy->threshold;
    if (run.evalSetId == baseline.evalSetId) {
        result.rows =
            joinByOrdinal(store->ordinals(run.info.id, context), store->ordinals(baseline.info.id, context));
        return result;
    }
    const EvalTablePtr table = store->openTable(run.info.id);
    result.rows = joinById(*table, *result.table, context);
    return result;
}

}  // namespace

SampleFacts::Sources storedFacts(const std::shared_ptr<Store>& store, const RunRow& run,
                                 const std::optional<RunRow>& baseline) {
    SampleFacts::Sources sources;
    sources.notes = [store, model = run.modelId] { return notesOf(store, model); };
    sources.corrections = [store, model = run.modelId] { return correctionsOf(store, model); };
    if (baseline)
        sources.baseline = [store, run, other = *baseline](const TaskContext& context) {
            return joined(store, run, other, context);
        };
    return sources;
}

}  // namespace reckoner
