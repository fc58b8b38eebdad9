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

class CaseStory;
class RowDecisions;

// A cell of the run: nothing when it is missing.
using CaseCell = std::optional<std::string>;

struct CaseRecord {
    RowIndex row = 0;
    std::string id;
    CaseCell label, corrected, decision;
    std::optional<double> score;
    std::optional<bool> right;    // with the corrected label, if there is one; nothing: not known
    std::string sentence;         // what became of it, in the model's words; may be empty
    std::vector<CaseCell> cells;  // beside CaseRecordReader::columns()
    std::vector<Annotation> notes;
};

// Reads cases of a run. Columns are loaded once, texts row by row.
class CaseRecordReader {
 public:
    CaseRecordReader(const std::shared_ptr<Store>& store, const CaseExport& what, const TaskContext& context);
    ~CaseRecordReader();

    const RunRow& run() const { return run_; }
    double threshold() const { return threshold_; }
    // All but id, label and score (against the rest).
    const std::vector<ColumnInfo>& columns() const { return columns_; }
    CaseRecord read(RowIndex row) const;
    const CaseStory& story() const { return *story_; }

 private:
    CaseCell cell(const ColumnInfo& column, RowIndex row) const;

    RunRow run_;
    EvalTablePtr table_;
    double threshold_ = 0;
    std::unique_ptr<RowDecisions> decisions_;
    std::unique_ptr<CaseStory> story_;
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
