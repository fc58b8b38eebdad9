#include "core/store/attachments.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attach_within.h"
#include "core/store/attached_counts.h"
#include "core/store/attachment_repository.h"
#include "core/store/store_access.h"

namespace reckoner {

Attachments::Attachments(std::shared_ptr<Store> store) : store_(std::move(store)) {}

std::vector<AttachmentRow> Attachments::list(std::int64_t modelId) const {
    return StoreAccess::readers(*store_).read([&](SQLite::Database& database) {
        std::vector<AttachmentRow> rows;
        for (StoredAttachment& attachment : attachmentsOf(database, modelId))
            rows.push_back(std::move(attachment.row));
        return rows;
    });
}

AttachReport Attachments::attach(std::int64_t modelId, const NewAttachment& attachment,
                                 const TaskContext& context) {
    if (attachment.columns.empty())
        throw Error(ErrorCode::Usage, "Say which columns are to be attached, for example as the label.");
    const std::string now = StoreAccess::now(*store_);
    return StoreAccess::writer(*store_).write([&](SQLite::Database& database) {
        return attachWithin(database, modelId, attachment, now, context);
    });
}

std::vector<AttachedEffect> Attachments::withdraw(std::int64_t id, const TaskContext& context) {
    const std::string now = StoreAccess::now(*store_);
    return StoreAccess::writer(*store_).write([&](SQLite::Database& database) {
        const std::vector<StoredAttachment> all = attachmentsOf(database, 0);
        const auto found =
            std::find_if(all.begin(), all.end(), [id](const StoredAttachment& a) { return a.row.id == id; });
        if (found == all.end())
            throw Error(ErrorCode::Usage,
                        fmt::format("There is no attachment {} in this store: list them with \"reckoner "
                                    "attach --list\".",
                                    id));
        if (!found->row.withdrawnAt.empty())
            throw Error(ErrorCode::Usage, fmt::format("Attachment {} was withdrawn before.", id));
        markWithdrawn(database, id, now);
        return countAgain(database, found->row.modelId, context);
    });
}

}  // namespace reckoner
