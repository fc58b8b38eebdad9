// The values of columns; columns with equal content are stored once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/chunk_series.h"
#include "core/store/staged_run.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// A stored column of this content, or nothing: same hash, and the same checksum chunk by chunk.
std::optional<std::int64_t> dataWithContent(SQLite::Database& database, const StagedColumn& column,
                                            std::uint64_t rows);

// type: of ColumnType, or "ordinal".
std::int64_t insertData(SQLite::Database& database, const std::string& contentHash, const std::string& type,
                        std::uint64_t rows, std::uint32_t distinct);

void insertDictionary(SQLite::Database& database, std::int64_t dataId,
                      const std::vector<std::string>& dictionary);
std::vector<std::string> dictionaryOf(SQLite::Database& database, std::int64_t dataId, std::uint32_t distinct,
                                      const std::string& what);

// Collects texts into chunks of the right size and hands each over.
class TextChunker {
 public:
    using Sink = std::function<void(const EncodedChunk& chunk)>;
    TextChunker(RowIndex firstRow, Sink sink) : firstRow_(firstRow), sink_(std::move(sink)) {}
    void add(std::string_view text);
    void addMissing();
    // Hands over what is left.
    void finish();

 private:
    RowIndex firstRow_;
    Sink sink_;
    void keep(std::string_view text, bool missing);
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint8_t> missing_;
    std::string bytes_;
};

}  // namespace reckoner
