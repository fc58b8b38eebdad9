// What the list of cases can show first, worked out off the UI thread.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QString>

#include "core/review/case_list.h"

namespace reckoner {

using CaseListPtr = std::shared_ptr<const CaseList>;
using RowsPtr = std::shared_ptr<const std::vector<RowIndex>>;
using NotedIds = std::set<QString>;

struct FirstLook {
    CaseListPtr list;  // its rows are in `rows`
    RowsPtr rows;
    std::shared_ptr<const NotedIds> noted;  // ids that carry a note, as they are shown
    QString longestId;                      // of the first rows of the run, as it is shown
    std::optional<std::size_t> place;       // of the case that was asked for, where it is among the rows
    std::optional<RowIndex> row;            // of that case in the run
};

// wanted: the case the state names (caseKey), may be empty; known: its row, where it is known already.
FirstLook firstLook(const CaseQuery& query, std::size_t most, const std::string& wanted,
                    std::optional<RowIndex> known, const TaskContext& context);

// Which of the rows with its id a row is, from 1.
std::size_t occurrenceOf(const EvalTable& table, RowIndex row, const std::string& sampleId,
                         const TaskContext& context);
std::optional<std::size_t> placeOf(const std::vector<RowIndex>& rows, RowIndex row);

}  // namespace reckoner
