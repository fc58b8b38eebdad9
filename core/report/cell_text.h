// Values of a run as the texts that stand for them in a file.
#pragma once

#include <optional>
#include <string>

#include "core/data/eval_table.h"

namespace reckoner {

// How a column's times are written: as in its file, else the coarsest form that loses nothing of any value.
enum class TimeForm { Date, Minute, Second, Millisecond };
TimeForm timeFormOf(const ColumnInfo& info, const RealColumn& column);
// The coarsest that loses nothing of this value.
TimeForm timeFormOf(double seconds);
// "2024-06-03", "2024-06-03T10:30", ... Precondition: finite.
std::string timeText(double seconds, TimeForm form);

// Numbers shortest round trip, times in their column's form; nothing when it is missing. Text is read from
// the store; other columns are loaded whole when first asked for.
std::optional<std::string> cellText(const EvalTable& table, const ColumnInfo& column, RowIndex row);

}  // namespace reckoner
