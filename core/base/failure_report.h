// What is left behind when the program itself was wrong: a file a person can send.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/clock.h"

namespace reckoner {

struct Failure {
    std::string program;  // "reckoner metrics"
    std::string what;     // the exception's text
};

// Writes stateFolder()/failure-TIME-PID.txt: version, time, program, text; no data values, no paths of the
// person. Nothing when it cannot be written.
std::optional<std::filesystem::path> writeFailureReport(const Failure& failure, const Clock& clock) noexcept;

}  // namespace reckoner
