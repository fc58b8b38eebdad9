// Why there is nothing to see, and the one button for the next step. Centred in whatever holds it.
#pragma once

#include <QWidget>

class QPushButton;

namespace reckoner {

class PlainLabel;

struct EmptyContent {
    QString sketch;    // of paintSketch()
    QString reason;    // 20/600: "One run is not a trend yet"
    QString whatToDo;  // 14: and what one gets
    QString button;    // primary; empty: none
    QString icon;      // of the button; may be empty
    QString second;    // a quieter second button; empty: none
    QString hint;      // 12
};

class EmptyState : public QWidget {
    Q_OBJECT
 public:
    explicit EmptyState(QWidget* parent = nullptr);
    void setContent(const EmptyContent& content);

 Q_SIGNALS:
    void pressed();
    void secondPressed();

 private:
    void redress();

    EmptyContent content_;
    QWidget* drawing_;
    PlainLabel* reason_;
    PlainLabel* text_;
    QPushButton* button_;
    QPushButton* second_;
    PlainLabel* hint_;
    QWidget* column_;
};

}  // namespace reckoner
