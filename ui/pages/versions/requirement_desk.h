// How the run on the screen stands to its model's requirements, judged off the UI thread. One for the page.
#pragma once

#include <optional>

#include <QObject>

#include "core/review/gate.h"
#include "core/review/version_verdict.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class RequirementDesk final : public QObject {
    Q_OBJECT
 public:
    RequirementDesk(ReviewSession& session, QObject* parent);

    // Asks for the run at this point; nothing: at its version's policy in force, else where the run starts,
    // as Today and the command line judge it. It is there already, or changed() follows.
    void refresh(const std::optional<OperatingPoint>& point = std::nullopt);
    // Somebody wrote; judge anew.
    void forget();
    // Nothing: not judged (yet).
    const std::optional<GateResult>& result() const { return result_; }
    bool stale() const { return task_.running(); }
    QString failure() const { return failure_; }
    BackgroundTask& task() { return task_; }
    // In the words of the headline.
    std::vector<JudgedRequirement> judged() const;

 Q_SIGNALS:
    void changed();

 private:
    struct Key {
        RunAnalysisPtr run;
        RunId id = 0;
        std::optional<OperatingPoint> point;
        bool operator==(const Key&) const = default;
    };
    ReviewSession& session_;
    BackgroundTask task_;
    Key key_;
    std::optional<GateResult> result_;
    QString failure_;
};

// The day as waivers and dates mean it: "2026-03-04".
std::string isoToday(const ReviewSession& session);

}  // namespace reckoner
