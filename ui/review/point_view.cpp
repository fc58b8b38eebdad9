#include "ui/review/point_view.h"

#include "ui/session/chip_filters.h"
#include "ui/session/state_rules.h"

namespace reckoner {
namespace {

// A view bound on another day may name what is gone since.
bool stillThere(const StoreContents& contents, const ReviewState& view) {
    if (!contents.model(view.model)) return false;
    return view.run == 0 || contents.run(view.run) != nullptr;
}

}  // namespace

void showPick(ReviewState& state, const std::string& sampleId) {
    state.page = "errors";
    for (const char* key : {"errors.pick", "errors.view"})
        state.options.erase(key);
    if (!caseFilters(state).empty()) replaceCaseFilters(state, {});
    state.options["errors.case"] = sampleId;
}

ReviewState viewOfPoint(const StoreContents& contents, const Meeting& meeting, std::size_t item,
                        std::size_t pick, const ReviewState& now) {
    const AgendaItem& point = meeting.items.at(item);
    ReviewState view = now;
    bool bound = false;
    if (!point.view.empty()) {
        const ReviewState kept = ReviewState::fromJson(point.view);
        if (stillThere(contents, kept)) {
            view = kept;
            bound = true;
        }
    }
    if (view.model != meeting.modelId && contents.model(meeting.modelId)) {
        view.model = meeting.modelId;
        view.run = 0;
    }
    if (!bound && !point.point.page.empty()) view.page = point.point.page;
    if (point.point.kind == AgendaKind::Cases && pick < point.picks.size() &&
        (!bound || view.page == "errors"))
        showPick(view, point.picks[pick]);
    if (bound) return view;
    if (point.point.kind == AgendaKind::Questions && view.page == "record")
        view.options["record.tab"] = "brief";
    // What moved over time, until there is a page of its own for it.
    if (point.point.kind == AgendaKind::Talk && view.page == "versions")
        view.options["versions.tab"] = "list";
    return view;
}

AgendaItem withView(AgendaItem item, const ReviewState& view) {
    item.view = view.toJson();
    item.point.page = view.page;
    return item;
}

Meeting withRuns(Meeting meeting, const ReviewState& view) {
    for (AgendaItem& item : meeting.items) {
        if (item.view.empty() && item.point.page.empty()) continue;
        ReviewState bound = view;
        if (!item.view.empty()) {
            bound = ReviewState::fromJson(item.view);
            bound.model = view.model;
            bound.run = view.run;
            bound.baseline = view.baseline;
            bound.cohort = view.cohort;
            bound.thresholds = view.thresholds;
            bound.tiers = view.tiers;
        } else {
            bound.page = item.point.page;
            bound.options.clear();
        }
        item.view = bound.toJson();
    }
    return meeting;
}

}  // namespace reckoner
