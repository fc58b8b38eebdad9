// Segments: where the model fails, for whom, what it costs there, and whether that is noise.
#pragma once

#include "ui/pages/page.h"

namespace reckoner {

class EmptyState;
class OperatingLine;
class PageTabs;
class ProgressStrip;
class SegmentDesk;
class TablePane;

class SegmentsPage final : public Page {
    Q_OBJECT
 public:
    explicit SegmentsPage(ReviewSession& session, QWidget* parent = nullptr);
    ~SegmentsPage() override;

    void refresh(Aspects aspects) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    void showEmpty();
    void place();

    ReviewSession& session_;
    SegmentDesk* desk_;
    PageTabs* tabs_;
    TablePane* table_;
    OperatingLine* line_;
    EmptyState* empty_;
};

}  // namespace reckoner
