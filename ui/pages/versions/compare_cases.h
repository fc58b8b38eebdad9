// From a figure of the comparison to the cases behind it.
#pragma once

#include <optional>
#include <string>

#include "core/review/version_board.h"
#include "ui/session/review_session.h"

namespace reckoner::versions {

// The Errors page on the judged run at the board's threshold, compared with the board's base where it was
// read: what is listed there is what is counted here.
void openFlips(ReviewSession& session, const VersionBoard& board, FlipGroup::Kind kind);
// Of a segment, or of everybody: those "fixed", "broken", "still wrong" or "still right"; empty: all.
// Precondition: the board's base is a run.
void openFlipped(ReviewSession& session, const VersionBoard& board, std::optional<std::size_t> segment,
                 const std::string& flip);
// The column whose segments are shown: the one chosen, else that of the worst row. Empty: there is none.
std::string shownColumn(const ReviewState& state, const VersionBoard& board);
// The positives of a segment, or for false alarms its negatives, at the board's threshold.
void openSegment(ReviewSession& session, const VersionBoard& board, const std::string& column,
                 const Grouping::Key& key, const std::string& metric);

}  // namespace reckoner::versions
