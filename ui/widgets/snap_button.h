// A button that takes the threshold to a named place: its name and the number it stands for.
#pragma once

#include <QAbstractButton>

namespace reckoner {

class SnapButton final : public QAbstractButton {
    Q_OBJECT
 public:
    explicit SnapButton(const QString& name, QWidget* parent = nullptr);
    void setTarget(double threshold, const QString& shown);
    double target() const { return target_; }
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

 private:
    double target_ = 0;
    QString shown_;
};

}  // namespace reckoner
