#include "core/store/attach_within.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attach_differences.h"
#include "core/store/attached_counts.h"
#include "core/store/attachment_repository.h"
#include "core/store/clean_text.h"
#include "core/store/model_repository.h"

namespace reckoner {
namespace {

std::vector<std::int64_t> evalSetsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(database, "SELECT id FROM eval_set WHERE model_id = ? ORDER BY id");
    query.bind(1, modelId);
    std::vector<std::int64_t> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    return ids;
}

std::string inQuotes(std::string_view text) {
    return "\"" + std::string(text) + "\"";
}

void countLabels(const NewAttachment& attachment, const ModelRow& model, AttachReport& report) {
    for (const AttachmentColumn& column : attachment.columns) {
        if (column.info.role != ColumnRole::Label) continue;
        std::vector<bool> expected;
        for (const std::string& label : column.dictionary)
            expected.push_back(std::find(model.classes.begin(), model.classes.end(), label) !=
                               model.classes.end());
        std::uint64_t known = 0;
        for (const std::uint32_t code : column.codes)
            if (code < expected.size()) ++(expected[code] ? known : report.unexpectedLabels);
        if (known > 0 || report.unexpectedLabels == 0) continue;
        throw Error(
            ErrorCode::BadInput,
            fmt::format("No label of {} (column {}) is one of the classes of {}: {}; the file has "
                        "{}. Nothing was stored.",
                        inQuotes(attachment.sourceName), inQuotes(column.info.name), inQuotes(model.name),
                        fmt::join(model.classes, ", "), inQuotes(column.dictionary.front())),
            attachment.sourceName);
    }
}

void countMatches(SQLite::Database& database, const NewAttachment& attachment, const ModelRow& model,
                  AttachReport& report, const TaskContext& context) {
    std::vector<bool> matched(attachment.ids.size());
    for (const std::int64_t evalSet : evalSetsOf(database, model.id))
        for (const std::uint32_t place : attachedPlaces(database, evalSet, attachment.ids, context))
            if (place != IdIndex::kNone) matched[place] = true;
    report.row.matched = static_cast<std::uint64_t>(std::count(matched.begin(), matched.end(), true));
    report.unmatched = attachment.ids.size() - report.row.matched;
    for (std::uint32_t i = 0; i < matched.size() && report.unmatchedExamples.size() < kAttachExamples; ++i)
        if (!matched[i]) report.unmatchedExamples.emplace_back(attachment.ids.at(i));
    if (report.row.matched > 0) return;
    throw Error(ErrorCode::BadInput,
                fmt::format("None of the {} ids of {} is a sample of {} (the first is {}): say which column "
                            "holds the sample's id. Nothing was stored.",
                            attachment.ids.size(), inQuotes(attachment.sourceName), inQuotes(model.name),
                            inQuotes(attachment.ids.size() > 0 ? attachment.ids.at(0) : "")),
                attachment.sourceName);
}

}  // namespace

AttachReport attachWithin(SQLite::Database& database, std::int64_t modelId, const NewAttachment& attachment,
                          const std::string& now, const TaskContext& context) {
    AttachReport report;
    const ModelRow model = requireModel(database, modelId);
    report.row.modelId = modelId;
    report.row.sourceName = cleanText(attachment.sourceName);
    report.row.sourceSha256 = attachment.sourceSha256;
    report.row.ids = attachment.ids.size();
    report.row.repeatedIds = attachment.repeatedIds;
    report.row.rejectedRows = attachment.rejectedRows;
    report.row.who = cleanText(attachment.who);
    report.row.attachedAt = now;
    for (const AttachmentColumn& column : attachment.columns)
        report.row.columns.push_back(column.info);
    context.report(0.1, "joining");
    countMatches(database, attachment, model, report, context);
    countLabels(attachment, model, report);
    findDifferences(database, modelId, attachment, report, context);
    context.report(0.5, "storing");
    insertAttachment(database, report.row, attachment, context);
    report.effects = countAgain(database, modelId, context);
    context.report(1, "storing");
    return report;
}

}  // namespace reckoner
