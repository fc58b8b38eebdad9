// What everything on the screen is about: model, run, what it is compared with, for whom.
#pragma once

#include <functional>

#include <QWidget>

#include "ui/session/review_session.h"

class QHBoxLayout;
class QSpacerItem;
class QToolButton;

namespace reckoner {

struct Choice;
class CohortPopup;
class GoToField;
class PickerButton;
class PlainLabel;
class ReviewButton;

class ContextBar : public QWidget {
    Q_OBJECT
 public:
    explicit ContextBar(ReviewSession& session, QWidget* parent = nullptr);

    QToolButton* menuButton() const { return menu_; }
    GoToField* goTo() const { return goTo_; }
    ReviewButton* reviewButton() const { return review_; }
    // The first-run page stands alone: only the model is named then.
    void setPickersShown(bool shown);
    // Present mode: one quiet line instead of forms.
    void setPresenting(bool presenting);
    // Narrower than its parts want: they give way then.
    QSize minimumSizeHint() const override;

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

 private:
    QToolButton* iconButton(const QString& name, const QString& title, const QString& keys);
    PickerButton* picker(const char* name, const QString& word);
    void addPickers(QHBoxLayout* row);
    void connectPickers();
    void openChoices(PickerButton* anchor, const std::vector<Choice>& choices,
                     std::function<void(const QVariant&)> take);
    void follow();
    void showWhatApplies();
    void redress();

    ReviewSession& session_;
    QToolButton* menu_;
    QToolButton* back_;
    QToolButton* forward_;
    QWidget* rule_;
    PickerButton* model_;
    PickerButton* run_;
    PickerButton* against_;
    PickerButton* class_;
    PickerButton* cohort_;
    PlainLabel* reading_;
    PlainLabel* summary_;  // present mode
    PlainLabel* ending_;
    QSpacerItem* lead_ = nullptr;  // from the arrows to above the pages' text
    GoToField* goTo_;
    ReviewButton* review_;
    CohortPopup* cohortPopup_;
    bool pickersShown_ = true;
    bool presenting_ = false;
};

}  // namespace reckoner
