// Standard output, where every write is looked at: a full disk or a closed pipe is not a success.
#pragma once

#include <stdexcept>
#include <string_view>

namespace reckoner::cli {

// Exit code when standard output could not be written (sysexits.h, EX_IOERR).
inline constexpr int kOutputFailed = 74;

struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Throws OutputError. Buffered until flushOutput().
void print(std::string_view text);
void flushOutput();

// One line on standard error, "reckoner: ..." in front.
void complain(std::string_view sentence);
// One line on standard error, as it is.
void say(std::string_view sentence);

}  // namespace reckoner::cli
