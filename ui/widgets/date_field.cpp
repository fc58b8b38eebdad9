#include "ui/widgets/date_field.h"

#include <QAction>
#include <QCalendarWidget>
#include <QKeyEvent>

#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace reckoner {

DateField::DateField(const QString& text, const QDate& today, QWidget* parent)
    : QLineEdit(text, parent), today_(today) {
    setPlaceholderText(QStringLiteral("2026-03-31"));
    QAction* open =
        addAction(themedIcon(QStringLiteral("today"), Theme::instance().tokens().ink2), TrailingPosition);
    open->setText(tr("Choose from a calendar"));
    open->setObjectName(QStringLiteral("openCalendar"));
    connect(open, &QAction::triggered, this, &DateField::openCalendar);
}

void DateField::openCalendar() {
    if (!calendar_) {
        calendar_ = new QCalendarWidget(this);
        calendar_->setWindowFlags(Qt::Popup);
        calendar_->setObjectName(QStringLiteral("calendar"));
        calendar_->setAccessibleName(tr("Calendar"));
        calendar_->setFirstDayOfWeek(Qt::Monday);
        calendar_->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        const auto take = [this](const QDate& day) {
            setText(day.toString(Qt::ISODate));
            calendar_->hide();
            setFocus();
        };
        connect(calendar_, &QCalendarWidget::clicked, this, take);
        connect(calendar_, &QCalendarWidget::activated, this, take);
    }
    const QDate typed = QDate::fromString(text().trimmed(), Qt::ISODate);
    calendar_->setSelectedDate(typed.isValid() ? typed : today_);
    calendar_->move(mapToGlobal(QPoint(0, height() + 2)));
    calendar_->show();
    calendar_->setFocus();
}

void DateField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) return openCalendar();
    QLineEdit::keyPressEvent(event);
}

}  // namespace reckoner

#include "moc_date_field.cpp"
