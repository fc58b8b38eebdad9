#include "core/report/whole_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, int reason) {
    throw Error(ErrorCode::BadInput,
                "\"" + file.string() + "\" could not be written: " + std::strerror(reason) + ".");
}

// Closes, and removes what was not finished.
class OutputFile {
 public:
    OutputFile(std::filesystem::path path, std::filesystem::path shown, int flags)
        : path_(std::move(path)),
          shown_(std::move(shown)),
          temporary_(path_ != shown_),
          handle_(open(path_.c_str(), O_WRONLY | O_CLOEXEC | flags, 0666)) {
        if (handle_ < 0) refuse(shown_, errno);
    }
    ~OutputFile() {
        if (handle_ >= 0) close(handle_);
        if (temporary_) unlink(path_.c_str());
    }
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t n = ::write(handle_, bytes.data(), bytes.size());
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) refuse(shown_, errno);
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    void publish() {
        if (fsync(handle_) != 0 && errno != EINVAL) refuse(shown_, errno);
        const int closed = close(handle_);
        handle_ = -1;
        if (closed != 0) refuse(shown_, errno);
        if (temporary_ && rename(path_.c_str(), shown_.c_str()) != 0) refuse(shown_, errno);
        temporary_ = false;
    }

 private:
    std::filesystem::path path_;
    std::filesystem::path shown_;
    bool temporary_;
    int handle_;
};

}  // namespace

void writeWholeFile(const std::filesystem::path& file, const std::function<void(const Write&)>& produce) {
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    if (std::filesystem::is_directory(status)) refuse(file, EISDIR);
    const bool direct = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    std::filesystem::path target = file;
    if (!direct) target += ".partial-" + std::to_string(getpid());
    OutputFile out(target, file, direct ? 0 : O_CREAT | O_EXCL);
    produce([&out](std::string_view bytes) { out.write(bytes); });
    out.publish();
}

bool isDatabaseFile(const std::filesystem::path& file) {
    constexpr std::string_view kMagic = "SQLite format 3";
    std::string head(kMagic.size(), '\0');
    std::ifstream in(file, std::ios::binary);
    return in.read(head.data(), static_cast<std::streamsize>(head.size())) && head == kMagic;
}

}  // namespace reckoner
