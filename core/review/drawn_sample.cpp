#include "core/review/drawn_sample.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/random.h"

namespace reckoner {

std::vector<RowIndex> drawSample(const RowSet& rows, std::size_t count, std::uint64_t seed) {
    const std::size_t all = rows.size();
    const std::size_t wanted = std::min(count, all);
    Random random(seed);
    std::set<RowIndex> places;
    for (std::size_t last = all - wanted; last < all; ++last) {
        const auto place = static_cast<RowIndex>(random.below(last + 1));
        if (!places.insert(place).second) places.insert(static_cast<RowIndex>(last));
    }
    std::vector<RowIndex> drawn;
    for (const RowIndex place : places)
        drawn.push_back(rows[place]);
    for (std::size_t i = drawn.size(); i > 1; --i)
        std::swap(drawn[i - 1], drawn[random.below(i)]);
    return drawn;
}

}  // namespace reckoner
