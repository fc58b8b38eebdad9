// Cases for somebody else: the selected samples of a run with their notes, as CSV, JSON Lines or a page to
// read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/task_context.h"
#include "core/report/run_csv.h"
#include "core/report/whole_file.h"
#include "core/store/store.h"

namespace reckoner {

enum class CaseFormat { Csv, JsonLines, Html, Markdown };
std::string_view name(CaseFormat format);                     // "csv", "jsonl", "html", "md"
std::optional<CaseFormat> caseFormat(std::string_view name);  // also "markdown", "ndjson", "htm"
// By the extension; nothing when it is none of them.
std::optional<CaseFormat> caseFormatOf(const std::filesystem::path& file);

struct CaseExport {
    RunId run = 0;
    std::vector<RowIndex> rows;  // in the order they are written
    CaseFormat format = CaseFormat::Html;
    // CSV only: whether cells that look like formulas are made harmless.
    CsvText text = CsvText::Neutral;
    std::optional<double> threshold;  // nothing: operatingThreshold()
    // One class against the rest; empty: as the run is (binary: its positive class, else all classes).
    std::string positive;
    std::string title;  // of a page; empty: the run's name
    std::string what;   // which samples these are, for a page ("label = 'yes' and has note"); may be empty
};

// - CSV: sample_id, run, version, eval_set, label, corrected_label, decision, score, then every other column
//   of the run, then the note's fields (note, note_expected, ...). A row a note; a case without notes is one
//   row. A column whose name is taken gets " (2)" behind it. Raw cells are the texts as they are stored.
// - JSON Lines: an object a case: id, run, version, eval_set, label, corrected_label, decision, score,
//   columns {}, notes [].
// - HTML and Markdown: a section a case with the same in words.
// A run with several classes has the highest class score as its score. Reads texts of the given rows only.
// `write` is called with pieces. Throws Error{Usage} for a row the run has not.
void writeCases(const std::shared_ptr<Store>& store, const CaseExport& what, const Write& write,
                const TaskContext& context = {});

// The same into a file that is there whole or not at all. Throws Error{Usage} when it is the store itself or
// another database.
void exportCases(const std::shared_ptr<Store>& store, const CaseExport& what,
                 const std::filesystem::path& file, const TaskContext& context = {});

// Rows of the run that have at least one note, ascending.
std::vector<RowIndex> notedRows(const std::shared_ptr<Store>& store, RunId run,
                                const TaskContext& context = {});

}  // namespace reckoner
