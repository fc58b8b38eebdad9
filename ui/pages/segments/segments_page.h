// Segments: where the model fails, for whom, what it costs there, and whether that is noise.
#pragma once

#include "ui/pages/page.h"

class QPushButton;

namespace reckoner {

class BrushedRuns;
class CoveragePane;
class EmptyState;
class FairnessPane;
class OperatingLine;
class PageTabs;
class SegmentDesk;
class SlicePane;
class TablePane;

class SegmentsPage final : public Page {
    Q_OBJECT
 public:
    explicit SegmentsPage(ReviewSession& session, QWidget* parent = nullptr);
    ~SegmentsPage() override;
    static std::vector<std::string> modelOptions();  // as PageEntry says

    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    // In the order of the tabs.
    enum class Tab { Table, Slices, Fairness, Coverage };
    Tab tab() const;
    void showTab(bool shown);
    QWidget* pane(Tab tab) const;
    std::vector<QWidget*> actions() const;     // of the tab shown
    std::vector<QWidget*> allActions() const;  // of all tabs
    void showBrush(bool shown);
    void showEmpty();
    void place();

    ReviewSession& session_;
    BrushedRuns* runs_;
    SegmentDesk* desk_;
    PageTabs* tabs_;
    TablePane* table_;
    SlicePane* slices_;
    FairnessPane* fairness_;
    CoveragePane* coverage_;
    QPushButton* brush_;  // the range drawn over a histogram, with a cross
    OperatingLine* line_;
    EmptyState* empty_;
};

}  // namespace reckoner
