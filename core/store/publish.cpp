#include "core/store/publish.h"

#include <algorithm>
#include <limits>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attached_counts.h"
#include "core/store/chunk_series.h"
#include "core/store/clean_text.h"
#include "core/store/column_repository.h"
#include "core/store/eval_set_repository.h"
#include "core/store/model_repository.h"
#include "core/store/run_repository.h"
#include "core/store/sample_join.h"
#include "core/store/staging_file.h"
#include "core/store/version_repository.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kMostRows = std::numeric_limits<std::uint32_t>::max() - 1;
constexpr int kJoinAttempts = 5;
constexpr std::string_view kPhase = "storing";

// The staged run with its texts made safe to keep.
StagedRun cleaned(const StagedRun& given) {
    StagedRun staged = given;
    staged.model = cleanName(given.model, "model");
    staged.version = cleanName(given.version, "version");
    staged.evalSet = cleanName(given.evalSet, "eval set");
    RunInfo& info = staged.info;
    for (std::string* text : {&info.algorithm, &info.runDate, &info.positive, &info.changelog, &info.notes,
                              &staged.parentVersion})
        *text = cleanText(*text);
    for (std::string& one : info.classes)
        one = cleanText(one);
    return staged;
}

void requireRows(std::uint64_t rows, const std::vector<StagedChunk>& chunks, const std::string& column) {
    std::uint64_t next = 0;
    for (const StagedChunk& chunk : chunks) {
        if (chunk.head.firstRow != next)
            throw Error(ErrorCode::Internal, fmt::format("Column {} was staged with gaps.", column));
        next += chunk.head.rows;
    }
    if (next != rows)
        throw Error(ErrorCode::Internal,
                    fmt::format("Column {} was staged with {} rows of {}.", column, next, rows));
}

void validate(const StagedRun& staged) {
    if (staged.info.rows > kMostRows)
        throw Error(ErrorCode::BadInput,
                    "The file has more than 4,294,967,294 rows: split it into several runs.");
    if (staged.info.rows == 0)
        throw Error(ErrorCode::BadInput, "The file has no rows that can be kept: nothing was stored.");
    requireRows(staged.info.rows, staged.ids.chunks, staged.ids.columnName);
    for (const StagedColumn& column : staged.columns)
        requireRows(staged.info.rows, column.chunks, column.info.name);
}

// What the run's ids were joined with, to see whether it still holds when the transaction has begun.
struct JoinedWith {
    std::int64_t evalSetId = 0;  // 0: there was none of this name
    std::uint64_t samples = 0;
    bool operator==(const JoinedWith&) const = default;
};

JoinedWith evalSetNow(SQLite::Database& database, const StagedRun& staged) {
    const auto model = modelNamed(database, staged.model);
    if (!model) return {};
    const auto evalSet = evalSetNamed(database, model->id, staged.evalSet);
    if (!evalSet) return {};
    return {evalSet->id, evalSet->samples};
}

IdChunks storedIdChunks(SQLite::Database& database, const JoinedWith& with) {
    IdChunks ids;
    if (with.evalSetId == 0) return ids;
    const ChunkSeries series = ChunkSeries::sampleIds(with.evalSetId);
    const std::string what = "the sample ids of the eval set";
    const auto places = chunkPlaces(database, series, with.samples, what);
    for (const ChunkPlace& place : places)
        ids.extents.push_back({place.firstRow, place.rows});
    ids.chunk = [&database, series, places, what](std::size_t i) {
        EncodedChunk copy;
        readChunk(database, series, places[i], what, [&copy](const ChunkView& chunk, const std::string&) {
            copy.firstRow = chunk.firstRow;
            copy.rows = chunk.rows;
            copy.encoding = chunk.encoding;
            copy.compressed = chunk.compressed;
            copy.rawBytes = chunk.rawBytes;
            copy.checksum = chunk.checksum;
            copy.bytes.assign(chunk.bytes.begin(), chunk.bytes.end());
        });
        return copy;
    };
    return ids;
}

IdChunks stagedIdChunks(const StagingReader& staging, const StagedRun& staged) {
    IdChunks ids;
    for (const StagedChunk& chunk : staged.ids.chunks)
        ids.extents.push_back({chunk.head.firstRow, chunk.head.rows});
    ids.chunk = [&staging, &staged](std::size_t i) { return staging.read(staged.ids.chunks[i]); };
    return ids;
}

// One publishing, inside its transaction.
class Publishing {
 public:
    Publishing(SQLite::Database& database, const StagedRun& staged, const StagingReader& staging,
               const SampleJoin& join, const std::string& now, const TaskContext& context)
        : database_(database), staged_(staged), staging_(staging), join_(join), now_(now), context_(context) {
        total_ = staged.ids.chunks.size() * 2;
        for (const StagedColumn& column : staged.columns)
            total_ += column.chunks.size();
    }

    RunId run() {
        const ModelRow model = modelForRun(database_, staged_.info, staged_.model, now_);
        RunRow row = describe(model);
        row.versionId = version(model);
        row.evalSetId = samples(model);
        const RunId id = insertRun(database_, row);
        insertSource(database_, id, staged_);
        std::size_t position = 0;
        insertColumn(database_, id, position++, idColumn(), ordinals());
        for (const StagedColumn& column : staged_.columns) {
            ColumnInfo info = column.info;
            info.timeFormat = column.timeFormat;
            insertColumn(database_, id, position++, info, values(column));
        }
        countAgain(database_, *runWithId(database_, id), context_);
        return id;
    }

 private:
    RunRow describe(const ModelRow& model) const {
        RunRow row;
        row.info = staged_.info;
        row.modelId = model.id;
        row.importedAt = now_;
        row.excluded = staged_.excluded;
        row.rejectedRows = staged_.rejectedRows;
        row.repeatedIds = staged_.ids.repeated;
        row.fingerprint = staged_.fingerprint;
        return row;
    }

    std::int64_t version(const ModelRow& model) {
        VersionRow said;
        said.name = staged_.version;
        said.algorithm = staged_.info.algorithm;
        said.changelog = staged_.info.changelog;
        said.parent = staged_.parentVersion;
        return versionForRun(database_, model.id, said, now_);
    }

    std::int64_t samples(const ModelRow& model) {
        auto evalSet = evalSetNamed(database_, model.id, staged_.evalSet);
        if (!evalSet)
            evalSet = insertEvalSet(database_, model.id, staged_.evalSet, staged_.fingerprint, now_);
        if (join_.samplesAfter > evalSet->samples) {
            addSamples(evalSet->id, evalSet->samples);
            storeSampleCount(database_, evalSet->id, join_.samplesAfter);
        }
        return evalSet->id;
    }

    void addSamples(std::int64_t evalSetId, std::uint64_t before) {
        ChunkInserter inserter(database_, ChunkSeries::sampleIds(evalSetId));
        if (before == 0) {
            for (const StagedChunk& chunk : staged_.ids.chunks)
                inserter.add(read(chunk));
            return;
        }
        TextChunker chunker(static_cast<RowIndex>(before),
                            [&](const EncodedChunk& chunk) { inserter.add(chunk); });
        for (const StagedChunk& place : staged_.ids.chunks) {
            const DecodedTexts ids = decodeTexts(read(place), "the sample ids of the file");
            for (RowIndex i = 0; i < ids.rows(); ++i) {
                const std::uint64_t row = std::uint64_t{place.head.firstRow} + i;
                const std::uint64_t ordinal = join_.ordinals.empty() ? row : join_.ordinals[row];
                if (ordinal >= before) chunker.add(ids.at(i));
            }
        }
        chunker.finish();
    }

    ColumnInfo idColumn() const {
        ColumnInfo info;
        info.name = staged_.ids.columnName;
        info.role = ColumnRole::Id;
        info.type = ColumnType::Text;
        return info;
    }

    std::int64_t ordinals() {
        const std::uint64_t rows = staged_.info.rows;
        const std::int64_t dataId = insertData(database_, {}, "ordinal", rows, 0);
        ChunkInserter inserter(database_, ChunkSeries::values(dataId));
        std::vector<std::uint32_t> chunk;
        for (std::uint64_t first = 0; first < rows; first += kChunkRows) {
            step(0);
            const std::uint64_t count = std::min<std::uint64_t>(kChunkRows, rows - first);
            chunk.resize(count);
            for (std::uint64_t i = 0; i < count; ++i)
                chunk[i] = join_.ordinals.empty() ? static_cast<std::uint32_t>(first + i)
                                                  : join_.ordinals[first + i];
            inserter.add(encodeOrdinals(static_cast<RowIndex>(first), chunk));
        }
        return dataId;
    }

    std::int64_t values(const StagedColumn& column) {
        if (const auto shared = dataWithContent(database_, column, staged_.info.rows)) {
            step(column.chunks.size());
            return *shared;
        }
        const std::int64_t dataId =
            insertData(database_, column.contentHash, std::string(name(column.info.type)), staged_.info.rows,
                       static_cast<std::uint32_t>(column.dictionary.size()));
        insertDictionary(database_, dataId, column.dictionary);
        ChunkInserter inserter(database_, ChunkSeries::values(dataId));
        for (const StagedChunk& chunk : column.chunks)
            inserter.add(read(chunk));
        return dataId;
    }

    EncodedChunk read(const StagedChunk& chunk) {
        step(1);
        return staging_.read(chunk);
    }

    void step(std::size_t chunks) {
        context_.checkCancelled();
        done_ += chunks;
        context_.report(std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_)), kPhase);
    }

    SQLite::Database& database_;
    const StagedRun& staged_;
    const StagingReader& staging_;
    const SampleJoin& join_;
    const std::string& now_;
    const TaskContext& context_;
    std::size_t done_ = 0;
    std::size_t total_ = 1;
};

}  // namespace

RunId publishRun(ReadConnections& readers, StoreWriter& writer, const StagedRun& given,
                 const std::string& now, const TaskContext& context) {
    const StagedRun staged = cleaned(given);
    validate(staged);
    const StagingReader staging(staged.stagingFile);
    for (int attempt = 0; attempt < kJoinAttempts; ++attempt) {
        JoinedWith with;
        const SampleJoin join = readers.read([&](SQLite::Database& database) {
            with = evalSetNow(database, staged);
            return joinSamples(storedIdChunks(database, with), stagedIdChunks(staging, staged),
                               staged.stagingFile.parent_path(), context);
        });
        const RunId id = writer.write([&](SQLite::Database& database) -> RunId {
            if (evalSetNow(database, staged) != with) return 0;
            return Publishing(database, staged, staging, join, now, context).run();
        });
        if (id != 0) return id;
    }
    throw Error(
        ErrorCode::Store,
        "Another program keeps adding samples to this eval set: wait until it has finished and import "
        "again.");
}

RunId publishWithin(SQLite::Database& database, const StagedRun& given, const std::string& now,
                    const TaskContext& context) {
    const StagedRun staged = cleaned(given);
    validate(staged);
    const StagingReader staging(staged.stagingFile);
    const SampleJoin join =
        joinSamples(storedIdChunks(database, evalSetNow(database, staged)), stagedIdChunks(staging, staged),
                    staged.stagingFile.parent_path(), context);
    return Publishing(database, staged, staging, join, now, context).run();
}

}  // namespace reckoner
