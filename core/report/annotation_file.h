// Notes as a file for the ML team or another store.
#pragma once

#include <vector>

#include "core/report/run_csv.h"
#include "core/report/whole_file.h"
#include "core/review/annotation_record.h"

namespace reckoner {

// RFC 4180 with a header. Neutral: cells that a spreadsheet would read as formulas get a leading apostrophe;
// the last column says so, and reading takes it off again.
void writeAnnotationsCsv(const std::vector<AnnotationRecord>& records, CsvText text, const Write& write);
// One object a line.
void writeAnnotationsJsonLines(const std::vector<AnnotationRecord>& records, const Write& write);

// Neutral text and back; the second undoes the first whatever the text was.
std::string neutralNoteCell(std::string_view text);
std::string plainNoteCell(std::string_view cell);

// The column that says how text was written ("raw" or "neutral").
inline constexpr std::string_view kCsvFormColumn = "csv_form";

}  // namespace reckoner
