// Who the figures are for: a filter typed in words of the columns, one used before, or everyone.
#pragma once

#include <QFrame>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace reckoner {

class PlainLabel;
class ReviewSession;

class CohortPopup : public QFrame {
    Q_OBJECT
 public:
    CohortPopup(ReviewSession& session, QWidget* parent);
    void popUnder(QWidget* anchor);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void fill();
    void apply();
    void use(const QString& expression);
    void take(const QModelIndex& index);
    void complain(const QString& why);

    ReviewSession& session_;
    QLineEdit* field_;
    PlainLabel* problem_;
    QListView* list_;
    QStandardItemModel* model_;
    QStringList recent_;  // newest first
};

}  // namespace reckoner
