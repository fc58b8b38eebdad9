// Where everything of a K x K matrix lies: large cells while they fit, a heat map when they do not.
#pragma once

#include <optional>

#include <QRectF>

namespace reckoner {

// A place of the matrix: row or column -1 is the head, column == size the review column; both -1 the corner.
struct MatrixPlace {
    int row = -1;
    int column = -1;
    bool operator==(const MatrixPlace&) const = default;
};

class ClassMatrixLayout {
 public:
    struct Wanted {
        QSizeF room;
        int size = 0;
        bool review = false;
        qreal rowName = 0;      // width of the widest name
        qreal columnName = 0;   // the same, in the columns' type
        qreal figure = 0;       // width of the widest figure of a cell, 16/600
        qreal smallFigure = 0;  // the same, 12/600
        qreal scale = 1;
    };
    ClassMatrixLayout() = default;
    explicit ClassMatrixLayout(const Wanted& wanted);

    int size() const { return wanted_.size; }
    bool review() const { return wanted_.review; }
    qreal pitchX() const { return pitchX_; }
    qreal pitchY() const { return pitchY_; }
    bool columnNamesTurned() const { return turned_; }
    // Width a column's name takes along the head: names nearer to each other would touch.
    qreal columnNameRoom() const { return turned_ ? 14 * wanted_.scale : wanted_.columnName + 4; }
    // Nothing is written into the cells, no gap is between them: one picture.
    bool heatMap() const { return pitchX_ < 8 || pitchY_ < 8; }
    bool twoLines() const;  // figure over percentage
    bool oneLine() const;   // the figure alone
    bool largeFigures() const;

    QRectF cells() const;                 // of the classes, without the review column
    QRectF box(MatrixPlace place) const;  // of a cell or head
    QRectF rowEnd(int row) const;         // the row's error
    QRectF columnEnd(int column) const;   // the column's total
    std::optional<MatrixPlace> at(const QPointF& point) const;
    QSizeF used() const;

 private:
    qreal left() const;
    qreal reviewLeft() const;
    Wanted wanted_;
    qreal names_ = 0;
    qreal heads_ = 0;
    qreal ends_ = 0;    // width right of the cells
    qreal totals_ = 0;  // height below
    qreal pitchX_ = 0;
    qreal pitchY_ = 0;
    qreal gap_ = 0;
    bool turned_ = false;
};

}  // namespace reckoner
