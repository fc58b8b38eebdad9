#include "core/store/cost_model_repository.h"

#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/review/cost_book.h"
#include "core/store/clean_text.h"
#include "core/store/seal.h"
#include "core/wording/vocabulary_words.h"

namespace reckoner {
namespace {

std::string wordsJson(const Vocabulary& words) {
    nlohmann::json json = nlohmann::json::object();
    for (const VocabularyWord& word : vocabularyWords())
        json[word.key] = cleanText(words.*word.member);
    return json.dump();
}

// Words that are not there keep their plain reading.
Vocabulary wordsFromJson(const std::string& text) {
    Vocabulary words;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return words;
    for (const VocabularyWord& word : vocabularyWords())
        if (const auto found = json.find(word.key); found != json.end() && found->is_string())
            words.*word.member = found->get<std::string>();
    return words;
}

std::string pricesJson(const ClassPrices& prices) {
    if (prices.empty()) return {};
    nlohmann::json classes = nlohmann::json::array();
    for (const std::string& name : prices.classes)
        classes.push_back(cleanText(name));
    return nlohmann::json{{"classes", classes}, {"money", prices.money}}.dump();
}

// What is no table of numbers counts as not entered.
ClassPrices pricesFromJson(const std::string& text) {
    ClassPrices prices;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("classes") || !json.contains("money")) return prices;
    for (const auto& name : json["classes"])
        if (name.is_string()) prices.classes.push_back(name.get<std::string>());
    for (const auto& money : json["money"])
        if (money.is_number()) prices.money.push_back(money.get<double>());
    const std::size_t size = prices.classes.size();
    return prices.money.size() == size * size ? prices : ClassPrices{};
}

void require(bool holds, const char* sentence) {
    if (!holds) throw Error(ErrorCode::BadInput, sentence);
}

void requireSound(const CostModel& costs) {
    for (const OutcomeCost* cost : {&costs.tp, &costs.fp, &costs.fn, &costs.tn})
        require(std::isfinite(cost->fixed) && std::isfinite(cost->factor),
                "A cost has to be a finite number.");
    require(std::isfinite(costs.review) && std::isfinite(costs.volumePerPeriod),
            "Review cost and volume have to be finite numbers.");
    require(costs.reviewerAccuracy >= 0 && costs.reviewerAccuracy <= 1,
            "A reviewer is right in 0 to 100 of 100 reviews.");
    const double capacity = costs.reviewCapacity.value_or(0);
    require(std::isfinite(capacity) && capacity >= 0, "A review capacity is a number from 0 up.");
    require(!costs.prevalence || (*costs.prevalence > 0 && *costs.prevalence < 1),
            "The share in production has to lie between 0 and 100 of 100.");
    const ClassPrices& prices = costs.byClass;
    require(prices.money.size() == prices.classes.size() * prices.classes.size(),
            "Costs by class need an entry for every pair of classes.");
    for (const double money : prices.money)
        require(std::isfinite(money), "A cost has to be a finite number.");
}

constexpr const char* kColumns =
    "model_id, tp, tp_factor, tp_amount, fp, fp_factor, fp_amount, fn, fn_factor, fn_amount, tn, tn_factor,"
    " tn_amount, review, currency, volume_per_period, period, note, words, who, why, created_at, scenario,"
    " cohort, removed, reviewer_accuracy, review_capacity, prevalence, class_costs";

CostModelRow rowOf(SQLite::Statement& query) {
    int at = 0;
    const auto number = [&] { return query.getColumn(at++).getDouble(); };
    const auto text = [&] { return query.getColumn(at++).getString(); };
    const auto maybe = [&]() -> std::optional<double> {
        const SQLite::Column value = query.getColumn(at++);
        return value.isNull() ? std::nullopt : std::optional(value.getDouble());
    };
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
    row.scenario = text();
    row.cohort = text();
    row.removed = query.getColumn(at++).getInt() != 0;
    row.costs.reviewerAccuracy = number();
    row.costs.reviewCapacity = maybe();
    row.costs.prevalence = maybe();
    row.costs.byClass = pricesFromJson(text());
    return row;
}

}  // namespace

std::vector<CostModelRow> costModelsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(
        database, fmt::format("SELECT id, {} FROM cost_model WHERE model_id = ? ORDER BY id DESC", kColumns));
    query.bind(1, modelId);
    std::vector<CostModelRow> rows;
    while (query.executeStep())
        rows.push_back(rowOf(query));
    return rows;
}

std::optional<CostModelRow> costModelInForce(SQLite::Database& database, std::int64_t modelId) {
    const auto costs = CostBook(costModelsOf(database, modelId)).inForce();
    return costs ? std::optional(costs->row) : std::nullopt;
}

std::int64_t insertCostModel(SQLite::Database& database, const CostModelRow& row) {
    requireSound(row.costs);
    const std::string scenario = cleanName(row.scenario, "scenario");
    if (row.removed && scenario == kLikelyScenario && row.cohort.empty())
        throw Error(ErrorCode::Usage, "The likely costs cannot be removed: every model has them.");
    SQLite::Statement known(database, "SELECT 1 FROM model WHERE id = ?");
    known.bind(1, row.modelId);
    if (!known.executeStep())
        throw Error(ErrorCode::Usage, fmt::format("There is no model {} in this store.", row.modelId));
    SQLite::Statement insert(database,
                             fmt::format("INSERT INTO cost_model ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                                         " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                         kColumns));
    int at = 0;
    const auto text = [&](const std::string& value) { insert.bind(++at, cleanText(value)); };
    const auto maybe = [&](const std::optional<double>& value) {
        ++at;
        if (value)
            insert.bind(at, *value);
        else
            insert.bind(at);
    };
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
    text(scenario);
    text(row.cohort);
    insert.bind(++at, row.removed ? 1 : 0);
    insert.bind(++at, row.costs.reviewerAccuracy);
    maybe(row.costs.reviewCapacity);
    maybe(row.costs.prevalence);
    text(pricesJson(row.costs.byClass));
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "cost_model", id);
    return id;
}

}  // namespace reckoner
