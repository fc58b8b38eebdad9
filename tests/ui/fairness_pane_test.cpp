// The Fairness tab: what it says, what it follows, and what it keeps with the model.
#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/segments/fairness_table.h"
#include "ui/pages/segments/segments_page.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/save_cohort_dialog.h"
#include "ui/widgets/sentence_label.h"

namespace reckoner {

class FairnessPaneTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            giveWriterName("Product");
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold);
            page.show();
            page.activateWindow();
        }
        bool open(const std::string& model, const std::string& version, double threshold) {
            if (!show(model, version)) return false;
            session.setThreshold(threshold);
            press("pageTab2");
            return settle();
        }
        void press(const char* name) {
            auto* button = page.findChild<QAbstractButton*>(QLatin1String(name));
            QVERIFY2(button, name);
            QTest::mouseClick(button, Qt::LeftButton);
        }
        bool choose(const char* choice, const QString& title) {
            for (QAbstractButton* one :
                 page.findChild<QWidget*>(QLatin1String(choice))->findChildren<QAbstractButton*>())
                if (one->text() == title) {
                    QTest::mouseClick(one, Qt::LeftButton);
                    return true;
                }
            return false;
        }
        FairnessTable* table() { return page.findChild<FairnessTable*>(); }
        QString sentence(const char* name) {
            return page.findChild<SentenceLabel*>(QLatin1String(name))->text();
        }
        // One line of the table as copied, from its first field on; empty: there is none.
        QString row(const QString& name) {
            for (const QString& line : table()->tsv().split(QLatin1Char('\n')))
                if (line.startsWith(name + QLatin1Char('\t'))) return line;
            return {};
        }
        // Everything that follows the threshold at rest is there.
        bool complete() {
            return QTest::qWaitFor(
                [this] {
                    return table()->isVisible() && !row(QStringLiteral("likely")).contains(QChar(0x2026)) &&
                           row(QStringLiteral("likely")).contains(QStringLiteral(" to ")) &&
                           !sentence("fairnessEqual").startsWith(QStringLiteral("Looking"));
                },
                20'000);
        }
        SegmentsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void itSaysWhoIsTreatedDifferently() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        // Guessed by their names until somebody chooses.
        QTRY_VERIFY_WITH_TIMEOUT(stage.sentence("fairnessHeadline").contains(QStringLiteral("marital")),
                                 10'000);
        stage.press("fairnessSet");
        auto* list = stage.page.findChild<QFrame*>(QStringLiteral("fairnessSets"))->findChild<QListView*>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        QVERIFY(stage.complete());
        QCOMPARE(stage.sentence("fairnessHeadline"),
                 QStringLiteral(
                     "age band 18-25: 55 of 100 applications are refused, against 25 of 100 in age band "
                     "56+. More than luck."));
        const QString summary = stage.page.findChild<PlainLabel*>(QStringLiteral("fairnessSummary"))->text();
        QVERIFY2(summary.startsWith(QStringLiteral("Four-fifths rule: the lowest share refused is 0.45")),
                 qPrintable(summary));
        QVERIFY(stage.row(QStringLiteral("verdict")).contains(QStringLiteral("more than luck")));
        const QString oldest = stage.row(QStringLiteral("56+"));
        QVERIFY2(oldest.contains(QStringLiteral("\t293\t25\t58\t42\t17\t46\t")), qPrintable(oldest));
        QVERIFY(stage.row(QStringLiteral("lowest ÷ highest")).contains(QStringLiteral("0.45 (0.")));
        QVERIFY(
            stage.sentence("fairnessHurt0").contains(QStringLiteral("41 of 100 good are wrongly refused")));
    }

    void itFollowsTheOperatingBarLive() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        QVERIFY(stage.complete());
        const QString before = stage.row(QStringLiteral("married"));
        QVERIFY(!before.isEmpty());
        const std::uint64_t drag = stage.session.newDrag();
        stage.session.setThreshold(0.7, drag);
        // At once; what takes a moment says that it is not there.
        QVERIFY(stage.row(QStringLiteral("married")) != before);
        QVERIFY(stage.row(QStringLiteral("likely")).contains(QChar(0x2026)));
        QVERIFY(stage.complete());
    }

    void theChoiceOfColumnsIsKeptWithTheModel() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        QTRY_VERIFY_WITH_TIMEOUT(stage.table()->isVisible(), 10'000);
        stage.press("fairnessColumns");
        auto* choice = stage.page.findChild<QFrame*>(QStringLiteral("columnChoice"));
        QVERIFY(choice);
        const auto tick = [&](const char* column) {
            QTest::keyClick(
                choice->findChild<QCheckBox*>(QStringLiteral("columnChoice.tick.") + QLatin1String(column)),
                Qt::Key_Space);
        };
        tick("home");
        tick("age_band");
        QVERIFY(stage.choose("columnChoice.how", QStringLiteral("Also every pair crossed")));
        choice->close();
        QVERIFY(stage.settle());
        // The store has it, and so the next session.
        ReviewSession again(stage.executor, stage.clock);
        again.setStore(stage.store);
        again.apply([&](ReviewState& state) {
            state.run = stage.session.state().run;
            state.page = "segments";
            state.options["segments.tab"] = "fairness";
        });
        SegmentsPage page(again);
        page.resize(1288, 852);
        QObject::connect(&again, &ReviewSession::changed, &page,
                         [&](Aspects aspects) { page.refresh(aspects); });
        page.show();
        page.refresh(Aspects(Aspect::Store) | Aspect::Run);
        auto* set = page.findChild<QPushButton*>(QStringLiteral("fairnessSet"));
        QTRY_COMPARE_WITH_TIMEOUT(set->text(), QStringLiteral("home"), 10'000);
        QTest::mouseClick(set, Qt::LeftButton);
        auto* list = page.findChild<QFrame*>(QStringLiteral("fairnessSets"))->findChild<QListView*>();
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->model()->index(2, 0).data().toString(), QStringLiteral("home × marital"));
        // And Back undoes what was chosen.
        stage.session.back();
        QVERIFY(!stage.session.state().options.at("segments.protected").empty());
    }

    void withoutAGuessItAsks() {
        Stage stage(*demo_);
        QVERIFY(stage.open("flight-delay", "1.0.0", 0.3));
        auto* empty = stage.page.findChild<EmptyState*>(QStringLiteral("fairnessEmpty"));
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), 10'000);
        QVERIFY(!stage.table()->isVisible());
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        auto* choice = stage.page.findChild<QFrame*>(QStringLiteral("columnChoice"));
        QVERIFY(choice);
        QTest::keyClick(choice->findChild<QCheckBox*>(QStringLiteral("columnChoice.tick.daypart")),
                        Qt::Key_Space);
        choice->close();
        QTRY_VERIFY_WITH_TIMEOUT(stage.table()->isVisible(), 10'000);
        QVERIFY(stage.sentence("fairnessHeadline").contains(QStringLiteral("daypart")));
    }

    void equalThresholdsAreFoundForTheRateChosen() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        QVERIFY(stage.complete());
        QVERIFY(
            stage.sentence("fairnessEqual")
                .startsWith(QStringLiteral("Wrongly refused 28 to 29 of 100 in every group costs at least")));
        QVERIFY(stage.choose("fairnessMeasure", QStringLiteral("Caught")));
        QVERIFY(stage.choose("fairnessWithin", QStringLiteral("5")));
        QVERIFY(stage.complete());
        const QString equal = stage.sentence("fairnessEqual");
        QVERIFY2(
            equal.startsWith(QStringLiteral("Caught ")) && equal.contains(QStringLiteral(" of 100 in every")),
            qPrintable(equal));
        // Both rates at once: equalized odds.
        const QString before = stage.row(QStringLiteral("married"));
        QVERIFY(stage.choose("fairnessMeasure", QStringLiteral("Both mistakes")));
        QCOMPARE(stage.option("segments.fair.measure"), std::string("equalized_odds"));
        QVERIFY(stage.complete());
        QVERIFY2(stage.sentence("fairnessEqual").contains(QStringLiteral(" and wrongly refused ")),
                 qPrintable(stage.sentence("fairnessEqual")));
        QVERIFY(stage.row(QStringLiteral("married")) != before);
    }

    void aGroupLeadsToItsCasesAndBecomesACohort() {
        Stage stage(*demo_);
        QVERIFY(stage.open("credit-default", "2.0.0", 0.31));
        QVERIFY(stage.complete());
        const QPoint first(60, 16);
        QTest::mouseClick(stage.table()->viewport(), Qt::LeftButton, Qt::ShiftModifier, first);
        auto* dialog = stage.page.findChild<SaveCohortDialog*>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QPlainTextEdit*>(QStringLiteral("cohortExpression"))
                    ->toPlainText()
                    .startsWith(QStringLiteral("marital = ")));
        dialog->reject();
        QTest::mouseClick(stage.table()->viewport(), Qt::LeftButton, {}, first);
        QCOMPARE(stage.session.state().page, std::string("errors"));
        QVERIFY(stage.option("errors.filters").find("marital = ") != std::string::npos);
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::FairnessPaneTest>(argc, argv);
}
#include "fairness_pane_test.moc"
