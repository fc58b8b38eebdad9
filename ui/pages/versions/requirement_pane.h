// The Requirements tab: what "good enough" means, and how the run on the screen stands to it.
#pragma once

#include <QWidget>

#include "ui/pages/versions/requirement_desk.h"

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace reckoner {

class PlainLabel;
class ToneLabel;

class RequirementPane final : public QWidget {
    Q_OBJECT
 public:
    RequirementPane(ReviewSession& session, RequirementDesk& desk, QWidget* parent = nullptr);
    // Only while it is shown: to judge costs time.
    void refresh(Aspects aspects);
    // What stands at the right of the tabs.
    std::vector<QWidget*> actions() const;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void showResults();
    void addRow(const RequirementResult& result);
    void openWriteForm(const std::string& cohort);
    void openReasonForm(const RequirementResult& result, RequirementEventKind kind);
    void openForm(QWidget* form);
    void closeForm();
    void written();
    void place();

    ReviewSession& session_;
    RequirementDesk& desk_;
    ToneLabel* headline_;
    PlainLabel* summary_;
    QPushButton* write_;
    QScrollArea* area_;
    QWidget* sheet_;
    QVBoxLayout* column_;
    QVBoxLayout* rows_;
    QWidget* form_ = nullptr;
    std::string draft_;  // the cohort that the open form began with; empty: none was asked for
};

}  // namespace reckoner
