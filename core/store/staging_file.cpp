#include "core/store/staging_file.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

[[noreturn]] void unreadable(const std::filesystem::path& file) {
    throw Error(ErrorCode::Store,
                fmt::format("The temporary file {} of this import cannot be read: nothing was stored. Check "
                            "the disk and import again.",
                            file.filename().string()),
                file.string());
}

[[noreturn]] void unwritable(const std::filesystem::path& folder) {
    throw Error(
        ErrorCode::Store,
        fmt::format("A temporary file could not be written in {}{}: nothing was stored. Make room and "
                    "try again.",
                    folder.string(), errno == ENOSPC ? ", the disk is full" : ""),
        folder.string());
}

void readFully(int fd, std::byte* to, std::size_t size, std::uint64_t offset,
               const std::filesystem::path& file) {
    while (size > 0) {
        const ssize_t got = ::pread(fd, to, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) unreadable(file);
        to += got;
        size -= static_cast<std::size_t>(got);
        offset += static_cast<std::uint64_t>(got);
    }
}

}  // namespace

StagingReader::StagingReader(const std::filesystem::path& file)
    : file_(file), fd_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) unreadable(file);
}

StagingReader::~StagingReader() {
    ::close(fd_);
}

EncodedChunk StagingReader::read(const StagedChunk& staged) const {
    EncodedChunk chunk = staged.head;
    chunk.bytes.resize(staged.storedBytes);
    readFully(fd_, chunk.bytes.data(), chunk.bytes.size(), staged.offset, file_);
    checkChunk(chunk, chunkName(fmt::format("the temporary file {}", file_.filename().string()),
                                chunk.firstRow, chunk.rows));
    return chunk;
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      buffer_(std::move(other.buffer_)),
      written_(std::exchange(other.written_, 0)),
      fd_(std::exchange(other.fd_, -1)) {}

SpillFile::~SpillFile() {
    if (fd_ >= 0) ::close(fd_);
}

void SpillFile::flush() {
    if (fd_ < 0) {
        std::string pattern = (folder_ / ".reckoner-join-XXXXXX").string();
        fd_ = ::mkostemp(pattern.data(), O_CLOEXEC);
        if (fd_ < 0) unwritable(folder_);
        ::unlink(pattern.c_str());
    }
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const ssize_t put = ::write(fd_, rest.data(), rest.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) unwritable(folder_);
        rest.remove_prefix(static_cast<std::size_t>(put));
        written_ += static_cast<std::uint64_t>(put);
    }
    buffer_.clear();
}

std::string SpillFile::takeAll() {
    std::string all(written_, '\0');
    if (fd_ >= 0) {
        readFully(fd_, reinterpret_cast<std::byte*>(all.data()), all.size(), 0, folder_);
        ::close(std::exchange(fd_, -1));
    }
    written_ = 0;
    all += std::exchange(buffer_, {});
    return all;
}

}  // namespace reckoner
