// How a row of a block lies: the words that save a line, the figure beside or below them.
#pragma once

#include <QString>

#include "core/wording/today_card.h"
#include "ui/pages/today/today_scale.h"

namespace reckoner {

// Where the texts of a block begin, in pixels of the scale: all of a block share one edge.
inline constexpr int kBesideBullets = 24;
inline constexpr int kBesideMarks = 40;
int textEdge(const TodayBlock& block);

struct TodayRowLayout {
    Sentence text;
    QString figure;
    int textLines = 1;
    int figureLines = 0;  // of its own; 0: at the right of the last line
    int lines() const { return textLines + figureLines; }
};
// The fullest words of the fewest lines. width: of the text. A text of more than two lines is shortened when
// it is drawn.
TodayRowLayout layOut(const TodayRow& row, const TodayScale& scale, qreal width);

// A text in lines, drawn with the figure.
struct TodayRowInk {
    QColor ink;
    QColor quiet;
    QColor strong;
    QColor figure;
};
void drawRow(QPainter& painter, const TodayRow& row, const TodayScale& scale, const QRectF& box,
             const TodayRowInk& ink);

}  // namespace reckoner
