// Icons of resources/icons in any colour: the drawings use currentColor.
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace reckoner {

// The drawing as a pixmap of `pixels` logical pixels. An unknown name gives an empty drawing.
QPixmap iconPixmap(const QString& name, const QColor& color, int pixels = 16, qreal devicePixelRatio = 1);
// For buttons; has the disabled state in a lighter colour. Make it again when Theme::changed() is sent.
QIcon themedIcon(const QString& name, const QColor& color, int pixels = 16);

}  // namespace reckoner
