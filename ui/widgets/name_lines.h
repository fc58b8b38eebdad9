// A name in a narrow place: broken into two lines before anything of it is cut.
#pragma once

#include <QStringList>

class QFontMetricsF;

namespace reckoner {

// At most two lines no wider than `width`; broken behind a space, "_", "-", "." or "/" where there is one,
// else anywhere. Only what does not fit into the second line gives way to three dots.
QStringList nameLines(const QString& name, const QFontMetricsF& metrics, qreal width);

}  // namespace reckoner
