// After the first import of a model: the file is in, what the model looks for, what a mistake is worth.
#pragma once

#include <QWidget>

#include "core/import/import_plan.h"
#include "ui/session/background_task.h"
#include "ui/session/review_session.h"

class QPushButton;
class QVBoxLayout;

namespace reckoner {

class CostPreview;
class CostQuestion;
class PlainLabel;

class FirstRunView : public QWidget {
    Q_OBJECT
 public:
    FirstRunView(ReviewSession& session, Executor& executor, const ImportReport& report, QWidget* parent);

 Q_SIGNALS:
    void answered();  // the costs are in the store
    void skipped();
    void importWanted();
    void failed(const QString& sentence);

 private:
    struct Step {
        PlainLabel* title;
        PlainLabel* detail;
    };
    Step addStep(QVBoxLayout* column, const char* name, const QString& change, void (FirstRunView::*act)());
    QWidget* makeThird();
    QWidget* makeButtons();
    void follow(Aspects aspects);
    void drawAgain();
    void chooseClass();
    void startDeciding();

    ReviewSession& session_;
    ImportReport report_;
    Step file_{};
    Step class_{};
    CostQuestion* question_;
    CostPreview* preview_;
    PlainLabel* effect_;
    QPushButton* start_ = nullptr;
    BackgroundTask drawing_;
};

}  // namespace reckoner
