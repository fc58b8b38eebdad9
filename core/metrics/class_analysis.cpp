#include "core/metrics/class_analysis.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/data/filter.h"

namespace reckoner {
namespace {

void setConfidenceAxis(ClassAnalysis& analysis) {
    const ScoreKind kind = analysis.table->info().kind;
    const bool bounded = kind == ScoreKind::Probability || kind == ScoreKind::Percent;
    if (bounded) analysis.axisHi = kind == ScoreKind::Percent ? 100 : 1;
    if (!analysis.sweep->known()) return;
    const ThresholdSweep& answers = analysis.sweep->answers();
    const double lowest = answers.lowest();
    // Answers without a confidence stand at infinity.
    double highest = answers.highest();
    if (std::isinf(highest)) highest = answers.below(highest).value_or(lowest);
    analysis.axisLo = bounded ? std::min(analysis.axisLo, lowest) : lowest;
    analysis.axisHi = bounded ? std::max(analysis.axisHi, highest) : highest;
    if (analysis.axisLo < analysis.axisHi) return;
    const double room = lowest == 0 ? 1 : std::abs(lowest);
    analysis.axisLo -= room;
    analysis.axisHi += room;
}

// Nothing for costs of other classes.
std::optional<ClassCosts> costsOf(const ClassAnalysis& run, const std::optional<ClassCosts>& costs) {
    if (!costs || costs->classes != run.classes.size()) return std::nullopt;
    ClassCosts own = *costs;
    const auto scored = static_cast<double>(run.table->info().scored);
    const auto samples = static_cast<double>(run.samples());
    if (!run.where.empty() && scored > samples) own.volumePerPeriod *= samples / scored;
    return own;
}

}  // namespace

ClassAnalysisPtr withClassCosts(const ClassAnalysisPtr& run, const std::optional<ClassCosts>& costs) {
    const std::optional<ClassCosts> own = costsOf(*run, costs);
    if (own == run->costs) return run;
    auto analysis = std::make_shared<ClassAnalysis>(*run);
    analysis->costs = own;
    return analysis;
}

ClassAnalysisPtr analyseClasses(const EvalTablePtr& table, const std::string& where,
                                const std::optional<ClassCosts>& costs, const TaskContext& context,
                                const OutcomeContext& outcome) {
    context.report(0, "reading");
    const RowSet cohort =
        where.empty() ? RowSet::all(table->rows()) : Filter::parse(where).apply(*table, outcome, context);
    const ClassifiedRows rows = ClassifiedRows::of(*table, cohort, context);
    context.report(0.5, "sorting");
    auto analysis = std::make_shared<ClassAnalysis>();
    analysis->table = table;
    analysis->where = where;
    analysis->classes = rows.classes;
    analysis->excluded = rows.excluded;
    analysis->weighted = !rows.weights.empty();
    analysis->sweep = ConfidenceSweep::build(*table, rows, context);
    analysis->everything = analysis->sweep->table(-std::numeric_limits<double>::infinity());
    analysis->costs = costsOf(*analysis, costs);
    setConfidenceAxis(*analysis);
    return analysis;
}

}  // namespace reckoner
