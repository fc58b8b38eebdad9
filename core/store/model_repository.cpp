#include "core/store/model_repository.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/store/clean_text.h"
#include "core/store/model_shape.h"
#include "core/store/seal.h"

namespace reckoner {
namespace {

constexpr const char* kSelectModels =
    "SELECT m.id, m.name, m.title, m.task, m.classes, m.positive,"
    " (SELECT count(*) FROM version v JOIN run r ON r.version_id = v.id WHERE v.model_id = m.id),"
    " (SELECT count(*) FROM version v WHERE v.model_id = m.id) FROM model m ";

ModelRow modelOf(SQLite::Statement& row) {
    ModelRow model;
    model.id = row.getColumn(0).getInt64();
    model.name = row.getColumn(1).getString();
    model.title = row.getColumn(2).getString();
    model.task = row.getColumn(3).getString() == name(Task::Binary) ? Task::Binary : Task::Multiclass;
    model.classes = classesFromJson(row.getColumn(4).getString());
    model.positive = row.getColumn(5).getString();
    model.runs = static_cast<std::uint64_t>(row.getColumn(6).getInt64());
    model.versions = static_cast<std::uint64_t>(row.getColumn(7).getInt64());
    return model;
}

bool contains(const std::vector<std::string>& classes, const std::string& wanted) {
    return std::find(classes.begin(), classes.end(), wanted) != classes.end();
}

std::string joined(const std::vector<std::string>& classes) {
    return fmt::format("{}", fmt::join(classes, ", "));
}

ModelRow insertModel(SQLite::Database& database, const RunInfo& info, const std::string& name,
                     const std::string& now) {
    SQLite::Statement insert(database,
                             "INSERT INTO model (name, title, task, classes, positive, created_at) "
                             "VALUES (?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, name, name, std::string(reckoner::name(info.task)), classesJson(info.classes),
                 info.positive, now);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "model", id);
    return requireModel(database, id);
}

void updateModel(SQLite::Database& database, std::int64_t id, const char* column, const std::string& value) {
    SQLite::Statement update(database, fmt::format("UPDATE model SET {} = ? WHERE id = ?", column));
    SQLite::bind(update, value, id);
    if (update.exec() == 0)
        throw Error(ErrorCode::Usage, fmt::format("There is no model {} in this store.", id));
    sealRow(database, "model", id);
}

}  // namespace

std::string classesJson(const std::vector<std::string>& classes) {
    return nlohmann::json(classes).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> classesFromJson(const std::string& json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    std::vector<std::string> classes;
    if (!parsed.is_array())
        throw Error(ErrorCode::Store, "The store is damaged: a list of classes is unreadable.");
    for (const auto& entry : parsed)
        if (entry.is_string()) classes.push_back(entry.get<std::string>());
    return classes;
}

std::vector<ModelRow> allModels(SQLite::Database& database) {
    std::vector<ModelRow> models;
    SQLite::Statement query(database, std::string(kSelectModels) + "ORDER BY m.id");
    while (query.executeStep())
        models.push_back(modelOf(query));
    return models;
}

std::optional<ModelRow> modelNamed(SQLite::Database& database, const std::string& name) {
    SQLite::Statement query(database, std::string(kSelectModels) + "WHERE m.name = ?");
    query.bind(1, name);
    if (!query.executeStep()) return std::nullopt;
    return modelOf(query);
}

ModelRow requireModel(SQLite::Database& database, std::int64_t id) {
    SQLite::Statement query(database, std::string(kSelectModels) + "WHERE m.id = ?");
    query.bind(1, id);
    if (!query.executeStep())
        throw Error(ErrorCode::Usage, fmt::format("There is no model {} in this store.", id));
    return modelOf(query);
}

ModelRow modelForRun(SQLite::Database& database, const RunInfo& info, const std::string& name,
                     const std::string& now) {
    const auto model = modelNamed(database, name);
    if (!model) return insertModel(database, info, name, now);
    if (model->task != info.task)
        throw Error(ErrorCode::BadInput,
                    fmt::format("The model {} is {} in this store and this file is {}: give the run another "
                                "model name.",
                                name, reckoner::name(model->task), reckoner::name(info.task)));
    const auto classes = classesWithRun(model->classes, info.task, info.classes);
    if (!classes)
        throw Error(ErrorCode::BadInput,
                    fmt::format("The model {} has the classes {} and this file has {}: give the run another "
                                "model name, or say which column is the label.",
                                name, joined(model->classes), joined(info.classes)));
    if (classes->size() == model->classes.size()) return *model;
    updateModel(database, model->id, "classes", classesJson(*classes));
    if (!info.positive.empty()) updateModel(database, model->id, "positive", info.positive);
    return requireModel(database, model->id);
}

void storePositive(SQLite::Database& database, std::int64_t modelId, const std::string& positive) {
    const ModelRow model = requireModel(database, modelId);
    if (!contains(model.classes, positive))
        throw Error(ErrorCode::Usage, fmt::format("{} is no class of {}: its classes are {}.", positive,
                                                  model.name, joined(model.classes)));
    updateModel(database, modelId, "positive", positive);
}

void storeTitle(SQLite::Database& database, std::int64_t modelId, const std::string& title) {
    updateModel(database, modelId, "title", cleanText(title));
}

}  // namespace reckoner
