// What the readers of every file format hand on: records as rows of cells, in batches.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace reckoner {

enum class CellKind : std::uint8_t {
    Text,        // characters as in the file, unquoted
    Missing,     // the key is absent, or null
    NotANumber,  // the literal NaN of JSON as Python writes it
    Json,        // an object or array as compact JSON text
};

// A view: valid until the reader's next batch.
struct Cell {
    const char* data = nullptr;
    std::uint32_t size = 0;
    CellKind kind = CellKind::Missing;

    std::string_view text() const { return {data, size}; }
    static Cell of(std::string_view text, CellKind kind = CellKind::Text) {
        return {text.data(), static_cast<std::uint32_t>(text.size()), kind};
    }
};

inline constexpr std::size_t kBatchRows = 512;

// rows x columns cells, row by row.
struct RecordBatch {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<Cell> cells;

    explicit RecordBatch(std::size_t columnCount)
        : columns(columnCount), cells(columnCount * kBatchRows + 1) {}
    Cell* row(std::size_t index) { return cells.data() + index * columns; }
    const Cell& at(std::size_t rowIndex, std::size_t column) const {
        return cells[rowIndex * columns + column];
    }
};

}  // namespace reckoner
