// A table of plain texts: the columns of a run and what they cover, or the values of one of them.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractScrollArea>
#include <QStringList>

namespace reckoner {

struct PlainColumn {
    QString title;
    QString help;
    int width = 0;      // of LOOK.md; the widest grows
    bool left = false;  // else right
    bool bar = false;   // share of PlainRow behind the text
};

struct PlainRow {
    QStringList cells;
    double share = -1;   // in [0, 1]; below 0: no bar
    bool quiet = false;  // ink 3
    int strong = -1;     // a cell in weight
};

class PlainTable final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    explicit PlainTable(QWidget* parent = nullptr);
    void setColumns(const std::vector<PlainColumn>& columns);
    void setRows(std::vector<PlainRow> rows);
    // The row that is marked; none below 0. Rows can be chosen once this was called with any.
    void choose(int row);
    int chosen() const { return chosen_; }
    int barWidth() const;
    // Whole rows within this height.
    int heightWithin(int most) const;
    QString tsv() const;

 Q_SIGNALS:
    void picked(int row, Qt::KeyboardModifiers modifiers);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

 private:
    void layOut();
    int rowAt(int y) const;
    int inset(std::size_t column) const;
    void pick(int row, Qt::KeyboardModifiers modifiers);
    void paintRow(QPainter& painter, int row, const QRect& rect) const;

    std::vector<PlainColumn> columns_;
    std::vector<std::pair<int, int>> places_;  // left, right
    std::vector<PlainRow> rows_;
    int chosen_ = -1;
    int hovered_ = -1;
};

}  // namespace reckoner
