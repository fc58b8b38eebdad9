// A column's content as one 128-bit number, fed piece by piece.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace reckoner {

class ContentHash {
 public:
    ContentHash();
    ~ContentHash();
    ContentHash(const ContentHash&) = delete;
    ContentHash& operator=(const ContentHash&) = delete;

    void add(std::span<const std::byte> bytes);
    // Length and bytes, so that "ab", "c" and "a", "bc" differ.
    void add(std::string_view text);
    std::string hex() const;

 private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string hex128(std::uint64_t high, std::uint64_t low);

}  // namespace reckoner
