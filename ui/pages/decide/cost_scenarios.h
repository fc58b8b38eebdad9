// Which costs are on the screen and in the form: the scenario, and everybody's or the cohort's own.
#pragma once

#include <QWidget>

#include "ui/session/cost_desk.h"

class QLineEdit;
class QPushButton;

namespace reckoner {

class PlainLabel;
class SegmentedChoice;

class CostScenarios final : public QWidget {
    Q_OBJECT
 public:
    CostScenarios(ReviewSession& session, CostDesk& desk, QWidget* parent);

    void refresh();

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void choose(const QString& scenario);
    void askName(bool ask);
    void add();

    ReviewSession& session_;
    CostDesk& desk_;
    QStringList names_;
    QWidget* choiceRow_;
    SegmentedChoice* choice_ = nullptr;  // made anew when the names change
    QPushButton* add_;
    QPushButton* remove_;
    QWidget* nameRow_;
    QLineEdit* name_;
    PlainLabel* refused_;
    QString cohortName_;
    SegmentedChoice* whose_ = nullptr;
    QWidget* whoseRow_;
    PlainLabel* whoseSays_;
    QPushButton* everybody_;
};

}  // namespace reckoner
