#include "core/base/failure_report.h"

#include <algorithm>
#include <fstream>

#include <unistd.h>

#include "core/base/user_folders.h"

namespace reckoner {

std::optional<std::filesystem::path> writeFailureReport(const Failure& failure, const Clock& clock) noexcept {
    try {
        const std::string time = isoTime(clock.now());
        std::string stamp = time;
        std::erase(stamp, ':');
        std::filesystem::create_directories(stateFolder());
        const auto file = stateFolder() / ("failure-" + stamp + "-" + std::to_string(getpid()) + ".txt");
        std::ofstream out(file, std::ios::binary | std::ios::trunc);
        out << "Reckoner " RECKONER_VERSION "\n"
            << "time    " << time << "\nprogram " << failure.program << "\nproblem " << failure.what << "\n";
        out.close();
        return out ? std::optional(file) : std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace reckoner
