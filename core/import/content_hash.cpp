#include "core/import/content_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace reckoner {

struct ContentHash::State {
    XXH3_state_t* hash = XXH3_createState();
    ~State() { XXH3_freeState(hash); }
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {
    XXH3_128bits_reset(state_->hash);
}
ContentHash::~ContentHash() = default;

void ContentHash::add(std::span<const std::byte> bytes) {
    XXH3_128bits_update(state_->hash, bytes.data(), bytes.size());
}

void ContentHash::add(std::string_view text) {
    const std::uint64_t size = text.size();
    add(std::as_bytes(std::span(&size, 1)));
    add(std::as_bytes(std::span(text.data(), text.size())));
}

std::string ContentHash::hex() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(state_->hash);
    return hex128(hash.high64, hash.low64);
}

std::string hex128(std::uint64_t high, std::uint64_t low) {
    return fmt::format("{:016x}{:016x}", high, low);
}

}  // namespace reckoner
