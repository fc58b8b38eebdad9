#include "core/store/chunk_series.h"

#include <algorithm>
#include <bit>
#include <limits>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr std::string_view kColumns = "first_row, rows, encoding, compressed, raw_bytes, checksum, bytes";

std::string tableOf(const ChunkSeries& series) {
    return series.kind == ChunkSeries::Kind::SampleIds ? "sample_chunk" : "column_chunk";
}

std::string whereOf(const ChunkSeries& series) {
    switch (series.kind) {
        case ChunkSeries::Kind::Values:
            return fmt::format("data_id = {} AND part = 0", series.owner);
        case ChunkSeries::Kind::Dictionary:
            return fmt::format("data_id = {} AND part = 1", series.owner);
        case ChunkSeries::Kind::SampleIds:
            return fmt::format("eval_set_id = {}", series.owner);
    }
    return {};
}

[[noreturn]] void incomplete(const std::string& what) {
    throw Error(ErrorCode::Store,
                fmt::format("The store is damaged at {}: samples are missing. Run a check, and restore a "
                            "backup or import the file again.",
                            what),
                what);
}

// A number of the store that has to fit a type of ours; anything else is kept out of range, and so refused.
template <class T>
T narrowed(std::int64_t number) {
    if (number < 0 || static_cast<std::uint64_t>(number) > std::numeric_limits<T>::max())
        return std::numeric_limits<T>::max();
    return static_cast<T>(number);
}

ChunkView viewOf(SQLite::Statement& row) {
    ChunkView chunk;
    chunk.firstRow = narrowed<RowIndex>(row.getColumn(0).getInt64());
    chunk.rows = narrowed<RowIndex>(row.getColumn(1).getInt64());
    chunk.encoding = static_cast<ChunkEncoding>(narrowed<std::uint8_t>(row.getColumn(2).getInt64()));
    chunk.compressed = row.getColumn(3).getInt64() != 0;
    chunk.rawBytes = narrowed<std::uint32_t>(row.getColumn(4).getInt64());
    chunk.checksum = std::bit_cast<std::uint64_t>(row.getColumn(5).getInt64());
    const SQLite::Column bytes = row.getColumn(6);
    chunk.bytes = {static_cast<const std::byte*>(bytes.getBlob()),
                   static_cast<std::size_t>(bytes.getBytes())};
    return chunk;
}

}  // namespace

ChunkInserter::ChunkInserter(SQLite::Database& database, const ChunkSeries& series) {
    const bool ids = series.kind == ChunkSeries::Kind::SampleIds;
    const std::string owner = ids ? "eval_set_id" : "data_id, part";
    const std::string values =
        ids ? fmt::format("{}", series.owner)
            : fmt::format("{}, {}", series.owner, series.kind == ChunkSeries::Kind::Values ? 0 : 1);
    insert_ = std::make_unique<SQLite::Statement>(
        database, fmt::format("INSERT INTO {} ({}, {}) VALUES ({}, ?, ?, ?, ?, ?, ?, ?)", tableOf(series),
                              owner, kColumns, values));
}

ChunkInserter::~ChunkInserter() = default;

void ChunkInserter::add(const ChunkView& chunk) {
    SQLite::Statement& insert = *insert_;
    insert.reset();
    insert.bind(1, static_cast<std::int64_t>(chunk.firstRow));
    insert.bind(2, static_cast<std::int64_t>(chunk.rows));
    insert.bind(3, static_cast<std::int64_t>(chunk.encoding));
    insert.bind(4, static_cast<std::int64_t>(chunk.compressed));
    insert.bind(5, static_cast<std::int64_t>(chunk.rawBytes));
    insert.bind(6, std::bit_cast<std::int64_t>(chunk.checksum));
    static constexpr std::byte nothing{};
    insert.bindNoCopy(7, chunk.bytes.empty() ? &nothing : chunk.bytes.data(),
                      static_cast<int>(chunk.bytes.size()));
    insert.exec();
}

std::vector<ChunkPlace> chunkPlaces(SQLite::Database& database, const ChunkSeries& series, std::uint64_t rows,
                                    const std::string& what) {
    std::vector<ChunkPlace> places;
    SQLite::Statement query(database,
                            fmt::format("SELECT id, first_row, rows FROM {} WHERE {} ORDER BY first_row",
                                        tableOf(series), whereOf(series)));
    std::uint64_t next = 0;
    // Chunks behind `rows` belong to samples that were added since the number was read.
    while (next < rows && query.executeStep()) {
        const std::int64_t first = query.getColumn(1).getInt64();
        const std::int64_t count = query.getColumn(2).getInt64();
        if (first != static_cast<std::int64_t>(next) || count <= 0 || count > kChunkRows) incomplete(what);
        places.push_back(
            {query.getColumn(0).getInt64(), static_cast<RowIndex>(first), static_cast<RowIndex>(count)});
        next += static_cast<std::uint64_t>(count);
    }
    if (next != rows) incomplete(what);
    return places;
}

void readChunk(SQLite::Database& database, const ChunkSeries& series, const ChunkPlace& place,
               const std::string& what, const ChunkVisitor& visit) {
    SQLite::Statement query(database,
                            fmt::format("SELECT {} FROM {} WHERE id = ?", kColumns, tableOf(series)));
    query.bind(1, place.id);
    const std::string where = chunkName(what, place.firstRow, place.rows);
    if (!query.executeStep()) incomplete(where);
    const ChunkView chunk = viewOf(query);
    if (chunk.firstRow != place.firstRow || chunk.rows != place.rows) incomplete(where);
    visit(chunk, where);
}

void visitChunks(SQLite::Database& database, const ChunkSeries& series, std::uint64_t rows,
                 const std::string& what, const std::function<void()>& begin, const ChunkVisitor& visit) {
    const std::vector<ChunkPlace> places = chunkPlaces(database, series, rows, what);
    if (begin) begin();
    SQLite::Statement query(database,
                            fmt::format("SELECT {} FROM {} WHERE id = ?", kColumns, tableOf(series)));
    for (const ChunkPlace& place : places) {
        query.reset();
        query.bind(1, place.id);
        const std::string where = chunkName(what, place.firstRow, place.rows);
        if (!query.executeStep()) incomplete(where);
        const ChunkView chunk = viewOf(query);
        if (chunk.firstRow != place.firstRow || chunk.rows != place.rows) incomplete(where);
        visit(chunk, where);
    }
}

std::size_t placeOf(const std::vector<ChunkPlace>& places, RowIndex row) {
    const auto after =
        std::upper_bound(places.begin(), places.end(), row,
                         [](RowIndex r, const ChunkPlace& place) { return r < place.firstRow; });
    return static_cast<std::size_t>(after - places.begin()) - 1;
}

}  // namespace reckoner
