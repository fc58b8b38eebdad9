// A run back as CSV (RFC 4180, UTF-8, commas, LF) with its manifest.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"
#include "core/report/csv_cell.h"

namespace reckoner {

// Header and rows in file order, columns in store order. Missing values are empty cells. `write` is called
// with pieces of at most about 1 MB. O(cells); text is read in blocks.
void writeRunCsv(const EvalTable& table, CsvText text, const std::function<void(std::string_view)>& write,
                 const TaskContext& context = {});

// The manifest that makes an import of the raw file the same run (names, roles, classes, score kind). What
// the original said beyond that is kept; empty without one.
std::string runManifest(const EvalTable& table, const std::string& dataFile,
                        const std::string& original = {});

}  // namespace reckoner
