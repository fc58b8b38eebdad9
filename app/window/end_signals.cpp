#include "app/window/end_signals.h"

#include <csignal>

#include <QSocketNotifier>
#include <sys/socket.h>
#include <unistd.h>

namespace reckoner::window {
namespace {

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};
int gEnds[2] = {-1, -1};  // written by the handler, read by the event loop

void note(int) {
    const char byte = 1;
    // Nothing can be done about a full pipe, and one byte is enough.
    [[maybe_unused]] const auto written = ::write(gEnds[0], &byte, 1);
}

void handle(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : kSignals)
        sigaction(signal, &action, nullptr);
}

}  // namespace

EndSignals::EndSignals(QObject* parent) : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, gEnds) != 0) return;
    notifier_ = std::make_unique<QSocketNotifier>(gEnds[1], QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(gEnds[1], bytes, sizeof bytes) > 0) {
        }
        Q_EMIT endWanted();
    });
    handle(note);
}

EndSignals::~EndSignals() {
    handle(SIG_DFL);
    notifier_.reset();
    for (int& end : gEnds) {
        if (end >= 0) ::close(end);
        end = -1;
    }
}

}  // namespace reckoner::window

#include "moc_end_signals.cpp"
