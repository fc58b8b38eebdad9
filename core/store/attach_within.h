// The one way an attachment gets into a store, for whoever has a transaction open.
#pragma once

#include <string>

#include "core/base/task_context.h"
#include "core/store/attachment.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Contract: Attachments::attach. Whatever it throws it throws before anything is written.
AttachReport attachWithin(SQLite::Database& database, std::int64_t modelId, const NewAttachment& attachment,
                          const std::string& now, const TaskContext& context);

}  // namespace reckoner
