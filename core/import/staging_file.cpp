#include "core/import/staging_file.h"

#include <atomic>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/numbers.h"

namespace reckoner {

namespace {

constexpr std::size_t kPendingBytes = 1024 * 1024;

std::string prefixOf(const std::string& storeName) {
    return "." + storeName + ".import-";
}

bool processLives(long id) {
    return ::kill(static_cast<pid_t>(id), 0) == 0 || errno != ESRCH;
}

// The process is gone and nobody (on another machine that shares the folder) holds the lock.
bool abandoned(const std::filesystem::path& file, std::string_view numbers) {
    const std::optional<double> id = parseNumber(numbers.substr(0, numbers.find('-')));
    if (!id || *id < 1 || *id > 1e9 || processLives(static_cast<long>(*id))) return false;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return false;
    const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return free;
}

void removeAbandoned(const std::filesystem::path& folder, const std::string& prefix) {
    std::error_code ignored;
    std::vector<std::filesystem::path> gone;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        const std::string file = entry.path().filename().string();
        if (file.starts_with(prefix) && abandoned(entry.path(), std::string_view(file).substr(prefix.size())))
            gone.push_back(entry.path());
    }
    for (const auto& file : gone)
        std::filesystem::remove(file, ignored);
}

[[noreturn]] void fail(const std::filesystem::path& file, const char* what, int code) {
    const std::string folder = file.parent_path().string();
    if (code == ENOSPC || code == EDQUOT)
        throw Error(
            ErrorCode::Store,
            "The disk of \"" + folder + "\" is full; free some space and import again. Nothing was changed.",
            file.string());
    throw Error(ErrorCode::Store,
                std::string("A temporary file in \"") + folder + "\" cannot be " + what + " (" +
                    std::generic_category().message(code) + "); nothing was changed.",
                file.string());
}

}  // namespace

StagingFile::StagingFile(const std::filesystem::path& folder, const std::string& storeName) {
    static std::atomic<unsigned> serial{0};
    const std::string prefix = prefixOf(storeName);
    removeAbandoned(folder, prefix);
    path_ = folder / (prefix + std::to_string(::getpid()) + "-" + std::to_string(++serial));
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor_ < 0) fail(path_, "made", errno);
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
    pending_.reserve(kPendingBytes);
}

StagingFile::~StagingFile() {
    if (!kept_) ::unlink(path_.c_str());
    ::close(descriptor_);
}

std::uint64_t StagingFile::append(std::span<const std::byte> bytes) {
    const std::uint64_t offset = size();
    if (pending_.size() + bytes.size() > kPendingBytes) flush();
    pending_.insert(pending_.end(), bytes.begin(), bytes.end());
    return offset;
}

StagedChunk StagingFile::append(EncodedChunk chunk) {
    StagedChunk staged;
    staged.offset = append(std::span<const std::byte>(chunk.bytes));
    staged.storedBytes = static_cast<std::uint32_t>(chunk.bytes.size());
    chunk.bytes.clear();
    chunk.bytes.shrink_to_fit();
    staged.head = std::move(chunk);
    return staged;
}

void StagingFile::read(std::uint64_t offset, std::span<std::byte> out) {
    flush();
    while (!out.empty()) {
        const ssize_t n = ::pread(descriptor_, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) fail(path_, "read back", n < 0 ? errno : EIO);
        out = out.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
}

EncodedChunk StagingFile::read(const StagedChunk& staged) {
    EncodedChunk chunk = staged.head;
    chunk.bytes.resize(staged.storedBytes);
    read(staged.offset, chunk.bytes);
    return chunk;
}

void StagingFile::keep() {
    flush();
    kept_ = true;
}

void StagingFile::flush() {
    std::span<const std::byte> left(pending_);
    while (!left.empty()) {
        const ssize_t n = ::write(descriptor_, left.data(), left.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) fail(path_, "written", n < 0 ? errno : ENOSPC);
        left = left.subspan(static_cast<std::size_t>(n));
        written_ += static_cast<std::uint64_t>(n);
    }
    pending_.clear();
}

}  // namespace reckoner
