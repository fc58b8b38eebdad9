// The table of segments: rows of 32, painted by what is visible, following the threshold without a step of
// layout.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractScrollArea>

#include "core/metrics/segment_board.h"
#include "core/wording/vocabulary.h"
#include "ui/pages/segments/segment_picture.h"

namespace reckoner {

class SegmentHead;

class SegmentTable final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    explicit SegmentTable(QWidget* parent = nullptr);

    // What is shown. Keeps the chosen segment where it is still there.
    void setBoard(SegmentBoardPtr board, const Vocabulary& words);
    // At another threshold or in another metric: rows stay where they are until arrange().
    void setReading(BoardReading reading);
    // Puts the rows in order and the bars on their scale. sort: as in segmentOrder().
    void arrange(const std::string& sort);
    const BoardReading& reading() const { return picture_.reading; }

    // Segments whose rows are not wholly in view below the lower edge.
    std::vector<std::size_t> below() const;
    // The chosen row's segment.
    std::optional<std::size_t> current() const;
    QString tsv() const;
    // Of the scroll bar, which always has its place.
    int barWidth() const;

 Q_SIGNALS:
    void opened(std::size_t segment);        // click or Enter: to its cases
    void cohortWanted(std::size_t segment);  // with shift
    void pinWanted(std::size_t segment);     // P, or from its menu
    void requirementWanted(std::size_t segment);
    void sortWanted(const QString& sort);
    void scrolled();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

 private:
    // A segment, or the caption of a group.
    struct Line {
        std::optional<std::size_t> segment;
        Standing standing = Standing::Same;
        int top = 0;
    };
    friend class SegmentHead;

    void measure();
    void layOut();
    int lineHeight(const Line& line) const;
    std::optional<std::size_t> lineAt(int y) const;
    void choose(std::size_t line);
    void move(int by);
    void open(std::size_t line, Qt::KeyboardModifiers modifiers);
    void paintLine(QPainter& painter, const Line& line, int y, const QRegion& wanted) const;
    QRegion movingColumns() const;
    void describe();

    SegmentPicture picture_;
    std::string sort_;
    std::vector<Line> lines_;
    int total_ = 0;
    std::optional<std::size_t> current_;  // line
    std::optional<std::size_t> hovered_;
    SegmentHead* head_;
};

}  // namespace reckoner
