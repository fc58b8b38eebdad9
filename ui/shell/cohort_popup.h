// Who the figures are for: a saved cohort, a filter typed in words of the columns, one used before, or
// everyone.
#pragma once

#include <QFrame>

class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace reckoner {

class PlainLabel;
class EvalTable;
struct OutcomeContext;
struct RunAnalysis;
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
    void addColumns(const EvalTable& table);
    void apply();
    void use(const QString& expression);
    void take(const QModelIndex& index);
    void complain(const QString& why);
    // The saved cohort that is marked in the list; 0: none.
    std::int64_t marked() const;
    OutcomeContext outcome(const RunAnalysis& run) const;
    void showActions();
    void saveAs();
    void edit();
    void remove();
    void bringBack();

    ReviewSession& session_;
    QLineEdit* field_;
    PlainLabel* problem_;
    QListView* list_;
    QStandardItemModel* model_;
    QPushButton* save_;
    QPushButton* edit_;
    QPushButton* remove_;
    QPushButton* back_;
    QStringList recent_;  // newest first
};

}  // namespace reckoner
