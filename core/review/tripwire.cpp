#include "core/review/tripwire.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/case_fold.h"
#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/data/filter.h"
#include "core/metrics/run_analysis.h"
#include "core/review/gate_run.h"
#include "core/review/requirement_metric.h"
#include "core/review/run_day.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr std::string_view kPrevalence = "prevalence";
constexpr std::string_view kPrevalenceTitle = "share of positives";

std::string withoutStop(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\n");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\n.") - from + 1));
}

struct Turn {
    std::string_view words;
    bool below;
};
// The longer ones first.
constexpr Turn kTurns[] = {
    {" falls below ", true},  {" drops below ", true}, {" goes below ", true}, {" is below ", true},
    {" rises above ", false}, {" goes above ", false}, {" is above ", false},  {" below ", true},
    {" above ", false},       {" < ", true},           {" > ", false}};

Error noTripwire(const std::string& text, const std::string& why) {
    return Error(
        ErrorCode::Usage,
        fmt::format("\"{}\" {}; write it like \"precision for enterprise falls below 0.7\".", text, why));
}

// "0.7", "70 %", "35 of 100".
std::optional<double> boundOf(std::string text) {
    double parts = 1;
    for (const std::string_view unit : {"of 100", "%"})
        if (text.ends_with(unit)) {
            text = withoutStop(std::string_view(text).substr(0, text.size() - unit.size()));
            parts = 100;
            break;
        }
    const auto number = parseNumber(text);
    return number ? std::optional(*number / parts) : std::nullopt;
}

// The metric the text begins with; what follows it stays in `text`.
std::string takeMetric(std::string& text) {
    const std::string folded = foldCase(text);
    std::string best;
    std::size_t length = 0;
    const auto consider = [&](std::string_view id, std::string_view name) {
        const std::string wanted = foldCase(name);
        const bool whole = folded.size() == wanted.size() || folded[wanted.size()] == ' ';
        if (wanted.size() <= length || !folded.starts_with(wanted) || !whole) return;
        best = id;
        length = wanted.size();
    };
    for (const RequirementMetric& metric : requirementMetrics()) {
        consider(metric.id, metric.id);
        consider(metric.id, metric.title);
    }
    for (const std::string_view name : {kPrevalence, kPrevalenceTitle})
        consider(kPrevalence, name);
    text = withoutStop(std::string_view(text).substr(length));
    return best;
}

std::string cohortOf(const std::string& text, const std::vector<Cohort>& cohorts, const std::string& whole) {
    if (text.empty()) return {};
    for (const Cohort& cohort : cohorts)
        if (foldCase(cohort.name) == foldCase(text)) return cohort.expression;
    try {
        Filter::parse(text);
    } catch (const Error&) {
        throw noTripwire(whole, fmt::format("names no saved cohort and no filter by \"{}\"", text));
    }
    return text;
}

std::optional<RunRow> newestSince(const Store& store, const Decision& decision) {
    std::optional<RunRow> newest;
    for (const RunRow& run : store.runs(decision.modelId)) {
        if (!decision.version.empty() && run.info.version != decision.version) continue;
        if (run.info.scored == 0 || dayOf(run) <= decision.at.substr(0, 10)) continue;
        if (!newest || std::pair(dayOf(*newest), newest->info.id) < std::pair(dayOf(run), run.info.id))
            newest = run;
    }
    return newest;
}

Value readValue(const std::shared_ptr<Store>& store, const RunRow& run, const Tripwire& wire,
                const TaskContext& context) {
    if (wire.metric == kPrevalence) {
        AnalysisRequest request;
        request.table = store->openTable(run.info.id);
        request.where = wire.cohort;
        const RunAnalysisPtr analysis = analyse(request, context);
        if (analysis->sweep->samples() == 0) return Reason::NoSamples;
        return analysis->prevalence();
    }
    RequirementRecord record;
    record.requirement.modelId = run.modelId;
    record.requirement.metric = wire.metric;
    record.requirement.cohort = wire.cohort;
    record.requirement.floor = wire.limit;
    record.requirement.atMost = !wire.below;
    GateRequest request;
    request.store = store;
    request.run = run;
    return judge(request, record, nullptr, context).value;
}

}  // namespace

Tripwire parseTripwire(std::string_view typed, const std::vector<Cohort>& cohorts) {
    const std::string whole = withoutStop(typed);
    std::string text = whole;
    if (foldCase(text).starts_with("if ")) text = withoutStop(std::string_view(text).substr(3));
    if (text.empty()) return {};
    Tripwire wire;
    const std::string folded = foldCase(text);
    const Turn* turn = nullptr;
    std::size_t at = std::string::npos;
    for (const Turn& one : kTurns) {
        const std::size_t found = folded.rfind(one.words);
        if (found == std::string::npos || turn) continue;
        turn = &one;
        at = found;
    }
    if (!turn) throw noTripwire(whole, "does not say below or above what");
    const auto bound = boundOf(withoutStop(std::string_view(text).substr(at + turn->words.size())));
    if (!bound) throw noTripwire(whole, "names no number");
    wire.below = turn->below;
    wire.limit = *bound;
    text = withoutStop(std::string_view(text).substr(0, at));
    wire.metric = takeMetric(text);
    if (wire.metric.empty()) throw noTripwire(whole, "begins with no metric");
    for (const std::string_view word : {"for ", "of ", "where "})
        if (foldCase(text).starts_with(word)) {
            text = withoutStop(std::string_view(text).substr(word.size()));
            break;
        }
    wire.cohort = cohortOf(text, cohorts, whole);
    return wire;
}

std::string tripwireSentence(const Tripwire& wire, const std::vector<Cohort>& cohorts) {
    if (wire.metric.empty()) return {};
    const RequirementMetric* metric = findRequirementMetric(wire.metric);
    std::string cohort = wire.cohort;
    for (const Cohort& one : cohorts)
        if (!cohort.empty() && one.expression == wire.cohort) cohort = one.name;
    return fmt::format("{}{} {} {}",
                       metric                       ? std::string(metric->title)
                       : wire.metric == kPrevalence ? std::string(kPrevalenceTitle)
                                                    : wire.metric,
                       cohort.empty() ? "" : " for " + cohort, wire.below ? "falls below" : "rises above",
                       storedThreshold(wire.limit));
}

std::optional<TripwireReading> readTripwire(const std::shared_ptr<Store>& store, const Decision& decision,
                                            const TaskContext& context) {
    if (decision.tripwire.metric.empty()) return std::nullopt;
    const auto run = newestSince(*store, decision);
    if (!run) return std::nullopt;
    TripwireReading reading{decision, *run, Reason::NotComparable, false};
    try {
        reading.value = readValue(store, *run, decision.tripwire, context);
    } catch (const Error& error) {
        // A column that this run does not have: it says nothing about the decision.
        if (error.code() != ErrorCode::BadInput && error.code() != ErrorCode::Usage) throw;
    }
    if (reading.value)
        reading.tripped = decision.tripwire.below ? *reading.value < decision.tripwire.limit
                                                  : *reading.value > decision.tripwire.limit;
    return reading;
}

std::vector<TripwireReading> trippedDecisions(const std::shared_ptr<Store>& store,
                                              const std::vector<Decision>& decisions,
                                              const TaskContext& context) {
    std::vector<TripwireReading> tripped;
    for (const Decision& decision : standingDecisions(decisions)) {
        context.checkCancelled();
        if (auto reading = readTripwire(store, decision, context); reading && reading->tripped)
            tripped.push_back(std::move(*reading));
    }
    return tripped;
}

}  // namespace reckoner
