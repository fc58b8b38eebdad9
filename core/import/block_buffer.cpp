#include "core/import/block_buffer.h"

#include <cstring>

#include "core/import/byte_scan.h"

namespace reckoner {

BlockBuffer::BlockBuffer(TextSource& source, std::size_t blockBytes)
    : source_(source), buffer_(blockBytes + kScanPadding), blockBytes_(blockBytes) {
    pos = counted_ = buffer_.data();
    refill();
}

void BlockBuffer::refill() {
    if (counted_ < pos) lineOf(pos);
    const auto kept = static_cast<std::size_t>(end() - pos);
    const std::ptrdiff_t countedAhead = counted_ - pos;
    std::memmove(buffer_.data(), pos, kept);
    if (kept + blockBytes_ / 2 > buffer_.size() - kScanPadding)
        buffer_.resize(2 * kept + blockBytes_ + kScanPadding);
    const std::size_t room = buffer_.size() - kScanPadding - kept;
    const std::size_t got = source_.read(buffer_.data() + kept, room);
    last_ = got == 0;
    size_ = kept + got;
    // No LF right behind the end, so that a CR there counts as a line end of its own; defined bytes for wide
    // reads.
    std::memset(buffer_.data() + size_, 0, kScanPadding);
    pos = buffer_.data();
    counted_ = pos + countedAhead;
    hasNul_ = size_ > 0 && std::memchr(buffer_.data(), 0, size_) != nullptr;
}

std::uint64_t BlockBuffer::lineOf(const char* at) {
    if (at < counted_) return lines_ - countLineEnds(at, counted_);
    lines_ += countLineEnds(counted_, at);
    counted_ = at;
    return lines_;
}

}  // namespace reckoner
