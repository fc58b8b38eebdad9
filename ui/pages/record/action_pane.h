// Actions: what somebody promised, by when; closed with what came of it.
#pragma once

#include "ui/pages/record/record_pane.h"

class QVBoxLayout;

namespace reckoner {

class SegmentedChoice;

class ActionPane final : public RecordPane {
    Q_OBJECT
 public:
    explicit ActionPane(ReviewSession& session, QWidget* parent = nullptr);

    void showRecords() override;

 protected:
    void showChosen(const std::string& uid) override;
    void makeNew() override;

 private:
    const Action* find(const std::string& uid) const;
    void openActionForm(const Action& action);
    void close(ActionState state);
    void showLinks(const Action& action);
    void follow(const ActionLink& link);

    QPushButton* done_;
    QPushButton* drop_;
    SegmentedChoice* order_;
    QWidget* links_;
    QVBoxLayout* linkRows_;
    std::vector<QWidget*> shownLinks_;
};

}  // namespace reckoner
