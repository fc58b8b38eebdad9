// A picture of a report: drawn as SVG, said in words where no picture can be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/metrics/class_analysis.h"
#include "core/metrics/run_analysis.h"
#include "core/report/document.h"
#include "core/review/version_results.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// One run at its point; names are for people ("v2").
struct FigureRun {
    std::string name;
    RunAnalysisPtr run;  // with samples
    double threshold = 0;
    std::optional<double> policy{};
    std::optional<double> tiersCost{};  // a period, of a run that decides in tiers
};

// What each threshold costs, with the point, the policy and the lowest. With several runs their totals over
// one axis where their scores are of one kind, each in the threshold's own units.
FigureBlock costFigure(const std::vector<FigureRun>& runs, const Vocabulary& words);
// Precision against recall, each run's point on its curve.
FigureBlock precisionRecallFigure(const std::vector<FigureRun>& runs, const Vocabulary& words);
// The scores of each class, above and below the axis, coloured by what the threshold makes of them.
FigureBlock scoreFigure(const FigureRun& run, const Vocabulary& words);

struct IntervalRow {
    std::string name;  // "job = partime"
    std::uint64_t n = 0;
    Value value;
    std::optional<Interval> interval;
};
// A share and its interval a row, with everyone's as a dashed line. At most 24 rows are drawn.
FigureBlock intervalFigure(const std::string& title, const std::vector<IntervalRow>& rows,
                           std::optional<double> everyone);

// The matrix of a run of several classes, by share of the row. Meant for up to twelve classes. names: beside
// the table's classes.
FigureBlock confusionFigure(const ConfusionTable& table, const std::vector<std::string>& names,
                            const std::string& samples);

struct ClassFigureRun {
    std::string name;
    ClassAnalysisPtr run;  // with samples
};
// How right the answers are that stand when the least sure go to a person.
FigureBlock coverageFigure(const std::vector<ClassFigureRun>& runs, const std::string& samples);

// Recall by date, with its intervals. Precondition: two points or more.
FigureBlock historyFigure(const std::string& version, const std::vector<VersionResult>& results,
                          const Vocabulary& words);

}  // namespace reckoner
