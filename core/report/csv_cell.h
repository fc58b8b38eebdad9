// One cell of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace reckoner {

enum class CsvText {
    Neutral,  // a cell that a spreadsheet would read as a formula gets a leading apostrophe
    Raw,      // every cell as it was imported: importing the file again gives the same run
};

// A cell beginning with = + - @ tab or CR gets a leading apostrophe, unless it is a plain number.
std::string neutralCell(std::string_view cell);

// Quoted where it must be: commas, quotes, line breaks, blanks at its edges.
void appendCsvCell(std::string& line, std::string_view cell, CsvText text);

}  // namespace reckoner
