// Picks on the demo store: their counts are those of the picture, and a click makes them the list.
#include <memory>

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include "core/store/notebook.h"
#include "tests/ui/demo_session.h"
#include "ui/pages/errors/case_list_pane.h"
#include "ui/pages/errors/case_table.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/pages/errors/errors_query.h"
#include "ui/pages/errors/picks_pane.h"
#include "ui/style/theme.h"

namespace reckoner {

class PicksTest : public QObject {
    Q_OBJECT

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : DemoSession(demo), picks(session), list(session) {
            picks.resize(288, 260);
            list.resize(480, 500);
            QObject::connect(&session, &ReviewSession::changed, &picks, [this](Aspects aspects) {
                picks.refresh(aspects);
                list.refresh(aspects);
            });
            picks.show();
            list.show();
        }
        bool openCredit() {
            if (!show("credit-default", "2.0.0")) return false;
            session.apply([this](ReviewState& state) {
                state.thresholds[state.run] = 0.31;
                errors::setOption(state, errors::kCell, "outcome = missed");
                errors::setFilters(state, {"amount >= 500"});
            });
            return settle();
        }
        QAbstractButton* row(const char* pick) {
            return picks.findChild<QAbstractButton*>(QStringLiteral("pick.") + QLatin1String(pick));
        }
        // As it is read aloud: "Nearest the threshold, 28".
        QString said(const char* pick) { return row(pick)->accessibleName(); }
        void click(const char* pick) { QTest::mouseClick(row(pick), Qt::LeftButton); }
        std::size_t listed() { return list.findChild<CaseTable*>()->total(); }
        PicksPane picks;
        CaseListPane list;
    };

    std::unique_ptr<test::DemoStoreFile> demo_;

 private Q_SLOTS:
    void initTestCase() {
        Theme::instance().setShade(Shade::Light);
        demo_ = std::make_unique<test::DemoStoreFile>();
    }
    void cleanupTestCase() { demo_.reset(); }

    void theCountsAreThoseOfThePicture() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        QTRY_COMPARE(stage.said("expensive"), QStringLiteral("Most expensive, 276"));
        QCOMPARE(stage.said("confident"), QStringLiteral("Most confident mistakes, 276"));
        QCOMPARE(stage.said("nearest"), QStringLiteral("Nearest the threshold, 28"));
        QCOMPARE(stage.said("segment"), QStringLiteral("One from each segment, 22"));
        QCOMPARE(stage.said("random"), QStringLiteral("Random, seed 7, 276"));
        QVERIFY2(stage.said("new").startsWith(QStringLiteral("New since v1, ")),
                 qPrintable(stage.said("new")));
    }

    void aClickMakesThePickTheListAndASecondLetsItGo() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.click("nearest");
        QCOMPARE(stage.option("errors.pick"), std::string("nearest"));
        QTRY_COMPARE(stage.listed(), 28u);
        stage.click("segment");
        QTRY_COMPARE(stage.listed(), 22u);
        stage.click("segment");
        QCOMPARE(stage.option("errors.pick"), std::string());
        QTRY_COMPARE(stage.listed(), 276u);
    }

    void aRandomDrawKeepsItsSeedUntilDrawnAgain() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.click("random");
        QVERIFY(stage.settle());
        const auto first = [&] { return stage.list.current().sampleId; };
        QTRY_VERIFY(!first().empty());
        const std::string seven = first();
        QTest::mouseClick(stage.picks.findChild<QWidget*>(QStringLiteral("pick.again")), Qt::LeftButton);
        QCOMPARE(stage.option("errors.seed"), std::string("8"));
        QTRY_VERIFY(first() != seven);
        QVERIFY(stage.said("random").startsWith(QStringLiteral("Random, seed 8")));
        stage.session.back();
        QTRY_COMPARE(first(), seven);
    }

    void aNoteLeavesThoseWithout() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        QTRY_VERIFY(stage.said("unnoted").startsWith(QStringLiteral("Without a note, ")));
        const QString before = stage.said("unnoted");
        Annotation note;
        note.modelId = stage.session.state().model;
        note.sampleId = "app-00767";
        note.text = "Looked at";
        Notebook(stage.store).save(note);
        stage.session.notesChanged();
        QTRY_VERIFY(stage.said("unnoted") != before);
    }

    void withoutARunToCompareWithThereIsNothingNew() {
        Stage stage(*demo_);
        QVERIFY(stage.openCredit());
        stage.session.apply([](ReviewState& state) { state.baseline = 0; });
        QVERIFY(stage.settle());
        QTRY_COMPARE(stage.said("new"), QStringLiteral("New since the last version, n/a"));
        QVERIFY(!stage.row("new")->isEnabled());
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    reckoner::PicksTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "picks_test.moc"
