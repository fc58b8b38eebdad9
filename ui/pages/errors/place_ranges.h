// Chosen places of a list as ranges: millions cost nothing.
#pragma once

#include <cstddef>
#include <vector>

namespace reckoner {

// Places from first to last, both in it.
struct PlaceRange {
    std::size_t first = 0;
    std::size_t last = 0;
    bool operator==(const PlaceRange&) const = default;
};

// Ascending and apart.
class PlaceRanges {
 public:
    const std::vector<PlaceRange>& ranges() const { return ranges_; }
    bool contains(std::size_t place) const;
    std::size_t count() const;
    void clear() { ranges_.clear(); }
    void add(PlaceRange range);
    void remove(std::size_t place);

 private:
    std::vector<PlaceRange> ranges_;
};

}  // namespace reckoner
