// The look of standard controls, written from the tokens.
#pragma once

#include <QString>

#include "ui/style/tokens.h"

namespace reckoner {

QString styleSheet(const Tokens& tokens, Shade shade, qreal scale);

}  // namespace reckoner
