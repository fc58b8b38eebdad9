// How a planned file is opened for reading: its columns in the order of the cells, and the right reader.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/import/record_reader.h"

namespace reckoner {

class FileLayout {
 public:
    // plan must outlive this.
    explicit FileLayout(const ImportPlan& plan);

    // Beside the cells of a record. CSV: every column of the file; JSON Lines: those that have a role.
    const std::vector<const PlannedColumn*>& columns() const { return columns_; }
    // Reads what stands before the first record. Throws Error{BadInput} when the file is not the planned one.
    std::unique_ptr<RecordReader> open(BlockBuffer& buffer, ProblemLog& log) const;

 private:
    const ImportPlan& plan_;
    std::vector<const PlannedColumn*> columns_;
};

// The first CSV record that is no blank line, and what makes its names usable: names in file order, empty
// ones called "column 3", repeated ones "score (2)", each with a sentence in `notes` (may be nullptr). Empty:
// the file has no text.
std::vector<std::string> readCsvHeader(BlockBuffer& buffer, char delimiter, std::vector<std::string>* notes);

}  // namespace reckoner
