// The temporary file an import writes its chunks to, in the store's folder, gone on every failure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/store/staged_run.h"

namespace reckoner {

// Written at the end only, read anywhere. Every failing write throws Error{Store} ("the disk is full").
class StagingFile {
 public:
    // folder/.NAME.import-PID-N, locked while this lives. Files of that name left by processes that are gone
    // are removed first.
    StagingFile(const std::filesystem::path& folder, const std::string& storeName);
    // Removes the file unless kept.
    ~StagingFile();
    StagingFile(const StagingFile&) = delete;
    StagingFile& operator=(const StagingFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::uint64_t append(std::span<const std::byte> bytes);
    StagedChunk append(EncodedChunk chunk);
    void read(std::uint64_t offset, std::span<std::byte> out);
    EncodedChunk read(const StagedChunk& staged);
    std::uint64_t size() const { return written_ + pending_.size(); }
    // From now on the file is somebody else's to remove.
    void keep();

 private:
    void flush();

    std::filesystem::path path_;
    int descriptor_ = -1;
    std::uint64_t written_ = 0;
    std::vector<std::byte> pending_;
    bool kept_ = false;
};

}  // namespace reckoner
