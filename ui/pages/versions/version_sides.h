// Which columns the comparison has: the run on the screen, the one compared with, and up to two more.
#pragma once

#include <string>
#include <vector>

#include "core/review/version_board.h"
#include "ui/session/review_session.h"

namespace reckoner::versions {

inline constexpr std::size_t kMostSides = 4;

// One column before it is computed.
struct SideChoice {
    VersionSide::Kind kind = VersionSide::Kind::Run;
    RunId run = 0;  // of Kind::Run
    bool operator==(const SideChoice&) const = default;
    std::string key() const;  // "7", "nobody", "everybody"
};

struct SideChoices {
    std::vector<SideChoice> sides;  // in the order of the columns: by age, rules first
    std::size_t base = 0;
    std::size_t judged = 0;
    bool operator==(const SideChoices&) const = default;
};

// Empty sides while no run is on the screen. Without a run to compare with it is "flag nobody".
SideChoices sideChoices(const ReviewSession& session);
// Runs of the model that can be added: all but the one on the screen, those of its eval set first.
std::vector<RunRow> possibleRuns(const ReviewSession& session);
// Beside the run and the one compared with.
std::vector<SideChoice> furtherSides(const ReviewSession& session);
void setFurtherSides(ReviewSession& session, const std::vector<SideChoice>& sides);

// "v2"; two runs of one version are told apart by their eval sets.
std::string sideName(const ReviewSession& session, const SideChoices& choices, std::size_t side);

// The threshold all share: what somebody chose for the run on the screen, else the policy of what is in
// production, else the run's own, else that of the one compared with, else where it starts. Tiers are no one
// threshold.
double sharedThreshold(ReviewSession& session);

}  // namespace reckoner::versions
