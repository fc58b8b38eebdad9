// Reading a text through the importers' readers, as tests want it.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "core/import/record_reader.h"
#include "tests/support/temporary_folder.h"

namespace reckoner::test {

using ReadRows = std::vector<std::vector<std::string>>;

struct ReadBack {
    ReadRows rows;
    std::vector<Problem> problems;
};

inline std::filesystem::path writeFile(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

inline std::string shown(const Cell& cell) {
    switch (cell.kind) {
        case CellKind::Missing:
            return "<missing>";
        case CellKind::NotANumber:
            return "<nan>";
        case CellKind::Json:
            return "json:" + std::string(cell.text());
        case CellKind::Text:
            break;
    }
    return std::string(cell.text());
}

inline void drain(RecordReader& reader, std::size_t columns, ReadBack& out) {
    RecordBatch batch(columns);
    while (reader.next(batch))
        for (std::size_t row = 0; row < batch.rows; ++row) {
            out.rows.emplace_back();
            for (std::size_t column = 0; column < columns; ++column)
                out.rows.back().push_back(shown(batch.at(row, column)));
        }
}

// Small blocks, so that every record is cut by some block's end.
inline ReadBack readCsv(const std::string& text, std::size_t columns, char delimiter = ',',
                        std::size_t blockBytes = 64) {
    TemporaryFolder folder;
    TextSource source(writeFile(folder / "a.csv", text), Encoding::Utf8, true);
    BlockBuffer buffer(source, blockBytes);
    ProblemLog log;
    ReadBack out;
    drain(*makeCsvReader(buffer, delimiter, columns, log), columns, out);
    out.problems = log.problems();
    return out;
}

inline ReadBack readJsonLines(const std::string& text, const std::vector<std::string>& columns,
                              std::size_t blockBytes = 128) {
    TemporaryFolder folder;
    TextSource source(writeFile(folder / "a.jsonl", text), Encoding::Utf8, true);
    BlockBuffer buffer(source, blockBytes);
    ProblemLog log;
    ReadBack out;
    drain(*makeJsonLinesReader(buffer, columns, log), columns.size(), out);
    out.problems = log.problems();
    return out;
}

}  // namespace reckoner::test
