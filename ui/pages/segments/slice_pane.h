// The second tab of Segments: the worst combinations of up to three columns, searched off the UI thread, and
// checked on another run.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/pages/segments/slice_table.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

namespace reckoner {

class BrushedRuns;
class InlineMessage;
class PlainLabel;
class ProgressStrip;
class SegmentedChoice;
class SentenceLabel;

class SlicePane final : public QWidget {
    Q_OBJECT
 public:
    SlicePane(ReviewSession& session, BrushedRuns& runs, QWidget* parent = nullptr);
    // Only while it is shown: a search costs time.
    void refresh(Aspects aspects);
    // What stands at the right of the tabs, beside the choice of columns.
    std::vector<QWidget*> actions() const;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    // What a search depends on.
    struct Wanted {
        RunAnalysisPtr run;
        OperatingPoint point;
        SliceOf of = SliceOf::Errors;
        std::size_t deep = 3;
        std::vector<GroupColumn> columns;
        bool operator==(const Wanted&) const = default;
    };
    Wanted wanted() const;
    void search();
    void showReport();
    void warn();
    void offerRuns();
    void check();
    std::vector<std::string> filters(std::size_t shown) const;
    void openCases(std::size_t shown);
    void saveCohort(std::size_t shown);
    void makeRequirement(std::size_t shown);
    void place();

    ReviewSession& session_;
    BrushedRuns& runs_;
    BackgroundTask searching_;
    BackgroundTask checking_;
    SentenceLabel* headline_;
    PlainLabel* summary_;
    SliceTable* table_;
    ProgressStrip* progress_;
    InlineMessage* message_;
    SegmentedChoice* of_;
    SegmentedChoice* deep_;
    Wanted asked_;
    SlicesReportPtr report_;
    RunId checked_ = 0;
    QTimer rest_;  // a search follows the threshold when it comes to rest
};

}  // namespace reckoner
