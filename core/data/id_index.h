// Texts by number and numbers by text, each text once: sample ids to be looked up.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// Bytes of the ids and about 20 more for each. Not thread-safe while it grows.
class IdIndex {
 public:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
    // Valid until the next add(). Precondition: number < size().
    std::string_view at(std::uint32_t number) const;
    // The number of this id, a new one when it is new. Precondition: size() < kNone.
    std::uint32_t add(std::string_view id);
    // kNone when it was never added.
    std::uint32_t find(std::string_view id) const;

 private:
    std::size_t slotOf(std::string_view id) const;
    void grow();

    std::string bytes_;
    std::vector<std::uint64_t> ends_;
    std::vector<std::uint32_t> slots_;  // kNone: free; a power of two
};

}  // namespace reckoner
