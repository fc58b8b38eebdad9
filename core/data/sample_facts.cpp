#include "core/data/sample_facts.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace reckoner {
namespace {

using Place = SampleFacts::Place;

constexpr RowIndex kIdBlock = 65'536;  // rows of ids read between two looks at the stop token

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
        const RowIndex last = table.rows() - first > kIdBlock ? first + kIdBlock : table.rows();
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

// A value made once by whoever comes first; who comes meanwhile waits for it. Only threads of the executor
// come here, and one slow value holds up no other.
template <class Value>
class Once {
 public:
    template <class Make>
    const Value& get(const Make& make) {
        const std::lock_guard lock(mutex_);
        if (!value_) value_ = make();
        return *value_;
    }

 private:
    std::mutex mutex_;
    std::optional<Value> value_;
};

}  // namespace

struct SampleFacts::Impl {
    EvalTablePtr table;
    Sources sources;
    Once<std::vector<NoteFact>> notes;
    Once<std::vector<LabelFact>> corrections;
    Once<std::vector<Place>> notePlaces;
    Once<std::vector<Place>> correctionPlaces;
    Once<BaselineRows> baseline;
};

SampleFacts::SampleFacts(EvalTablePtr table, Sources sources) : impl_(std::make_unique<Impl>()) {
    impl_->table = std::move(table);
    impl_->sources = std::move(sources);
}

SampleFacts::~SampleFacts() = default;

const std::vector<NoteFact>& SampleFacts::notes() const {
    return impl_->notes.get(
        [this] { return impl_->sources.notes ? impl_->sources.notes() : std::vector<NoteFact>(); });
}

const std::vector<LabelFact>& SampleFacts::corrections() const {
    return impl_->corrections.get([this] {
        return impl_->sources.corrections ? impl_->sources.corrections() : std::vector<LabelFact>();
    });
}

const std::vector<Place>& SampleFacts::notePlaces(const TaskContext& context) const {
    return impl_->notePlaces.get([&] { return placesOf(*impl_->table, notes(), context); });
}

const std::vector<Place>& SampleFacts::correctionPlaces(const TaskContext& context) const {
    return impl_->correctionPlaces.get([&] { return placesOf(*impl_->table, corrections(), context); });
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
    return impl_->baseline.get([&] { return impl_->sources.baseline(context); });
}

}  // namespace reckoner
