// One run being analysed off the UI thread: the run on the screen, or the one it is compared with.
#pragma once

#include <functional>

#include <QObject>

#include "core/data/run_cache.h"
#include "core/data/sample_facts.h"
#include "ui/session/analysis_cache.h"
#include "ui/session/background_task.h"

namespace reckoner {

class RunSlot : public QObject {
    Q_OBJECT
 public:
    RunSlot(Executor& executor, AnalysisCache& cache, QObject* parent);

    struct Wanted {
        AnalysisKey key;                  // key.run = 0: nothing
        std::optional<double> threshold;  // what "outcome" means in the cohort's expression
        // Notes, tags and flips for the cohort's expression; empty where it asks for none.
        std::function<SampleFactsPtr(const EvalTablePtr&)> facts = {};
    };
    // Asks for another analysis: at once when it is in the cache, else by arrived() later. What was asked for
    // before never arrives. Asking again for what is there or under way does nothing. Where only the costs
    // are others, what was there stays until then.
    void want(const std::shared_ptr<RunCache>& runs, const Wanted& wanted);
    void forget();  // the next want() starts anew

    RunAnalysisPtr analysis() const { return analysis_; }
    bool busy() const { return task_.running(); }
    QString failure() const { return failure_; }

 Q_SIGNALS:
    void arrived();  // an analysis or a failure

 private:
    AnalysisCache& cache_;
    BackgroundTask task_;
    AnalysisKey key_;
    RunAnalysisPtr analysis_;
    QString failure_;
};

}  // namespace reckoner
