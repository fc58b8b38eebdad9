#include "core/store/cost_model_repository.h"

#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/store/clean_text.h"
#include "core/store/seal.h"

namespace reckoner {
namespace {

struct Word {
    const char* key;
    std::string Vocabulary::*member;
};

// Keys of the JSON in the store: never renamed.
constexpr Word kWords[] = {
    {"sample", &Vocabulary::sample},
    {"samples", &Vocabulary::samples},
    {"flag", &Vocabulary::flag},
    {"flagged", &Vocabulary::flagged},
    {"passed", &Vocabulary::passed},
    {"real_ones", &Vocabulary::realOnes},
    {"would_have", &Vocabulary::wouldHave},
    {"missed", &Vocabulary::missed},
    {"caught", &Vocabulary::caught},
    {"false_alarm", &Vocabulary::falseAlarm},
    {"missed_one", &Vocabulary::missedOne},
    {"false_alarm_one", &Vocabulary::falseAlarmOne},
    {"false_alarm_many", &Vocabulary::falseAlarmMany},
    {"missed_many", &Vocabulary::missedMany},
};

std::string wordsJson(const Vocabulary& words) {
    nlohmann::json json = nlohmann::json::object();
    for (const Word& word : kWords)
        json[word.key] = cleanText(words.*word.member);
    return json.dump();
}

// Words that are not there keep their plain reading.
Vocabulary wordsFromJson(const std::string& text) {
    Vocabulary words;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return words;
    for (const Word& word : kWords)
        if (const auto found = json.find(word.key); found != json.end() && found->is_string())
            words.*word.member = found->get<std::string>();
    return words;
}

void requireFinite(const CostModel& costs) {
    for (const OutcomeCost* cost : {&costs.tp, &costs.fp, &costs.fn, &costs.tn})
        if (!std::isfinite(cost->fixed) || !std::isfinite(cost->factor))
            throw Error(ErrorCode::BadInput, "A cost has to be a finite number.");
    if (!std::isfinite(costs.review) || !std::isfinite(costs.volumePerPeriod))
        throw Error(ErrorCode::BadInput, "Review cost and volume have to be finite numbers.");
}

constexpr const char* kColumns =
    "model_id, tp, tp_factor, tp_amount, fp, fp_factor, fp_amount, fn, fn_factor, fn_amount, tn, tn_factor,"
    " tn_amount, review, currency, volume_per_period, period, note, words, who, why, created_at";

}  // namespace

std::optional<CostModelRow> costModelInForce(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(
        database,
        fmt::format("SELECT id, {} FROM cost_model WHERE model_id = ? ORDER BY id DESC LIMIT 1", kColumns));
    query.bind(1, modelId);
    if (!query.executeStep()) return std::nullopt;
    int at = 0;
    const auto number = [&] { return query.getColumn(at++).getDouble(); };
    const auto text = [&] { return query.getColumn(at++).getString(); };
    CostModelRow row;
    row.id = query.getColumn(at++).getInt64();
    row.modelId = query.getColumn(at++).getInt64();
    for (OutcomeCost* cost : {&row.costs.tp, &row.costs.fp, &row.costs.fn, &row.costs.tn}) {
        cost->fixed = number();
        cost->factor = number();
        cost->amountColumn = text();
    }
    row.costs.review = number();
    row.costs.currency = text();
    row.costs.volumePerPeriod = number();
    row.costs.period = text();
    row.costs.note = text();
    row.words = wordsFromJson(text());
    row.who = text();
    row.why = text();
    row.at = text();
    return row;
}

std::int64_t insertCostModel(SQLite::Database& database, const CostModelRow& row) {
    requireFinite(row.costs);
    SQLite::Statement known(database, "SELECT 1 FROM model WHERE id = ?");
    known.bind(1, row.modelId);
    if (!known.executeStep())
        throw Error(ErrorCode::Usage, fmt::format("There is no model {} in this store.", row.modelId));
    SQLite::Statement insert(database,
                             fmt::format("INSERT INTO cost_model ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                                         " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                         kColumns));
    int at = 0;
    const auto text = [&](const std::string& value) { insert.bind(++at, cleanText(value)); };
    insert.bind(++at, row.modelId);
    for (const OutcomeCost* cost : {&row.costs.tp, &row.costs.fp, &row.costs.fn, &row.costs.tn}) {
        insert.bind(++at, cost->fixed);
        insert.bind(++at, cost->factor);
        text(cost->amountColumn);
    }
    insert.bind(++at, row.costs.review);
    text(row.costs.currency);
    insert.bind(++at, row.costs.volumePerPeriod);
    text(row.costs.period);
    text(row.costs.note);
    text(wordsJson(row.words));
    text(row.who);
    text(row.why);
    text(row.at);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "cost_model", id);
    return id;
}

}  // namespace reckoner
