#include "app/cli/progress_line.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include <unistd.h>

#include "core/wording/number_format.h"

namespace reckoner::cli {
namespace {

bool drawn = false;

}  // namespace

TaskContext::Progress progressLine() {
    if (!isatty(STDERR_FILENO)) return {};
    using Clock = std::chrono::steady_clock;
    auto next = std::make_shared<Clock::time_point>();
    return [next](double fraction, std::string_view phase) {
        const auto now = Clock::now();
        if (now < *next) return;
        *next = now + std::chrono::milliseconds(100);
        const std::string line = "\r\033[K" + std::string(phase) + " " + percent(fraction);
        std::fwrite(line.data(), 1, line.size(), stderr);
        std::fflush(stderr);
        drawn = true;
    };
}

void clearProgressLine() {
    if (!drawn) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    drawn = false;
}

}  // namespace reckoner::cli
