// The third tab of Segments: how the groups of the protected columns are treated, whom that could hurt, and
// what treating them alike would take.
#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/metrics/fair_thresholds.h"
#include "ui/pages/segments/fairness_table.h"
#include "ui/session/background_task.h"
#include "ui/session/model_memory.h"
#include "ui/session/review_session.h"

class QPushButton;

namespace reckoner {

class BrushedRuns;
class EmptyState;
class PlainLabel;
class ProgressStrip;
class SegmentedChoice;
class SentenceLabel;

class FairnessPane final : public QWidget {
    Q_OBJECT
 public:
    FairnessPane(ReviewSession& session, BrushedRuns& runs, QWidget* parent = nullptr);
    // Only while it is shown.
    void refresh(Aspects aspects);
    // What stands at the right of the tabs.
    std::vector<QWidget*> actions() const;
    void showActions();

 Q_SIGNALS:
    void actionsChanged();

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    // What the estimates hold for.
    struct Place {
        FairnessBoardPtr board;
        std::size_t set = 0;
        OperatingPoint point;
        bool operator==(const Place&) const = default;
    };
    struct Equal {
        FairMeasure measure = FairMeasure::Fpr;
        double tolerance = 0.01;
        bool operator==(const Equal&) const = default;
    };
    std::vector<SegmentSet> sets();
    bool proposed();
    std::size_t set() const;
    Equal equal() const;
    Place place() const;
    void build();
    void showReading();
    void estimate();
    void equalise();
    void showEqual(const FairReading& reading);
    void showSentences(const FairReading& reading);
    void showEmpty();
    void offerColumns(QWidget* anchor);
    void offerSets();
    void openCases(std::size_t group);
    void saveCohort(std::size_t group);
    void layOut();

    ReviewSession& session_;
    BrushedRuns& runs_;
    ModelMemory memory_;
    BackgroundTask building_;
    BackgroundTask estimating_;
    BackgroundTask equalising_;
    SentenceLabel* headline_;
    PlainLabel* summary_;
    FairnessTable* table_;
    PlainLabel* hurtTitle_;
    std::vector<SentenceLabel*> hurt_;
    PlainLabel* equalTitle_;
    SegmentedChoice* measure_ = nullptr;  // made anew with other words
    QStringList measures_;
    SegmentedChoice* within_;
    SentenceLabel* equalSentence_;
    SentenceLabel* equalWarning_;
    PlainLabel* guessed_;  // that nobody has chosen the columns yet
    EmptyState* empty_;
    ProgressStrip* progress_;
    QPushButton* setButton_;
    QPushButton* columns_;
    RunAnalysisPtr run_;  // of the board wanted
    std::vector<SegmentSet> wanted_;
    FairnessBoardPtr board_;
    Place shown_;  // in the table
    std::optional<std::pair<Place, FairEstimates>> estimates_;
    struct Found {
        Place place;
        Equal equal;
        std::optional<FairThresholds> thresholds;
    };
    std::optional<Found> found_;
    QString failure_;
    QTimer rest_;  // estimates follow the threshold when it comes to rest
};

}  // namespace reckoner
