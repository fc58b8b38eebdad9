// The four outcomes of a decision: their marks and colours, the same on every page.
#pragma once

#include <QColor>
#include <QRectF>

#include "core/wording/decide_sentences.h"

class QPainter;

namespace reckoner {

struct OutcomeLook {
    QColor mark;
    QColor text;
    QColor soft;
};
OutcomeLook lookOf(Cell cell);

// Triangle, diamond, disc or ring, filling a square of 12 px.
void paintMark(QPainter& painter, Cell cell, const QRectF& box);

}  // namespace reckoner
