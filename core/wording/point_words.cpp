#include "core/wording/point_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/cost_unit.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/lowest_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

std::string cases(double number) {
    if (number > 0 && number < 0.5) return "< 1";
    return count(static_cast<std::uint64_t>(std::llround(number)));
}

std::string cutoffs(const RunAnalysis& run, const OperatingPoint& point) {
    if (!point.tiers) return costedThreshold(run, point.threshold);
    std::string text;
    for (const double cutoff : point.tiers->cutoffs)
        text += (text.empty() ? "" : ", ") + shortThreshold(run, cutoff);
    return text;
}

std::string ofHundredOr(const Value& value) {
    return value ? ofHundred(*value) : std::string("n/a");
}

std::string inPeriod(const RunAnalysis& run) {
    const std::string period = perPeriodText(run);
    return period.empty() ? " in this run" : period;
}

std::string signedAmount(double amount) {
    return (amount > 0 ? "+" : "") + amountText(amount);
}

}  // namespace

std::vector<PointRow> compareRows(const RunAnalysis& run, const Vocabulary& words,
                                  const std::vector<ComparedPoint>& points,
                                  const std::optional<OperatingPoint>& policy) {
    std::vector<PointFigures> figures;
    for (const ComparedPoint& compared : points)
        figures.push_back(pointFigures(run, compared.point));
    std::vector<PointRow> rows;
    const auto row = [&](const std::string& what, const auto& text, bool strong = false) {
        PointRow& added = rows.emplace_back();
        added.what = what;
        added.strong = strong;
        for (std::size_t i = 0; i < points.size(); ++i)
            added.texts.push_back(text(i));
    };
    row("from", [&](std::size_t i) { return cutoffs(run, points[i].point); });
    row(words.flagged + inPeriod(run), [&](std::size_t i) { return cases(figures[i].flagged); });
    const bool reviewed =
        std::any_of(figures.begin(), figures.end(), [](const auto& f) { return f.reviewed > 0; });
    if (reviewed) row("seen by people", [&](std::size_t i) { return cases(figures[i].reviewed); });
    // People's own mistakes are counted in.
    const std::string after = reviewed ? " after review" : "";
    row("of 100 " + words.realOnes + ", caught" + after,
        [&](std::size_t i) { return ofHundredOr(figures[i].recall); });
    row("of 100 " + words.flagged + after + ", right",
        [&](std::size_t i) { return ofHundredOr(figures[i].precision); });
    const CostModel& costs = run.cost.model();
    row(
        unitOfCosts(costs) + inPeriod(run), [&](std::size_t i) { return amountText(figures[i].cost); }, true);
    if (!policy) return rows;
    const double reference = pointFigures(run, *policy).cost;
    const auto isPolicy = [&](std::size_t i) { return points[i].point == *policy; };
    row("against the policy", [&](std::size_t i) {
        if (isPolicy(i)) return std::string("\u2013");
        return signedAmount(roundedDifference(figures[i].cost - reference, figures[i].cost));
    });
    row("  95 % between", [&](std::size_t i) {
        if (isPolicy(i) || !points[i].difference) return std::string();
        return amountText(points[i].difference->lo) + " and";
    });
    row("", [&](std::size_t i) {
        if (isPolicy(i) || !points[i].difference) return std::string();
        return amountText(points[i].difference->hi);
    });
    return rows;
}

}  // namespace reckoner
