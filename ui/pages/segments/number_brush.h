// The histogram of a column of numbers. Drawing over it with the pointer brushes a range: from edge to edge
// of its bars.
#pragma once

#include <optional>

#include <QWidget>

#include "core/metrics/coverage_board.h"

namespace reckoner {

class NumberBrush final : public QWidget {
    Q_OBJECT
 public:
    explicit NumberBrush(QWidget* parent = nullptr);
    void setBars(const NumberBars& bars, const QString& name);
    // What is brushed; nothing: all of it.
    void setRange(const std::optional<Interval>& range);
    QSize sizeHint() const override;

 Q_SIGNALS:
    // When the pointer is let go. A click without a stretch brushes one bar.
    void brushed(double lo, double hi);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

 private:
    QRectF plot() const;
    int barAt(double x) const;
    double edge(int bar) const;
    Interval between(int one, int other) const;

    NumberBars bars_;
    std::optional<Interval> range_;
    int from_ = -1;  // bar where the brush was put down
    int to_ = -1;
};

}  // namespace reckoner
