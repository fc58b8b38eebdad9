// A button that takes the threshold to a named place: its name and the number it stands for.
#pragma once

#include <optional>

#include <QAbstractButton>

#include "ui/widgets/snap_list.h"

namespace reckoner {

class SnapButton final : public QAbstractButton {
    Q_OBJECT
 public:
    explicit SnapButton(QWidget* parent = nullptr);
    // shown: the threshold in words. Disabled while there is none. Returns whether its width changed.
    bool setSnap(const Snap& snap, const QString& shown);
    std::optional<double> target() const { return snap_.threshold; }
    QString shown() const { return shown_; }
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

 private:
    Snap snap_;
    QString shown_;
};

}  // namespace reckoner
