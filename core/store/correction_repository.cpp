#include "core/store/correction_repository.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/model_repository.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

constexpr const char* kSelectCorrections =
    "SELECT id, uid, model_id, sample_id, corrected, who, why, created_at FROM label_correction ";

std::vector<LabelCorrection> correctionsFrom(SQLite::Statement& query) {
    std::vector<LabelCorrection> corrections;
    while (query.executeStep()) {
        LabelCorrection correction;
        correction.id = query.getColumn(0).getInt64();
        correction.uid = query.getColumn(1).getString();
        correction.modelId = query.getColumn(2).getInt64();
        correction.sampleId = query.getColumn(3).getString();
        correction.corrected = query.getColumn(4).getString();
        correction.who = query.getColumn(5).getString();
        correction.why = query.getColumn(6).getString();
        correction.at = query.getColumn(7).getString();
        corrections.push_back(std::move(correction));
    }
    return corrections;
}

void requireClass(SQLite::Database& database, const LabelCorrection& correction) {
    const ModelRow model = requireModel(database, correction.modelId);
    if (correction.corrected.empty()) return;
    if (std::find(model.classes.begin(), model.classes.end(), correction.corrected) != model.classes.end())
        return;
    throw Error(ErrorCode::Usage,
                fmt::format("{} is no class of {}: its classes are {}.", correction.corrected, model.name,
                            fmt::join(model.classes, ", ")));
}

}  // namespace

std::vector<LabelCorrection> correctionsInForce(SQLite::Database& database, std::int64_t modelId) {
    std::vector<LabelCorrection> newest;
    for (LabelCorrection& correction : allCorrections(database, modelId)) {
        if (!newest.empty() && newest.back().sampleId == correction.sampleId) newest.pop_back();
        newest.push_back(std::move(correction));
    }
    std::erase_if(newest, [](const LabelCorrection& one) { return one.corrected.empty(); });
    return newest;
}

// By sample id, oldest first. Merged corrections come with the time they were made at.
std::vector<LabelCorrection> allCorrections(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(
        database, fmt::format("{}WHERE model_id = ? ORDER BY sample_id, created_at, id", kSelectCorrections));
    query.bind(1, modelId);
    return correctionsFrom(query);
}

std::vector<LabelCorrection> correctionsOfSample(SQLite::Database& database, std::int64_t modelId,
                                                 const std::string& sampleId) {
    SQLite::Statement query(
        database, fmt::format("{}WHERE model_id = ? AND sample_id = ? ORDER BY created_at DESC, id DESC",
                              kSelectCorrections));
    query.bind(1, modelId);
    query.bind(2, sampleId);
    return correctionsFrom(query);
}

LabelCorrection addCorrection(SQLite::Database& database, const LabelCorrection& given,
                              const std::string& now) {
    LabelCorrection correction = given;
    for (std::string* field :
         {&correction.sampleId, &correction.corrected, &correction.who, &correction.why, &correction.uid})
        *field = writtenText(*field, "a correction");
    if (correction.sampleId.empty())
        throw Error(ErrorCode::Usage, "A corrected label needs the id of its sample.");
    requireClass(database, correction);
    // A clock that was set back must not make an older correction the newest.
    const auto before = correctionsOfSample(database, correction.modelId, correction.sampleId);
    correction.at = before.empty() ? now : std::max(now, before.front().at);
    if (correction.uid.empty()) correction.uid = newUid(database);
    correction.id = insertCorrection(database, correction);
    return correction;
}

std::int64_t insertCorrection(SQLite::Database& database, const LabelCorrection& correction) {
    SQLite::Statement insert(
        database,
        "INSERT INTO label_correction (uid, model_id, sample_id, corrected, who, why, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, correction.uid, correction.modelId, correction.sampleId, correction.corrected,
                 correction.who, correction.why, correction.at);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "label_correction", id);
    return id;
}

}  // namespace reckoner
