// The window from its start to the figures of a store on the screen; then it ends. ui_window_bench STORE
// Time the whole process, with QT_QPA_PLATFORM=offscreen.
#include <QApplication>
#include <QTest>

#include "core/base/executor.h"
#include "tests/bench/bench_support.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

int main(int argc, char** argv) {
    using namespace reckoner;
    QApplication app(argc, argv);
    return bench::benchMain([argv] {
        const SystemClock clock;
        Executor executor;
        Theme::instance().setShade(Shade::Light);
        MainWindow window(executor, clock);
        window.show();
        window.start(argv[1]);
        const ReviewSession& session = window.session();
        if (!QTest::qWaitFor([&session] { return session.run() && !session.busy(); }, 60'000))
            throw Error(ErrorCode::Internal, "The store was not shown: " + session.failure().toStdString());
        // What was asked for by then is painted.
        window.repaint();
        QCoreApplication::processEvents();
        return std::string("{}");
    });
}
