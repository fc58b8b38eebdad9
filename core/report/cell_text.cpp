#include "core/report/cell_text.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/base/clock.h"
#include "core/base/numbers.h"

namespace reckoner {
namespace {

std::optional<TimeForm> formNamed(const std::string& name) {
    if (name == "date") return TimeForm::Date;
    if (name == "minute") return TimeForm::Minute;
    if (name == "second") return TimeForm::Second;
    if (name == "millisecond") return TimeForm::Millisecond;
    return std::nullopt;
}

std::optional<std::string> numberText(const RealColumn& column, const ColumnInfo& info, RowIndex row) {
    const double number = column.values()[row];
    if (isMissingReal(number)) return std::nullopt;
    if (info.type != ColumnType::Timestamp || !std::isfinite(number)) return shortestNumber(number);
    return timeText(number, formNamed(info.timeFormat).value_or(timeFormOf(number)));
}

}  // namespace

TimeForm timeFormOf(double seconds) {
    if (seconds != std::floor(seconds)) return TimeForm::Millisecond;
    if (std::fmod(seconds, 60) != 0) return TimeForm::Second;
    return std::fmod(seconds, 86'400) != 0 ? TimeForm::Minute : TimeForm::Date;
}

TimeForm timeFormOf(const ColumnInfo& info, const RealColumn& column) {
    if (const auto said = formNamed(info.timeFormat)) return *said;
    TimeForm form = TimeForm::Date;
    for (const double t : column.values()) {
        if (form == TimeForm::Millisecond) break;
        if (std::isfinite(t)) form = std::max(form, timeFormOf(t));
    }
    return form;
}

std::string timeText(double seconds, TimeForm form) {
    static constexpr std::size_t kLength[] = {10, 16, 19, 23};
    const Clock::Time time{std::chrono::milliseconds(std::llround(seconds * 1000))};
    return isoTime(time).substr(0, kLength[static_cast<std::size_t>(form)]);
}

std::optional<std::string> cellText(const EvalTable& table, const ColumnInfo& column, RowIndex row) {
    switch (column.type) {
        case ColumnType::Text: {
            bool missing = false;
            std::string text = table.text(column.id)->at(row, &missing);
            return missing ? std::nullopt : std::optional(std::move(text));
        }
        case ColumnType::Category: {
            const auto values = table.category(column.id);
            const std::uint32_t code = values->code(row);
            if (code == values->missingCode()) return std::nullopt;
            return values->categories()[code];
        }
        default:
            return numberText(*table.real(column.id), column, row);
    }
}

}  // namespace reckoner
