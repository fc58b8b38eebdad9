// Something somebody promised to do about a model; carried over from review to review until it is closed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

enum class ActionKind { Experiment, Development, Hardening };
inline constexpr ActionKind kActionKinds[] = {ActionKind::Experiment, ActionKind::Development,
                                              ActionKind::Hardening};
std::string_view name(ActionKind kind);  // as stored, and for people in small letters
std::optional<ActionKind> actionKind(std::string_view name);

enum class ActionState { Open, Done, Dropped };
inline constexpr ActionState kActionStates[] = {ActionState::Open, ActionState::Done, ActionState::Dropped};
std::string_view name(ActionState state);
std::optional<ActionState> actionState(std::string_view name);

// What an action is about: a case by sample id, a cohort or a tag by name; and the point of a review's agenda
// it was agreed at, by uid.
struct ActionLink {
    enum class To { Case, Cohort, Tag, Point };
    To to = To::Case;
    std::string name;

    bool operator==(const ActionLink&) const = default;
};
// JSON list; what is no link is left out.
std::string linksJson(const std::vector<ActionLink>& links);
std::vector<ActionLink> linksFromJson(const std::string& text);

struct Action {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string uid{};
    std::string title;
    std::string owner;
    std::string due;  // ISO date; may be empty
    ActionKind kind = ActionKind::Development;
    ActionState state = ActionState::Open;
    std::string result;  // what came of it; may be empty
    std::vector<ActionLink> links;
    std::string review;  // uid of the review it was agreed in; may be empty
    std::string who;     // who wrote it last
    std::string createdAt;
    std::string changedAt;
    std::string closedAt;  // empty while open
};

// What people wrote is the same; times are not compared.
bool sameContent(const Action& a, const Action& b);
// Throws Error{Usage} when there is no title or the date is none.
void check(const Action& action);
// Open ones by date, those without a date last.
std::vector<Action> openActions(const std::vector<Action>& actions);
// Whole days since the date, at `today`; negative: days that are left. Nothing without a date.
std::optional<int> daysLate(const std::string& due, const std::string& today);

}  // namespace reckoner
