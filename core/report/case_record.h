// One case as text, whatever it is written as; made row by row.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/report/case_export.h"
#include "core/review/annotation.h"

namespace reckoner {

class RowDecisions;

// A cell of the run: nothing when it is missing.
using CaseCell = std::optional<std::string>;

struct CaseRecord {
    std::string id;
    CaseCell label, corrected, decision;
    std::optional<double> score;
    std::optional<bool> right;    // with the corrected label, if there is one; nothing: not known
    std::vector<CaseCell> cells;  // beside CaseReader::columns()
    std::vector<Annotation> notes;
};

// Reads cases of a run. Columns are loaded once, texts row by row.
class CaseReader {
 public:
    CaseReader(const std::shared_ptr<Store>& store, const CaseExport& what, const TaskContext& context);
    ~CaseReader();

    const RunRow& run() const { return run_; }
    double threshold() const { return threshold_; }
    // All but id, label and score (against the rest).
    const std::vector<ColumnInfo>& columns() const { return columns_; }
    CaseRecord read(RowIndex row) const;

 private:
    CaseCell cell(const ColumnInfo& column, RowIndex row) const;

    RunRow run_;
    EvalTablePtr table_;
    double threshold_ = 0;
    std::unique_ptr<RowDecisions> decisions_;
    std::vector<ColumnInfo> columns_;
    std::map<std::string, std::vector<Annotation>> notes_;
    std::map<std::string, std::string> corrections_;
};

// The fields of a note but its text: key ("note_expected", in JSON without "note_"), title for people
// ("Expected"), value ("" when not said).
struct NoteField {
    const char* key;
    const char* title;
    std::string value;
};
std::vector<NoteField> noteFields(const Annotation& note);

}  // namespace reckoner
