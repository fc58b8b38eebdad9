// LOOK.md's table of colours. The only place where a colour is written down.
#pragma once

#include <QColor>

namespace reckoner {

enum class Shade { Light, Dark };

// Names as in LOOK.md's table.
struct Tokens {
    QColor page, chrome, sunk, line, grid, control, ink, ink2, ink3, accent, onAccent, selected;
    QColor fpMark, fpText, fpSoft, fnMark, fnText, fnSoft, tpMark, tpText, tpSoft, tnMark, tnText, tnSoft;
    QColor baseline, better, noticeText, noticeGround;
    qreal fpArea, fnArea;  // opacity of chart areas
};

const Tokens& tokensOf(Shade shade);

}  // namespace reckoner
