// What people wrote about the samples of a run, and where they stand in another run: what filters on notes,
// tags, corrected labels and flips ask.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

// One note on a sample id.
struct NoteFact {
    std::string sampleId;
    std::string text;     // the one line
    std::string details;  // everything else that was written
    std::vector<std::string> tags;
};

struct LabelFact {
    std::string sampleId;
    std::string label;  // the corrected one
};

// The run compared with, and where the samples stand in it.
struct BaselineRows {
    static constexpr RowIndex kNone = std::numeric_limits<RowIndex>::max();
    EvalTablePtr table;
    std::vector<RowIndex> rows;  // by row of the run; kNone: not in it. Empty: row for row the same samples
    // Where it decides; nothing: at the run's threshold where its scores are of the same kind, else at its
    // own.
    std::optional<double> threshold = {};

    RowIndex operator()(RowIndex row) const { return rows.empty() ? row : rows[row]; }
};

// Of one run. Thread-safe; each source is asked at most once, by whoever needs it first, and what it said
// stays.
class SampleFacts {
 public:
    struct Sources {
        std::function<std::vector<NoteFact>()> notes;
        std::function<std::vector<LabelFact>()> corrections;
        std::function<BaselineRows(const TaskContext&)> baseline;  // empty: there is no run to compare with
    };
    SampleFacts(EvalTablePtr table, Sources sources);
    ~SampleFacts();

    const std::vector<NoteFact>& notes() const;
    const std::vector<LabelFact>& corrections() const;

    // The rows of the run a fact is about: every occurrence of its sample id. Ascending by row, then by item.
    struct Place {
        RowIndex row;
        std::uint32_t item;  // of notes() or corrections()
    };
    // Reads the ids of the whole run the first time. Throws Error{Cancelled}.
    const std::vector<Place>& notePlaces(const TaskContext& context = {}) const;
    const std::vector<Place>& correctionPlaces(const TaskContext& context = {}) const;
    // Ascending, each row once.
    std::vector<RowIndex> notedRows(const TaskContext& context = {}) const;

    bool hasBaseline() const;
    const BaselineRows& baseline(const TaskContext& context = {}) const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
using SampleFactsPtr = std::shared_ptr<const SampleFacts>;

}  // namespace reckoner
