// The one state all pages share, and the data behind it. A drag anywhere is a drag everywhere.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QFlags>
#include <QObject>

#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/metrics/run_analysis.h"
#include "core/review/cost_book.h"
#include "core/store/store.h"
#include "ui/session/review_state.h"

namespace reckoner {

struct StoreContents;

// Which parts of what is shown have changed; pages refresh only what depends on them.
enum class Aspect {
    Store = 1 << 0,  // another store, or its runs, costs, policies changed
    Run = 1 << 1,    // run, baseline, cohort or class: curves are others. Also sent when their data arrives
    Threshold = 1 << 2,  // the operating point moved: the threshold or a cut-off
    Page = 1 << 3,
    Options = 1 << 4,
    Busy = 1 << 5,   // loading began or ended
    Notes = 1 << 6,  // what people wrote about samples: notes, tags, cohorts, corrected labels, sign-offs
};
Q_DECLARE_FLAGS(Aspects, Aspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Aspects)

class ReviewSession : public QObject {
    Q_OBJECT
 public:
    ReviewSession(Executor& executor, const Clock& clock, QObject* parent = nullptr);
    ~ReviewSession() override;

    // --- the store ---
    void setStore(std::shared_ptr<Store> store);  // keeps or chooses a sensible state
    std::shared_ptr<Store> store() const;
    void storeChanged();                    // runs, costs or policies were written: read them again
    const StoreContents& contents() const;  // models, runs, policies: as last read
    void notesChanged();                    // what people wrote about samples was written, here or elsewhere

    // --- the state ---
    const ReviewState& state() const;
    // One change = one step of Back, unless it has the same non-zero drag number as the last one.
    void apply(const std::function<void(ReviewState&)>& change, std::uint64_t drag = 0);
    // A fresh number for one drag (press to release); never 0.
    std::uint64_t newDrag();
    void setThreshold(double threshold, std::uint64_t drag = 0);  // of the run on the screen
    bool canGoBack() const;
    bool canGoForward() const;
    void back();
    void forward();
    void restore(const ReviewState& state);  // no history step
    // Shows the figures under these costs in the place of the stored ones, until nothing is passed or another
    // model, scenario or cohort is looked at. No step of Back, nothing is stored.
    void tryCosts(const std::optional<CostsInForce>& costs);
    bool tryingCosts() const;

    // --- the data behind the state; null until loaded ---
    RunAnalysisPtr run() const;
    RunAnalysisPtr baseline() const;
    std::optional<RunRow> runRow() const;
    std::optional<RunRow> baselineRow() const;
    // What the figures are priced by: of the scenario, the cohort's own where it has some, or what is tried
    // out. Nothing: false alarms, 1 : 1.
    std::optional<CostsInForce> costs() const;
    std::optional<CostModelRow> costModel() const;  // costs()->row
    const CostBook& costBook() const;               // of the model on the screen
    Vocabulary words() const;
    std::optional<Policy> policy() const;  // in force for the run's version
    double threshold() const;              // the operating point; NaN while there is no run
    bool busy() const;
    // Why the data could not be loaded; empty when it could.
    QString failure() const;

    // Where pages' own long work runs (BackgroundTask).
    Executor& executor() const;
    const Clock& clock() const;

 Q_SIGNALS:
    void changed(reckoner::Aspects aspects);

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
Q_DECLARE_METATYPE(reckoner::Aspects)
