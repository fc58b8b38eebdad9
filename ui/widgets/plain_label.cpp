#include "ui/widgets/plain_label.h"

namespace reckoner {

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

void setPlainToolTip(QWidget* widget, const QString& text) {
    widget->setToolTip(text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()));
}

}  // namespace reckoner

#include "moc_plain_label.cpp"
