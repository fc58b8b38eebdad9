#include "core/data/sample_facts.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace reckoner {
namespace {

using Place = SampleFacts::Place;

constexpr RowIndex kBlock = 65'536;  // rows of ids read between two looks at the stop token

template <class Fact>
std::vector<Place> placesOf(const EvalTable& table, const std::vector<Fact>& facts,
                            const TaskContext& context) {
    std::vector<Place> places;
    const ColumnInfo* id = table.find(ColumnRole::Id);
    if (facts.empty() || !id) return places;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> itemsOf;
    for (std::size_t i = 0; i < facts.size(); ++i)
        itemsOf[facts[i].sampleId].push_back(static_cast<std::uint32_t>(i));
    const auto ids = table.text(id->id, context);
    for (RowIndex first = 0; first < table.rows();) {
        context.checkCancelled();
        const RowIndex last = table.rows() - first > kBlock ? first + kBlock : table.rows();
        ids->scan(first, last, [&](RowIndex row, std::string_view text, bool) {
            const auto found = itemsOf.find(text);
            if (found == itemsOf.end()) return;
            for (const std::uint32_t item : found->second)
                places.push_back({row, item});
        });
        first = last;
    }
    return places;
}

}  // namespace

struct SampleFacts::Impl {
    EvalTablePtr table;
    Sources sources;
    // Held while a source is asked: whoever comes second waits for the answer instead of asking again. Only
    // threads of the executor come here.
    mutable std::mutex mutex;
    mutable std::optional<std::vector<NoteFact>> notes;
    mutable std::optional<std::vector<LabelFact>> corrections;
    mutable std::optional<std::vector<Place>> notePlaces;
    mutable std::optional<std::vector<Place>> correctionPlaces;
    mutable std::optional<BaselineRows> baseline;

    const std::vector<NoteFact>& readNotes() const {
        if (!notes) notes = sources.notes ? sources.notes() : std::vector<NoteFact>();
        return *notes;
    }
    const std::vector<LabelFact>& readCorrections() const {
        if (!corrections)
            corrections = sources.corrections ? sources.corrections() : std::vector<LabelFact>();
        return *corrections;
    }
};

SampleFacts::SampleFacts(EvalTablePtr table, Sources sources) : impl_(std::make_unique<Impl>()) {
    impl_->table = std::move(table);
    impl_->sources = std::move(sources);
}

SampleFacts::~SampleFacts() = default;

const std::vector<NoteFact>& SampleFacts::notes() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->readNotes();
}

const std::vector<LabelFact>& SampleFacts::corrections() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->readCorrections();
}

const std::vector<Place>& SampleFacts::notePlaces(const TaskContext& context) const {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->notePlaces) impl_->notePlaces = placesOf(*impl_->table, impl_->readNotes(), context);
    return *impl_->notePlaces;
}

const std::vector<Place>& SampleFacts::correctionPlaces(const TaskContext& context) const {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->correctionPlaces)
        impl_->correctionPlaces = placesOf(*impl_->table, impl_->readCorrections(), context);
    return *impl_->correctionPlaces;
}

std::vector<RowIndex> SampleFacts::notedRows(const TaskContext& context) const {
    std::vector<RowIndex> rows;
    for (const Place& place : notePlaces(context))
        if (rows.empty() || rows.back() != place.row) rows.push_back(place.row);
    return rows;
}

bool SampleFacts::hasBaseline() const {
    return static_cast<bool>(impl_->sources.baseline);
}

const BaselineRows& SampleFacts::baseline(const TaskContext& context) const {
    const std::lock_guard lock(impl_->mutex);
    if (!impl_->baseline) impl_->baseline = impl_->sources.baseline(context);
    return *impl_->baseline;
}

}  // namespace reckoner
