// One place of the 2 x 2 matrix that can be chosen: a cell, a head, the corner. Painted, not styled.
#pragma once

#include <optional>

#include <QAbstractButton>

#include "ui/widgets/outcome_marks.h"

namespace reckoner {

class MatrixButton final : public QAbstractButton {
    Q_OBJECT
 public:
    // A cell has its outcome; a head has none. row, column: its place in the 3 x 3 of heads and cells.
    MatrixButton(std::optional<Cell> outcome, int row, int column, QWidget* parent);

    // Cell: mark and word over figure over share. Head: figure (the class) over share (its size). of: whose
    // share it is, "late"; a long name gives way in its middle, never the figure.
    void setTexts(const QString& word, const QString& figure, const QString& share, const QString& of = {});
    // Pixels of a cell in which such a share stands whole.
    static int widthFor(const QString& share, const QString& of);
    // Greyed: of a selection that is being worked out anew.
    void setStale(bool stale);
    std::optional<Cell> outcome() const { return outcome_; }
    int row() const { return row_; }
    int column() const { return column_; }

 Q_SIGNALS:
    // An arrow key: to the neighbour in this direction.
    void stepped(int rows, int columns);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void paintCell(QPainter& painter) const;
    void paintHead(QPainter& painter) const;

    std::optional<Cell> outcome_;
    int row_;
    int column_;
    QString word_, figure_, share_, of_;
    bool stale_ = false;
};

}  // namespace reckoner
