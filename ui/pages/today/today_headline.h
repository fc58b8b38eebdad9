// The verdict: one sentence in large type, its figure in the colour of the mistake, and what it costs below.
#pragma once

#include <QAbstractButton>

#include "core/wording/today_card.h"
#include "ui/pages/today/today_scale.h"

namespace reckoner {

class TodayHeadline final : public QAbstractButton {
    Q_OBJECT
 public:
    explicit TodayHeadline(QWidget* parent);

    void setVerdict(const TodayVerdict& verdict);
    void setScale(const TodayScale& scale);
    const TodayTarget& target() const { return verdict_.target; }
    int heightFor(int width) const;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    // Draws, or only measures without a painter. Returns the height.
    qreal lay(QPainter* painter, qreal width) const;

    TodayVerdict verdict_;
    TodayScale scale_;
};

}  // namespace reckoner
