#include "core/store/tag_repository.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/store/model_repository.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::vector<std::string> cleanedTags(const std::vector<std::string>& given) {
    std::vector<std::string> tags;
    for (const std::string& one : given) {
        std::string tag = trimmedText(one, "a tag");
        if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(std::move(tag));
    }
    return tags;
}

void removeTags(SQLite::Database& database, std::int64_t modelId) {
    std::vector<std::int64_t> ids;
    SQLite::Statement query(database, "SELECT id FROM tag WHERE model_id = ?");
    query.bind(1, modelId);
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    query.reset();
    for (const std::int64_t id : ids)
        removeSealedRow(database, "tag", id);
}

}  // namespace

std::vector<std::string> tagsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(database, "SELECT name FROM tag WHERE model_id = ? ORDER BY position, id");
    query.bind(1, modelId);
    std::vector<std::string> tags;
    while (query.executeStep())
        tags.push_back(query.getColumn(0).getString());
    return tags;
}

void storeTags(SQLite::Database& database, std::int64_t modelId, const std::vector<std::string>& given) {
    requireModel(database, modelId);
    const std::vector<std::string> tags = cleanedTags(given);
    if (tags == tagsOf(database, modelId)) return;
    removeTags(database, modelId);
    std::int64_t position = 0;
    for (const std::string& tag : tags) {
        SQLite::Statement insert(database, "INSERT INTO tag (model_id, position, name) VALUES (?, ?, ?)");
        SQLite::bind(insert, modelId, position++, tag);
        insert.exec();
        sealRow(database, "tag", database.getLastInsertRowid());
    }
}

}  // namespace reckoner
