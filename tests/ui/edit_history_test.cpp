// Undo and redo of what people write, whatever it was.
#include "ui/session/edit_history.h"

#include <QTest>

namespace reckoner {

class EditHistoryTest : public QObject {
    Q_OBJECT

    // Sets a text; undo and redo put it back and forth.
    struct Page {
        QString text;
        EditHistory history;
        void set(const QString& to, std::uint64_t burst = 0) {
            const QString from = text;
            text = to;
            history.push(
                {QStringLiteral("text"), burst, [this, from] { text = from; }, [this, to] { text = to; }});
        }
    };

 private Q_SLOTS:
    void goesBackAndForth() {
        Page page;
        page.set(QStringLiteral("a"));
        page.set(QStringLiteral("b"));
        page.history.undo();
        QCOMPARE(page.text, QStringLiteral("a"));
        page.history.undo();
        QCOMPARE(page.text, QString());
        QVERIFY(!page.history.canUndo());
        page.history.undo();
        page.history.redo();
        page.history.redo();
        QCOMPARE(page.text, QStringLiteral("b"));
        QVERIFY(!page.history.canRedo());
    }

    void aBurstIsOneStepAndBurstsDoNotMix() {
        Page page;
        const auto first = page.history.newBurst(), second = page.history.newBurst();
        for (const char* text : {"a", "ab", "abc"})
            page.set(QLatin1String(text), first);
        for (const char* text : {"abc d", "abc de"})
            page.set(QLatin1String(text), second);
        page.history.undo();
        QCOMPARE(page.text, QStringLiteral("abc"));
        page.history.undo();
        QCOMPARE(page.text, QString());
        page.history.redo();
        QCOMPARE(page.text, QStringLiteral("abc"));
        page.history.redo();
        QCOMPARE(page.text, QStringLiteral("abc de"));
    }

    void aBurstEndsWhereItWasUndone() {
        Page page;
        const auto burst = page.history.newBurst();
        page.set(QStringLiteral("a"));
        page.set(QStringLiteral("ab"), burst);
        page.history.undo();
        page.history.redo();
        page.set(QStringLiteral("abc"), burst);
        page.history.undo();
        QCOMPARE(page.text, QStringLiteral("ab"));
    }

    void aNewEditForgetsWhatWasUndone() {
        Page page;
        page.set(QStringLiteral("a"));
        page.history.undo();
        page.set(QStringLiteral("b"));
        QVERIFY(!page.history.canRedo());
        page.history.undo();
        QCOMPARE(page.text, QString());
    }
};

}  // namespace reckoner

QTEST_GUILESS_MAIN(reckoner::EditHistoryTest)
#include "edit_history_test.moc"
