// Record: what was agreed about a model and why, readable as a history.
#pragma once

#include <vector>

#include "ui/pages/page.h"

namespace reckoner {

class EmptyState;
class PageTabs;
class RecordPane;

class RecordsPage final : public Page {
    Q_OBJECT
 public:
    explicit RecordsPage(ReviewSession& session, QWidget* parent = nullptr);
    ~RecordsPage() override;

    void refresh(Aspects aspects) override;
    // Keys of options that belong to one model (PageEntry).
    static std::vector<std::string> modelOptions();
    // Its tabs, and each question of the brief.
    static std::vector<PagePlace> places();

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    std::size_t tab() const;
    void showTab();
    void showEmpty();
    void place();

    ReviewSession& session_;
    PageTabs* tabs_;
    std::vector<RecordPane*> panes_;
    EmptyState* empty_;
};

}  // namespace reckoner
