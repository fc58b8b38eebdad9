#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/report/figures/figure.h"
#include "core/report/figures/figure_colors.h"
#include "core/report/figures/plot.h"
#include "core/report/figures/run_lines.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kCostWidth = 720;
constexpr double kCostHeight = 320;

double costOf(const RunAnalysis& run, const Tally& tally) {
    return run.perPeriod(run.cost.total(tally));
}

// By threshold from the lowest up; "flag nobody" is no place on the axis.
std::vector<CurvePoint> drawn(const RunAnalysis& run) {
    std::vector<CurvePoint> points;
    for (const CurvePoint& point : run.curve)
        if (std::isfinite(point.threshold)) points.push_back(point);
    std::reverse(points.begin(), points.end());
    // Above the highest score nobody is flagged.
    if (!points.empty() && points.back().threshold < run.axisHi)
        points.push_back({run.axisHi, run.sweep->at(std::nextafter(points.back().threshold, run.axisHi))});
    return points;
}

bool oneAxis(const std::vector<FigureRun>& runs) {
    return std::all_of(runs.begin(), runs.end(), [&](const FigureRun& other) {
        return other.run->request.table->info().kind == runs.front().run->request.table->info().kind &&
               (other.run->axisHi - other.run->axisLo) > 0;
    });
}

struct Range {
    double lo = 0, hi = 0;
};

Range heights(const std::vector<FigureRun>& runs) {
    Range range;
    for (const FigureRun& each : runs)
        for (const CurvePoint& point : each.run->curve) {
            const double cost = costOf(*each.run, point.tally);
            range.lo = std::min(range.lo, cost);
            range.hi = std::max(range.hi, cost);
        }
    if (!(range.hi > range.lo)) range.hi = range.lo + 1;
    range.hi += (range.hi - range.lo) * 0.02;
    return range;
}

std::string unit(const RunAnalysis& run, const Vocabulary& words) {
    const CostModel& costs = run.cost.model();
    return (costs.inMoney() ? costs.currency : words.falseAlarmMany) + perPeriodText(run);
}

// The share of it that false alarms make, under the curve of a single run.
void fillParts(Plot& plot, const RunAnalysis& run, const std::vector<CurvePoint>& points,
               const Vocabulary& words) {
    const CostModel& costs = run.cost.model();
    const auto plain = [](const OutcomeCost& cost) { return cost.fixed >= 0 && cost.factor >= 0; };
    if (!(costs.tp == OutcomeCost{}) || !(costs.tn == OutcomeCost{}) || !plain(costs.fp) || !plain(costs.fn))
        return;
    std::vector<SvgPoint> alarms, both;
    for (const CurvePoint& point : points) {
        alarms.push_back(plot.at(point.threshold, run.perPeriod(run.cost.of(point.tally).fp)));
        both.push_back(plot.at(point.threshold, costOf(run, point.tally)));
    }
    if (alarms.empty()) return;
    std::vector<SvgPoint> between = both;
    between.insert(between.end(), alarms.rbegin(), alarms.rend());
    std::vector<SvgPoint> below = alarms;
    below.push_back({alarms.back().x, plot.yAt(0)});
    below.push_back({alarms.front().x, plot.yAt(0)});
    plot.canvas().path(between, {"", 0, "", figure::kMissed, 0.3}, true);
    plot.canvas().path(below, {"", 0, "", figure::kFalseAlarm, 0.2}, true);
    const double x = plot.right() - 10;
    const auto name = [&](const std::string& text, double y, std::string_view color) {
        plot.canvas().text({x, y}, text, {color, 12, SvgText::Anchor::End, true});
    };
    const auto at = points.begin() + static_cast<std::ptrdiff_t>(points.size() * 85 / 100);
    const double top = plot.yAt(costOf(run, at->tally));
    const double middle = plot.yAt(run.perPeriod(run.cost.of(at->tally).fp));
    if (middle - top > 30) name(words.missed, (top + middle) / 2 + 12, figure::kMissedText);
    const auto left = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 10);
    const double leftTop = plot.yAt(run.perPeriod(run.cost.of(left->tally).fp));
    if (plot.bottom() - leftTop > 30)
        plot.canvas().text({plot.left() + 10, plot.bottom() - 12}, words.falseAlarmMany,
                           {figure::kFalseAlarmText, 12, SvgText::Anchor::Start, true});
}

void markPoints(Plot& plot, const FigureRun& one) {
    const RunAnalysis& run = *one.run;
    const auto point = [&](double threshold) {
        return plot.at(threshold, costOf(run, run.sweep->at(threshold)));
    };
    const bool same = one.policy && *one.policy == one.threshold;
    if (one.policy && !same && std::isfinite(*one.policy)) {
        plot.mark(*one.policy, fmt::format("policy {}", shortThreshold(run, *one.policy)), {figure::kInk, 1},
                  figure::kInk);
        plot.canvas().circle(point(*one.policy), 4, {figure::kInk, 1.5, "", figure::kPage});
    }
    if (std::isfinite(one.threshold)) {
        plot.mark(
            one.threshold,
            fmt::format("{} {}", same ? "policy in force" : "counted at", shortThreshold(run, one.threshold)),
            {figure::kAccent, 2, same ? "" : "6 4"}, figure::kAccent);
        plot.canvas().circle(point(one.threshold), 6.5, {figure::kPage, 2, "", figure::kAccent});
    }
    if (run.best && std::isfinite(run.best->threshold)) {
        plot.mark(run.best->threshold, fmt::format("lowest {}", shortThreshold(run, run.best->threshold)),
                  {figure::kAccent, 1, "1 3"}, figure::kInk2);
        const SvgPoint at = point(run.best->threshold);
        plot.canvas().path({{at.x, at.y - 6}, {at.x + 6, at.y}, {at.x, at.y + 6}, {at.x - 6, at.y}},
                           {figure::kAccent, 1.5, "", figure::kPage}, true);
    }
}

// "v2 at 0.42 costs 79,700 EUR a month; the lowest possible is 61,400, at 0.26."
std::string sentence(const FigureRun& one, const Vocabulary& words) {
    const RunAnalysis& run = *one.run;
    const double now = costOf(run, run.sweep->at(one.threshold));
    std::string text = fmt::format("{} at {} {} {}{}", one.name, shortThreshold(run, one.threshold),
                                   one.tiersCost ? "alone would cost" : "costs", amountText(run, words, now),
                                   perPeriodText(run));
    if (one.tiersCost) text += fmt::format(", in its tiers {}", amountText(*one.tiersCost));
    if (run.best)
        text +=
            fmt::format("; the lowest {} is {}, at {}", one.tiersCost ? "with one threshold" : "possible",
                        amountText(run.perPeriod(run.best->total)), shortThreshold(run, run.best->threshold));
    return text + ".";
}

}  // namespace

FigureBlock costFigure(const std::vector<FigureRun>& runs, const Vocabulary& words) {
    FigureBlock block;
    block.title = "What each threshold costs";
    for (const FigureRun& one : runs)
        block.text += (block.text.empty() ? "" : " ") + sentence(one, words);
    const FigureRun& first = runs.front();
    const bool together = oneAxis(runs);
    const std::size_t shown = together ? runs.size() : 1;
    const std::vector<FigureRun> drawnRuns(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(shown));
    if (!together)
        block.text += fmt::format(" The scores are of different kinds: the picture is of {}.", first.name);
    const Range range = heights(drawnRuns);
    SvgCanvas canvas(kCostWidth, kCostHeight, block.title, block.text);
    Plot plot(canvas,
              {first.run->axisLo, first.run->axisHi, thresholdAxisTitle(words),
               [&](double t) { return shortThreshold(*first.run, t); }},
              {range.lo, range.hi, unit(*first.run, words), [](double v) { return money(v); }});
    if (shown == 1) fillParts(plot, *first.run, drawn(*first.run), words);
    std::vector<std::string> names;
    for (const FigureRun& each : drawnRuns)
        names.push_back(each.name);
    drawRunNames(plot, names);
    for (std::size_t i = shown; i-- > 0;) {
        std::vector<SvgPoint> line;
        for (const CurvePoint& point : drawn(*runs[i].run))
            line.push_back(plot.at(point.threshold, costOf(*runs[i].run, point.tally)));
        canvas.path(line, runStroke(i));
        if (shown > 1 && !line.empty()) {
            const double at = costOf(*runs[i].run, runs[i].run->sweep->at(runs[i].threshold));
            canvas.circle(plot.at(runs[i].threshold, at), i == 0 ? 6.5 : 4.5,
                          {figure::kPage, 2, "", i == 0 ? figure::kAccent : figure::kBaseline});
            plot.mark(runs[i].threshold,
                      fmt::format("{} {}", runs[i].name, shortThreshold(*runs[i].run, runs[i].threshold)),
                      {i == 0 ? figure::kAccent : figure::kBaseline, 1, "2 3"},
                      i == 0 ? figure::kAccent : figure::kInk2);
        }
    }
    if (shown == 1) markPoints(plot, first);
    block.svg = canvas.finished();
    return block;
}

}  // namespace reckoner
