// The part of a text that is being cut into records: whole records, and the beginning of the next one carried
// over when more is read.
#pragma once

#include <cstdint>
#include <vector>

#include "core/import/text_source.h"

namespace reckoner {

// A record longer than this is not a record but a quote that was never closed, or no table at all.
inline constexpr std::size_t kMaxRecordBytes = 16 * 1024 * 1024;

class BlockBuffer {
 public:
    // blockBytes: how much is read at a time; the buffer grows beyond it only for a longer record. By default
    // what a source reads ahead finds room beside what is carried over.
    explicit BlockBuffer(TextSource& source, std::size_t blockBytes = kAheadBytes + 64 * 1024);
    BlockBuffer(const BlockBuffer&) = delete;
    BlockBuffer& operator=(const BlockBuffer&) = delete;

    const char* end() const { return buffer_.data() + size_; }
    // The file ends at end().
    bool last() const { return last_; }
    // Where reading goes on; set it behind each record that was read.
    const char* pos = nullptr;

    // Drops what lies before pos and reads more behind the rest; pos and end() move. Precondition: !last().
    void refill();
    // The record at pos has outgrown what is sensible.
    bool tooLong() const { return static_cast<std::size_t>(end() - pos) >= kMaxRecordBytes; }

    // 1-based line of the file on which `at` (in [start of the buffer, end()]) lies. Cheap when asked in
    // order.
    std::uint64_t lineOf(const char* at);
    // The text has a zero byte in what is in the buffer now.
    bool hasNul() const { return hasNul_; }

 private:
    TextSource& source_;
    std::vector<char> buffer_;
    std::size_t blockBytes_;
    std::size_t size_ = 0;
    bool last_ = false;
    bool hasNul_ = false;
    const char* counted_ = nullptr;  // lines before this are counted
    std::uint64_t lines_ = 1;
};

}  // namespace reckoner
