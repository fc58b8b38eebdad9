// A day as "2026-03-31": typed, or chosen from a calendar.
#pragma once

#include <QDate>
#include <QLineEdit>

class QCalendarWidget;

namespace reckoner {

class DateField final : public QLineEdit {
    Q_OBJECT
 public:
    // today: what the calendar opens at while nothing is typed.
    DateField(const QString& text, const QDate& today, QWidget* parent = nullptr);

    // Alt+Down, or the button at the right.
    void openCalendar();
    QCalendarWidget* calendar() const { return calendar_; }  // null until it was opened

 protected:
    void keyPressEvent(QKeyEvent* event) override;

 private:
    QDate today_;
    QCalendarWidget* calendar_ = nullptr;
};

}  // namespace reckoner
