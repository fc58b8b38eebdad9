#include "core/review/policy_evidence.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/numbers.h"

namespace reckoner {
namespace {

using FrozenJson = nlohmann::json;

FrozenJson numberJson(double number) {
    if (std::isfinite(number)) return number;
    return shortestNumber(number);
}

double numberAt(const FrozenJson& json, const char* key, double otherwise = 0) {
    const auto found = json.find(key);
    if (found == json.end()) return otherwise;
    if (found->is_number()) return found->get<double>();
    if (found->is_string()) return parseNumber(found->get<std::string>()).value_or(otherwise);
    return otherwise;
}

std::string textAt(const FrozenJson& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

FrozenJson intervalJson(const std::optional<Interval>& interval) {
    if (!interval) return nullptr;
    return FrozenJson::array({numberJson(interval->lo), numberJson(interval->hi)});
}

std::optional<Interval> intervalAt(const FrozenJson& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() != 2) return std::nullopt;
    if (!(*found)[0].is_number() || !(*found)[1].is_number()) return std::nullopt;
    return Interval{(*found)[0].get<double>(), (*found)[1].get<double>()};
}

FrozenJson valueJson(const Value& value) {
    if (!value) return nullptr;
    return *value;
}

Value valueAt(const FrozenJson& json, const char* key, Reason otherwise) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number()) return otherwise;
    return found->get<double>();
}

constexpr std::pair<const char*, double OutcomeMix::*> kMix[] = {
    {"tp", &OutcomeMix::tp}, {"fp", &OutcomeMix::fp}, {"fn", &OutcomeMix::fn}, {"tn", &OutcomeMix::tn}};
constexpr std::pair<const char*, double TierRow::*> kRow[] = {{"cases", &TierRow::cases},
                                                              {"positives", &TierRow::positives},
                                                              {"negatives", &TierRow::negatives},
                                                              {"cost", &TierRow::cost},
                                                              {"share", &TierRow::share}};
constexpr std::pair<const char*, std::string PolicyEvidence::*> kEvidenceTexts[] = {
    {"version", &PolicyEvidence::version},
    {"eval_set", &PolicyEvidence::evalSet},
    {"run_date", &PolicyEvidence::runDate},
    {"source_sha256", &PolicyEvidence::sourceSha256},
    {"fingerprint", &PolicyEvidence::fingerprint},
    {"cohort", &PolicyEvidence::cohort},
    {"scenario", &PolicyEvidence::scenario},
    {"currency", &PolicyEvidence::currency},
    {"period", &PolicyEvidence::period}};

FrozenJson pointJson(const FrozenPoint& frozen) {
    const PointFigures& figures = frozen.figures;
    FrozenJson json = {{"threshold", numberJson(frozen.point.threshold)},
                       {"precision", valueJson(figures.precision)},
                       {"precision_interval", intervalJson(figures.precisionInterval)},
                       {"recall", valueJson(figures.recall)},
                       {"recall_interval", intervalJson(figures.recallInterval)},
                       {"flagged", numberJson(figures.flagged)},
                       {"reviewed", numberJson(figures.reviewed)},
                       {"cost", numberJson(figures.cost)},
                       {"cost_interval", intervalJson(frozen.cost)}};
    for (const auto& [key, part] : kMix)
        json[key] = figures.mix.*part;
    if (!frozen.point.tiers) return json;
    json["plan"] = FrozenJson::parse(tierPlanJson(*frozen.point.tiers));
    json["tiers"] = FrozenJson::array();
    for (const TierRow& row : figures.tiers) {
        FrozenJson tier = FrozenJson::object();
        for (const auto& [key, part] : kRow)
            tier[key] = row.*part;
        json["tiers"].push_back(tier);
    }
    return json;
}

std::optional<FrozenPoint> pointAt(const FrozenJson& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_object()) return std::nullopt;
    FrozenPoint frozen;
    PointFigures& figures = frozen.figures;
    frozen.point.threshold = numberAt(*found, "threshold");
    for (const auto& [name, part] : kMix)
        figures.mix.*part = numberAt(*found, name);
    figures.precision = valueAt(*found, "precision", Reason::NothingFlagged);
    figures.recall = valueAt(*found, "recall", Reason::NoPositives);
    figures.precisionInterval = intervalAt(*found, "precision_interval");
    figures.recallInterval = intervalAt(*found, "recall_interval");
    figures.flagged = numberAt(*found, "flagged");
    figures.reviewed = numberAt(*found, "reviewed");
    figures.cost = numberAt(*found, "cost");
    frozen.cost = intervalAt(*found, "cost_interval");
    if (const auto plan = found->find("plan"); plan != found->end())
        frozen.point.tiers =
            tierPlanFromJson(plan->dump(-1, ' ', false, FrozenJson::error_handler_t::replace));
    if (const auto tiers = found->find("tiers"); tiers != found->end() && tiers->is_array()) {
        for (const FrozenJson& tier : *tiers) {
            TierRow& row = figures.tiers.emplace_back();
            for (const auto& [name, part] : kRow)
                row.*part = tier.is_object() ? numberAt(tier, name) : 0;
        }
    }
    return frozen;
}

FrozenPoint frozenAt(const RunAnalysis& run, const OperatingPoint& point) {
    return {point, pointFigures(run, point), {}};
}

}  // namespace

PolicyEvidence freezeEvidence(const RunAnalysis& run, const EvidenceSource& source,
                              const OperatingPoint& adopted, const std::optional<OperatingPoint>& before,
                              const TaskContext& context) {
    const RunInfo& info = run.request.table->info();
    const CostModel& costs = run.cost.model();
    const Tally all = run.sweep->at(run.sweep->lowest());
    PolicyEvidence evidence;
    evidence.runId = info.id;
    evidence.version = info.version;
    evidence.evalSet = info.evalSet;
    evidence.runDate = info.runDate;
    evidence.sourceSha256 = source.sourceSha256;
    evidence.fingerprint = source.fingerprint;
    evidence.cohort = run.request.where;
    evidence.samples = run.sweep->samples();
    evidence.positives = all.positives();
    evidence.costModelId = source.costModelId;
    evidence.scenario = source.scenario;
    evidence.currency = costs.currency;
    evidence.period = costs.period;
    evidence.volume = run.volume();
    evidence.adopted = frozenAt(run, adopted);
    const CostIntervals intervals = pointIntervals(run, adopted, before, context);
    evidence.adopted.cost = intervals.now;
    if (before) {
        evidence.before = frozenAt(run, *before);
        evidence.difference = intervals.difference;
    }
    if (run.best) evidence.best = frozenAt(run, {run.best->threshold, {}});
    return evidence;
}

std::string evidenceJson(const PolicyEvidence& evidence) {
    FrozenJson json = {{"run", evidence.runId},
                       {"samples", evidence.samples},
                       {"positives", evidence.positives},
                       {"cost_model", evidence.costModelId},
                       {"volume", numberJson(evidence.volume)},
                       {"adopted", pointJson(evidence.adopted)},
                       {"before", evidence.before ? pointJson(*evidence.before) : FrozenJson()},
                       {"best", evidence.best ? pointJson(*evidence.best) : FrozenJson()},
                       {"difference", intervalJson(evidence.difference)}};
    for (const auto& [key, text] : kEvidenceTexts)
        json[key] = evidence.*text;
    return json.dump(-1, ' ', false, FrozenJson::error_handler_t::replace);
}

std::optional<PolicyEvidence> evidenceFromJson(const std::string& text) {
    const FrozenJson json = FrozenJson::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto adopted = pointAt(json, "adopted");
    if (!adopted) return std::nullopt;
    const auto whole = [&](const char* key) {
        const double number = numberAt(json, key);
        return number > 0 && number < 9e15 ? static_cast<std::int64_t>(number) : 0;
    };
    PolicyEvidence evidence;
    evidence.runId = whole("run");
    evidence.samples = static_cast<std::uint64_t>(whole("samples"));
    evidence.positives = static_cast<std::uint64_t>(whole("positives"));
    evidence.costModelId = whole("cost_model");
    evidence.volume = numberAt(json, "volume");
    evidence.adopted = *adopted;
    evidence.before = pointAt(json, "before");
    evidence.best = pointAt(json, "best");
    evidence.difference = intervalAt(json, "difference");
    for (const auto& [key, member] : kEvidenceTexts)
        evidence.*member = textAt(json, key);
    return evidence;
}

}  // namespace reckoner
