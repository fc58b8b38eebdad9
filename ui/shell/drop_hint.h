// Shown over the window while files are dragged above it: where to let go, and what then happens.
#pragma once

#include <QWidget>

namespace reckoner {

class DropHint : public QWidget {
    Q_OBJECT
 public:
    explicit DropHint(QWidget* parent);
    void cover();  // the whole parent

 protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace reckoner
