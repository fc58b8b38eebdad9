// What filters ask about the run on the screen beside its columns: notes, tags, corrected labels, flips. One
// for a session, made when first asked for.
#pragma once

#include <QObject>

#include "core/data/sample_facts.h"
#include "ui/session/review_session.h"

namespace reckoner {

// Where the run compared with decides, for "flip": set by whoever counted flips at a threshold of its own, so
// that the cases are those that were counted. Holds while this run is the one compared with.
inline constexpr const char* kFlipThresholdOption = "flips.at";
void setFlipThreshold(ReviewState& state, double threshold);
std::optional<double> flipThreshold(const ReviewState& state);

class SessionFacts final : public QObject {
    Q_OBJECT
 public:
    static SessionFacts& of(ReviewSession& session);

    // Null while no run is loaded. The same object until the run, the run compared with or the notes change.
    SampleFactsPtr facts();

 private:
    explicit SessionFacts(ReviewSession& session);
    void follow(Aspects aspects);

    ReviewSession& session_;
    EvalTablePtr table_;
    RunId baseline_ = 0;
    std::optional<double> flipThreshold_;
    SampleFactsPtr facts_;
    SampleFactsPtr before_;  // of the same two runs: knows already how they are joined
};

}  // namespace reckoner
