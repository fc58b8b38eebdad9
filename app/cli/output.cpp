#include "app/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace reckoner::cli {
namespace {

[[noreturn]] void failed() {
    throw OutputError("Standard output could not be written: " + std::string(std::strerror(errno)) + ".");
}

}  // namespace

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) failed();
}

void flushOutput() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) failed();
}

void complain(std::string_view sentence) {
    say("reckoner: " + std::string(sentence));
}

void say(std::string_view sentence) {
    const std::string line = std::string(sentence) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace reckoner::cli
