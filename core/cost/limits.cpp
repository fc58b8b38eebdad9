#include "core/cost/limits.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/data/filter.h"
#include "core/metrics/metric_list.h"

namespace reckoner {
namespace {

using Json = nlohmann::json;

constexpr std::pair<const char*, std::optional<double> Limits::*> kNumbers[] = {
    {"precision", &Limits::precision},
    {"recall", &Limits::recall},
    {"flag_rate", &Limits::flagRate},
    {"capacity", &Limits::capacity},
};

bool isShare(double value) {
    return value >= 0 && value <= 1;
}

std::optional<double> numberIn(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number()) return std::nullopt;
    const double value = found->get<double>();
    return std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<CohortFloor> cohortFloor(const Json& object) {
    if (!object.is_object()) return std::nullopt;
    const auto text = [&](const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    CohortFloor floor{text("where"), text("metric"), numberIn(object, "floor").value_or(2)};
    const MetricEntry* metric = findMetric(floor.metric);
    const bool known = metric != nullptr && metric->proportion != nullptr;
    if (floor.where.empty() || !known || !isShare(floor.floor)) return std::nullopt;
    return floor;
}

std::shared_ptr<const Sweep> sweepOf(const std::string& where, const RunAnalysis& run,
                                     const TaskContext& context) {
    const AnalysisRequest& request = run.request;
    const std::string both = request.where.empty() ? where : "(" + request.where + ") and (" + where + ")";
    const RowSet rows = Filter::parse(both).apply(
        *request.table, {run.rows.positive, request.threshold, {}, request.facts}, context);
    const ScoredRows scored = ScoredRows::of(*request.table, rows, run.rows.positive, context);
    return ThresholdSweep::build(*request.table, scored, {}, nullptr, context);
}

}  // namespace

bool Limits::empty() const {
    return *this == Limits{};
}

std::string Limits::toJson() const {
    if (empty()) return {};
    Json object = Json::object();
    for (const auto& [key, member] : kNumbers)
        if (this->*member) object[key] = *(this->*member);
    for (const CohortFloor& floor : cohorts)
        object["cohorts"].push_back(
            {{"where", floor.where}, {"metric", floor.metric}, {"floor", floor.floor}});
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Limits Limits::fromJson(const std::string& text) {
    Limits limits;
    const Json object = Json::parse(text, nullptr, false);
    if (!object.is_object()) return limits;
    for (const auto& [key, member] : kNumbers) {
        const auto value = numberIn(object, key);
        if (value && (member == &Limits::capacity || isShare(*value))) limits.*member = value;
    }
    const auto cohorts = object.find("cohorts");
    if (cohorts == object.end() || !cohorts->is_array()) return limits;
    for (const Json& one : *cohorts)
        if (const auto floor = cohortFloor(one)) limits.cohorts.push_back(*floor);
    return limits;
}

std::vector<Limit> listed(const Limits& limits) {
    std::vector<Limit> list;
    if (limits.precision) list.push_back({Limit::Kind::Precision, *limits.precision});
    if (limits.recall) list.push_back({Limit::Kind::Recall, *limits.recall});
    if (limits.flagRate) list.push_back({Limit::Kind::FlagRate, *limits.flagRate});
    if (limits.capacity) list.push_back({Limit::Kind::Capacity, *limits.capacity});
    for (std::size_t i = 0; i < limits.cohorts.size(); ++i)
        list.push_back({Limit::Kind::Cohort, limits.cohorts[i].floor, i});
    return list;
}

std::vector<Constraint> constraintsOf(const Limits& limits, const RunAnalysis& run,
                                      const TaskContext& context) {
    std::vector<Constraint> constraints;
    for (const Limit& limit : listed(limits)) {
        Constraint constraint;
        constraint.limit = limit.asked;
        switch (limit.kind) {
            case Limit::Kind::Precision:
                constraint.value = findMetric("precision")->value;
                break;
            case Limit::Kind::Recall:
                constraint.value = findMetric("recall")->value;
                break;
            case Limit::Kind::Capacity:
                constraint.limit = shareOfCases(run, limit.asked);
                constraint.bound = Bound::AtMost;
                constraint.value = [cost = run.cost](const Tally& t) {
                    return ratio(cost.weight(t.tp, t.fp), cost.weight(t.tp, t.fp) + cost.weight(t.fn, t.tn),
                                 Reason::NoSamples);
                };
                break;
            case Limit::Kind::FlagRate:
                constraint.value = findMetric("selection_rate")->value;
                constraint.bound = Bound::AtMost;
                break;
            case Limit::Kind::Cohort: {
                const CohortFloor& floor = limits.cohorts[limit.cohort];
                constraint.value = findMetric(floor.metric)->value;
                constraint.of = sweepOf(floor.where, run, context);
                break;
            }
        }
        constraints.push_back(std::move(constraint));
    }
    return constraints;
}

double casesOfShare(const RunAnalysis& run, double share) {
    return run.perPeriod(share * run.weight());
}

double shareOfCases(const RunAnalysis& run, double cases) {
    const double all = run.volume() > 0 ? run.volume() : run.weight();
    return all > 0 ? cases / all : 0;
}

}  // namespace reckoner
