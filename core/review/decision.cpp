#include "core/review/decision.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/review/policy_record.h"

namespace reckoner {
namespace {

struct KindText {
    DecisionKind kind;
    std::string_view name;
    std::string_view title;
};
constexpr KindText kKinds[] = {
    {DecisionKind::Approve, "approve", "Approve"},
    {DecisionKind::ApproveWithConditions, "approve_with_conditions", "Approve with conditions"},
    {DecisionKind::Hold, "hold", "Hold"},
    {DecisionKind::Reject, "reject", "Reject"},
    {DecisionKind::RollBack, "roll_back", "Roll back"},
    {DecisionKind::ChangePolicy, "change_policy", "Change policy"},
    {DecisionKind::Waive, "waive", "Waive"},
};

const KindText& textOf(DecisionKind kind) {
    return *std::find_if(std::begin(kKinds), std::end(kKinds),
                         [kind](const KindText& text) { return text.kind == kind; });
}

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

}  // namespace

std::string_view name(DecisionKind kind) {
    return textOf(kind).name;
}

std::string_view title(DecisionKind kind) {
    return textOf(kind).title;
}

std::optional<DecisionKind> decisionKind(std::string_view name) {
    for (const KindText& text : kKinds)
        if (text.name == name) return text.kind;
    return std::nullopt;
}

std::string tripwireJson(const Tripwire& tripwire) {
    if (tripwire.metric.empty()) return {};
    const nlohmann::json json = {{"metric", tripwire.metric},
                                 {"cohort", tripwire.cohort},
                                 {"below", tripwire.below},
                                 {"limit", tripwire.limit}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Tripwire tripwireFromJson(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return {};
    const auto metric = json.find("metric"), cohort = json.find("cohort"), below = json.find("below"),
               limit = json.find("limit");
    if (metric == json.end() || !metric->is_string() || limit == json.end() || !limit->is_number()) return {};
    Tripwire tripwire;
    tripwire.metric = metric->get<std::string>();
    if (cohort != json.end() && cohort->is_string()) tripwire.cohort = cohort->get<std::string>();
    if (below != json.end() && below->is_boolean()) tripwire.below = below->get<bool>();
    tripwire.limit = limit->get<double>();
    return tripwire;
}

void check(const Decision& decision) {
    if (blank(decision.title))
        throw Error(ErrorCode::Usage, "A decision needs one line saying what is decided.");
    if (blank(decision.reason))
        throw Error(ErrorCode::Usage, "A decision needs a reason, for whoever looks at it again.");
    if (blank(decision.who)) throw Error(ErrorCode::Usage, "A decision needs somebody who decides it.");
    if (decision.kind == DecisionKind::ApproveWithConditions && blank(decision.conditions))
        throw Error(ErrorCode::Usage, "An approval with conditions needs its conditions.");
    if (!decision.revisitOn.empty() && !isDate(decision.revisitOn))
        throw Error(ErrorCode::Usage, "A date to look at it again is written like 2026-03-31.");
    if (!decision.tripwire.metric.empty() && !std::isfinite(decision.tripwire.limit))
        throw Error(ErrorCode::Usage, "The limit that brings a decision up again is a number.");
}

std::vector<Decision> standingDecisions(const std::vector<Decision>& decisions) {
    std::vector<Decision> standing;
    for (const Decision& decision : decisions)
        if (std::none_of(decisions.begin(), decisions.end(), [&](const Decision& other) {
                return !decision.uid.empty() && other.supersedes == decision.uid;
            }))
            standing.push_back(decision);
    return standing;
}

std::vector<Decision> decisionsToRevisit(const std::vector<Decision>& decisions, const std::string& today) {
    std::vector<Decision> due = standingDecisions(decisions);
    std::erase_if(due, [&](const Decision& decision) {
        return decision.revisitOn.empty() || decision.revisitOn > today;
    });
    std::stable_sort(due.begin(), due.end(),
                     [](const Decision& a, const Decision& b) { return a.revisitOn < b.revisitOn; });
    return due;
}

}  // namespace reckoner
