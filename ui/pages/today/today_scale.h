// Sizes of the Today page: read from four metres whatever the window, so they grow with it and do not grow
// again in present mode.
#pragma once

#include <QFont>

#include "ui/style/theme.h"

namespace reckoner {

struct TodayScale {
    qreal factor = 1;

    int px(qreal pixels) const { return qRound(pixels * factor); }
    QFont font(qreal pixels, QFont::Weight weight = QFont::Normal) const {
        QFont font = Theme::instance().font(24, weight);
        font.setPixelSize(px(pixels));
        return font;
    }
    // 1 up to a page of 1288 x 852, at most 1.6.
    static TodayScale of(const QSize& page) {
        return {qBound(1.0, qMin(page.width() / 1288.0, page.height() / 852.0), 1.6)};
    }
};

}  // namespace reckoner
