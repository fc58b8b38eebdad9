#include "core/report/csv_cell.h"

#include "core/base/numbers.h"

namespace reckoner {

std::string neutralCell(std::string_view cell) {
    if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos ||
        parseNumber(cell))
        return std::string(cell);
    return "'" + std::string(cell);
}

void appendCsvCell(std::string& line, std::string_view cell, CsvText text) {
    const std::string written = text == CsvText::Neutral ? neutralCell(cell) : std::string(cell);
    const bool edges = !written.empty() && (written.front() == ' ' || written.back() == ' ' ||
                                            written.front() == '\t' || written.back() == '\t');
    if (!edges && written.find_first_of(",\"\r\n") == std::string::npos) {
        line += written;
        return;
    }
    line += '"';
    for (const char c : written) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

}  // namespace reckoner
