#include "core/store/stored_columns.h"

#include <algorithm>
#include <map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/chunk_series.h"
#include "core/store/column_repository.h"
#include "core/store/stored_texts.h"

namespace reckoner {
namespace {

std::string whereOf(const RunRow& run, const ColumnInfo& column) {
    return fmt::format("run {}, column {}", run.info.id, column.name);
}

}  // namespace

std::shared_ptr<const CategoryColumn> loadCategory(SQLite::Database& database, const StoredColumn& column,
                                                   const std::string& what, const TaskContext& context) {
    std::vector<std::string> dictionary = dictionaryOf(database, column.dataId, column.info.distinct, what);
    CategoryColumn::Codes codes;
    visitChunks(
        database, ChunkSeries::values(column.dataId), column.rows, what,
        [&] { codes = CategoryColumn::makeCodes(column.rows, dictionary.size()); },
        [&](const ChunkView& chunk, const std::string& where) {
            context.checkCancelled();
            std::visit(
                [&](auto& all) {
                    decodeCodes(chunk, column.info.distinct,
                                std::span(all).subspan(chunk.firstRow, chunk.rows), where);
                },
                codes);
        });
    return std::make_shared<CategoryColumn>(std::move(codes), std::move(dictionary));
}

std::shared_ptr<const RealColumn> loadReals(SQLite::Database& database, const StoredColumn& column,
                                            const std::string& what, const TaskContext& context) {
    std::vector<double> values;
    visitChunks(
        database, ChunkSeries::values(column.dataId), column.rows, what, [&] { values.resize(column.rows); },
        [&](const ChunkView& chunk, const std::string& where) {
            context.checkCancelled();
            decodeReals(chunk, std::span(values).subspan(chunk.firstRow, chunk.rows), where);
        });
    return std::make_shared<RealColumn>(std::move(values), column.info.type);
}

namespace {

class StoredColumns final : public ColumnSource {
 public:
    // readers: for texts; null when there are none to be read.
    StoredColumns(Connection connection, std::shared_ptr<ReadConnections> readers, const RunRow& run)
        : connection_(std::move(connection)), readers_(std::move(readers)), run_(run) {
        connection_([&](SQLite::Database& database) { stored_ = columnsOf(database, run.info.id); });
        for (const StoredColumn& column : stored_) {
            if (column.rows != run.info.rows)
                throw Error(ErrorCode::Store,
                            fmt::format("The store is damaged at {}: it has another number of samples than "
                                        "its run. Restore a backup or import the file again.",
                                        whereOf(run, column.info)));
            infos_.push_back(column.info);
        }
    }

    const std::vector<ColumnInfo>& columns() const override { return infos_; }

    ColumnPtr load(ColumnId id, const TaskContext& context) const override {
        const auto found = std::find_if(stored_.begin(), stored_.end(),
                                        [id](const StoredColumn& c) { return c.info.id == id; });
        if (found == stored_.end())
            throw Error(ErrorCode::Internal, "A column was asked for that its run has not.");
        const StoredColumn& column = *found;
        const std::string what = whereOf(run_, column.info);
        if (column.info.type == ColumnType::Text) return loadTexts(column, what, context);
        ColumnPtr loaded;
        connection_([&](SQLite::Database& database) {
            if (column.info.type == ColumnType::Category)
                loaded = loadCategory(database, column, what, context);
            else
                loaded = loadReals(database, column, what, context);
        });
        return loaded;
    }

 private:
    ColumnPtr loadTexts(const StoredColumn& column, const std::string& what,
                        const TaskContext& context) const {
        if (!readers_) throw Error(ErrorCode::Internal, "A text was asked for inside a transaction.");
        if (column.info.role == ColumnRole::Id) return loadIds(column, what, context);
        return storedTexts(readers_, ChunkSeries::values(column.dataId), column.rows, what);
    }

    ColumnPtr loadIds(const StoredColumn& column, const std::string& what, const TaskContext& context) const {
        return readers_->read([&](SQLite::Database& database) -> ColumnPtr {
            SQLite::Statement query(database, "SELECT samples FROM eval_set WHERE id = ?");
            query.bind(1, run_.evalSetId);
            query.executeStep();
            const auto samples = static_cast<std::uint64_t>(query.getColumn(0).getInt64());
            query.reset();
            return storedIds(storedTexts(readers_, ChunkSeries::sampleIds(run_.evalSetId), samples, what),
                             ordinalsOf(database, column, context), samples, what);
        });
    }

    Connection connection_;
    std::shared_ptr<ReadConnections> readers_;
    RunRow run_;
    std::vector<StoredColumn> stored_;
    std::vector<ColumnInfo> infos_;
};

}  // namespace

std::shared_ptr<const ColumnSource> storedColumns(std::shared_ptr<ReadConnections> readers,
                                                  const RunRow& run) {
    const Connection connection = [readers](const std::function<void(SQLite::Database&)>& use) {
        readers->read(use);
    };
    return std::make_shared<StoredColumns>(connection, readers, run);
}

std::shared_ptr<const ColumnSource> storedColumns(SQLite::Database& database, const RunRow& run) {
    const Connection connection = [&database](const std::function<void(SQLite::Database&)>& use) {
        use(database);
    };
    return std::make_shared<StoredColumns>(connection, nullptr, run);
}

std::vector<std::uint32_t> ordinalsOf(SQLite::Database& database, const StoredColumn& idColumn,
                                      const TaskContext& context) {
    std::vector<std::uint32_t> ordinals;
    visitChunks(
        database, ChunkSeries::values(idColumn.dataId), idColumn.rows, "the sample ids",
        [&] { ordinals.resize(idColumn.rows); },
        [&](const ChunkView& chunk, const std::string& where) {
            context.checkCancelled();
            decodeOrdinals(chunk, std::span(ordinals).subspan(chunk.firstRow, chunk.rows), where);
        });
    return ordinals;
}

}  // namespace reckoner
