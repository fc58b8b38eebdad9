#include "core/data/sample_alignment.h"

#include <algorithm>
#include <string_view>

#include <xxhash.h>

namespace reckoner {
namespace {

constexpr RowIndex kBlock = 65'536;

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

}  // namespace

SampleAlignment SampleAlignment::byOrdinal(const std::vector<std::uint32_t>& first,
                                           const std::vector<std::uint32_t>& second) {
    SampleAlignment result;
    if (first == second) return result;
    const std::uint32_t highest = second.empty() ? 0 : *std::max_element(second.begin(), second.end());
    std::vector<RowIndex> rowOf(std::size_t{highest} + 1, kNone);
    for (std::size_t row = 0; row < second.size(); ++row)
        rowOf[second[row]] = static_cast<RowIndex>(row);
    result.rows.assign(first.size(), kNone);
    for (std::size_t row = 0; row < first.size(); ++row)
        if (first[row] < rowOf.size()) result.rows[row] = rowOf[first[row]];
    return result;
}

SampleAlignment SampleAlignment::byId(const EvalTable& first, const EvalTable& second,
                                      const TaskContext& context) {
    const std::vector<HashedId> ours = hashedIds(first, context);
    const std::vector<HashedId> theirs = hashedIds(second, context);
    SampleAlignment result;
    result.rows.assign(first.rows(), kNone);
    std::size_t next = 0;
    for (const HashedId& id : ours) {
        while (next < theirs.size() && !theirs[next].sameId(id) && theirs[next] < id)
            ++next;
        if (next < theirs.size() && theirs[next].sameId(id)) result.rows[id.row] = theirs[next++].row;
    }
    return result;
}

}  // namespace reckoner
