#include "app/window/log_file.h"

#include <cstdio>
#include <filesystem>
#include <mutex>
#include <string>

#include <QString>

#include "core/base/user_folders.h"

namespace reckoner::window {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kMostBytes = 512 * 1024;

struct Log {
    std::mutex mutex;
    std::FILE* file = nullptr;
    const Clock* clock = nullptr;
};

Log& theLog() {
    static Log log;
    return log;
}

void rotate(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size < kMostBytes) return;
    fs::rename(file, fs::path(file) += ".1", error);
}

// Qt's own messages name widgets and properties; those of the data they show are cut off with the quotes.
std::string withoutQuotes(const QString& message) {
    std::string out;
    bool quoted = false;
    for (const char c : message.toStdString()) {
        if (c == '"') {
            quoted = !quoted;
            out += quoted ? "\"...\"" : "";
        } else if (!quoted) {
            out += c;
        }
    }
    return out;
}

void onMessage(QtMsgType kind, const QMessageLogContext&, const QString& message) {
    if (kind == QtDebugMsg || kind == QtInfoMsg) return;
    logLine(withoutQuotes(message).c_str());
    if (kind == QtFatalMsg) std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
}

}  // namespace

void openLog(const Clock& clock) {
    Log& log = theLog();
    {
        const std::lock_guard lock(log.mutex);
        std::error_code ignored;
        fs::create_directories(stateFolder(), ignored);
        const fs::path file = stateFolder() / "window.log";
        rotate(file);
        log.file = std::fopen(file.c_str(), "ae");
        log.clock = &clock;
    }
    qInstallMessageHandler(onMessage);
}

void logLine(const char* text) {
    Log& log = theLog();
    const std::lock_guard lock(log.mutex);
    if (!log.file) return;
    std::fprintf(log.file, "%s %s\n", isoTime(log.clock->now()).c_str(), text);
    std::fflush(log.file);
}

void closeLog() {
    qInstallMessageHandler(nullptr);
    Log& log = theLog();
    const std::lock_guard lock(log.mutex);
    if (log.file) std::fclose(log.file);
    log.file = nullptr;
    log.clock = nullptr;
}

}  // namespace reckoner::window
