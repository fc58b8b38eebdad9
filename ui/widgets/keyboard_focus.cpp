#include "ui/widgets/keyboard_focus.h"

#include <QFocusEvent>
#include <QVariant>
#include <QWidget>

namespace reckoner {
namespace {

constexpr const char* kByKeyboard = "reckonerFocusByKeyboard";

class FocusWatch final : public QObject {
 public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::FocusIn) {
            const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
            watched->setProperty(kByKeyboard, reason == Qt::TabFocusReason ||
                                                  reason == Qt::BacktabFocusReason ||
                                                  reason == Qt::ShortcutFocusReason);
        }
        return false;
    }
};

}  // namespace

bool keyboardFocus(const QWidget* widget) {
    return widget->hasFocus() && widget->property(kByKeyboard).toBool();
}

void watchFocus(QWidget* widget) {
    widget->installEventFilter(new FocusWatch(widget));
}

}  // namespace reckoner
