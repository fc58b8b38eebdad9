// What every chart has: curves drawn once by QtCharts and kept as a picture, and over them what moves with
// the threshold. A drag repaints the picture and the overlay; no series is touched.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QImage>
#include <QWidget>

#include "ui/charts/chart_table.h"
#include "ui/charts/operating_facts.h"
#include "ui/charts/plot_scale.h"

class QPushButton;

namespace reckoner {

struct Tokens;

// One curve, in data units.
struct ChartCurve {
    std::vector<QPointF> points;
    std::vector<QPointF> lower;  // of a filled area; empty: a line
    QColor color;
    qreal width = 0;  // 0: no outline
    std::vector<qreal> dash;
};

class ChartFrame : public QWidget {
    Q_OBJECT
 public:
    explicit ChartFrame(QWidget* parent = nullptr);
    ~ChartFrame() override;

    // Curves are drawn anew only when run or baseline change; a new threshold or policy repaints the overlay.
    void setFacts(const OperatingFacts& facts);
    const OperatingFacts& facts() const;
    // What was chosen within the chart (a log scale, which metrics), as text that the page keeps; empty: the
    // chart's own choice. What a chart does not know counts as empty.
    void setSetting(const QString& setting);
    const QString& setting() const;

    // The rectangle of the axes, in this widget.
    virtual QRectF plotArea() const = 0;
    virtual ChartTable table() const = 0;
    QImage picture(qreal ratio = 2) const;
    bool saveAs(const QString& path) const;  // .png, .svg or .csv

    // Labels of the overlay as painted last: for tests that they never touch.
    const std::vector<QRectF>& labelRects() const;

 Q_SIGNALS:
    void dragBegan();
    void thresholdChosen(double threshold);
    void dragEnded();
    // Of tiers: this cut-off is what moves from now on.
    void cutoffPicked(int cutoff);
    // Arrow keys: one distinct score up (+1) or down (-1).
    void nudged(int direction);
    void saveFailed(const QString& path);
    void settingChosen(const QString& setting);

 protected:
    // A small button at the right above the plot, where a chart has something to choose.
    void setCorner(QPushButton* button);
    QPushButton* corner() const;
    virtual void settingChanged() {}  // before the curves are drawn anew
    virtual std::vector<ChartCurve> curves() const = 0;
    virtual PlotScale xScale() const = 0;
    virtual PlotScale yScale() const = 0;
    // Grid lines and what stands still; painted below the curves.
    virtual void paintGround(QPainter& painter) const = 0;
    virtual void paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const = 0;
    // Where the operating point's handle is; nothing when it is not on the plot.
    virtual std::optional<QPointF> handle() const = 0;
    // May the operating point be taken up here? And which threshold does a drag to this place mean?
    virtual bool grabs(const QPointF& at) const;
    virtual std::optional<double> thresholdAt(const QPointF& at) const = 0;
    // Of tiers: the cut-off that is taken up here; nothing: the one that moves already.
    virtual std::optional<std::size_t> cutoffAt(const QPointF& at) const;
    virtual Qt::CursorShape grabCursor() const { return Qt::SizeHorCursor; }
    virtual QString describe() const = 0;  // one sentence for the accessible description

    bool hot() const;  // the pointer is over the handle, or it is being dragged
    void redrawCurves();
    void placeCorner();

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

 private:
    void paintAll(QPainter& painter, std::vector<QRectF>& labels) const;
    void hover(const QPointF& at, const QPoint& global);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
