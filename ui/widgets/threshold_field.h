// The exact threshold as text: typed without locale, stepped by one distinct score.
#pragma once

#include <optional>

#include <QLineEdit>

namespace reckoner {

class ThresholdField final : public QLineEdit {
    Q_OBJECT
 public:
    explicit ThresholdField(QWidget* parent = nullptr);

    // `shown` while nobody types, the shortest text that reads back as `threshold` while somebody does.
    void setThreshold(double threshold, const QString& shown);

 Q_SIGNALS:
    void thresholdTyped(double threshold);
    void nudged(int direction);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

 private:
    void take();
    void display();
    bool onSteps(const QPointF& at) const;
    double threshold_ = 0;
    QString shown_;
};

// A number as people type it: "0.31", "0,31", "inf", "nobody". Nothing when it is none.
std::optional<double> typedThreshold(const QString& text);

}  // namespace reckoner
