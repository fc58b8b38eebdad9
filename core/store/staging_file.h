// Files that live beside an import: the staged chunks, and what does not fit into memory on the way.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/store/staged_run.h"

namespace reckoner {

// Reads staged chunks; each is checked against its checksum. Throws Error{Store} when one is damaged.
class StagingReader {
 public:
    explicit StagingReader(const std::filesystem::path& file);
    ~StagingReader();
    StagingReader(const StagingReader&) = delete;
    StagingReader& operator=(const StagingReader&) = delete;

    EncodedChunk read(const StagedChunk& chunk) const;

 private:
    std::filesystem::path file_;
    int fd_ = -1;
};

// Bytes appended now and read once, later; on disk beyond a small buffer. The file has no name, so it is
// gone whatever happens.
class SpillFile {
 public:
    explicit SpillFile(const std::filesystem::path& folder) : folder_(folder) {}
    ~SpillFile();
    SpillFile(SpillFile&& other) noexcept;
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;
    SpillFile& operator=(SpillFile&&) = delete;

    void append(std::string_view bytes) {
        buffer_ += bytes;
        if (buffer_.size() >= kBuffer) flush();
    }
    // Everything appended; the file is empty and closed after.
    std::string takeAll();

 private:
    static constexpr std::size_t kBuffer = 32 * 1024;
    void flush();

    std::filesystem::path folder_;
    std::string buffer_;
    std::uint64_t written_ = 0;
    int fd_ = -1;
};

}  // namespace reckoner
