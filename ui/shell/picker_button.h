// A borderless picker of the context bar: a small word, an optional dash sample, the value, a chevron.
#pragma once

#include <QAbstractButton>

namespace reckoner {

class PickerButton : public QAbstractButton {
    Q_OBJECT
 public:
    PickerButton(const QString& word, QWidget* parent = nullptr);

    void setValue(const QString& value);
    QString value() const { return value_; }
    void setDashSample(bool on) { dash_ = on; }
    void setStrong(bool on) { strong_ = on; }  // 600 instead of 500: the model

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    QFont valueFont() const;
    int leading() const;  // what stands before the value

    QString word_;
    QString value_;
    bool dash_ = false;
    bool strong_ = false;
};

}  // namespace reckoner
