// Whether Decide is on tiers, on which, and what is done to them: the session's cut-offs, one drag a step of
// Back.
#pragma once

#include <optional>

#include <QObject>

#include "core/cost/operating_point.h"
#include "ui/charts/operating_facts.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class TierDesk final : public QObject {
    Q_OBJECT
 public:
    explicit TierDesk(ReviewSession& session, QObject* parent = nullptr);

    // The choice; while there is no choice, whether the policy in force is tiers.
    bool wanted() const;
    // Wanted, and there are tiers for the run on the screen.
    bool on() const;
    // Asks for tiers where they are wanted and there are none yet; they are proposed off the UI thread.
    void demand();
    void choose(bool tiers);

    // What is on the screen; of tiers while on().
    OperatingPoint point() const;
    // In force for the version on the screen.
    std::optional<OperatingPoint> policyPoint() const;
    // Tiers, cut-off and policy as charts and bar take them. Changes nothing while not on().
    void fill(OperatingFacts& facts) const;

    // The cut-off that moves.
    std::size_t cutoff() const;
    void pick(int cutoff);
    void move(double value, std::uint64_t drag);
    void moveCutoff(int cutoff, double value);
    void edit(const TierPlan& plan);
    void setCutoffs(int count);
    void findBest();
    void fit();

 Q_SIGNALS:
    void picked();
    void failed(const QString& sentence);

 private:
    using Search = std::function<TierPlan(const RunAnalysis&, const TierPlan&, const TaskContext&)>;
    void start(Search search);
    void propose(bool asStep);

    ReviewSession& session_;
    std::size_t cutoff_ = 0;
    BackgroundTask task_;
    RunAnalysisPtr proposingFor_;
};

}  // namespace reckoner
