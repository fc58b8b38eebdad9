#include "app/cli/window_program.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <unistd.h>

#include "core/base/data_folder.h"
#include "core/base/error.h"

namespace reckoner::cli {
namespace {

constexpr const char* kProgram = "reckoner-window";

}  // namespace

void becomeWindow(const std::vector<std::string>& arguments) {
    std::vector<char*> pointers{const_cast<char*>(kProgram)};
    for (const std::string& argument : arguments)
        pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);

    // An ignored signal stays ignored across exec.
    std::signal(SIGPIPE, SIG_DFL);
    execv((programFolder() / kProgram).c_str(), pointers.data());
    if (errno == ENOENT) execvp(kProgram, pointers.data());
    if (errno == ENOENT) {
        throw Error(
            ErrorCode::Usage,
            "The window (reckoner-window) is not installed here; everything but the window, render and "
            "PDF reports works without it.");
    }
    throw Error(ErrorCode::Usage,
                "reckoner-window could not be started: " + std::string(std::strerror(errno)) + ".");
}

}  // namespace reckoner::cli
