// Attachments and their columns as rows of the store.
#pragma once

#include <optional>
#include <vector>

#include "core/store/attachment.h"
#include "core/store/run_repository.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// An attachment and where its values lie; columns' info.id is the row's, info.distinct the dictionary's size.
struct StoredAttachment {
    AttachmentRow row;
    std::int64_t idsDataId = 0;
    std::vector<StoredColumn> columns;
};

// Oldest first, withdrawn ones too; of one model, or (0) of all. None in a store of an older schema.
std::vector<StoredAttachment> attachmentsOf(SQLite::Database& database, std::int64_t modelId);
// Newest first.
std::vector<StoredAttachment> attachmentsInForce(SQLite::Database& database, std::int64_t modelId);

// `row` with what is known of it; its id is set. Writes ids and columns as chunks.
void insertAttachment(SQLite::Database& database, AttachmentRow& row, const NewAttachment& attachment,
                      const TaskContext& context);
void markWithdrawn(SQLite::Database& database, std::int64_t id, const std::string& now);

// The ids of an attachment. Throws Error{Store} when they are damaged.
IdIndex idsOf(SQLite::Database& database, const StoredAttachment& attachment, const TaskContext& context);

// The attachment as it would be attached elsewhere. Throws Error{Store} when it is damaged.
NewAttachment wholeAttachment(SQLite::Database& database, const StoredAttachment& stored,
                              const TaskContext& context);

// By ordinal of an eval set: the number of its id among `ids`, or IdIndex::kNone. O(samples).
std::vector<std::uint32_t> attachedPlaces(SQLite::Database& database, std::int64_t evalSetId,
                                          const IdIndex& ids, const TaskContext& context);

}  // namespace reckoner
