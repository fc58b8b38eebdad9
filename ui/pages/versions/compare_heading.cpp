#include "ui/pages/versions/compare_heading.h"

#include <algorithm>

#include "ui/shell/scaled.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/tone_label.h"

namespace reckoner::versions {

int placeWords(ToneLabel* headline, ToneLabel* reasons, Strip strip, int y) {
    int high = std::max(scaled(36), headline->heightForWidth(strip.wide));
    headline->setGeometry(strip.left, y, strip.wide, high);
    y += high + scaled(2);
    high = std::max(scaled(20), reasons->heightForWidth(strip.wide));
    reasons->setGeometry(strip.left, y, strip.wide, high);
    return y + high;
}

int placeNews(InlineMessage* overlap, ProgressStrip* progress, bool working, Strip strip, int y) {
    if (!overlap->isHidden()) {
        const int message = scaled(strip.wide > scaled(1000) ? 48 : 64);
        overlap->setGeometry(strip.left, y, strip.wide, message);
        y += message + scaled(8);
    }
    progress->setVisible(working);
    progress->setGeometry(strip.left, y, strip.wide, progress->sizeHint().height());
    return y;
}

}  // namespace reckoner::versions
