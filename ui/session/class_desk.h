// The several classes of the run on the screen, analysed off the UI thread when somebody first asks.
#pragma once

#include <list>

#include <QObject>

#include "core/data/sample_facts.h"
#include "core/metrics/class_analysis.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

// The confidence threshold of the window, a number as text in ReviewState::options; absent: every answer is
// trusted. It is apart from ReviewState::thresholds, which hold one class against the rest, and it stays when
// another run is looked at.
inline constexpr const char* kConfidenceOption = "errors.confidence";
// -infinity where every answer is trusted.
double confidenceOf(const ReviewState& state);
void setConfidence(ReviewState& state, double confidence);

class ClassDesk : public QObject {
    Q_OBJECT
 public:
    // The session's own; made at the first call.
    static ClassDesk& of(ReviewSession& session);

    // Null: no run of several classes, or not there yet (changed() follows).
    ClassAnalysisPtr analysis();
    // Why there is none; empty while it is under way.
    QString failure() const { return failure_; }

 Q_SIGNALS:
    void changed();

 private:
    explicit ClassDesk(ReviewSession& session);
    struct Key {
        EvalTablePtr table;
        std::string where;
        SampleFactsPtr facts;            // where the cohort asks for them
        std::optional<CostModel> costs;  // stored, or tried out; nothing: the manifest's
        bool operator==(const Key&) const = default;
    };
    void leaveOldStore();
    void demand();
    void remember(const ClassAnalysisPtr& analysis);

    ReviewSession& session_;
    BackgroundTask task_;
    std::weak_ptr<Store> store_;
    Key key_;
    ClassAnalysisPtr analysis_;
    QString failure_;
    std::list<ClassAnalysisPtr> known_;  // most recent first
};

}  // namespace reckoner
