// Two to four versions of several classes side by side on the samples they share: every figure of all
// classes, each class's recall, money, and who changed hands.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cost/class_costs.h"
#include "core/metrics/class_comparison.h"
#include "core/review/version_board.h"

namespace reckoner {

struct ClassSide {
    std::string name;  // "v3"
    EvalTablePtr table;
    SampleAlignment fromBase = {};  // from the base's rows to this side's
};

struct ClassBoardRequest {
    std::vector<ClassSide> sides;  // two or more
    std::size_t base = 0;
    std::size_t judged = 1;
    std::string where;                              // cohort, over the base's columns
    std::vector<std::string> columns;               // segments: each by itself
    std::optional<ClassCosts> costs;                // nothing: no money
    std::uint32_t replicates = kReplicates;         // 0: no bootstrap
    std::shared_ptr<const SampleFacts> facts = {};  // of the base, where the cohort asks for them
};

// One line of the table.
struct ClassRow {
    FigureRow figures;
    std::string classOf;        // whose recall it is; empty: of all classes
    std::uint64_t support = 0;  // samples of the class in the judged pair
};

struct ClassFlips {
    std::string column;
    Grouping::Key key;
    Flips flips;  // base to judged
    Value q;      // of a change of accuracy: Benjamini-Hochberg over the column's segments
};

// Immutable, shared between threads.
struct ClassBoard {
    ClassBoardRequest request;
    std::vector<std::string> classes;     // in the base's order
    std::vector<SampleOverlap> overlaps;  // by side; of the base: of the judged pair
    std::vector<ClassRow> rows;           // accuracy, macro F1, money, classes, latency, further figures
    std::optional<std::size_t> worst;     // of rows: the judged side's worst beyond noise
    ClassMatrix baseMatrix{0};            // over the samples of the judged pair
    ClassMatrix judgedMatrix{0};
    Flips flips;  // base to judged
    McNemar decisions;
    std::vector<ClassFlips> segments;
    bool identical = false;  // both answer every sample alike
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;

    const ClassSide& base() const { return request.sides[request.base]; }
    const ClassSide& judged() const { return request.sides[request.judged]; }
    const ClassRow* row(const std::string& metric) const;  // of all classes
};
using ClassBoardPtr = std::shared_ptr<const ClassBoard>;

// A class's recall is beyond noise where q is below 0.05 and its interval excludes zero. Throws as
// compareClasses(), Error{Cancelled}.
ClassBoardPtr classBoard(const ClassBoardRequest& request, const TaskContext& context = {});

}  // namespace reckoner
