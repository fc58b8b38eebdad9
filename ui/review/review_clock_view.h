// The clock of the dock: what is left of the point in large figures, of the meeting beside it, a bar below.
// When something is over, its ground says so quietly.
#pragma once

#include <QWidget>

#include "core/wording/review_words.h"

namespace reckoner {

class ReviewClockView final : public QWidget {
    Q_OBJECT
 public:
    explicit ReviewClockView(QWidget* parent);

    // paused: the clock stands still. over: what is said when time is over; empty: it is not.
    void setClock(const ReviewClock& clock, bool paused, const QString& over);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    ReviewClock clock_;
    bool paused_ = false;
    QString over_;
};

}  // namespace reckoner
