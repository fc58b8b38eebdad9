// A store as a file among files: what it is before SQLite sees it, and how a finished one takes its place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace reckoner {

// "RCKN": what `file` and SQLite know our stores by. Never changes.
inline constexpr std::uint32_t kApplicationId = 0x52434B4E;

// Held by everything that has a store open through SQLite. While one lives, the file is never opened by
// other means in this process: closing it again would drop SQLite's locks (POSIX).
class OpenStoreFile {
 public:
    // Looks at the file without SQLite, unless this process has it open already, and throws Error{Store}:
    // missing, folder, empty, no SQLite database, not a store, newer than schemaVersion, write-ahead mode,
    // truncated. The file is only read.
    OpenStoreFile(const std::filesystem::path& file, int schemaVersion);
    ~OpenStoreFile();
    OpenStoreFile(const OpenStoreFile&) = delete;
    OpenStoreFile& operator=(const OpenStoreFile&) = delete;

    // Throws Error{Store} when the name no longer leads to the file that was opened: moved, removed, or
    // replaced by a program that syncs folders. Writing would then be lost, reading would trust a stranger.
    void requireUnmoved() const;

 private:
    std::filesystem::path file_;
    std::uint64_t device_ = 0;
    std::uint64_t inode_ = 0;
};

// Whether the file says it is a store of an older schema. False for everything that cannot be read, and while
// this process has it open.
bool isOlderStore(const std::filesystem::path& file, int schemaVersion);

// True when this process has the file open as a store: reading it by other means would drop its locks.
bool isOpenAsStore(const std::filesystem::path& file);

// True when a writer is at work, or one was killed and SQLite has something to roll back.
bool hasJournal(const std::filesystem::path& file);

// The file's name without folders, for sentences.
std::string storeName(const std::filesystem::path& file);

// Brings the names in the file's folder to the disk; false: the disk did not confirm it.
bool syncFolderOf(const std::filesystem::path& file);

// A file that vanishes unless it is put in its place; beside `target`, so that renaming is atomic.
class PendingFile {
 public:
    explicit PendingFile(const std::filesystem::path& target);
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    // Syncs the file, renames it to target and syncs the folder. Throws Error{Store} when target exists.
    // Precondition: nothing has the file open.
    void place();

 private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

// Whether this user may write the file and the journal beside it.
bool canWrite(const std::filesystem::path& file);
// Throws Error{Store} when not, saying which.
void requireWritable(const std::filesystem::path& file);

}  // namespace reckoner
