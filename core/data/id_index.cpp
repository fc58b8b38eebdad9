#include "core/data/id_index.h"

#include <xxhash.h>

namespace reckoner {

std::string_view IdIndex::at(std::uint32_t number) const {
    const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

// Where the id stands, or the free slot where it belongs. Precondition: a slot is free.
std::size_t IdIndex::slotOf(std::string_view id) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = XXH3_64bits(id.data(), id.size()) & mask;
    while (slots_[slot] != kNone && at(slots_[slot]) != id)
        slot = (slot + 1) & mask;
    return slot;
}

void IdIndex::grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, kNone);
    for (std::uint32_t number = 0; number < size(); ++number)
        slots_[slotOf(at(number))] = number;
}

std::uint32_t IdIndex::add(std::string_view id) {
    if ((ends_.size() + 1) * 2 > slots_.size()) grow();
    const std::size_t slot = slotOf(id);
    if (slots_[slot] != kNone) return slots_[slot];
    slots_[slot] = size();
    bytes_ += id;
    ends_.push_back(bytes_.size());
    return slots_[slot];
}

std::uint32_t IdIndex::find(std::string_view id) const {
    return slots_.empty() ? kNone : slots_[slotOf(id)];
}

}  // namespace reckoner
