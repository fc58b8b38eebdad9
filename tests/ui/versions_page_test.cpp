// The Versions page: what it says about a run against another, and where a click on it leads.
#include "ui/pages/versions/versions_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/versions/compare_table.h"
#include "ui/pages/versions/flip_list.h"
#include "ui/session/selection_desk.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {

class VersionsPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold);
            page.show();
            page.activateWindow();
        }
        // The version against another on the same eval set, counted.
        bool compare(const std::string& version, const std::string& with) {
            if (!show("credit-default", version)) return false;
            RunId base = 0;
            for (const RunRow& run : session.contents().runs)
                if (run.info.model == "credit-default" && run.info.version == with &&
                    run.evalSetId == session.runRow()->evalSetId)
                    base = run.info.id;
            session.apply([base](ReviewState& state) { state.baseline = base; });
            return base != 0 && settle() && atRest();
        }
        bool atRest() {
            return QTest::qWaitFor(
                [this] {
                    auto* timer = page.findChild<QTimer*>(QStringLiteral("compareAtRest"));
                    return !timer->isActive() && !BackgroundTask::anyRunning() && !session.busy();
                },
                20'000);
        }
        QString headline() { return page.findChild<ToneLabel*>(QStringLiteral("compareHeadline"))->text(); }
        CompareTable* table() { return page.findChild<CompareTable*>(); }
        QStringList rows() { return table()->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
        QString row(const QString& title) { return rows().filter(title).value(0); }
        bool choose(const QString& title) {
            for (QAbstractButton* one :
                 page.findChild<QWidget*>(QStringLiteral("compareRule"))->findChildren<QAbstractButton*>())
                if (one->text() == title) {
                    QTest::mouseClick(one, Qt::LeftButton);
                    return atRest();
                }
            return false;
        }
        VersionsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void withoutARunItSaysWhatToDo() {
        Executor executor{2};
        const SystemClock clock;
        ReviewSession session(executor, clock);
        VersionsPage page(session);
        page.refresh(Aspects(Aspect::Store) | Aspect::Run);
        page.show();
        QVERIFY(page.findChild<EmptyState*>()->isVisible());
    }

    void theCandidateIsJudgedAtThePolicyInForce() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        QCOMPARE(
            stage.headline(),
            QString::fromUtf8("v3: no difference seen overall, but part-time workers\u2019 recall falls from "
                              "90 to 63 of 100. Hold."));
        QCOMPARE(stage.rows().first().split(QLatin1Char('\t')),
                 (QStringList{QStringLiteral("figure"), QStringLiteral("v1"), QStringLiteral("v2"),
                              QStringLiteral("v3"), QStringLiteral("v3 against v2"),
                              QStringLiteral("v1 against v2")}));
        QVERIFY2(stage.row(QStringLiteral("Recall: of 100 bad"))
                     .contains(QStringLiteral("58.2\t58.4\t57.8\tno difference seen: ")),
                 qPrintable(stage.rows().join(QLatin1Char('\n'))));
        QVERIFY(stage.row(QStringLiteral("Recall, part-time workers"))
                    .contains(QStringLiteral("27.3 worse, between")));
    }

    void withoutRequirementsItNeverSaysShip() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("2.0.0", "1.0.0"));
        QVERIFY2(!stage.headline().contains(QStringLiteral("Ship")), qPrintable(stage.headline()));
    }

    void thresholdsAreSetThreeWaysOneClickApart() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        const QString same = stage.row(QStringLiteral("EUR a month"));
        QVERIFY(stage.choose(QStringLiteral("Each at its best")));
        QCOMPARE(stage.option("versions.rule"), std::string("best"));
        const QString best = stage.row(QStringLiteral("EUR a month"));
        QVERIFY(best != same);
        QVERIFY(stage.choose(QStringLiteral("Same number refused")));
        QVERIFY(stage.row(QStringLiteral("EUR a month")) != best);
        stage.session.back();
        QVERIFY(stage.atRest());
        QCOMPARE(stage.row(QStringLiteral("EUR a month")), best);
    }

    void aDragElsewhereIsADragHere() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("2.0.0", "1.0.0"));
        const QString before = stage.row(QStringLiteral("EUR a month"));
        stage.session.setThreshold(0.31);
        QVERIFY(stage.atRest());
        QVERIFY(stage.row(QStringLiteral("EUR a month")) != before);
    }

    void theNewlyMissedAreReadOnErrors() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        auto* missed = stage.page.findChild<FlipButton*>(QStringLiteral("flip1"));
        QVERIFY(missed->accessibleName().startsWith(QStringLiteral("118 defaults now missed")));
        QTest::mouseClick(missed, Qt::LeftButton);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QCOMPARE(stage.option("errors.filters"), std::string("[\"flip = broken\"]"));
        QCOMPARE(stage.option("errors.cell"), std::string("outcome = missed"));
        QVERIFY(stage.settle());
        const SelectedRowsPtr rows = SelectionDesk::of(stage.session).rows();
        QVERIFY(rows);
        QCOMPARE(rows->rows({}).size(), 118U);
        stage.session.back();
        QVERIFY(stage.session.state().page != "errors");
    }

    // Flips that were counted at a threshold no policy knows are the ones that are listed.
    void flipsAreTheSameWhereverTheyAreCounted() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        QVERIFY(stage.choose(QStringLiteral("Each at its best")));
        auto* flagged = stage.page.findChild<FlipButton*>(QStringLiteral("flip3"));
        const QString told = flagged->accessibleName().section(QLatin1Char(' '), 0, 0);
        QTest::mouseClick(flagged, Qt::LeftButton);
        QVERIFY(stage.settle());
        QCOMPARE(QString::number(SelectionDesk::of(stage.session).rows()->rows({}).size()), told);
    }

    void aSegmentsRowLeadsToItsCases() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        stage.table()->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(stage.table(), Qt::Key_Down);
        QVERIFY(stage.table()->accessibleDescription().contains(QStringLiteral("part-time workers")));
        QTest::keyClick(stage.table(), Qt::Key_Return);
        QCOMPARE(stage.option("errors.filters"), std::string("[\"job = 'partime'\"]"));
    }

    void versionsAreAddedAndTakenAway() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("compareSides")), Qt::LeftButton);
        auto* popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto* nobody = popup->findChild<QCheckBox*>(QStringLiteral("sideChoice.nobody"));
        QVERIFY(nobody);
        QTest::mouseClick(nobody, Qt::LeftButton, {}, {8, nobody->height() / 2});
        QVERIFY(stage.atRest());
        QVERIFY(stage.rows().first().contains(QStringLiteral("Refuse nobody")));
        QVERIFY(!popup->findChild<QCheckBox*>(QStringLiteral("sideChoice.everybody"))->isEnabled());
        popup->close();
        const QString auc = stage.row(QStringLiteral("AUC"));
        QVERIFY2(auc.contains(QStringLiteral("n/a")), qPrintable(auc));
    }

    void allFiguresAreOneClickAway() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        const auto few = stage.rows().size();
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("compareMore")), Qt::LeftButton);
        QVERIFY(stage.rows().size() > few + 5);
        QVERIFY(!stage.row(QStringLiteral("Calibration error")).isEmpty());
        QVERIFY(!stage.table()->tsv().contains(QStringLiteral("nan")));
    }

    void alongWithNothingToCompareWithTheRulesAreThere() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        stage.session.apply([](ReviewState& state) {
            state.baseline = 0;
            state.options["versions.sides"] = "everybody";
        });
        QVERIFY(stage.settle() && stage.atRest());
        QVERIFY2(stage.headline().contains(QStringLiteral("better overall")), qPrintable(stage.headline()));
        QVERIFY(stage.rows().first().contains(QStringLiteral("Refuse everybody")));
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::VersionsPageTest>(argc, argv);
}

#include "versions_page_test.moc"
