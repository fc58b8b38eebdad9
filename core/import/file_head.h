// The first rows of a file: what its dialect is and what its columns hold.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/import/cell.h"
#include "core/import/import_plan.h"

namespace reckoner {

struct SampleCell {
    std::string text;
    CellKind kind = CellKind::Text;
};

struct SampleColumn {
    std::string name;
    std::vector<SampleCell> cells;  // one a row read
};

struct FileHead {
    Dialect dialect;
    bool encodingGuessed = true;
    bool whole = false;       // the head is all there is
    std::uint64_t bytes = 0;  // of the file
    std::vector<SampleColumn> columns;
    std::size_t rows = 0;
    std::vector<std::string> notes;  // sentences: what was found out and why
};

// What others have said about the dialect; the rest is found out.
struct DialectAnswers {
    std::optional<FileFormat> format;
    std::optional<char> delimiter, decimal;
    std::optional<Encoding> encoding;
    std::vector<std::string> paths;  // JSON Lines: columns somebody named; they are looked for too
};

// Throws Error{BadInput}: a folder, unreadable, empty, binary, no table, header only.
FileHead readHead(const std::filesystem::path& file, const DialectAnswers& answers);

}  // namespace reckoner
