// Whole frames of a drag: from a mouse move to the repainted window.
// ui_drag_bench STORE [CHART]: on Decide, CHART beside the cost curve ("pr", "metrics", "queue", ...);
// "segments": on Segments, with 50 rows of its table in view; "tiers" and "segments-tiers": the same two
// pages with two cut-offs and a review between them, of which one is dragged. Run it with
// QT_QPA_PLATFORM=offscreen.
#include <ctime>
#include <optional>

#include <QApplication>
#include <QImage>
#include <QTest>
#include <fmt/format.h>

#include "core/base/executor.h"
#include "tests/bench/bench_support.h"
#include "ui/session/background_task.h"
#include "ui/session/point_on_screen.h"
#include "ui/session/review_session.h"
#include "ui/shell/page_stack.h"
#include "ui/style/theme.h"

namespace {

using namespace reckoner;

constexpr int kMoves = 400;

// Runs the event loop until `done` or a minute is over.
template <class Done>
bool waitFor(Done done) {
    return QTest::qWaitFor(done, 60'000);
}

struct Track {
    QPoint handle;
    int length = 0;  // pixels right of the handle
};

// The slider as a person finds it: the longest line in accent in the lower half of the page, the handle at
// its left.
std::optional<Track> findTrack(const QImage& picture, QRgb accent) {
    Track best;
    for (int y = picture.height() / 2; y < picture.height(); ++y) {
        int run = 0;
        for (int x = 0; x < picture.width(); ++x) {
            run = picture.pixel(x, y) == accent ? run + 1 : 0;
            if (run > best.length) best = {{x - run + 1 - 9, y + 1}, run};
        }
    }
    return best.length < 60 ? std::nullopt : std::optional(best);
}

// Of this thread.
double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Counts how often the window repaints.
class Repaints : public QObject {
 public:
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::UpdateRequest ? 1 : 0;
        return false;
    }
};

class Drag {
 public:
    explicit Drag(const std::string& file, const std::string& chart)
        : session_(executor_, clock_), pages_(session_, pageList()) {
        const bool segments = chart.starts_with("segments");
        const bool tiers = chart.ends_with("tiers");
        pages_.resize(1288, segments ? 1880 : 852);
        pages_.show();
        session_.setStore(Store::open(file, OpenMode::ReadOnly, clock_));
        session_.apply([&](ReviewState& state) {
            state.page = segments ? "segments" : "decide";
            if (!chart.empty() && !segments && !tiers) state.options["decide.chart"] = chart;
        });
        if (!waitFor([this] { return session_.run() && !session_.busy(); }))
            throw Error(ErrorCode::Internal, "The run was not loaded: " + session_.failure().toStdString());
        if (tiers) decideInTiers();
        waitFor([] { return !BackgroundTask::anyRunning(); });
    }

    // A third of the axis goes to people.
    void decideInTiers() {
        const RunAnalysis& run = *session_.run();
        TierPlan plan;
        for (const double share : {1.0 / 3, 2.0 / 3})
            plan.cutoffs.push_back(run.axisLo + (run.axisHi - run.axisLo) * share);
        plan.tiers = usualTiers(2);
        plan.reviewCost = 12;
        plan.accuracy = 0.9;
        session_.apply([&](ReviewState& state) {
            state.tiers[state.run] = plan;
            chooseTiers(state, true);
        });
    }

    // Seconds of each frame: by the clock, and of processor time, which a busy machine does not lengthen
    // much.
    struct Frames {
        std::vector<double> took, worked;
    };
    Frames frames() {
        std::optional<Track> track;
        const QRgb accent = Theme::instance().tokens().accent.rgb();
        waitFor([&] {
            track = findTrack(pages_.grab().toImage(), accent);
            return track.has_value();
        });
        if (!track) throw Error(ErrorCode::Internal, "No slider was found on the page.");
        QWindow* window = pages_.windowHandle();
        const OperatingPoint before = pointOnScreen(session_);
        QTest::mousePress(window, Qt::LeftButton, {}, track->handle);
        Repaints repaints;
        pages_.installEventFilter(&repaints);
        Frames frames;
        for (int i = 0; i < kMoves; ++i) {
            const int step = track->length * (i % 100) / 110;  // to the right, again and again
            const bench::Stopwatch watch;
            const double worked = processorSeconds();
            QTest::mouseMove(window,
                             track->handle + QPoint(i / 100 % 2 == 0 ? step : track->length - step, 0));
            QCoreApplication::processEvents();
            frames.took.push_back(watch.seconds());
            frames.worked.push_back(processorSeconds() - worked);
        }
        QTest::mouseRelease(window, Qt::LeftButton, {}, track->handle + QPoint(track->length / 2, 0));
        pages_.removeEventFilter(&repaints);
        // Moves that change nothing need no frame; most do.
        if (repaints.count < kMoves / 2)
            throw Error(ErrorCode::Internal, "The page was not repainted in the drag.");
        if (pointOnScreen(session_) == before)
            throw Error(ErrorCode::Internal, "The drag did not move the operating point.");
        return frames;
    }

 private:
    SystemClock clock_;
    Executor executor_;
    ReviewSession session_;
    PageStack pages_;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme::instance().setShade(Shade::Light);
    return bench::benchMain([argc, argv] {
        const std::string chart = argc > 2 ? argv[2] : "";
        const auto [took, worked] = Drag(argv[1], chart).frames();
        return fmt::format(
            R"({{"p50": {}, "p95": {}, "worst": {}, "cpu_p50": {}, "cpu_p95": {}, "frames": {}}})",
            bench::percentile(took, 0.5), bench::percentile(took, 0.95), bench::percentile(took, 1),
            bench::percentile(worked, 0.5), bench::percentile(worked, 0.95), took.size());
    });
}
