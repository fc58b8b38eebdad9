#include "core/store/attachment_repository.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/chunk_series.h"
#include "core/store/clean_text.h"
#include "core/store/column_repository.h"
#include "core/store/seal.h"
#include "core/store/stored_columns.h"

namespace reckoner {
namespace {

std::string nameOf(const StoredAttachment& attachment) {
    return fmt::format("attachment {}", attachment.row.id);
}

AttachmentRow rowOf(SQLite::Statement& query) {
    AttachmentRow row;
    int at = 0;
    const auto count = [&] { return static_cast<std::uint64_t>(query.getColumn(at++).getInt64()); };
    const auto text = [&] { return query.getColumn(at++).getString(); };
    row.id = query.getColumn(at++).getInt64();
    row.modelId = query.getColumn(at++).getInt64();
    row.sourceName = text();
    row.sourceSha256 = text();
    row.ids = count();
    row.matched = count();
    row.repeatedIds = count();
    row.rejectedRows = count();
    row.who = text();
    row.attachedAt = text();
    row.withdrawnAt = text();
    return row;
}

std::vector<StoredColumn> columnsOfAttachment(SQLite::Database& database, std::int64_t id) {
    SQLite::Statement query(database,
                            "SELECT c.id, c.name, c.role, c.type, c.time_format, c.missing,"
                            " d.distinct_values, d.id, d.rows "
                            "FROM attached_column c JOIN column_data d ON d.id = c.data_id "
                            "WHERE c.attachment_id = ? ORDER BY c.position");
    query.bind(1, id);
    std::vector<StoredColumn> columns;
    while (query.executeStep()) {
        StoredColumn column;
        column.info.id = query.getColumn(0).getInt64();
        column.info.name = query.getColumn(1).getString();
        column.info.role = roleNamed(query.getColumn(2).getString());
        column.info.type = typeNamed(query.getColumn(3).getString());
        column.info.timeFormat = query.getColumn(4).getString();
        column.info.missing = static_cast<std::uint64_t>(query.getColumn(5).getInt64());
        column.info.distinct = static_cast<std::uint32_t>(query.getColumn(6).getInt64());
        column.dataId = query.getColumn(7).getInt64();
        column.rows = static_cast<std::uint64_t>(query.getColumn(8).getInt64());
        columns.push_back(std::move(column));
    }
    return columns;
}

std::int64_t insertIds(SQLite::Database& database, const IdIndex& ids) {
    const std::int64_t dataId = insertData(database, {}, std::string(name(ColumnType::Text)), ids.size(), 0);
    ChunkInserter inserter(database, ChunkSeries::values(dataId));
    TextChunker chunker(0, [&](const EncodedChunk& chunk) { inserter.add(chunk); });
    for (std::uint32_t i = 0; i < ids.size(); ++i)
        chunker.add(ids.at(i));
    chunker.finish();
    return dataId;
}

void insertTexts(ChunkInserter& inserter, const AttachmentColumn& column, const TaskContext& context) {
    TextChunker chunker(0, [&](const EncodedChunk& chunk) {
        context.checkCancelled();
        inserter.add(chunk);
    });
    for (std::size_t i = 0; i < column.texts.size(); ++i) {
        if (column.present[i])
            chunker.add(column.texts[i]);
        else
            chunker.addMissing();
    }
    chunker.finish();
}

std::int64_t insertValues(SQLite::Database& database, const AttachmentColumn& column, std::uint64_t rows,
                          const TaskContext& context) {
    const auto distinct = static_cast<std::uint32_t>(column.dictionary.size());
    const std::int64_t dataId = insertData(database, {}, std::string(name(column.info.type)), rows, distinct);
    insertDictionary(database, dataId, column.dictionary);
    ChunkInserter inserter(database, ChunkSeries::values(dataId));
    if (column.info.type == ColumnType::Text) {
        insertTexts(inserter, column, context);
        return dataId;
    }
    for (std::uint64_t first = 0; first < rows; first += kChunkRows) {
        context.checkCancelled();
        const std::size_t size = std::min<std::uint64_t>(kChunkRows, rows - first);
        const auto at = static_cast<RowIndex>(first);
        if (column.info.type == ColumnType::Category)
            inserter.add(encodeCodes(at, std::span(column.codes).subspan(first, size), distinct));
        else
            inserter.add(encodeReals(at, std::span(column.values).subspan(first, size)));
    }
    return dataId;
}

void insertColumns(SQLite::Database& database, std::int64_t id, const NewAttachment& attachment,
                   const TaskContext& context) {
    std::int64_t position = 0;
    for (const AttachmentColumn& column : attachment.columns) {
        const std::int64_t dataId = insertValues(database, column, attachment.ids.size(), context);
        SQLite::Statement insert(database,
                                 "INSERT INTO attached_column (attachment_id, position, name, role, type,"
                                 " time_format, missing, data_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        SQLite::bind(insert, id, position++, cleanText(column.info.name), std::string(name(column.info.role)),
                     std::string(name(column.info.type)), column.info.timeFormat,
                     static_cast<std::int64_t>(column.info.missing), dataId);
        insert.exec();
    }
}

void readTexts(SQLite::Database& database, const StoredColumn& stored, const std::string& what,
               AttachmentColumn& column, const TaskContext& context) {
    visitChunks(
        database, ChunkSeries::values(stored.dataId), stored.rows, what, [] {},
        [&](const ChunkView& chunk, const std::string& where) {
            context.checkCancelled();
            const DecodedTexts texts = decodeTexts(chunk, where);
            for (RowIndex i = 0; i < texts.rows(); ++i) {
                column.texts.push_back(cleanText(texts.at(i)));
                column.present.push_back(texts.missing[i] ? 0 : 1);
            }
        });
}

// Texts are cleaned: the store they come from may be anybody's.
AttachmentColumn wholeColumn(SQLite::Database& database, const StoredColumn& stored,
                             const std::string& attachment, const TaskContext& context) {
    const std::string what = fmt::format("{}, column {}", attachment, stored.info.name);
    AttachmentColumn column;
    column.info = stored.info;
    column.info.id = 0;
    column.info.name = cleanText(stored.info.name);
    switch (stored.info.type) {
        case ColumnType::Text:
            readTexts(database, stored, what, column, context);
            break;
        case ColumnType::Category: {
            const auto values = loadCategory(database, stored, what, context);
            for (const std::string& text : values->categories())
                column.dictionary.push_back(cleanText(text));
            for (RowIndex row = 0; row < values->rows(); ++row)
                column.codes.push_back(values->code(row));
            break;
        }
        case ColumnType::Real:
        case ColumnType::Timestamp: {
            const auto values = loadReals(database, stored, what, context);
            column.values.assign(values->values().begin(), values->values().end());
            break;
        }
    }
    return column;
}

}  // namespace

std::vector<StoredAttachment> attachmentsOf(SQLite::Database& database, std::int64_t modelId) {
    std::vector<StoredAttachment> attachments;
    if (!database.tableExists("attachment")) return attachments;
    SQLite::Statement query(database,
                            "SELECT id, model_id, source_name, source_sha256, ids, matched, repeated_ids,"
                            " rejected_rows, who, attached_at, withdrawn_at, ids_data_id FROM attachment "
                            "WHERE ?1 = 0 OR model_id = ?1 ORDER BY id");
    query.bind(1, modelId);
    while (query.executeStep()) {
        StoredAttachment attachment;
        attachment.row = rowOf(query);
        attachment.idsDataId = query.getColumn(11).getInt64();
        attachments.push_back(std::move(attachment));
    }
    for (StoredAttachment& attachment : attachments) {
        attachment.columns = columnsOfAttachment(database, attachment.row.id);
        for (const StoredColumn& column : attachment.columns)
            attachment.row.columns.push_back(column.info);
    }
    return attachments;
}

std::vector<StoredAttachment> attachmentsInForce(SQLite::Database& database, std::int64_t modelId) {
    std::vector<StoredAttachment> attachments = attachmentsOf(database, modelId);
    std::erase_if(attachments, [](const StoredAttachment& a) { return !a.row.withdrawnAt.empty(); });
    return {attachments.rbegin(), attachments.rend()};
}

void insertAttachment(SQLite::Database& database, AttachmentRow& row, const NewAttachment& attachment,
                      const TaskContext& context) {
    const std::int64_t idsDataId = insertIds(database, attachment.ids);
    SQLite::Statement insert(database,
                             "INSERT INTO attachment (model_id, source_name, source_sha256, ids, matched,"
                             " repeated_ids, rejected_rows, ids_data_id, who, attached_at) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int at = 0;
    const auto count = [&](std::uint64_t number) { insert.bind(++at, static_cast<std::int64_t>(number)); };
    insert.bind(++at, row.modelId);
    insert.bind(++at, row.sourceName);
    insert.bind(++at, row.sourceSha256);
    count(row.ids);
    count(row.matched);
    count(row.repeatedIds);
    count(row.rejectedRows);
    insert.bind(++at, idsDataId);
    insert.bind(++at, row.who);
    insert.bind(++at, row.attachedAt);
    insert.exec();
    row.id = database.getLastInsertRowid();
    insertColumns(database, row.id, attachment, context);
    sealRow(database, "attachment", row.id);
}

void markWithdrawn(SQLite::Database& database, std::int64_t id, const std::string& now) {
    SQLite::Statement update(database, "UPDATE attachment SET withdrawn_at = ? WHERE id = ?");
    SQLite::bind(update, now, id);
    update.exec();
    sealRow(database, "attachment", id);
}

IdIndex idsOf(SQLite::Database& database, const StoredAttachment& attachment, const TaskContext& context) {
    IdIndex ids;
    visitChunks(
        database, ChunkSeries::values(attachment.idsDataId), attachment.row.ids,
        "the ids of " + nameOf(attachment), [] {},
        [&](const ChunkView& chunk, const std::string& where) {
            context.checkCancelled();
            const DecodedTexts texts = decodeTexts(chunk, where);
            for (RowIndex i = 0; i < texts.rows(); ++i)
                ids.add(texts.at(i));
        });
    if (ids.size() != attachment.row.ids)
        throw Error(ErrorCode::Store,
                    fmt::format("The store is damaged at the ids of {}: one of them occurs twice. Restore a "
                                "backup, or withdraw the attachment and attach the file again.",
                                nameOf(attachment)));
    return ids;
}

NewAttachment wholeAttachment(SQLite::Database& database, const StoredAttachment& stored,
                              const TaskContext& context) {
    NewAttachment whole;
    whole.sourceName = stored.row.sourceName;
    whole.sourceSha256 = stored.row.sourceSha256;
    whole.repeatedIds = stored.row.repeatedIds;
    whole.rejectedRows = stored.row.rejectedRows;
    whole.who = stored.row.who;
    whole.ids = idsOf(database, stored, context);
    for (const StoredColumn& column : stored.columns) {
        if (column.rows != stored.row.ids)
            throw Error(ErrorCode::Store,
                        fmt::format("The store is damaged at {}: a column has not a value for each id.",
                                    nameOf(stored)));
        whole.columns.push_back(wholeColumn(database, column, nameOf(stored), context));
    }
    return whole;
}

std::vector<std::uint32_t> attachedPlaces(SQLite::Database& database, std::int64_t evalSetId,
                                          const IdIndex& ids, const TaskContext& context) {
    SQLite::Statement query(database, "SELECT samples FROM eval_set WHERE id = ?");
    query.bind(1, evalSetId);
    if (!query.executeStep()) return {};
    const auto samples = static_cast<std::uint64_t>(query.getColumn(0).getInt64());
    query.reset();
    std::vector<std::uint32_t> places;
    visitChunks(
        database, ChunkSeries::sampleIds(evalSetId), samples, "the sample ids of the eval set",
        [&] { places.reserve(samples); },
        [&](const ChunkView& chunk, const std::string& where) {
            context.checkCancelled();
            const DecodedTexts texts = decodeTexts(chunk, where);
            for (RowIndex i = 0; i < texts.rows(); ++i)
                places.push_back(ids.find(texts.at(i)));
        });
    return places;
}

}  // namespace reckoner
