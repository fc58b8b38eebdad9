// What Decide shows that takes a while to know: the cheapest threshold within limits, the one that fits the
// capacity, and what the lowest cost saves on samples it was not chosen on.
#pragma once

#include <optional>

#include <QObject>

#include "core/cost/broken_limits.h"
#include "core/cost/cross_fit.h"
#include "ui/session/background_task.h"

namespace reckoner {

class DecideEstimates final : public QObject {
    Q_OBJECT
 public:
    DecideEstimates(Executor& executor, QObject* parent);

    // What is to be known. Asking again for the same does nothing; what was asked for before never arrives.
    struct Wanted {
        RunAnalysisPtr run;
        std::optional<double> policy;
        Limits limits;
        std::optional<double> capacity;  // most cases a period
        bool operator==(const Wanted&) const = default;
    };
    void want(const Wanted& wanted);

    // Of what was wanted last; nothing until it is known, or when it was not asked for.
    const std::optional<LimitedOptimum>& limited() const { return limited_; }
    const std::optional<LimitedOptimum>& fitting() const { return fitting_; }
    // Which of the limits this threshold does not hold; nothing while they are not known. A few reads of the
    // sweeps: for every frame of a drag.
    std::vector<BrokenLimit> broken(double threshold) const;
    const std::optional<CrossFit>& crossFit() const { return crossFit_; }
    // Why limits could not be looked at (a cohort of another model); empty when they could.
    const QString& failure() const { return failure_; }

 Q_SIGNALS:
    void changed();

 private:
    void findLimited();
    void estimate();

    Wanted wanted_;
    std::optional<LimitedOptimum> limited_;
    std::optional<LimitedOptimum> fitting_;
    std::vector<Constraint> constraints_;
    std::optional<CrossFit> crossFit_;
    QString failure_;
    BackgroundTask limits_;
    BackgroundTask crossFits_;
};

}  // namespace reckoner
