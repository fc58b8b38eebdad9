// The slider from "catches everything" to "only sure bets", with the scores of both classes above and below.
#pragma once

#include <QAbstractSlider>

#include "ui/charts/operating_facts.h"
#include "ui/charts/plot_scale.h"

namespace reckoner {

class ScoreSlider final : public QAbstractSlider {
    Q_OBJECT
 public:
    explicit ScoreSlider(QWidget* parent = nullptr);

    void setFacts(const OperatingFacts& facts);
    // Pixels of the threshold axis in this widget: the cost chart's own.
    void setScale(const PlotScale& scale);
    qreal handleX() const;

 Q_SIGNALS:
    void dragBegan();
    void thresholdChosen(double threshold);
    void dragEnded();
    void nudged(int direction);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

 private:
    void paintBars(QPainter& painter) const;
    void paintClassNames(QPainter& painter) const;
    void paintCounts(QPainter& painter) const;
    void paintTrack(QPainter& painter) const;
    void drag(qreal x);

    OperatingFacts facts_;
    ScoreHistogram histogram_;
    PlotScale scale_;
    bool dragging_ = false;
    bool hot_ = false;
    qreal grip_ = 0;  // pointer minus handle at the press
};

}  // namespace reckoner
