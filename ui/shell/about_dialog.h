// What this program is, which version, under which licence, and where its files lie.
#pragma once

#include <QDialog>

namespace reckoner {

class AboutDialog : public QDialog {
    Q_OBJECT
 public:
    explicit AboutDialog(QWidget* parent);
};

}  // namespace reckoner
