// Sizes of LOOK.md in pixels, grown in present mode.
#pragma once

#include "ui/style/theme.h"

namespace reckoner {

inline int scaled(int pixels) {
    return qRound(pixels * Theme::instance().typeScale());
}

}  // namespace reckoner
