// Short-lived texts, given back all at once; what was handed out does not move.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace reckoner {

class TextArena {
 public:
    std::string_view keep(std::string_view text) {
        char* const at = take(text.size());
        if (!text.empty()) std::memcpy(at, text.data(), text.size());
        return {at, text.size()};
    }

    // Room for the caller to write; what it did not need of the room taken last it gives back.
    char* take(std::size_t size) {
        if (size > room_) grow(size);
        char* const at = next_;
        next_ += size;
        room_ -= size;
        return at;
    }

    void giveBack(std::size_t size) {
        next_ -= size;
        room_ += size;
    }

    // Everything handed out is void; one block is kept for the next texts.
    void clear() {
        if (blocks_.empty()) return;
        if (blocks_.size() > 1) blocks_.erase(blocks_.begin(), blocks_.end() - 1);
        next_ = blocks_.back().memory.get();
        room_ = blocks_.back().size;
    }

 private:
    struct Block {
        std::unique_ptr<char[]> memory;
        std::size_t size;
    };

    void grow(std::size_t atLeast) {
        const std::size_t size = atLeast > kBlock ? atLeast : kBlock;
        blocks_.push_back({std::make_unique<char[]>(size), size});
        next_ = blocks_.back().memory.get();
        room_ = size;
    }

    static constexpr std::size_t kBlock = 64 * 1024;
    std::vector<Block> blocks_;
    char* next_ = nullptr;
    std::size_t room_ = 0;
};

}  // namespace reckoner
