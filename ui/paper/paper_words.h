// Text of a report as it is painted: nothing in it acts instead of showing.
#pragma once

#include <QString>

#include "core/report/plain_characters.h"

namespace reckoner {

inline QString paperWords(std::string_view text) {
    QString words = QString::fromStdString(plainCharacters(text));
    return words.replace(QLatin1Char('\t'), QStringLiteral("    "));
}

}  // namespace reckoner
