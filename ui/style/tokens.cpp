#include "ui/style/tokens.h"

namespace reckoner {
namespace {

QColor rgb(unsigned hex) {
    return QColor::fromRgb(hex | 0xFF000000U);
}

Tokens light() {
    Tokens t;
    t.page = rgb(0xFFFFFF), t.chrome = rgb(0xF5F6F8), t.sunk = rgb(0xEDEFF2);
    t.line = rgb(0xE3E6EA), t.grid = rgb(0xEBEDF0), t.control = rgb(0x848C95);
    t.ink = rgb(0x15181C), t.ink2 = rgb(0x474E57), t.ink3 = rgb(0x5D656E);
    t.accent = rgb(0x0A5FA8), t.onAccent = rgb(0xFFFFFF), t.selected = rgb(0xDCEAF7);
    t.fpMark = rgb(0xD55E00), t.fpText = rgb(0xB04A00), t.fpSoft = rgb(0xFBE8DC);
    t.fnMark = rgb(0xC26A9B), t.fnText = rgb(0x9C3F74), t.fnSoft = rgb(0xF7E7F0);
    t.tpMark = rgb(0x639182), t.tpText = rgb(0x3A6659), t.tpSoft = rgb(0xE3EEEA);
    t.tnMark = rgb(0x9AA2AA), t.tnText = rgb(0x5A626B), t.tnSoft = rgb(0xF0F1F4);
    t.baseline = rgb(0x7F878F), t.better = rgb(0x1B6B4A);
    t.noticeText = rgb(0x7A5300), t.noticeGround = rgb(0xFDF3DC);
    t.fpArea = 0.20, t.fnArea = 0.30;
    return t;
}

Tokens dark() {
    Tokens t;
    t.page = rgb(0x15181C), t.chrome = rgb(0x1C2025), t.sunk = rgb(0x252A31);
    t.line = rgb(0x2D333A), t.grid = rgb(0x252A30), t.control = rgb(0x747D87);
    t.ink = rgb(0xEDF0F3), t.ink2 = rgb(0xBDC4CB), t.ink3 = rgb(0x98A0A9);
    t.accent = rgb(0x6DB3F2), t.onAccent = rgb(0x0B1A28), t.selected = rgb(0x20384F);
    t.fpMark = rgb(0xE8722E), t.fpText = rgb(0xFFA06A), t.fpSoft = rgb(0x3B2518);
    t.fnMark = rgb(0xD48DB7), t.fnText = rgb(0xE9AFD0), t.fnSoft = rgb(0x38242F);
    t.tpMark = rgb(0x7FAE9F), t.tpText = rgb(0xA6CFC1), t.tpSoft = rgb(0x1E2E2A);
    t.tnMark = rgb(0x6C757F), t.tnText = rgb(0xAEB6BE), t.tnSoft = rgb(0x23282E);
    t.baseline = rgb(0x89929B), t.better = rgb(0x7CCBA2);
    t.noticeText = rgb(0xF0C674), t.noticeGround = rgb(0x33290F);
    t.fpArea = 0.30, t.fnArea = 0.26;
    return t;
}

}  // namespace

const Tokens& tokensOf(Shade shade) {
    static const Tokens kLight = light();
    static const Tokens kDark = dark();
    return shade == Shade::Light ? kLight : kDark;
}

}  // namespace reckoner
