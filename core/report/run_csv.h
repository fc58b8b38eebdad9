// A run back as CSV (RFC 4180, UTF-8, commas, LF) with its manifest.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

enum class CsvText {
    Neutral,  // a cell that a spreadsheet would read as a formula gets a leading apostrophe
    Raw,      // every cell as it was imported: importing the file again gives the same run
};

// A cell beginning with = + - @ tab or CR gets a leading apostrophe, unless it is a plain number.
std::string neutralCell(std::string_view cell);

// Header and rows in file order, columns in store order. Missing values are empty cells. `write` is called
// with pieces of at most about 1 MB. O(cells); text is read in blocks.
void writeRunCsv(const EvalTable& table, CsvText text, const std::function<void(std::string_view)>& write,
                 const TaskContext& context = {});

// The manifest that makes an import of the raw file the same run (names, roles, classes, score kind). What
// the original said beyond that is kept; empty without one.
std::string runManifest(const EvalTable& table, const std::string& dataFile,
                        const std::string& original = {});

}  // namespace reckoner
