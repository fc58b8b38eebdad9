// What a file is, in one line.
#pragma once

#include <cstdint>
#include <string>

#include "core/import/import_plan.h"

namespace reckoner {

// "812 KB", "1.2 GB"; decimal units.
std::string fileSize(std::uint64_t bytes);
// "UTF-8", "Latin-1", ...
std::string encodingName(Encoding encoding);
// "CSV in UTF-8, comma between columns, decimal point · 20 columns · 812 KB · manifest x.manifest.json".
std::string fileFacts(const ImportPlan& plan);
// After an import: what was left out, or nothing. "12 of 4,454 rows are left out: 10 without a label, 2
// without a score. 3 lines could not be read; the first, line 17: too few columns."
std::string leftOut(const ImportReport& report);
// One problem a line, with its place: "line 17: too few columns".
std::string problemLines(const ImportReport& report);

}  // namespace reckoner
