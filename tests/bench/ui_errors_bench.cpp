// The list of cases of the Errors page by real events: first screen after a click, sort, scrolling, a dragged
// threshold, and the longest time in which the event loop did not turn. ui_errors_bench STORE
// Run it with QT_QPA_PLATFORM=offscreen.
#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <fmt/format.h>

#include "core/base/executor.h"
#include "tests/bench/bench_support.h"
#include "ui/pages/errors/case_header.h"
#include "ui/pages/errors/case_list_pane.h"
#include "ui/pages/errors/case_table.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/filter_chips.h"
#include "ui/pages/errors/picks_pane.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"
#include "ui/style/theme.h"

namespace {

using namespace reckoner;

constexpr int kMinute = 60'000;

// Ticks whenever the event loop turns; keeps the longest pause between two ticks.
class Heartbeat : public QObject {
 public:
    Heartbeat() {
        timer_.setInterval(1);
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] {
            longest_ = std::max(longest_, watch_.seconds());
            watch_ = bench::Stopwatch();
        });
    }
    void start() {
        longest_ = 0;
        watch_ = bench::Stopwatch();
        timer_.start();
    }
    double longest() const { return longest_; }

 private:
    QTimer timer_;
    bench::Stopwatch watch_;
    double longest_ = 0;
};

class Desk {
 public:
    explicit Desk(const std::string& file)
        : session_(executor_, clock_),
          chips_(session_, &window_),
          picks_(session_, &window_),
          list_(session_, &window_) {
        window_.resize(1288, 852);
        chips_.setGeometry(24, 60, 1200, 24);
        picks_.setGeometry(16, 400, 300, 260);
        list_.setGeometry(330, 100, 480, 740);
        QObject::connect(&session_, &ReviewSession::changed, &window_, [this](Aspects aspects) {
            chips_.refresh(aspects);
            picks_.refresh(aspects);
            list_.refresh(aspects);
        });
        window_.show();
        session_.setStore(Store::open(file, OpenMode::ReadOnly, clock_));
        if (!QTest::qWaitFor([this] { return session_.run() && !session_.busy(); }, kMinute))
            throw Error(ErrorCode::Internal, "The run was not loaded: " + session_.failure().toStdString());
        settle();
    }

    // Until the rows of the list are those asked for; the order of the rest may follow.
    double click(const char* pick) {
        CaseTable* table = list_.findChild<CaseTable*>();
        auto* row = picks_.findChild<QAbstractButton*>(QStringLiteral("pick.") + QLatin1String(pick));
        const std::size_t before = table->total();
        const bench::Stopwatch watch;
        QTest::mouseClick(row, Qt::LeftButton);
        wait([&] { return table->total() != before; });
        table->viewport()->repaint();
        return watch.seconds();
    }
    double cell(const std::string& expression) {
        CaseTable* table = list_.findChild<CaseTable*>();
        const std::size_t before = table->total();
        const bench::Stopwatch watch;
        session_.apply([&](ReviewState& state) { errors::setOption(state, errors::kCell, expression); });
        wait([&] { return table->total() != before; });
        table->viewport()->repaint();
        return watch.seconds();
    }
    // From the click on the head to all rows in order.
    double sort(const QString& title) {
        CaseTable* table = list_.findChild<CaseTable*>();
        CaseHeader* head = list_.findChild<CaseHeader*>();
        for (int i = 0; i < head->count(); ++i) {
            if (head->columns()[static_cast<std::size_t>(i)].title != title) continue;
            const auto first = table->rowAt(0);
            const bench::Stopwatch watch;
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                              QPoint(head->sectionViewportPosition(i) + head->sectionSize(i) / 2, 12));
            wait([&] { return table->rowAt(0) != first; });
            wait([&] { return table->known() == table->total(); });
            return watch.seconds();
        }
        throw Error(ErrorCode::Internal, "The list has no such column.");
    }
    // Seconds of each frame of a long scroll.
    std::vector<double> scroll() {
        CaseTable* table = list_.findChild<CaseTable*>();
        std::vector<double> frames;
        for (int i = 0; i < 300; ++i) {
            const bench::Stopwatch watch;
            if (i % 3 == 0) {
                QTest::keyClick(table, Qt::Key_PageDown);
            } else {
                QWheelEvent wheel(QPointF(100, 100), table->viewport()->mapToGlobal(QPointF(100, 100)),
                                  QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                                  false);
                QCoreApplication::sendEvent(table->viewport(), &wheel);
            }
            if (i % 50 == 49)
                table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / (i / 50 + 2));
            QCoreApplication::processEvents();
            frames.push_back(watch.seconds());
        }
        return frames;
    }
    void drag() {
        const std::uint64_t number = session_.newDrag();
        for (int i = 0; i < 200; ++i) {
            session_.setThreshold(0.3 + 0.002 * (i % 100), number);
            QTest::qWait(4);
        }
        settle();
    }
    Heartbeat& heart() { return heart_; }
    void settle() {
        QTest::qWait(120);
        wait([] { return !BackgroundTask::anyRunning(); });
    }

 private:
    template <class Done>
    void wait(Done done) {
        if (!QTest::qWaitFor(done, kMinute))
            throw Error(ErrorCode::Internal, "The list did not arrive in a minute.");
    }
    SystemClock clock_;
    Executor executor_;
    ReviewSession session_;
    QWidget window_;
    FilterChips chips_;
    PicksPane picks_;
    CaseListPane list_;
    Heartbeat heart_;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme::instance().setShade(Shade::Light);
    return bench::benchMain([argv] {
        Desk desk(argv[1]);
        desk.heart().start();
        std::vector<double> clicks;
        for (const char* expression :
             {"outcome = missed", "outcome = caught", "", "outcome = false alarm", ""}) {
            clicks.push_back(desk.cell(expression));
            desk.settle();
        }
        clicks.push_back(desk.click("confident"));
        desk.settle();
        desk.click("confident");
        desk.settle();
        const double sorted = desk.sort(QStringLiteral("score"));
        const std::vector<double> frames = desk.scroll();
        desk.drag();
        return fmt::format(
            R"({{"first_screen": {}, "sort": {}, "frame_p95": {}, "frame_worst": {}, "longest_pause": {}}})",
            *std::max_element(clicks.begin(), clicks.end()), sorted, bench::percentile(frames, 0.95),
            bench::percentile(frames, 1), desk.heart().longest());
    });
}
