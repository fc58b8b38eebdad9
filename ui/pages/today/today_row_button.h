// One row of a block: mark, sentence, figure at the right, a bar below; pressed, it opens what it names.
#pragma once

#include <QAbstractButton>

#include "core/wording/today_card.h"
#include "ui/pages/today/today_scale.h"

namespace reckoner {

class TodayRowButton final : public QAbstractButton {
    Q_OBJECT
 public:
    explicit TodayRowButton(QWidget* parent);

    // edge: of its block, as textEdge() gives it.
    void setRow(const TodayRow& row, int edge);
    void setScale(const TodayScale& scale);
    const TodayTarget& target() const { return row_.target; }
    // Text and figure go on lines of their own where one line is too narrow for both.
    static int heightOf(const TodayRow& row, int edge, const TodayScale& scale, int width);

 protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

 private:
    void paintMark(QPainter& painter, const QRectF& box) const;
    void paintBar(QPainter& painter, const QRectF& box) const;
    QColor toneColor() const;

    TodayRow row_;
    int edge_ = 0;
    TodayScale scale_;
};

}  // namespace reckoner
