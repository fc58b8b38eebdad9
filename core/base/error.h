// The one exception of the program. Core throws it; the executor, main() and the subcommands catch it.
#pragma once

#include <stdexcept>
#include <string>

namespace reckoner {

enum class ErrorCode {
    Usage,      // the caller asked for something that does not exist (exit 2)
    BadInput,   // a file or value from outside cannot be used; nothing was stored (exit 3)
    Store,      // the store cannot be used: locked, damaged, read-only, newer, full (exit 4)
    Cancelled,  // the person stopped the work (exit 130)
    Internal,   // a broken promise of our own (exit 70)
};

// what() is one clear sentence for people: what is wrong, where, and what to do.
class Error : public std::runtime_error {
 public:
    Error(ErrorCode code, const std::string& sentence, std::string where = {})
        : std::runtime_error(sentence), code_(code), where_(std::move(where)) {}

    ErrorCode code() const { return code_; }
    // File, line or column the sentence is about; may be empty.
    const std::string& where() const { return where_; }

 private:
    ErrorCode code_;
    std::string where_;
};

// The process exit code CLI.md promises for an error.
int exitCodeOf(ErrorCode code);

}  // namespace reckoner
