// A figure over its word, with a mark where it is an outcome: a place of the one-line operating bar that
// keeps its position while digits move.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/widgets/outcome_marks.h"

namespace reckoner {

class LineFigure final : public QWidget {
    Q_OBJECT
 public:
    // With an outcome: mark, ink, from the left. Without: money, accent, from the right.
    LineFigure(std::optional<Cell> outcome, QWidget* parent);
    void setTexts(const QString& figure, const QString& word);
    // Greyed: of a selection that is being worked out anew.
    void setStale(bool stale);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    std::optional<Cell> outcome_;
    QString figure_, word_;
    bool stale_ = false;
};

}  // namespace reckoner
