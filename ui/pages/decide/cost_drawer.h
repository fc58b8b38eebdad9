// The cost model beside the Decide page: what decisions cost in the model's own words, tried out on the page
// as it is typed, and its history.
#pragma once

#include <QWidget>

#include "ui/session/cost_desk.h"

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace reckoner {

class CostClassGrid;
class CostFigures;
class CostHistory;
class CostInputs;
class CostScenarios;
class CostVocabulary;
class CostWhatIf;
class InlineMessage;
class PlainLabel;

class CostDrawer final : public QWidget {
    Q_OBJECT
 public:
    explicit CostDrawer(ReviewSession& session, QWidget* parent = nullptr);
    ~CostDrawer() override;

    // The button of the page that opens and closes it.
    QPushButton* button() const { return button_; }
    bool wanted() const;
    // Shows or hides itself; true when that changed.
    bool settle();
    int widthBeside(int page) const;
    // At its place beside the page, at once.
    void place(const QRect& where) { setGeometry(where); }
    void refresh();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void assemble(QVBoxLayout* column, QWidget* inside);
    void open(bool wanted);
    void showFoot(const CostReading& reading);

    ReviewSession& session_;
    CostDesk& desk_;
    CostInputs* inputs_;
    QPushButton* button_;
    QScrollArea* scroll_;
    CostScenarios* scenarios_;
    CostClassGrid* grid_;
    CostFigures* figures_;
    CostVocabulary* vocabulary_;
    CostWhatIf* whatIf_;
    CostHistory* history_;
    InlineMessage* message_;
    PlainLabel* remarks_;
    PlainLabel* effect_;
    PlainLabel* missing_;
    QPushButton* save_;
    QPushButton* cancel_;
};

}  // namespace reckoner
