// The glossary: read by everyone, written in place by the team, undone; the pointer shows its words first.
#include "ui/shell/glossary_panel.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include "core/store/review_book.h"
#include "tests/ui/demo_session.h"
#include "ui/session/glossary_desk.h"
#include "ui/shell/glossary_hover.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

class GlossaryPanelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), panel(session) {
            panel.resize(360, 800);
            panel.show();
            panel.activateWindow();
        }
        QWidget* term(const char* id) {
            return panel.findChild<QWidget*>(QStringLiteral("term_") + QLatin1String(id));
        }
        QPlainTextEdit* reading(const char* id, int n) {
            return term(id)->findChild<QPlainTextEdit*>(QStringLiteral("termReading%1").arg(n));
        }
        void press(const char* id, const char* name) {
            QTest::mouseClick(term(id)->findChild<QAbstractButton*>(QLatin1String(name)), Qt::LeftButton);
        }
        QString state(const char* id) {
            return term(id)->findChild<PlainLabel*>(QStringLiteral("termState"))->text();
        }
        std::vector<GlossaryReading> stored() { return ReviewBook(store).glossaryReadings(); }
        GlossaryPanel panel;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void aTermIsWrittenInPlaceAndSavedAsTyped() {
        Stage stage(*demo_);
        stage.press("precision", "termEdit");
        QPlainTextEdit* agreed = stage.reading("precision", 0);
        QVERIFY(agreed && agreed->isVisible());
        agreed->selectAll();
        QTest::keyClicks(agreed, QStringLiteral("Of 100 letters, how many were <b>due</b>"));
        QVERIFY(QTest::qWaitFor([&] { return stage.stored().size() == 1; }, 10'000));
        QCOMPARE(stage.stored()[0].agreed, std::string("Of 100 letters, how many were <b>due</b>"));
        QVERIFY2(stage.stored()[0].manager.empty(), "what nobody changed stays the program's own");
        stage.press("precision", "termEdit");
        QVERIFY(QTest::qWaitFor(
            [&] { return stage.state("precision").contains(QStringLiteral("4 March 2026")); }, 10'000));
        // The search finds the team's words.
        QTest::keyClicks(stage.panel.findChild<QLineEdit*>(), QStringLiteral("letters"));
        QVERIFY(stage.term("precision")->isVisible());
        QVERIFY(!stage.term("recall")->isVisible());
    }

    void itIsUndoneAndGivenBack() {
        Stage stage(*demo_);
        stage.press("recall", "termEdit");
        QTest::keyClicks(stage.reading("recall", 1), QStringLiteral(" And more."));
        stage.press("recall", "termEdit");
        QVERIFY(QTest::qWaitFor([&] { return stage.stored().size() == 1; }, 10'000));
        auto* undo = stage.panel.findChild<QPushButton*>(QStringLiteral("glossary.undo"));
        QVERIFY(undo->isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return stage.stored().empty(); }, 10'000));
        QVERIFY(!undo->isVisible());
        stage.press("recall", "termEdit");
        QTest::keyClicks(stage.reading("recall", 2), QStringLiteral(" x"));
        stage.press("recall", "termEdit");
        QVERIFY(QTest::qWaitFor([&] { return stage.stored().size() == 1; }, 10'000));
        stage.press("recall", "termEdit");
        QVERIFY(QTest::qWaitFor(
            [&] {
                return stage.term("recall")->findChild<QPushButton*>(QStringLiteral("termOwn"))->isEnabled();
            },
            10'000));
        stage.press("recall", "termOwn");
        QVERIFY(QTest::qWaitFor([&] { return stage.stored().empty(); }, 10'000));
        QTRY_COMPARE(stage.state("recall"), QString());
    }

    void aStoreForReadingSaysWhyNothingIsWritten() {
        Stage stage(*demo_);
        stage.session.setStore(Store::open(stage.store->file(), OpenMode::ReadOnly, stage.clock));
        stage.press("lift", "termEdit");
        QVERIFY(!stage.reading("lift", 0));
        QVERIFY(stage.state("lift").contains(QStringLiteral("reading only")));
    }

    void thePointerShowsTheTeamsWordsFirst() {
        Stage stage(*demo_);
        GlossaryReading reading;
        reading.term = "recall";
        reading.agreed = "Of 100 defaults, how many we see coming";
        reading.who = "Kim";
        ReviewBook(stage.store).agree(reading);
        stage.session.notesChanged();
        QWidget page;
        auto* label = new PlainLabel(QStringLiteral("Recall: of 100 bad, caught"), &page);
        auto* other = new PlainLabel(QStringLiteral("nothing of the kind"), &page);
        other->move(0, 40);
        GlossaryHover hover(stage.session, &page);
        page.show();
        QVERIFY(QTest::qWaitFor(
            [&] {
                return hover.meaning(label->text())
                    .startsWith(QStringLiteral("Recall, as we agreed: Of 100"));
            },
            10'000));
        QHelpEvent over(QEvent::ToolTip, {5, 5}, label->mapToGlobal(QPoint(5, 5)));
        QVERIFY(QApplication::sendEvent(label, &over));
        QVERIFY(QTest::qWaitFor([] { return QToolTip::text().contains(QStringLiteral("we see coming")); }));
        QCOMPARE(hover.meaning(other->text()), QString());
        QVERIFY2(hover.meaning(QString(200, QLatin1Char('x')) + QStringLiteral(" recall")).isEmpty(),
                 "a long sentence is read, not looked up");
    }
};

}  // namespace reckoner

QTEST_MAIN(reckoner::GlossaryPanelTest)
#include "glossary_panel_test.moc"
