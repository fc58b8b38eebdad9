#include "ui/session/required_floors.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/store/requirement_book.h"

namespace reckoner {

RequiredFloors& RequiredFloors::of(ReviewSession& session) {
    if (auto* known = session.findChild<RequiredFloors*>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new RequiredFloors(session);
}

RequiredFloors::RequiredFloors(ReviewSession& session) : QObject(&session), session_(session) {
    connect(&session_, &ReviewSession::changed, this, [this](Aspects aspects) {
        if (aspects & Aspect::Store) model_ = 0;
    });
}

const std::vector<RequiredFloor>& RequiredFloors::all() {
    if (model_ == session_.state().model || !session_.store()) return floors_;
    model_ = session_.state().model;
    floors_.clear();
    try {
        for (const RequirementRecord& record : RequirementBook(session_.store()).inForce(model_)) {
            const Requirement& one = record.requirement;
            if (one.floor && !one.share)
                floors_.push_back({one.metric, *one.floor, one.atMost, one.cohort, one.classOf});
        }
    } catch (const Error&) {
        // A store that cannot be read says so elsewhere.
    }
    return floors_;
}

std::optional<double> RequiredFloors::floor(const std::string& metric, const std::string& cohort) {
    std::optional<double> strictest;
    for (const RequiredFloor& one : all()) {
        if (one.metric != metric || one.cohort != cohort || !one.classOf.empty()) continue;
        strictest = !strictest   ? one.at
                    : one.atMost ? std::min(*strictest, one.at)
                                 : std::max(*strictest, one.at);
    }
    return strictest;
}

void drawRequired(ReviewSession& session, Limits& limits) {
    RequiredFloors& floors = RequiredFloors::of(session);
    const std::string& cohort = session.state().cohort;
    if (!limits.recall) limits.recall = floors.floor("recall", cohort);
    if (!limits.precision) limits.precision = floors.floor("precision", cohort);
}

}  // namespace reckoner

#include "moc_required_floors.cpp"
