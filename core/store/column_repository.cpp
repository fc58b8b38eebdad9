#include "core/store/column_repository.h"

#include <algorithm>
#include <bit>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/clean_text.h"

namespace reckoner {
namespace {

bool sameChunks(SQLite::Database& database, std::int64_t dataId, const std::vector<StagedChunk>& chunks) {
    SQLite::Statement query(database,
                            "SELECT first_row, rows, checksum FROM column_chunk "
                            "WHERE data_id = ? AND part = 0 ORDER BY first_row");
    query.bind(1, dataId);
    for (const StagedChunk& chunk : chunks) {
        if (!query.executeStep()) return false;
        if (query.getColumn(0).getInt64() != static_cast<std::int64_t>(chunk.head.firstRow) ||
            query.getColumn(1).getInt64() != static_cast<std::int64_t>(chunk.head.rows) ||
            std::bit_cast<std::uint64_t>(query.getColumn(2).getInt64()) != chunk.head.checksum)
            return false;
    }
    return !query.executeStep();
}

}  // namespace

std::optional<std::int64_t> dataWithContent(SQLite::Database& database, const StagedColumn& column,
                                            std::uint64_t rows) {
    if (column.contentHash.empty()) return std::nullopt;
    SQLite::Statement query(database,
                            "SELECT id FROM column_data WHERE content_hash = ? AND type = ? AND rows = ? "
                            "AND distinct_values = ? ORDER BY id");
    SQLite::bind(query, column.contentHash, std::string(name(column.info.type)),
                 static_cast<std::int64_t>(rows), static_cast<std::int64_t>(column.dictionary.size()));
    while (query.executeStep()) {
        const std::int64_t id = query.getColumn(0).getInt64();
        if (sameChunks(database, id, column.chunks)) return id;
    }
    return std::nullopt;
}

std::int64_t insertData(SQLite::Database& database, const std::string& contentHash, const std::string& type,
                        std::uint64_t rows, std::uint32_t distinct) {
    SQLite::Statement insert(database,
                             "INSERT INTO column_data (content_hash, type, rows, distinct_values) "
                             "VALUES (?, ?, ?, ?)");
    SQLite::bind(insert, contentHash, type, static_cast<std::int64_t>(rows),
                 static_cast<std::int64_t>(distinct));
    insert.exec();
    return database.getLastInsertRowid();
}

void insertDictionary(SQLite::Database& database, std::int64_t dataId,
                      const std::vector<std::string>& dictionary) {
    ChunkInserter inserter(database, ChunkSeries::dictionary(dataId));
    TextChunker chunker(0, [&](const EncodedChunk& chunk) { inserter.add(chunk); });
    for (const std::string& category : dictionary)
        chunker.add(cleanText(category));
    chunker.finish();
}

std::vector<std::string> dictionaryOf(SQLite::Database& database, std::int64_t dataId, std::uint32_t distinct,
                                      const std::string& what) {
    std::vector<std::string> dictionary;
    visitChunks(
        database, ChunkSeries::dictionary(dataId), distinct, "the categories of " + what,
        [&] { dictionary.reserve(distinct); },
        [&](const ChunkView& chunk, const std::string& where) {
            const DecodedTexts texts = decodeTexts(chunk, where);
            for (RowIndex i = 0; i < texts.rows(); ++i)
                dictionary.emplace_back(texts.at(i));
        });
    return dictionary;
}

void TextChunker::add(std::string_view text) {
    keep(text, false);
}

void TextChunker::addMissing() {
    keep({}, true);
}

void TextChunker::keep(std::string_view text, bool missing) {
    const bool full =
        ends_.size() == kTextChunkRows || (!ends_.empty() && bytes_.size() + text.size() > kTextChunkBytes);
    if (full) finish();
    bytes_ += text;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    missing_.push_back(missing ? 1 : 0);
}

void TextChunker::finish() {
    if (ends_.empty()) return;
    const bool any = std::find(missing_.begin(), missing_.end(), 1) != missing_.end();
    sink_(encodeTexts(firstRow_, ends_, bytes_,
                      any ? std::span<const std::uint8_t>(missing_) : std::span<const std::uint8_t>()));
    firstRow_ += static_cast<RowIndex>(ends_.size());
    ends_.clear();
    missing_.clear();
    bytes_.clear();
}

}  // namespace reckoner
