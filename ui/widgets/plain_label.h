// The way text from data reaches the screen: always plain, never rich. Grep tests forbid the others.
#pragma once

#include <string>

#include <QFrame>
#include <QLabel>
#include <QString>

namespace reckoner {

// A QLabel that cannot show rich text.
class PlainLabel : public QLabel {
    Q_OBJECT
 public:
    explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr) : QLabel(parent) {
        setTextFormat(Qt::PlainText);
        setText(text);
    }
};

// UTF-8 from core to Qt.
inline QString qt(const std::string& text) {
    return QString::fromStdString(text);
}
// For the few sinks that render HTML whatever one says (tooltips, QtCharts titles, axes, categories,
// legends).
QString escaped(const QString& text);
void setPlainToolTip(QWidget* widget, const QString& text);
// Shown now, at a place on the screen; an empty text hides it.
void showPlainToolTip(const QPoint& global, const QString& text, QWidget* widget);

}  // namespace reckoner
