// What a team decided about a model, with the evidence of that moment. Superseded, never edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

enum class DecisionKind { Approve, ApproveWithConditions, Hold, Reject, RollBack, ChangePolicy, Waive };
inline constexpr DecisionKind kDecisionKinds[] = {
    DecisionKind::Approve,  DecisionKind::ApproveWithConditions, DecisionKind::Hold, DecisionKind::Reject,
    DecisionKind::RollBack, DecisionKind::ChangePolicy,          DecisionKind::Waive};
std::string_view name(DecisionKind kind);   // as stored: "approve_with_conditions"
std::string_view title(DecisionKind kind);  // for people: "Approve with conditions"
std::optional<DecisionKind> decisionKind(std::string_view name);

// A figure that brings a decision up again on its own: "precision of enterprise falls below 0.7".
struct Tripwire {
    std::string metric;  // id of the metric list; empty: none
    std::string cohort;  // filter expression; empty: all samples
    bool below = true;   // trips under the limit; false: above it
    double limit = 0;

    bool operator==(const Tripwire&) const = default;
};
// JSON, empty without a metric. Of other text: no tripwire.
std::string tripwireJson(const Tripwire& tripwire);
Tripwire tripwireFromJson(const std::string& text);

struct Decision {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string uid{};
    DecisionKind kind = DecisionKind::Hold;
    std::string title;  // one line: "v3 until job is back among its inputs"
    std::string reason;
    std::string who;         // who decides
    std::string approvedBy;  // who else agreed; may be empty
    std::string conditions;  // of an approval; may be empty
    std::string revisitOn;   // ISO date; may be empty
    Tripwire tripwire;
    std::string supersedes;  // uid of the decision it replaces; may be empty
    std::string review;      // uid of the review it was made in; may be empty
    std::string version;     // name of the version it is about; may be empty
    std::string evidence;    // JSON of decision_evidence.h; may be empty
    std::string at;          // ISO time, filled by the store
};

// Throws Error{Usage} naming what is missing: a title, a reason, who decides, the conditions of an approval
// with conditions, a date that is none.
void check(const Decision& decision);

// Those that no later one replaces, in the order given.
std::vector<Decision> standingDecisions(const std::vector<Decision>& decisions);
// Standing ones whose date has come, longest overdue first.
std::vector<Decision> decisionsToRevisit(const std::vector<Decision>& decisions, const std::string& today);

}  // namespace reckoner
