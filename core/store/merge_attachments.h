// What was attached to a model in another store joins what is attached here.
#pragma once

#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/store/attachment.h"
#include "core/store/merge_store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Those in force, oldest first, whole. Throws Error{Store} where the other store is damaged.
std::vector<NewAttachment> otherAttachments(SQLite::Database& other, std::int64_t modelId,
                                            const TaskContext& context);

// Inside a transaction, after the other store's runs are here. model: here. One that is attached here already
// (the same columns of the same file, whether it is in force or was withdrawn here) is left out; what cannot
// be attached here is said in merged.remarks.
void mergeAttachments(SQLite::Database& database, std::int64_t model,
                      const std::vector<NewAttachment>& attachments, const std::string& now,
                      MergedStore& merged, const TaskContext& context);

}  // namespace reckoner
