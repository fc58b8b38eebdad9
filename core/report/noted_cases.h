// The cases of a run that people wrote about, as a table of a report.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/cost/operating_point.h"
#include "core/report/document.h"
#include "core/store/store.h"

namespace reckoner {

struct ReportedCase {
    std::string sampleId;
    std::string what;  // "Missed default: 2,500 EUR approved, 1,250 EUR lost."
    std::string note;
    std::string todo;  // what could be done; may be empty
};

// Newest notes first, one row a note, at most `most`. Reads the ids of the run when there are notes at all.
// positive: of two classes, decided at this point.
std::vector<ReportedCase> notedCases(const std::shared_ptr<Store>& store, const RunRow& row,
                                     const EvalTablePtr& table, const std::optional<std::string>& positive,
                                     const OperatingPoint& at, std::size_t most,
                                     const TaskContext& context = {});

// What became of these cases, by sample id; those the run does not hold are left out. Of a sample that occurs
// more than once the first.
std::map<std::string, std::string> caseSentences(const std::shared_ptr<Store>& store, const RunRow& row,
                                                 const EvalTablePtr& table,
                                                 const std::optional<std::string>& positive,
                                                 const OperatingPoint& at,
                                                 const std::vector<std::string>& samples,
                                                 const TaskContext& context = {});

// Nothing without cases.
std::optional<TableBlock> notedCasesTable(const std::vector<ReportedCase>& cases);

}  // namespace reckoner
