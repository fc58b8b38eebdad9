#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/plot.h"
#include "core/report/figures/run_lines.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kCoverageWidth = 720;
constexpr double kCoverageHeight = 300;
constexpr std::size_t kPoints = 120;

struct Curve {
    std::vector<std::pair<double, double>> points;  // share of answers that stand, share of them right
};

Curve curveOf(const ClassAnalysis& run) {
    Curve curve;
    const double all = run.everything.total().weight;
    for (std::size_t i = 0; i <= kPoints && all > 0; ++i) {
        const double at =
            run.axisLo + (run.axisHi - run.axisLo) * static_cast<double>(i) / static_cast<double>(kPoints);
        const ConfidenceSweep::Split split = run.sweep->at(at);
        const Value accuracy = split.accuracy();
        const double answered = split.right.weight + split.wrong.weight;
        // A handful of answers swings between all and nothing.
        if (accuracy && split.right.n + split.wrong.n >= 30)
            curve.points.push_back({1 - answered / all, *accuracy});
    }
    return curve;
}

}  // namespace

FigureBlock coverageFigure(const std::vector<ClassFigureRun>& runs, const std::string& samples) {
    FigureBlock block;
    block.title = "What people's time buys";
    block.text = fmt::format(
        "The least sure answers go to a person: across, how many of 100 {}; upwards, how many of 100 answers "
        "that stand are right.",
        samples);
    double lowest = 1;
    std::vector<Curve> curves;
    for (const ClassFigureRun& one : runs) {
        curves.push_back(curveOf(*one.run));
        for (const auto& [x, y] : curves.back().points)
            lowest = std::min(lowest, y);
    }
    const double floor = std::max(0.0, std::floor(lowest * 10 - 0.5) / 10);
    SvgCanvas canvas(kCoverageWidth, kCoverageHeight, block.title, block.text);
    const auto hundred = [](double share) { return ofHundred(share); };
    Plot plot(canvas, {0, 1, fmt::format("of 100 {}, looked at by a person", samples), hundred},
              {floor, 1, "right, of 100 answers that stand", hundred});
    std::vector<std::string> names;
    for (const ClassFigureRun& one : runs)
        names.push_back(one.name);
    for (std::size_t i = runs.size(); i-- > 0;) {
        std::vector<SvgPoint> line;
        for (const auto& [x, y] : curves[i].points)
            line.push_back(plot.at(x, y));
        canvas.path(line, runStroke(i));
    }
    drawRunNames(plot, names);
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
