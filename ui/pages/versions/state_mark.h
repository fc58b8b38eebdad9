// How a run stands to a requirement, as a mark: met a disc with a tick, failed a square with a cross, leaning
// half a disc, waived a ring. Never a colour alone.
#pragma once

#include <QWidget>

#include "core/review/gate.h"

namespace reckoner {

class StateMark final : public QWidget {
    Q_OBJECT
 public:
    explicit StateMark(RequirementState state, bool judged, QWidget* parent = nullptr);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    RequirementState state_;
    bool judged_;
};

}  // namespace reckoner
