#include "core/store/store_file.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderSize = 100;  // of an SQLite file
constexpr std::string_view kMagic("SQLite format 3\0", 16);

using Identity = std::pair<std::uint64_t, std::uint64_t>;

struct OpenFiles {
    std::mutex mutex;
    std::map<Identity, int> open;
};

OpenFiles& openFiles() {
    static OpenFiles instance;
    return instance;
}

[[noreturn]] void refuse(const fs::path& file, std::string_view sentence) {
    throw Error(ErrorCode::Store, fmt::format(fmt::runtime(sentence), storeName(file)), file.string());
}

class Descriptor {
 public:
    Descriptor(const fs::path& file, int flags) : fd_(::open(file.c_str(), flags | O_CLOEXEC)) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

 private:
    int fd_;
};

std::optional<struct stat> statusOf(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    return status;
}

struct Header {
    std::array<unsigned char, kHeaderSize> bytes{};
    std::size_t size = 0;

    std::uint32_t number(std::size_t at) const {
        return std::uint32_t{bytes[at]} << 24 | std::uint32_t{bytes[at + 1]} << 16 |
               std::uint32_t{bytes[at + 2]} << 8 | std::uint32_t{bytes[at + 3]};
    }
    std::uint64_t pageSize() const {
        const std::uint32_t stored = std::uint32_t{bytes[16]} << 8 | bytes[17];
        return stored == 1 ? 65'536 : stored;
    }
};

Header readHeader(const fs::path& file) {
    const Descriptor descriptor(file, O_RDONLY | O_NONBLOCK);
    if (descriptor.get() < 0)
        refuse(file, errno == EACCES || errno == EPERM
                         ? "You may not read {}: ask its owner, or open a copy."
                         : "{} cannot be opened for reading: check its folder and disk.");
    Header header;
    while (header.size < kHeaderSize) {
        const ssize_t got =
            ::read(descriptor.get(), header.bytes.data() + header.size, kHeaderSize - header.size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) refuse(file, "{} cannot be read: check its disk.");
        if (got == 0) break;
        header.size += static_cast<std::size_t>(got);
    }
    return header;
}

void judge(const fs::path& file, const Header& header, std::uint64_t fileSize, int schemaVersion) {
    const std::string_view magic(reinterpret_cast<const char*>(header.bytes.data()), kMagic.size());
    if (header.size < kMagic.size() || magic != kMagic)
        refuse(file,
               "{} is not a Reckoner store: import it if it holds predictions, or choose a file that "
               "ends in .reckoner.");
    if (header.size < kHeaderSize)
        refuse(file, "The store {} is cut off: copy it again, or restore a backup.");
    if (header.number(68) != kApplicationId)
        refuse(file, "{} is a database of another program, not a Reckoner store: choose another file.");
    const auto version = static_cast<std::int32_t>(header.number(60));
    if (version > schemaVersion)
        throw Error(
            ErrorCode::Store,
            fmt::format("The store {} was written by a newer Reckoner (schema {}, this one knows {}): "
                        "update Reckoner.",
                        storeName(file), version, schemaVersion),
            file.string());
    if (version < 1) refuse(file, "The store {} does not say which schema it has: restore a backup.");
    if (header.bytes[18] != 1 || header.bytes[19] != 1)
        refuse(file,
               "The store {} was switched to write-ahead mode by another program: switch it back with "
               "PRAGMA journal_mode=DELETE there.");
    // A writer that was killed leaves a journal; the size is right again after SQLite has rolled it back.
    const bool sizeIsKnown = header.number(24) == header.number(92) && header.number(28) != 0;
    const std::uint64_t expected = header.pageSize() * header.number(28);
    if (sizeIsKnown && fileSize < expected && !hasJournal(file))
        refuse(file, "The store {} is cut off: copy it again, or restore a backup.");
}

void syncPath(const fs::path& path, int flags) {
    const Descriptor descriptor(path, flags);
    if (descriptor.get() < 0 || (::fsync(descriptor.get()) != 0 && errno != EINVAL))
        refuse(path, "{} could not be brought safely to the disk: check that the disk is not full.");
}

fs::path folderOf(const fs::path& file) {
    const fs::path folder = file.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

bool mayWrite(const fs::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

// Renames unless the target exists: in one step where the file system can.
void renameWithoutReplacing(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) {
        if (statusOf(to))
            errno = EEXIST;
        else if (::rename(from.c_str(), to.c_str()) == 0)
            return;
    }
    if (errno == EEXIST)
        refuse(to, "{} exists already and is left as it is: choose another name, or remove it first.");
    refuse(to, "{} could not be put in its place: check that you may write in that folder.");
}

}  // namespace

bool hasJournal(const fs::path& file) {
    const auto status = statusOf(file.string() + "-journal");
    return status && status->st_size > 0;
}

std::string storeName(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.empty() ? file.string() : name;
}

OpenStoreFile::OpenStoreFile(const fs::path& file, int schemaVersion) : file_(fs::absolute(file)) {
    const auto status = statusOf(file);
    if (!status)
        refuse(file, errno == ENOENT || errno == ENOTDIR
                         ? "There is no store {}: check the name, or import a run to create it."
                         : "{} cannot be reached: check its folder and disk.");
    if (S_ISDIR(status->st_mode)) refuse(file, "{} is a folder, not a Reckoner store: choose a file in it.");
    if (!S_ISREG(status->st_mode)) refuse(file, "{} is not a file: choose a Reckoner store.");
    device_ = status->st_dev;
    inode_ = status->st_ino;
    OpenFiles& files = openFiles();
    const std::lock_guard lock(files.mutex);
    int& users = files.open[{device_, inode_}];
    if (users == 0) {
        try {
            if (status->st_size == 0)
                refuse(file, "{} is empty, not a Reckoner store: remove it, or choose another file.");
            judge(file, readHeader(file), static_cast<std::uint64_t>(status->st_size), schemaVersion);
        } catch (...) {
            files.open.erase({device_, inode_});
            throw;
        }
    }
    ++users;
}

OpenStoreFile::~OpenStoreFile() {
    OpenFiles& files = openFiles();
    const std::lock_guard lock(files.mutex);
    const auto found = files.open.find({device_, inode_});
    if (found != files.open.end() && --found->second == 0) files.open.erase(found);
}

void OpenStoreFile::requireUnmoved() const {
    const auto status = statusOf(file_);
    if (!status)
        refuse(file_,
               "The store {} was moved or removed while it was open: nothing was changed. Put it back, or "
               "open it where it is now.");
    if (status->st_dev != device_ || status->st_ino != inode_)
        refuse(file_,
               "The store {} was replaced by another file while it was open: nothing was changed. Open it "
               "again.");
}

bool syncFolderOf(const fs::path& file) {
    const Descriptor folder(folderOf(fs::absolute(file)), O_RDONLY | O_DIRECTORY);
    return folder.get() >= 0 && (::fsync(folder.get()) == 0 || errno == EINVAL);
}

bool isOlderStore(const fs::path& file, int schemaVersion) {
    const auto status = statusOf(file);
    if (!status || !S_ISREG(status->st_mode) || isOpenAsStore(file)) return false;
    try {
        const Header header = readHeader(file);
        const auto version = static_cast<std::int32_t>(header.number(60));
        return header.size == kHeaderSize && header.number(68) == kApplicationId && version >= 1 &&
               version < schemaVersion;
    } catch (const Error&) {
        return false;
    }
}

bool isOpenAsStore(const fs::path& file) {
    const auto status = statusOf(file);
    if (!status) return false;
    OpenFiles& files = openFiles();
    const std::lock_guard lock(files.mutex);
    return files.open.contains({status->st_dev, status->st_ino});
}

namespace {

// Pending files of the same target whose program was killed: nobody runs under its number, and nothing was
// written for a while (a program of another machine has a number that says nothing here).
void clearLeftovers(const fs::path& folder, const fs::path& target) {
    constexpr auto kQuiet = std::chrono::minutes(10);
    const std::string prefix = fmt::format(".{}.", storeName(target));
    const auto now = fs::file_time_type::clock::now();
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        const char* digits = name.c_str() + prefix.size();
        pid_t process = 0;
        const auto [end, bad] = std::from_chars(digits, name.c_str() + name.size(), process);
        if (bad != std::errc() || *end != '-' || process <= 0) continue;
        const bool alive = ::kill(process, 0) == 0 || errno != ESRCH;
        if (!alive && now - entry.last_write_time(ignored) > kQuiet) fs::remove(entry.path(), ignored);
    }
}

}  // namespace

PendingFile::PendingFile(const fs::path& target) : target_(target) {
    static std::atomic<unsigned> counter = 0;
    const fs::path folder = folderOf(target);
    clearLeftovers(folder, target);
    int fd = -1;
    do {
        path_ = folder / fmt::format(".{}.{}-{}", storeName(target), ::getpid(), counter++);
        fd = ::open(path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
    } while (fd < 0 && errno == EEXIST);
    if (fd < 0)
        refuse(target, errno == ENOSPC
                           ? "{} cannot be written, the disk is full: make room and try again."
                           : "{} cannot be written: check that its folder exists and that you may "
                             "write in it.");
    ::close(fd);
}

PendingFile::~PendingFile() {
    if (path_.empty()) return;
    std::error_code ignored;
    fs::remove(path_, ignored);
    fs::remove(path_.string() + "-journal", ignored);
}

void PendingFile::place() {
    syncPath(path_, O_RDWR);
    renameWithoutReplacing(path_, target_);
    path_.clear();
    syncPath(folderOf(target_), O_RDONLY | O_DIRECTORY);
}

bool canWrite(const fs::path& file) {
    return mayWrite(file) && mayWrite(folderOf(file));
}

void requireWritable(const fs::path& file) {
    if (!mayWrite(file))
        refuse(file, "The store {} can only be read: ask for write permission, or work on a copy.");
    if (!mayWrite(folderOf(file)))
        refuse(file, "The store {} lies in a folder you may not write in: move it, or work on a copy.");
}

}  // namespace reckoner
