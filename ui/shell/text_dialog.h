// A text to read and copy: a sentence about it, the text, Close.
#pragma once

#include <QDialog>

namespace reckoner {

class TextDialog : public QDialog {
    Q_OBJECT
 public:
    TextDialog(const QString& title, const QString& about, const QString& text, QWidget* parent);
};

}  // namespace reckoner
