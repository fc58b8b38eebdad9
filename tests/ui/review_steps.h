// Steps of a review in a window, as somebody at the keyboard takes them.
#pragma once

#include <QPlainTextEdit>

#include "core/store/review_book.h"
#include "tests/ui/window_fixture.h"

namespace reckoner::test {

struct ReviewSteps {
    static void calm(ShownWindow& w) { w.settle(); }
    static void open(ShownWindow& w) {
        w.click("bar.review");
        QVERIFY(w.find("reviewDock")->isVisible());
    }
    // A review of the usual agenda, prepared and started.
    static void begin(ShownWindow& w) {
        open(w);
        w.click("reviewMain");
        calm(w);
        w.click("reviewMain");
        calm(w);
    }
    static void key(ShownWindow& w, Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QWidget* to = w.window.focusWidget() ? w.window.focusWidget() : &w.window;
        QTest::keyClick(to, key, with);
    }
    static void type(ShownWindow& w, const char* name, const QString& text) {
        auto* field = w.find(name);
        QTest::mouseClick(field, Qt::LeftButton);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    static void note(ShownWindow& w, const QString& text) {
        auto* field = w.find<QPlainTextEdit>("pointNotes");
        field->moveCursor(QTextCursor::End);
        QTest::keyClicks(field, text);
    }
    static Meeting stored(const std::shared_ptr<Store>& store, const std::string& uid) {
        return ReviewBook(store).meeting(uid).value();
    }
};

}  // namespace reckoner::test
