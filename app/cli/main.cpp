#include <csignal>
#include <stop_token>

#include "app/cli/command_line.h"

namespace {

std::stop_source stopSource;

// request_stop() is safe here because nobody registers a callback on this source: it only sets a flag.
void onInterrupt(int) {
    stopSource.request_stop();
}

// The second interrupt ends the program at once; import and backup survive that too.
void stopOn(int signal) {
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    stopOn(SIGINT);
    stopOn(SIGTERM);
    return reckoner::cli::commandLine({argv + 1, argv + argc}, stopSource.get_token());
}
