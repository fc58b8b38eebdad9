// From a figure of the comparison to the cases behind it.
#pragma once

#include "core/review/version_board.h"
#include "ui/session/review_session.h"

namespace reckoner::versions {

// The Errors page on the judged run at the board's threshold, compared with the board's base where it was
// read: what is listed there is what is counted here.
void openFlips(ReviewSession& session, const VersionBoard& board, FlipGroup::Kind kind);
// The positives of a segment, or for false alarms its negatives, at the board's threshold.
void openSegment(ReviewSession& session, const VersionBoard& board, const std::string& column,
                 const Grouping::Key& key, const std::string& metric);

}  // namespace reckoner::versions
