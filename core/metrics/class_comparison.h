// Two runs of several classes side by side: figures of the matrix, by class, and who changed sides.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/cost/class_costs.h"
#include "core/metrics/comparison.h"
#include "core/metrics/multiclass.h"

namespace reckoner {

struct ClassComparisonRequest {
    EvalTablePtr first;
    EvalTablePtr second;
    SampleAlignment alignment;               // of the first run's rows
    std::string where;                       // cohort expression over the first run's columns; empty: all
    std::vector<std::string> by;             // segment columns of the first run; several make their cross
    std::uint32_t replicates = kReplicates;  // 0: no bootstrap
    std::shared_ptr<const SampleFacts> facts = {};
    std::optional<ClassCosts> costs = {};  // by the first run's classes; nothing: no money
};

struct ClassDifference {
    std::string name;
    std::uint64_t support = 0;  // samples of the class compared; unpaired: of the second run
    Value firstFigures[3];      // precision, recall, F1
    Value secondFigures[3];
    Difference precision;
    Difference recall;
    Difference f1;
    McNemar hits;  // over the samples of the class: a change of its recall
    Value q;       // Benjamini-Hochberg over the classes, of the mid-p; n/a where none changed sides
};

struct ClassSegmentDifference {
    Grouping::Key key;
    std::uint64_t n = 0;
    Value firstAccuracy;
    Value secondAccuracy;
    Flips flips;
    McNemar all;
    Value q;             // Benjamini-Hochberg over the segments shown
    bool small = false;  // fewer than 30 samples
};

struct ClassComparison {
    std::vector<std::string> classes;  // in the first run's order
    bool paired = true;                // false: no sample in common, each run over its own samples
    std::uint64_t both = 0;
    std::uint64_t onlyFirst = 0;
    std::uint64_t onlySecond = 0;
    std::uint64_t conflicting = 0;
    std::uint64_t unscored = 0;
    ClassMatrix firstMatrix{0};
    ClassMatrix secondMatrix{0};
    MatrixNumbers first;
    MatrixNumbers second;
    std::vector<std::pair<std::string, Difference>> differences;  // in the order of matrixFigureNames()
    std::vector<ClassDifference> perClass;
    std::vector<ClassSegmentDifference> segments;
    // Money, with costs: a period's where a volume is known, else of the samples compared. The interval is of
    // the paired differences by sample; different samples have none.
    Value firstCost;
    Value secondCost;
    Difference cost;
    bool sameAnswers = false;  // both runs answer every sample compared alike
    Flips flips;
    McNemar decisions;
    std::uint64_t seed = 0;  // of the bootstrap; 0: none
    std::uint32_t replicates = 0;

    const Difference* difference(const std::string& id) const;
};

// Differences are second - first; their intervals are of the paired percentile bootstrap: multinomial over
// the cells truth x first's x second's class, the same distribution as drawing sample by sample (with
// weights: sample by sample). Without a sample in common each run is resampled on its own. Throws
// Error{BadInput}: runs of other classes, an unknown column, a bad expression. O(n + replicates x occupied
// cells).
ClassComparison compareClasses(const ClassComparisonRequest& request, const TaskContext& context = {});

}  // namespace reckoner
