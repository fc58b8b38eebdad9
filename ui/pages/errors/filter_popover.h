// Choosing a filter: pick a column and its values, or type the expression.
#pragma once

#include <QFrame>

#include "ui/pages/errors/filter_subject.h"
#include "ui/session/background_task.h"

class QLineEdit;
class QListWidget;

namespace reckoner {

class FilterValues;
class PlainLabel;

class FilterPopover final : public QFrame {
    Q_OBJECT
 public:
    FilterPopover(ReviewSession& session, QWidget* parent);

    // expression: what is to be changed; empty: a new one.
    void popUnder(QWidget* anchor, const std::string& expression = {});

 Q_SIGNALS:
    // In its normal form, checked against the run.
    void chosen(const QString& expression);

 protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void narrow(const QString& text);
    void takeTyped();
    void openSubject(int index);
    void showSubjects();
    void offer(const QString& expression);
    void complain(const QString& why);

    void countValues();
    void fit();

    ReviewSession& session_;
    BackgroundTask counting_;
    std::vector<FilterSubject> subjects_;
    QWidget* first_;
    QLineEdit* field_;
    PlainLabel* problem_;
    QListWidget* list_;
    FilterValues* values_;
};

}  // namespace reckoner
