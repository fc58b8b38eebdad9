#include "ui/pages/errors/place_ranges.h"

#include <algorithm>

namespace reckoner {

void PlaceRanges::add(PlaceRange range) {
    std::vector<PlaceRange> result;
    for (const PlaceRange& old : ranges_) {
        const bool apart = old.last + 1 < range.first || range.last + 1 < old.first;
        if (apart) {
            result.push_back(old);
            continue;
        }
        range.first = std::min(range.first, old.first);
        range.last = std::max(range.last, old.last);
    }
    result.push_back(range);
    std::sort(result.begin(), result.end(),
              [](const PlaceRange& a, const PlaceRange& b) { return a.first < b.first; });
    ranges_ = std::move(result);
}

void PlaceRanges::remove(std::size_t place) {
    std::vector<PlaceRange> result;
    for (const PlaceRange& old : ranges_) {
        if (place < old.first || place > old.last) {
            result.push_back(old);
            continue;
        }
        if (place > old.first) result.push_back({old.first, place - 1});
        if (place < old.last) result.push_back({place + 1, old.last});
    }
    ranges_ = std::move(result);
}

bool PlaceRanges::contains(std::size_t place) const {
    return std::any_of(ranges_.begin(), ranges_.end(), [place](const PlaceRange& range) {
        return place >= range.first && place <= range.last;
    });
}

std::size_t PlaceRanges::count() const {
    std::size_t total = 0;
    for (const PlaceRange& range : ranges_)
        total += range.last - range.first + 1;
    return total;
}

}  // namespace reckoner
