// Two columns crossed: a cell for each pair of values, coloured by how far it lies from the rest.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractScrollArea>

#include "core/metrics/segment_board.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

class SegmentHeat final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    explicit SegmentHeat(QWidget* parent = nullptr);
    // Of one cross of two columns; another board shows nothing.
    void setBoard(SegmentBoardPtr board, const Vocabulary& words);
    void setReading(BoardReading reading);
    QString tsv() const;

 Q_SIGNALS:
    void opened(std::size_t segment);
    void cohortWanted(std::size_t segment);  // with shift

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

 private:
    using Value = std::optional<std::string>;
    struct Place {
        int row = -1;
        int column = -1;
        bool operator==(const Place&) const = default;
    };
    void measure();
    int cellWidth() const;
    QRect cellRect(const Place& place) const;
    Place placeAt(const QPoint& at) const;
    std::optional<std::size_t> segmentAt(const Place& place) const;
    QColor ground(std::size_t segment) const;
    void paintCell(QPainter& painter, const Place& place) const;
    void choose(const Place& place);
    void open(std::size_t segment, Qt::KeyboardModifiers modifiers);

    SegmentBoardPtr board_;
    Vocabulary words_;
    BoardReading reading_;
    std::vector<Value> rows_;
    std::vector<Value> columns_;
    std::vector<std::optional<std::size_t>> cells_;  // [row][column]
    double largest_ = 0;                             // difference beyond noise
    Place chosen_;
    Place hovered_;
};

}  // namespace reckoner
