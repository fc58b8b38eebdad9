// Focus rings are for those who came by keyboard: a click shows where it went by itself.
#pragma once

class QWidget;

namespace reckoner {

// The widget has the focus and got it by Tab, a shortcut or program.
bool keyboardFocus(const QWidget* widget);
// Call once in the constructor of a widget that paints a ring.
void watchFocus(QWidget* widget);

}  // namespace reckoner
