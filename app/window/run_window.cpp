#include "app/window/run_window.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <QApplication>

#include "app/window/crash_report.h"
#include "app/window/end_signals.h"
#include "app/window/log_file.h"
#include "app/window/render_job.h"
#include "core/base/recent_stores.h"
#include "ui/shell/main_window.h"
#include "ui/shell/text_dialog.h"
#include "ui/shell/window_memory.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner::window {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> lastStore() {
    for (const fs::path& store : recentStores())
        if (fs::exists(store)) return store;
    return std::nullopt;
}

QString contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return qt(text.str());
}

void offerCrashReport(MainWindow& window) {
    const std::vector<fs::path> reports = unseenCrashReports();
    if (reports.empty()) return;
    const QString text = contentOf(reports.front());
    markCrashReportsSeen();
    window.say(MainWindow::tr(
                   "Reckoner ended by a fault last time. What was in the store is safe; a report was kept."),
               MainWindow::tr("Show the report"), [&window, text] {
                   (new TextDialog(
                        MainWindow::tr("Report of the fault"),
                        MainWindow::tr("It names functions of the program and none of your data. Sending it "
                                       "with a line about what you did helps to mend the fault."),
                        text, &window))
                       ->open();
               });
}

}  // namespace

int showWindow(const Options& options, const Clock& clock) {
    openLog(clock);
    logLine("start " RECKONER_VERSION);
    installCrashReports(clock);
    Theme::instance().setShade(WindowMemory::shade());
    int code = 0;
    {
        Executor executor;
        MainWindow window(executor, clock, MainWindow::Memory::Kept);
        offerCrashReport(window);
        window.start(options.store ? options.store : lastStore());
        window.show();
        EndSignals signals;
        QObject::connect(&signals, &EndSignals::endWanted, &window, [&window] {
            window.close();
            QApplication::quit();
        });
        code = QApplication::exec();
    }
    logLine("end");
    closeLog();
    return code;
}

int renderPage(const Options& options, const Clock& clock) {
    const RenderOptions& wanted = *options.render;
    Theme::instance().setShade(wanted.dark ? Shade::Dark : Shade::Light);
    const auto store =
        Store::open(options.store ? *options.store : defaultStore(), OpenMode::ReadOnly, clock);
    Executor executor;
    MainWindow window(executor, clock, MainWindow::Memory::None);
    RenderJob job(window, wanted);
    std::optional<Error> problem;
    QObject::connect(&job, &RenderJob::finished, [&problem](const std::optional<Error>& why) {
        problem = why;
        QApplication::exit();
    });
    job.start(store);
    QApplication::exec();
    if (problem) throw *problem;
    return 0;
}

}  // namespace reckoner::window
