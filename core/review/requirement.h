// What "good enough" means for a model, written down before anybody looks at a run. Append-only: superseded,
// waived or withdrawn, never edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/review/requirement_metric.h"

namespace reckoner {

// A bound of its own (`floor`), or a baseline that must not be undercut by more than `byAtMost`.
struct Requirement {
    std::int64_t id = 0;  // filled by the store, as uid and createdAt
    std::string uid{};    // the same in every store it is merged into
    std::int64_t modelId = 0;
    std::string metric{};              // of requirementMetrics()
    std::string classOf{};             // one class of several; empty: the model's positive class, or all
    std::optional<double> floor{};     // must be reached; where lower is better: must not be exceeded
    bool atMost = false;               // the floor is a ceiling; set by checked() where the metric tells
    std::string baseline{};            // a version's name or RUN as the command line writes it; empty: none
    std::optional<double> byAtMost{};  // in units of the metric, 0 or more
    std::optional<double> target{};    // aimed at: beyond the floor
    std::string column{};              // segments the floor is asked of, or groups of a fairness figure
    std::optional<double> share{};     // of those segments, in (0, 1]; nothing: of all samples together
    std::string cohort{};              // filter expression; empty: all samples
    std::string due{};                 // ISO date; may be empty
    std::string owner{};
    std::string because{};
    std::string who{};
    std::string createdAt{};   // ISO time
    std::string supersedes{};  // uid of the one it replaces; may be empty

    bool operator==(const Requirement&) const = default;
};

enum class RequirementEventKind { Waived, Lifted, Withdrawn };
std::string_view name(RequirementEventKind kind);  // "waived", "lifted" (the waiver), "withdrawn"

// What somebody decided about a requirement.
struct RequirementEvent {
    std::int64_t id = 0;
    std::string uid{};
    std::int64_t requirementId = 0;
    RequirementEventKind kind = RequirementEventKind::Waived;
    std::string version{};  // a waiver of this version alone; empty: of every version
    std::string until{};    // ISO date, the waiver's last day; empty: until it is lifted
    std::string who{};
    std::string why{};
    std::string at{};  // ISO time
};

struct RequirementRecord {
    Requirement requirement;
    std::vector<RequirementEvent> events;  // oldest first
    std::string supersededBy;              // uid; empty: nothing

    bool withdrawn() const;
    bool inForce() const { return supersededBy.empty() && !withdrawn(); }
    // The waiver that holds for this version on the day "2026-03-04"; nullptr: none.
    const RequirementEvent* waiver(const std::string& version, const std::string& today) const;
};

// As it is kept: space around names gone, atMost set by the metric. Throws Error{Usage}, one sentence, when
// it makes no sense: an unknown metric or column-less segments, no bound or two, a target short of the floor,
// a share outside (0, 1], a cohort that is no expression, a date that is none.
Requirement checked(const Requirement& requirement);

// Whether the value reaches the bound.
inline bool reaches(double value, double bound, bool atMost) {
    return atMost ? value <= bound : value >= bound;
}

// Fills supersededBy. Any order.
void setSuperseded(std::vector<RequirementRecord>& records);

}  // namespace reckoner
