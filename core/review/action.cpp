#include "core/review/action.h"

#include <algorithm>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/data/date_span.h"
#include "core/review/policy_record.h"

namespace reckoner {
namespace {

constexpr std::pair<ActionLink::To, std::string_view> kTargets[] = {{ActionLink::To::Case, "case"},
                                                                    {ActionLink::To::Cohort, "cohort"},
                                                                    {ActionLink::To::Tag, "tag"},
                                                                    {ActionLink::To::Point, "point"}};

}  // namespace

std::string_view name(ActionKind kind) {
    switch (kind) {
        case ActionKind::Experiment:
            return "experiment";
        case ActionKind::Development:
            return "development";
        case ActionKind::Hardening:
            return "hardening";
    }
    return {};
}

std::optional<ActionKind> actionKind(std::string_view given) {
    for (const ActionKind kind : kActionKinds)
        if (name(kind) == given) return kind;
    return std::nullopt;
}

std::string_view name(ActionState state) {
    switch (state) {
        case ActionState::Open:
            return "open";
        case ActionState::Done:
            return "done";
        case ActionState::Dropped:
            return "dropped";
    }
    return {};
}

std::optional<ActionState> actionState(std::string_view given) {
    for (const ActionState state : kActionStates)
        if (name(state) == given) return state;
    return std::nullopt;
}

std::string linksJson(const std::vector<ActionLink>& links) {
    nlohmann::json json = nlohmann::json::array();
    for (const ActionLink& link : links)
        for (const auto& [to, key] : kTargets)
            if (to == link.to) json.push_back({{std::string(key), link.name}});
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<ActionLink> linksFromJson(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    std::vector<ActionLink> links;
    if (!json.is_array()) return links;
    for (const auto& one : json)
        for (const auto& [to, key] : kTargets)
            if (one.is_object() && one.contains(std::string(key)) && one[std::string(key)].is_string())
                links.push_back({to, one[std::string(key)].get<std::string>()});
    return links;
}

bool sameContent(const Action& a, const Action& b) {
    const auto content = [](const Action& action) {
        return std::tie(action.modelId, action.title, action.owner, action.due, action.kind, action.state,
                        action.result, action.links, action.review);
    };
    return content(a) == content(b);
}

void check(const Action& action) {
    if (action.title.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(ErrorCode::Usage, "An action needs one line saying what is to be done.");
    if (!action.due.empty() && !isDate(action.due))
        throw Error(ErrorCode::Usage, "A date an action is due on is written like 2026-03-31.");
}

std::vector<Action> openActions(const std::vector<Action>& actions) {
    std::vector<Action> open;
    std::copy_if(actions.begin(), actions.end(), std::back_inserter(open),
                 [](const Action& action) { return action.state == ActionState::Open; });
    std::stable_sort(open.begin(), open.end(), [](const Action& a, const Action& b) {
        return std::pair(a.due.empty(), a.due) < std::pair(b.due.empty(), b.due);
    });
    return open;
}

std::optional<int> daysLate(const std::string& due, const std::string& today) {
    if (!isDate(due) || !isDate(today)) return std::nullopt;
    constexpr double kDay = 86'400;
    return static_cast<int>((parseDateSpan(today)->first - parseDateSpan(due)->first) / kDay);
}

}  // namespace reckoner
