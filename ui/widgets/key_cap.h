// A key as it lies on the keyboard: a letter in a small frame, beside what it does.
#pragma once

#include <QWidget>

namespace reckoner {

class KeyCap final : public QWidget {
    Q_OBJECT
 public:
    explicit KeyCap(const QString& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    QString key_;
};

}  // namespace reckoner
