// Chunks of one column, dictionary or list of sample ids as rows of the store.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/store/column_chunk.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace reckoner {

// Which chunks: column_chunk rows of a column_data (values or dictionary), or sample_chunk rows of an eval
// set.
struct ChunkSeries {
    enum class Kind { Values, Dictionary, SampleIds };
    Kind kind = Kind::Values;
    std::int64_t owner = 0;

    static ChunkSeries values(std::int64_t dataId) { return {Kind::Values, dataId}; }
    static ChunkSeries dictionary(std::int64_t dataId) { return {Kind::Dictionary, dataId}; }
    static ChunkSeries sampleIds(std::int64_t evalSetId) { return {Kind::SampleIds, evalSetId}; }
};

struct ChunkPlace {
    std::int64_t id = 0;  // of the row in the store
    RowIndex firstRow = 0;
    RowIndex rows = 0;
};

// Adds chunks to a series; the statement is prepared once.
class ChunkInserter {
 public:
    ChunkInserter(SQLite::Database& database, const ChunkSeries& series);
    ~ChunkInserter();
    void add(const ChunkView& chunk);

 private:
    std::unique_ptr<SQLite::Statement> insert_;
};

// In row order. The view is valid during the call. Throws Error{Store} naming `what` and the rows when the
// series does not hold exactly the rows 0 .. rows - 1, before `begin` is called; so a claimed number of rows
// never decides how much memory is taken.
using ChunkVisitor = std::function<void(const ChunkView& chunk, const std::string& where)>;
void visitChunks(SQLite::Database& database, const ChunkSeries& series, std::uint64_t rows,
                 const std::string& what, const std::function<void()>& begin, const ChunkVisitor& visit);

// Where each chunk lies, checked as above.
std::vector<ChunkPlace> chunkPlaces(SQLite::Database& database, const ChunkSeries& series, std::uint64_t rows,
                                    const std::string& what);
void readChunk(SQLite::Database& database, const ChunkSeries& series, const ChunkPlace& place,
               const std::string& what, const ChunkVisitor& visit);

// The index of the place that holds this row. Precondition: places cover it.
std::size_t placeOf(const std::vector<ChunkPlace>& places, RowIndex row);

}  // namespace reckoner
