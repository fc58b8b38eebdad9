#include "core/store/merge_attachments.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attach_within.h"
#include "core/store/attachment_repository.h"

namespace reckoner {
namespace {

bool sameColumns(const std::vector<ColumnInfo>& a, const std::vector<AttachmentColumn>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ColumnInfo& one, const AttachmentColumn& other) {
                          return one.name == other.info.name && one.role == other.info.role;
                      });
}

bool isAttachedHere(const std::vector<StoredAttachment>& here, const NewAttachment& attachment) {
    return std::any_of(here.begin(), here.end(), [&](const StoredAttachment& one) {
        return one.row.sourceSha256 == attachment.sourceSha256 && one.row.ids == attachment.ids.size() &&
               sameColumns(one.row.columns, attachment.columns);
    });
}

}  // namespace

std::vector<NewAttachment> otherAttachments(SQLite::Database& other, std::int64_t modelId,
                                            const TaskContext& context) {
    std::vector<NewAttachment> attachments;
    for (const StoredAttachment& stored : attachmentsOf(other, modelId))
        if (stored.row.withdrawnAt.empty()) attachments.push_back(wholeAttachment(other, stored, context));
    return attachments;
}

void mergeAttachments(SQLite::Database& database, std::int64_t model,
                      const std::vector<NewAttachment>& attachments, const std::string& now,
                      MergedStore& merged, const TaskContext& context) {
    const std::vector<StoredAttachment> here = attachmentsOf(database, model);
    for (const NewAttachment& attachment : attachments) {
        context.checkCancelled();
        if (isAttachedHere(here, attachment)) continue;
        try {
            attachWithin(database, model, attachment, now, context);
            ++merged.attachments;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::BadInput) throw;
            // None of its samples is here: nothing was written for it.
            merged.remarks.push_back(
                fmt::format("{} was not attached here: {}", attachment.sourceName, error.what()));
        }
    }
}

}  // namespace reckoner
