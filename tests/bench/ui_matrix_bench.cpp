// Frames of a drag of the confidence over a matrix of 200 x 200 classes: from the new threshold to the
// painted picture. Run it with QT_QPA_PLATFORM=offscreen.
#include <QApplication>
#include <fmt/format.h>

#include "tests/bench/bench_support.h"
#include "tests/support/random_classes.h"
#include "ui/pages/errors/matrix_classes.h"
#include "ui/style/theme.h"

namespace {

using namespace reckoner;

constexpr std::size_t kFrames = 400;
constexpr std::size_t kClasses = 200;
constexpr std::size_t kSamples = 200'000;

// To places as a hand finds them: at the confidences that occur.
std::vector<double> frames(MatrixClasses& matrix, MatrixClasses::Facts facts,
                           const test::RandomClasses& run) {
    std::vector<double> took;
    for (std::size_t i = 0; i < kFrames; ++i) {
        facts.confidence = run.confidence(i * (kSamples / kFrames)).value_or(0);
        const bench::Stopwatch watch;
        matrix.setFacts(facts);
        matrix.repaint();
        took.push_back(watch.seconds());
    }
    return took;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme::instance().setShade(Shade::Light);
    return bench::benchMain([] {
        const test::RandomClasses run({kClasses, kSamples, 0, false, false, 0, false}, 1);
        MatrixClasses::Facts facts;
        facts.run = analyseClasses(run.builder().build(), "", std::nullopt);
        facts.order = "confusion";
        facts.cell = "label = 'c' and predicted = 'd'";
        facts.confidence = 0.7;
        MatrixClasses matrix;
        matrix.resize(560, 900);
        matrix.show();
        const bench::Stopwatch watch;
        matrix.setFacts(facts);
        matrix.grab();
        const double first = watch.seconds();
        const std::vector<double> took = frames(matrix, facts, run);
        return fmt::format(R"({{"first": {}, "p50": {}, "p95": {}, "worst": {}, "frames": {}}})", first,
                           bench::percentile(took, 0.5), bench::percentile(took, 0.95),
                           bench::percentile(took, 1), took.size());
    });
}
