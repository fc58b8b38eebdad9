// The four outcomes as a matrix that lies as the operating bar lies: missed, caught over let through, false
// alarm. A click chooses a cell, a second click lets it go.
#pragma once

#include <array>
#include <optional>

#include <QAbstractButton>

#include "ui/charts/operating_facts.h"
#include "ui/widgets/outcome_marks.h"

namespace reckoner {

class MatrixCell final : public QAbstractButton {
    Q_OBJECT
 public:
    MatrixCell(Cell cell, QWidget* parent);
    Cell cell() const { return cell_; }
    void setTexts(const QString& word, const QString& figure, const QString& share, const QString& cost);

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    Cell cell_;
    QString word_, count_, share_, cost_;
};

class ConfusionGrid final : public QWidget {
    Q_OBJECT
 public:
    explicit ConfusionGrid(QWidget* parent = nullptr);

    void setFacts(const OperatingFacts& facts);
    void setChosen(std::optional<Cell> cell);
    QSize sizeHint() const override;

 Q_SIGNALS:
    // Nothing: the chosen cell was clicked again.
    void chosenChanged(std::optional<reckoner::Cell> cell);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void place();
    OperatingFacts facts_;
    std::array<MatrixCell*, 4> cells_{};
};

}  // namespace reckoner
