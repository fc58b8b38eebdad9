// What a point of the agenda shows under the dock.
#pragma once

#include <string>

#include "core/review/brief.h"
#include "core/review/meeting.h"
#include "ui/session/review_state.h"

namespace reckoner {

struct StoreContents;

// The view bound to the point, as far as its model and run are still there; else its page with the run on the
// screen, as fits what the point does: Cases its pick number `pick`, Questions the brief.
ReviewState viewOfPoint(const StoreContents& contents, const Meeting& meeting, std::size_t item,
                        std::size_t pick, const ReviewState& now);
// One of the picked cases on the Errors page, whatever was filtered there.
void showPick(ReviewState& state, const std::string& sampleId);
// The point with the view on the screen bound to it.
AgendaItem withView(AgendaItem item, const ReviewState& view);
// Run and the one compared with, of all bound views and of the points that open a page.
Meeting withRuns(Meeting meeting, const ReviewState& view);

}  // namespace reckoner
