// Text to the clipboard, as plain text.
#pragma once

#include <QClipboard>
#include <QGuiApplication>
#include <QString>

namespace reckoner {

inline void copyPlainText(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace reckoner
