#include <cmath>

#include <fmt/format.h>

#include "core/metrics/metric_list.h"
#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/plot.h"
#include "core/report/figures/run_lines.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kCurveWidth = 720;
constexpr double kCurveHeight = 340;

struct Rates {
    double recall = 0;
    double precision = 0;
};

std::optional<Rates> ratesOf(const Tally& tally) {
    const double flagged = tally.tp.weight + tally.fp.weight;
    const double real = tally.tp.weight + tally.fn.weight;
    if (!(flagged > 0) || !(real > 0)) return std::nullopt;
    return Rates{tally.tp.weight / real, tally.tp.weight / flagged};
}

std::vector<SvgPoint> curveOf(const RunAnalysis& run, const Plot& plot) {
    std::vector<SvgPoint> line;
    for (const CurvePoint& point : run.curve)
        if (const auto rates = ratesOf(point.tally)) line.push_back(plot.at(rates->recall, rates->precision));
    return line;
}

}  // namespace

FigureBlock precisionRecallFigure(const std::vector<FigureRun>& runs, const Vocabulary& words) {
    FigureBlock block;
    block.title = "Precision and recall";
    for (const FigureRun& one : runs) {
        const std::string place = runs.size() == 1 ? "At" : one.name + " at";
        block.text += fmt::format("{}{} {}: {}", block.text.empty() ? "" : " ", place,
                                  shortThreshold(*one.run, one.threshold),
                                  plain(qualitySentence(*one.run, words, one.threshold)));
    }
    SvgCanvas canvas(kCurveWidth, kCurveHeight, block.title, block.text);
    const auto hundred = [](double share) { return ofHundred(share); };
    Plot plot(canvas, {0, 1, recallAxisTitle(words) + ", of 100", hundred},
              {0, 1, precisionAxisTitle(words) + ", of 100", hundred});
    std::vector<std::string> names;
    for (const FigureRun& one : runs)
        names.push_back(one.name);
    drawRunNames(plot, names);
    for (std::size_t i = runs.size(); i-- > 0;) {
        const FigureRun& one = runs[i];
        canvas.path(curveOf(*one.run, plot), runStroke(i));
        const auto rates = ratesOf(one.run->sweep->at(one.threshold));
        if (!rates) continue;
        const SvgPoint at = plot.at(rates->recall, rates->precision);
        canvas.circle(at, i == 0 ? 6.5 : 4.5,
                      {figure::kPage, 2, "", i == 0 ? figure::kAccent : figure::kBaseline});
        const std::string name =
            (runs.size() == 1 ? "" : one.name + " ") + "at " + shortThreshold(*one.run, one.threshold);
        const bool right = at.x + 12 + textWidth(name, 12, true) < plot.right();
        const double lower = runs.size() > 1 && i % 2 == 1 ? 20 : -10;
        canvas.text({right ? at.x + 10 : at.x - 10, at.y + lower}, name,
                    {i == 0 ? figure::kAccent : figure::kInk2, 12,
                     right ? SvgText::Anchor::Start : SvgText::Anchor::End, true, true});
    }
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
