#include "core/review/gate_class_figures.h"

#include <algorithm>
#include <cmath>

#include "core/base/near_names.h"
#include "core/data/segment_filter.h"
#include "core/metrics/intervals.h"
#include "core/metrics/matrix_figures.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/tally_bootstrap.h"

namespace reckoner {
namespace {

GateFigure aucOfClass(const GatedRun& run, const Requirement& requirement, const TaskContext& context) {
    AnalysisRequest request;
    request.table = run.table;
    request.where = requirement.cohort;
    request.positive = requirement.classOf;
    request.facts = run.facts;
    const RunAnalysisPtr analysis = analyse(request, context);
    GateFigure figure;
    figure.value = analysis->ranking.rocAuc;
    figure.n = analysis->sweep->samples();
    if (!figure.value) return GateFigure::unknown("Only one class is present: there is nothing to rank.");
    if (analysis->aucInterval) figure.interval = analysis->aucInterval->ci95;
    return figure;
}

void setShare(GateFigure& figure, const ClassMatrix::Cell& successes, const ClassMatrix::Cell& trials,
              const ClassMatrix::Cell& all) {
    if (!(trials.weight > 0) || !(trials.weightSq > 0)) return;
    const double effective = trials.weight * trials.weight / trials.weightSq;
    figure.trials = effective;
    figure.successes = successes.weight / trials.weight * effective;
    figure.interval = clopperPearson95(*figure.successes, effective);
    figure.n = static_cast<std::uint64_t>(std::llround(effective * all.weight / trials.weight));
}

GateFigure figureOf(const ClassifiedRows& rows, const std::function<Value(const MatrixNumbers&)>& of,
                    Executor* executor, const TaskContext& context) {
    const ClassMatrix matrix = ClassMatrix::of(rows);
    GateFigure figure;
    figure.value = of(matrixNumbers(matrix));
    figure.n = rows.rows.size();
    if (!figure.value)
        return GateFigure::unknown(
            "There is no such figure here: " + std::string(describe(figure.value.why)) + ".");
    figure.interval = rows.weights.empty() ? matrixInterval(matrix, of)
                                           : classifiedInterval(rows, of, kReplicates, executor, context);
    return figure;
}

}  // namespace

GateFigure gateClassFigure(const GatedRun& run, const Requirement& requirement, Executor* executor,
                           const TaskContext& context) {
    const std::string& metric = requirement.metric;
    const std::vector<std::string>& classes = run.row.info.classes;
    const auto place = std::find(classes.begin(), classes.end(), requirement.classOf);
    if (!requirement.classOf.empty() && place == classes.end())
        return GateFigure::unknown("\"" + requirement.classOf + "\" is no class of the run" +
                                   didYouMean(requirement.classOf, classes));
    if (!requirement.classOf.empty() && metric == "roc_auc") return aucOfClass(run, requirement, context);

    RowSet cohort = RowSet::all(run.table->rows());
    if (!requirement.cohort.empty())
        cohort = Filter::parse(requirement.cohort).apply(*run.table, {{}, {}, {}, run.facts}, context);
    const ClassifiedRows rows = ClassifiedRows::of(*run.table, cohort, context);
    if (rows.rows.empty()) return GateFigure::unknown("There are no scored samples here.");

    if (requirement.classOf.empty()) {
        const auto& names = matrixFigureNames();
        if (std::find(names.begin(), names.end(), metric) == names.end())
            return GateFigure::unknown(
                "The run has several classes: say of which class, or take a figure of all of them.");
        GateFigure figure = figureOf(
            rows, [&metric](const MatrixNumbers& numbers) { return matrixFigure(numbers, metric); }, executor,
            context);
        const ClassMatrix matrix = ClassMatrix::of(rows);
        if (metric == "accuracy") setShare(figure, matrix.correct(), matrix.total(), matrix.total());
        return figure;
    }
    const auto code = static_cast<std::size_t>(place - classes.begin());
    const auto ofClass = [code, &metric](const MatrixNumbers& numbers) {
        return classFigure(numbers.perClass.at(code), metric);
    };
    if (metric != "precision" && metric != "recall" && metric != "f1")
        return GateFigure::unknown(
            "Of one class among several only precision, recall, F1 and ROC AUC are known.");
    GateFigure figure = figureOf(rows, ofClass, executor, context);
    if (!figure.value || metric == "f1") return figure;
    const ClassMatrix matrix = ClassMatrix::of(rows);
    setShare(figure, matrix.at(code, code),
             metric == "recall" ? matrix.truthTotal(code) : matrix.predictedTotal(code), matrix.total());
    return figure;
}

std::vector<SegmentReach> gateClassSegments(const GatedRun& run, const Requirement& requirement,
                                            Executor* executor, const TaskContext& context) {
    const std::vector<std::string> columns{requirement.column};
    const Grouping grouping = Grouping::byColumns(*run.table, columns, context);
    std::vector<SegmentReach> segments;
    for (const Grouping::Key& key : grouping.keys) {
        context.checkCancelled();
        Requirement ofSegment = requirement;
        ofSegment.cohort = segmentExpression(*run.table, columns, key);
        if (!requirement.cohort.empty())
            ofSegment.cohort = "(" + requirement.cohort + ") and (" + ofSegment.cohort + ")";
        const GateFigure figure = gateClassFigure(run, ofSegment, executor, context);
        if (figure.n > 0)
            segments.push_back(
                segmentReach(key.values.at(0).value_or("(missing)"), figure.n, figure, requirement));
    }
    return segments;
}

}  // namespace reckoner
