// Loaded into a program with LD_PRELOAD: counts its calls that change files and lets one of them fail, fall
// short or never return. Driven by the environment; tests/support/injected_fault.h writes it.
//   RECKONER_FAULT_KIND   enospc | eio | short | full | kill | torn; anything else only counts
//   RECKONER_FAULT_AT     which call, from 1
//   RECKONER_FAULT_PATHS  fnmatch patterns, separated by ':'; default "*"
//   RECKONER_FAULT_CALLS  names, separated by ','; default all: create write sync rename truncate unlink
//   RECKONER_FAULT_LOG    a line for each counted call is appended: "number name path"
// "full" is a disk without room from that call on: what a file already has may be overwritten, nothing grows.
// "kill" dies before the call, "torn" after half of a write.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class Kind { Count, NoSpace, IoError, Short, Full, Kill, Torn };
enum class Verdict { Pass, Fail, Short, Grow, Die, Tear };

struct Plan {
    Kind kind = Kind::Count;
    long at = 0;
    const char* paths = "*";
    const char* calls = "";
    int log = -1;
};

template <class F>
F real(F, const char* name) {
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

long rawWrite(int fd, const void* bytes, size_t n) {
    return syscall(SYS_write, fd, bytes, n);
}

Plan readPlan() {
    Plan plan;
    const char* kind = std::getenv("RECKONER_FAULT_KIND");
    const struct {
        const char* name;
        Kind kind;
    } kinds[] = {{"enospc", Kind::NoSpace}, {"eio", Kind::IoError}, {"short", Kind::Short},
                 {"full", Kind::Full},      {"kill", Kind::Kill},   {"torn", Kind::Torn}};
    for (const auto& entry : kinds)
        if (kind != nullptr && std::strcmp(kind, entry.name) == 0) plan.kind = entry.kind;
    if (const char* at = std::getenv("RECKONER_FAULT_AT")) plan.at = std::atol(at);
    if (const char* paths = std::getenv("RECKONER_FAULT_PATHS")) plan.paths = paths;
    if (const char* calls = std::getenv("RECKONER_FAULT_CALLS")) plan.calls = calls;
    if (const char* log = std::getenv("RECKONER_FAULT_LOG"))
        plan.log = static_cast<int>(
            syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    return plan;
}

const Plan& plan() {
    static const Plan made = readPlan();
    return made;
}

std::atomic<long> counted{0};

// `list` holds `word` between separators; an empty list holds everything.
bool listed(const char* list, const char* word) {
    const size_t n = std::strlen(word);
    for (const char* at = list; *at != 0; at += std::strcspn(at, ",")) {
        if (*at == ',') ++at;
        if (std::strncmp(at, word, n) == 0 && (at[n] == ',' || at[n] == 0)) return true;
    }
    return *list == 0;
}

bool matches(const char* path) {
    char pattern[1024];
    for (const char* at = plan().paths; *at != 0;) {
        const size_t n = std::strcspn(at, ":");
        if (n < sizeof pattern) {
            std::memcpy(pattern, at, n);
            pattern[n] = 0;
            if (fnmatch(pattern, path, 0) == 0) return true;
        }
        at += n + (at[n] == ':' ? 1 : 0);
    }
    return false;
}

Verdict verdictFor(long number, bool writes) {
    const Plan& p = plan();
    if (p.kind == Kind::Full) return number >= p.at && writes ? Verdict::Grow : Verdict::Pass;
    if (number != p.at) return Verdict::Pass;
    switch (p.kind) {
        case Kind::NoSpace:
        case Kind::IoError:
            return Verdict::Fail;
        case Kind::Short:
            return writes ? Verdict::Short : Verdict::Fail;
        case Kind::Torn:
            return writes ? Verdict::Tear : Verdict::Die;
        case Kind::Kill:
            return Verdict::Die;
        case Kind::Count:
        case Kind::Full:
            break;
    }
    return Verdict::Pass;
}

Verdict judge(const char* call, const char* path, bool writes) {
    if (!listed(plan().calls, call) || !matches(path)) return Verdict::Pass;
    const long number = ++counted;
    if (plan().log >= 0) {
        char line[4400];
        const int n = std::snprintf(line, sizeof line, "%ld %s %s\n", number, call, path);
        rawWrite(plan().log, line, static_cast<size_t>(n));
    }
    const Verdict verdict = verdictFor(number, writes);
    if (verdict == Verdict::Die) kill(getpid(), SIGKILL);
    if (verdict == Verdict::Fail) errno = plan().kind == Kind::IoError ? EIO : ENOSPC;
    return verdict;
}

Verdict judge(const char* call, int fd, bool writes) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t n = readlink(link, path, sizeof path - 1);
    // Pipes, sockets and terminals are no files.
    if (n <= 0 || path[0] != '/' || std::strncmp(path, "/dev/", 5) == 0) return Verdict::Pass;
    path[n] = 0;
    return judge(call, path, writes);
}

// How many of n bytes at `offset` (negative: the current position) may still be written.
size_t room(int fd, off_t offset, size_t n) {
    struct stat info {};
    if (offset < 0) offset = lseek(fd, 0, SEEK_CUR);
    if (fcntl(fd, F_GETFL) & O_APPEND || fstat(fd, &info) != 0 || offset < 0) return 0;
    const off_t left = info.st_size - offset;
    return left <= 0 ? 0 : static_cast<size_t>(left) < n ? static_cast<size_t>(left) : n;
}

struct Allowance {
    size_t n;              // bytes to write; 0: fail with errno as set
    bool thenDie = false;  // torn: these, and no more ever
};

Allowance allowance(int fd, off_t offset, size_t n) {
    switch (judge("write", fd, true)) {
        case Verdict::Fail:
            return {0};
        case Verdict::Short:
            if (n < 2) errno = ENOSPC;
            return {n / 2};
        case Verdict::Grow: {
            const size_t fits = room(fd, offset, n);
            if (fits == 0) errno = ENOSPC;
            return {fits};
        }
        case Verdict::Tear:
            return {n / 2, true};
        case Verdict::Pass:
        case Verdict::Die:
            break;
    }
    return {n};
}

void dieIf(bool wanted) {
    if (wanted) kill(getpid(), SIGKILL);
}

// A vector of blocks as one: enough for how standard libraries use it.
ssize_t writeBlocks(int fd, const iovec* blocks, int count, off_t offset) {
    ssize_t total = 0;
    for (int i = 0; i < count; ++i) {
        if (blocks[i].iov_len == 0) continue;
        const ssize_t n = offset < 0 ? write(fd, blocks[i].iov_base, blocks[i].iov_len)
                                     : pwrite(fd, blocks[i].iov_base, blocks[i].iov_len, offset + total);
        if (n < 0) return total > 0 ? total : n;
        total += n;
        if (static_cast<size_t>(n) < blocks[i].iov_len) break;
    }
    return total;
}

bool failsNow(const char* call, int fd) {
    return judge(call, fd, false) == Verdict::Fail;
}
bool failsNow(const char* call, const char* path) {
    return judge(call, path, false) == Verdict::Fail;
}

mode_t modeOf(int flags, va_list arguments) {
    return flags & (O_CREAT | O_TMPFILE) ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t n) {
    static const auto next = real(&write, "write");
    if (n == 0) return next(fd, bytes, n);
    const Allowance allowed = allowance(fd, -1, n);
    const ssize_t written = allowed.n == 0 ? -1 : next(fd, bytes, allowed.n);
    dieIf(allowed.thenDie);
    return written;
}

ssize_t pwrite64(int fd, const void* bytes, size_t n, off64_t offset) {
    static const auto next = real(&pwrite64, "pwrite64");
    if (n == 0) return next(fd, bytes, n, offset);
    const Allowance allowed = allowance(fd, offset, n);
    const ssize_t written = allowed.n == 0 ? -1 : next(fd, bytes, allowed.n, offset);
    dieIf(allowed.thenDie);
    return written;
}

ssize_t pwrite(int fd, const void* bytes, size_t n, off_t offset) {
    return pwrite64(fd, bytes, n, offset);
}

ssize_t writev(int fd, const iovec* blocks, int count) {
    return writeBlocks(fd, blocks, count, -1);
}

ssize_t pwritev(int fd, const iovec* blocks, int count, off_t offset) {
    return writeBlocks(fd, blocks, count, offset);
}

ssize_t copy_file_range(int in, off64_t* inOffset, int out, off64_t* outOffset, size_t n, unsigned flags) {
    static const auto next = real(&copy_file_range, "copy_file_range");
    const Allowance allowed = allowance(out, outOffset != nullptr ? *outOffset : -1, n);
    const ssize_t written = allowed.n == 0 ? -1 : next(in, inOffset, out, outOffset, allowed.n, flags);
    dieIf(allowed.thenDie);
    return written;
}

ssize_t sendfile(int out, int in, off_t* offset, size_t n) {
    static const auto next = real(&sendfile, "sendfile");
    const Allowance allowed = allowance(out, -1, n);
    const ssize_t written = allowed.n == 0 ? -1 : next(out, in, offset, allowed.n);
    dieIf(allowed.thenDie);
    return written;
}

int fallocate64(int fd, int mode, off64_t offset, off64_t n) {
    static const auto next = real(&fallocate64, "fallocate64");
    const Verdict verdict = judge("write", fd, true);
    if (verdict == Verdict::Pass) return next(fd, mode, offset, n);
    dieIf(verdict == Verdict::Tear);
    if (verdict != Verdict::Fail) errno = ENOSPC;
    return -1;
}

int fallocate(int fd, int mode, off_t offset, off_t n) {
    return fallocate64(fd, mode, offset, n);
}

int posix_fallocate64(int fd, off64_t offset, off64_t n) {
    return fallocate64(fd, 0, offset, n) == 0 ? 0 : errno;
}

int posix_fallocate(int fd, off_t offset, off_t n) {
    return posix_fallocate64(fd, offset, n);
}

int fsync(int fd) {
    static const auto next = real(&fsync, "fsync");
    return failsNow("sync", fd) ? -1 : next(fd);
}

int fdatasync(int fd) {
    static const auto next = real(&fdatasync, "fdatasync");
    return failsNow("sync", fd) ? -1 : next(fd);
}

int ftruncate64(int fd, off64_t length) noexcept {
    static const auto next = real(&ftruncate64, "ftruncate64");
    return failsNow("truncate", fd) ? -1 : next(fd, length);
}

int ftruncate(int fd, off_t length) noexcept {
    return ftruncate64(fd, length);
}

int rename(const char* from, const char* to) noexcept {
    static const auto next = real(&rename, "rename");
    return failsNow("rename", to) ? -1 : next(from, to);
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) noexcept {
    static const auto next = real(&renameat, "renameat");
    return failsNow("rename", to) ? -1 : next(fromFolder, from, toFolder, to);
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept {
    static const auto next = real(&renameat2, "renameat2");
    return failsNow("rename", to) ? -1 : next(fromFolder, from, toFolder, to, flags);
}

int unlink(const char* path) noexcept {
    static const auto next = real(&unlink, "unlink");
    return failsNow("unlink", path) ? -1 : next(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    static const auto next = real(&unlinkat, "unlinkat");
    return failsNow("unlink", path) ? -1 : next(folder, path, flags);
}

int open64(const char* path, int flags, ...) {
    static const auto next = real(&open64, "open64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    // Only a file that is not there yet is created.
    if (flags & O_CREAT && access(path, F_OK) != 0 && failsNow("create", path)) return -1;
    return next(path, flags, mode);
}

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return open64(path, flags, mode);
}

int openat64(int folder, const char* path, int flags, ...) {
    static const auto next = real(&openat64, "openat64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    if (flags & O_CREAT && faccessat(folder, path, F_OK, 0) != 0 && failsNow("create", path)) return -1;
    return next(folder, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return openat64(folder, path, flags, mode);
}

}  // extern "C"
