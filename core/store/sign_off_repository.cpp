#include "core/store/sign_off_repository.h"

#include <algorithm>
#include <bit>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/run_repository.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

constexpr const char* kSelectSignOffs =
    "SELECT id, uid, run_id, seed, cohort, who, started_at, finished_at FROM sign_off ";

std::vector<SignOffItem> signOffItems(SQLite::Database& database, std::int64_t signOffId) {
    SQLite::Statement query(
        database, "SELECT run_row, accepted FROM sign_off_item WHERE sign_off_id = ? ORDER BY position");
    query.bind(1, signOffId);
    std::vector<SignOffItem> items;
    while (query.executeStep()) {
        SignOffItem& item = items.emplace_back();
        item.row = static_cast<RowIndex>(query.getColumn(0).getInt64());
        if (!query.getColumn(1).isNull()) item.accepted = query.getColumn(1).getInt() != 0;
    }
    return items;
}

std::vector<SignOff> signOffsFrom(SQLite::Database& database, SQLite::Statement& query) {
    std::vector<SignOff> signOffs;
    while (query.executeStep()) {
        SignOff& signOff = signOffs.emplace_back();
        signOff.id = query.getColumn(0).getInt64();
        signOff.uid = query.getColumn(1).getString();
        signOff.run = query.getColumn(2).getInt64();
        signOff.seed = std::bit_cast<std::uint64_t>(query.getColumn(3).getInt64());
        signOff.cohort = query.getColumn(4).getString();
        signOff.who = query.getColumn(5).getString();
        signOff.startedAt = query.getColumn(6).getString();
        signOff.finishedAt = query.getColumn(7).getString();
        signOff.items = signOffItems(database, signOff.id);
    }
    return signOffs;
}

bool finished(const std::vector<SignOffItem>& items) {
    return std::all_of(items.begin(), items.end(), [](const SignOffItem& item) { return item.accepted; });
}

void bindJudgement(SQLite::Statement& statement, int at, std::optional<bool> accepted) {
    if (accepted)
        statement.bind(at, *accepted ? 1 : 0);
    else
        statement.bind(at);
}

std::int64_t itemId(SQLite::Database& database, std::int64_t signOffId, std::size_t item) {
    SQLite::Statement query(database, "SELECT id FROM sign_off_item WHERE sign_off_id = ? AND position = ?");
    SQLite::bind(query, signOffId, static_cast<std::int64_t>(item));
    if (!query.executeStep())
        throw Error(ErrorCode::Usage,
                    fmt::format("There is no output {} in the sign-off {} of this store.", item, signOffId));
    return query.getColumn(0).getInt64();
}

}  // namespace

std::vector<SignOff> signOffsOf(SQLite::Database& database, RunId run) {
    SQLite::Statement query(
        database, fmt::format("{}WHERE run_id = ? ORDER BY started_at DESC, id DESC", kSelectSignOffs));
    query.bind(1, run);
    return signOffsFrom(database, query);
}

std::optional<SignOff> signOffWithUid(SQLite::Database& database, const std::string& uid) {
    SQLite::Statement query(database, fmt::format("{}WHERE uid = ?", kSelectSignOffs));
    query.bind(1, uid);
    const std::vector<SignOff> found = signOffsFrom(database, query);
    if (found.empty()) return std::nullopt;
    return found.front();
}

void requireItems(SQLite::Database& database, const SignOff& signOff) {
    const auto run = runWithId(database, signOff.run);
    if (!run) throw Error(ErrorCode::Usage, fmt::format("There is no run {} in this store.", signOff.run));
    if (signOff.items.empty())
        throw Error(ErrorCode::Usage, "There is nothing to sign off: draw at least one output.");
    for (const SignOffItem& item : signOff.items)
        if (item.row >= run->info.rows)
            throw Error(ErrorCode::Usage,
                        fmt::format("Run {} has no row {} to sign off.", signOff.run, item.row));
}

SignOff addSignOff(SQLite::Database& database, const SignOff& given, const std::string& now) {
    SignOff signOff = given;
    requireItems(database, signOff);
    for (std::string* field : {&signOff.cohort, &signOff.who, &signOff.uid})
        *field = writtenText(*field, "a sign-off");
    if (signOff.uid.empty()) signOff.uid = newUid(database);
    signOff.startedAt = now;
    signOff.finishedAt = finished(signOff.items) ? now : "";
    signOff.id = insertSignOff(database, signOff);
    return signOff;
}

void storeJudgement(SQLite::Database& database, std::int64_t signOffId, std::size_t item,
                    std::optional<bool> accepted, const std::string& now) {
    const std::int64_t id = itemId(database, signOffId, item);
    SQLite::Statement judge(database, "UPDATE sign_off_item SET accepted = ? WHERE id = ?");
    bindJudgement(judge, 1, accepted);
    judge.bind(2, id);
    judge.exec();
    sealRow(database, "sign_off_item", id);

    const std::string finishedAt = finished(signOffItems(database, signOffId)) ? now : "";
    SQLite::Statement finish(database, "UPDATE sign_off SET finished_at = ? WHERE id = ?");
    SQLite::bind(finish, finishedAt, signOffId);
    finish.exec();
    sealRow(database, "sign_off", signOffId);
}

std::int64_t insertSignOff(SQLite::Database& database, const SignOff& signOff) {
    SQLite::Statement insert(database,
                             "INSERT INTO sign_off (uid, run_id, seed, cohort, who, started_at, finished_at)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, signOff.uid, signOff.run, std::bit_cast<std::int64_t>(signOff.seed), signOff.cohort,
                 signOff.who, signOff.startedAt, signOff.finishedAt);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "sign_off", id);
    std::int64_t position = 0;
    for (const SignOffItem& item : signOff.items) {
        SQLite::Statement drawn(
            database,
            "INSERT INTO sign_off_item (sign_off_id, position, run_row, accepted) VALUES (?, ?, ?, ?)");
        SQLite::bind(drawn, id, position++, static_cast<std::int64_t>(item.row));
        bindJudgement(drawn, 4, item.accepted);
        drawn.exec();
        sealRow(database, "sign_off_item", database.getLastInsertRowid());
    }
    return id;
}

}  // namespace reckoner
