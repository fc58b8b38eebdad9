// Groups of protected columns and how they are treated: a row a group, under each rate how far they lie
// apart.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractScrollArea>

#include "ui/pages/segments/fairness_view.h"

namespace reckoner {

class FairnessTable final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    explicit FairnessTable(QWidget* parent = nullptr);

    void setSet(FairnessBoardPtr board, std::size_t set, const Vocabulary& words);
    // estimates: null while they are not known at this threshold. equal: as they were found, or null.
    void setReading(const FairReading& reading, const FairEstimates* estimates, const FairThresholds* equal);
    // Groups with rows, in their order.
    const std::vector<std::size_t>& groups() const { return order_; }
    // Head, foot and as many whole rows as fit.
    int heightWithin(int most) const;
    // Head, foot and so many rows, or as many as there are.
    int heightOf(int rows) const;
    // Below the rows only gap, verdict and ratio, so that more rows find room.
    void setCompact(bool compact);
    int barWidth() const;
    QString tsv() const;

 Q_SIGNALS:
    void opened(std::size_t group);
    void cohortWanted(std::size_t group);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void layOut();
    std::optional<std::size_t> rowAt(int y) const;
    const FairColumn* columnAt(int x) const;
    void choose(std::size_t row);
    void open(std::size_t row, Qt::KeyboardModifiers modifiers);
    void paintRow(QPainter& painter, std::size_t row, const QRect& rect) const;
    void paintRate(QPainter& painter, const FairColumn& column, std::size_t group, const QRect& rect) const;
    void paintHead();
    // What the lines through the rows are, over them: "all", "4/5".
    void paintLineNames(QPainter& painter, const FairColumn& column) const;
    void paintFoot();
    QColor toneOf(const FairColumn& column, std::size_t group) const;

    std::vector<int> footLines() const;  // of FairView, those shown

    FairView view_;
    bool compact_ = false;
    std::vector<std::size_t> order_;
    std::vector<FairColumn> columns_;
    std::optional<std::size_t> current_;
    std::optional<std::size_t> hovered_;
    QWidget* head_;
    QWidget* foot_;
};

}  // namespace reckoner
