#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/plot.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

constexpr double kHistoryWidth = 720;
constexpr double kHistoryHeight = 280;
constexpr double kHistoryNames = 76;  // room for the names of the lines at the right
constexpr double kNameHeight = 17;
constexpr std::size_t kHistoryMost = 26;

struct Line {
    const char* name;
    Value VersionResult::*value;
    std::optional<Interval> VersionResult::*interval;
    std::string_view color;
    std::string_view dash;
};

// Where its last point is.
std::optional<SvgPoint> drawLine(Plot& plot, const std::vector<VersionResult>& results, const Line& line) {
    std::vector<SvgPoint> points;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Value& value = results[i].*line.value;
        if (!value) continue;
        const double x = static_cast<double>(i);
        if (const auto& interval = results[i].*line.interval)
            plot.canvas().line(plot.at(x, interval->lo), plot.at(x, interval->hi), {line.color, 1.5});
        points.push_back(plot.at(x, *value));
    }
    plot.canvas().path(points, {line.color, 2, line.dash});
    for (const SvgPoint& point : points)
        plot.canvas().circle(point, 3.5, {figure::kPage, 1, "", line.color});
    return points.empty() ? std::nullopt : std::optional(points.back());
}

// Right of the last points, moved apart where they would touch.
void nameLines(Plot& plot, const Line& upper, SvgPoint upperEnd, const Line& lower, SvgPoint lowerEnd) {
    if (upperEnd.y > lowerEnd.y) return nameLines(plot, lower, lowerEnd, upper, upperEnd);
    const double apart = std::max(0.0, kNameHeight - (lowerEnd.y - upperEnd.y)) / 2;
    const auto name = [&](const Line& line, SvgPoint end, double by) {
        plot.canvas().text({end.x + 10, end.y + 4 + by}, line.name,
                           {figure::kInk2, 12, SvgText::Anchor::Start, true});
    };
    name(upper, upperEnd, -apart);
    name(lower, lowerEnd, apart);
}

TableBlock tableOf(const std::vector<VersionResult>& results) {
    TableBlock table;
    table.heads = {{"Evaluation set"}, {"Date"}, {"n", true}, {"Recall", true}, {"Precision", true}};
    for (const VersionResult& result : results)
        table.rows.push_back({result.evalSet, dateName(result.date), count(result.n),
                              result.recall ? ofHundred(*result.recall) : "n/a",
                              result.precision ? ofHundred(*result.precision) : "n/a"});
    return table;
}

}  // namespace

FigureBlock historyFigure(const std::string& version, const std::vector<VersionResult>& all,
                          const Vocabulary& words) {
    const std::vector<VersionResult> results(
        all.end() - static_cast<std::ptrdiff_t>(std::min(kHistoryMost, all.size())), all.end());
    FigureBlock block;
    block.title = fmt::format("Results of {} over time", version);
    block.text = fmt::format("Recall: of 100 {} those caught. Precision: of 100 {} those who {}.",
                             words.realOnes, words.flagged, words.wouldHave);
    block.table = tableOf(results);
    SvgCanvas canvas(kHistoryWidth, kHistoryHeight, block.title, block.text);
    const double last = static_cast<double>(results.size()) - 1;
    const std::size_t step = (results.size() + 7) / 8;
    const auto name = [&](double x) -> std::string {
        const auto i = static_cast<std::size_t>(std::lround(std::clamp(x, 0.0, last)));
        if (std::abs(x - static_cast<double>(i)) > 1e-6 || i % step != 0) return {};
        return results[i].date.empty() ? results[i].evalSet
                                       : shortDayText(results[i].date, results.back().date);
    };
    const double room = (last + 0.6) * kHistoryNames / (kHistoryWidth - 100 - kHistoryNames);
    Plot plot(canvas, {-0.3, last + 0.3 + room, "each point is one run, with its 95 % interval", name},
              {0, 1, "of 100", [](double share) { return ofHundred(share); }});
    const Line precision{"precision", &VersionResult::precision, &VersionResult::precisionInterval,
                         figure::kBaseline, "5 4"};
    const Line recall{"recall", &VersionResult::recall, &VersionResult::recallInterval, figure::kInk, ""};
    const auto precisionEnd = drawLine(plot, results, precision);
    const auto recallEnd = drawLine(plot, results, recall);
    if (precisionEnd && recallEnd) nameLines(plot, recall, *recallEnd, precision, *precisionEnd);
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
