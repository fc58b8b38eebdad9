// The worst slices, one below the other, each with its parents in a second line.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractScrollArea>

#include "core/metrics/slice_contrast.h"
#include "core/report/slices_report.h"

namespace reckoner {

using SlicesReportPtr = std::shared_ptr<const SlicesReport>;

class SliceTable final : public QAbstractScrollArea {
    Q_OBJECT
 public:
    explicit SliceTable(QWidget* parent = nullptr);

    void setReport(SlicesReportPtr report);
    // Beside report->shown: how they do on `run` ("v1 · W27"); empty: not checked.
    void setChecks(std::vector<SliceCheck> checks, const QString& run);
    // Counted at another threshold than the one on the screen.
    void setStale(bool stale);
    QString tsv() const;
    // Of the scroll bar, which always has its place.
    int barWidth() const;

 Q_SIGNALS:
    void opened(std::size_t shown);             // place in report->shown
    void cohortWanted(std::size_t shown);       // with shift
    void requirementWanted(std::size_t shown);  // from its menu

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

 private:
    enum class Field { Name, Count, Rate, Lift, Q, Cost, Overlap, Check };
    struct Column {
        Field field;
        int left;
        int right;
    };
    void layOut();
    int rowHeight() const;
    std::optional<std::size_t> rowAt(int y) const;
    QString title(Field field) const;
    QString help(Field field) const;
    QString text(Field field, std::size_t shown) const;
    void paintRow(QPainter& painter, std::size_t shown, const QRect& row) const;
    void paintRate(QPainter& painter, const Column& column, std::size_t shown, const QRect& row) const;
    void open(std::size_t shown, Qt::KeyboardModifiers modifiers);
    void choose(std::size_t shown);

    SlicesReportPtr report_;
    std::vector<QString> names_;
    std::vector<QString> parents_;
    std::vector<SliceCheck> checks_;
    QString checkedOn_;
    std::vector<Column> columns_;
    double scaleHi_ = 1;  // of the bars
    bool stale_ = false;
    std::optional<std::size_t> hovered_;
    std::optional<std::size_t> current_;
};

}  // namespace reckoner
