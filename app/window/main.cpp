#include <cstdio>
#include <cstdlib>

#include <QApplication>
#include <QIcon>

#include "app/window/options.h"
#include "app/window/report_paper.h"
#include "app/window/run_window.h"
#include "core/base/error.h"
#include "core/base/failure_report.h"

namespace {

using namespace reckoner;

int complain(const std::string& sentence, ErrorCode code) {
    std::fprintf(stderr, "reckoner-window: %s\n", sentence.c_str());
    return exitCodeOf(code);
}

bool hasDisplay() {
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (const char* value = std::getenv(variable); value && *value) return true;
    return false;
}

// Off screen the toolkit has remarks about the missing display that are nobody's business.
void keepQuiet(QtMsgType kind, const QMessageLogContext&, const QString& message) {
    if (kind == QtFatalMsg) std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
}

int run(int argc, char** argv) {
    const window::Options options = window::parseOptions({argv + 1, argv + argc});
    if (options.done) return 0;
    const bool offScreen = options.render || options.report;
    if (offScreen) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(keepQuiet);
    }
    if (!offScreen && !hasDisplay()) {
        throw Error(
            ErrorCode::Usage,
            "There is no display here. `reckoner render decide --out decide.png` draws a page without one.");
    }
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("reckoner"));
    QApplication::setApplicationDisplayName(QStringLiteral("Reckoner"));
    QApplication::setApplicationVersion(QStringLiteral(RECKONER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("reckoner"));
    const SystemClock clock;
    if (options.report) return window::writeReport(options, clock);
    return options.render ? window::renderPage(options, clock) : window::showWindow(options, clock);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const Error& error) {
        return complain(error.what(), error.code());
    } catch (const std::exception& error) {
        writeFailureReport({"reckoner-window", error.what()}, SystemClock());
        return complain(std::string("internal error: ") + error.what(), ErrorCode::Internal);
    }
}
