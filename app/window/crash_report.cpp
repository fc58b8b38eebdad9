#include "app/window/crash_report.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/user_folders.h"

namespace reckoner::window {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKept = 5;
constexpr std::array kSignals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// Set up beforehand: in a signal handler nothing may be allocated.
std::array<char, 4096> reportPath{};
std::array<char, 256> heading{};
std::array<char, 512> lastWords{};
alignas(16) std::array<char, 65'536> handlerStack{};

void put(int file, const char* text) {
    [[maybe_unused]] const ssize_t written = ::write(file, text, std::strlen(text));
}

const char* nameOf(int signal) {
    switch (signal) {
        case SIGSEGV:
            return "segmentation fault";
        case SIGBUS:
            return "bus error";
        case SIGFPE:
            return "arithmetic error";
        case SIGILL:
            return "illegal instruction";
        case SIGABRT:
            return "aborted";
        default:
            return "signal";
    }
}

void onCrash(int signal) {
    const int file = ::open(reportPath.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0) {
        put(file, heading.data());
        put(file, "problem ");
        put(file, nameOf(signal));
        put(file, "\n");
        put(file, lastWords.data());
        std::array<void*, 64> frames{};
        backtrace_symbols_fd(frames.data(), backtrace(frames.data(), static_cast<int>(frames.size())), file);
        ::close(file);
    }
    // The handler was installed for one shot, so this ends the program the usual way.
    ::raise(signal);
}

void onTerminate() {
    try {
        if (const auto current = std::current_exception()) std::rethrow_exception(current);
    } catch (const std::exception& error) {
        std::snprintf(lastWords.data(), lastWords.size(), "because %.400s\n", error.what());
    } catch (...) {
        std::snprintf(lastWords.data(), lastWords.size(), "because of an unknown exception\n");
    }
    std::abort();
}

std::vector<fs::path> reports(const std::string& prefix) {
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(stateFolder(), error)) {
        const std::string name = entry.path().filename().string();
        std::error_code gone;
        const auto time = entry.last_write_time(gone);
        if (!gone && name.starts_with(prefix) && name.ends_with(".txt"))
            found.emplace_back(time, entry.path());
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<fs::path> paths;
    for (const auto& [time, path] : found)
        paths.push_back(path);
    return paths;
}

}  // namespace

void installCrashReports(const Clock& clock) {
    std::error_code ignored;
    fs::create_directories(stateFolder(), ignored);
    const std::string path = (stateFolder() / ("crash-" + std::to_string(getpid()) + ".txt")).string();
    if (path.size() >= reportPath.size()) return;
    std::memcpy(reportPath.data(), path.c_str(), path.size() + 1);
    std::snprintf(heading.data(), heading.size(), "Reckoner %s\nstarted %s\n", RECKONER_VERSION,
                  isoTime(clock.now()).c_str());
    // The first call loads a library, which a handler may not do.
    std::array<void*, 4> frames{};
    backtrace(frames.data(), static_cast<int>(frames.size()));

    stack_t stack = {};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    sigaltstack(&stack, nullptr);
    struct sigaction action = {};
    action.sa_handler = onCrash;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    for (const int signal : kSignals)
        sigaction(signal, &action, nullptr);
    std::set_terminate(onTerminate);
}

std::vector<fs::path> unseenCrashReports() {
    return reports("crash-");
}

void markCrashReportsSeen() {
    std::error_code ignored;
    for (const fs::path& report : unseenCrashReports())
        fs::rename(report, report.parent_path() / ("seen-" + report.filename().string()), ignored);
    const std::vector<fs::path> seen = reports("seen-crash-");
    for (std::size_t i = kKept; i < seen.size(); ++i)
        fs::remove(seen[i], ignored);
}

}  // namespace reckoner::window
