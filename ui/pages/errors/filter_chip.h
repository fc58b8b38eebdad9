// One filter in force: its words, the mark of its outcome, a cross that takes it away.
#pragma once

#include <optional>

#include <QAbstractButton>

#include "core/wording/decide_sentences.h"

namespace reckoner {

class FilterChip final : public QAbstractButton {
    Q_OBJECT
 public:
    FilterChip(const QString& words, std::optional<Cell> mark, QWidget* parent);
    QSize sizeHint() const override;

 Q_SIGNALS:
    void removed();
    void editWanted();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    bool onCross(const QPointF& at) const;
    std::optional<Cell> mark_;
    bool crossHot_ = false;
};

}  // namespace reckoner
