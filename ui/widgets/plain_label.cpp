#include "ui/widgets/plain_label.h"

#include <QToolTip>

namespace reckoner {

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

void setPlainToolTip(QWidget* widget, const QString& text) {
    widget->setToolTip(text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
}

void showPlainToolTip(const QPoint& global, const QString& text, QWidget* widget) {
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()), widget);
}

}  // namespace reckoner

#include "moc_plain_label.cpp"
