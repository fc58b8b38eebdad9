// The Versions page: what it says about a run against another, and where a click on it leads.
#include "ui/pages/versions/versions_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include "core/store/registry.h"
#include "core/store/requirement_book.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/versions/compare_desk.h"
#include "ui/pages/versions/compare_table.h"
#include "ui/pages/versions/flip_list.h"
#include "ui/session/selection_desk.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/mirror_slider.h"
#include "ui/widgets/plain_label.h"
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
                    const auto* desk = page.findChild<CompareDesk*>();
                    return !timer->isActive() && !BackgroundTask::anyRunning() && !session.busy() &&
                           !desk->stale();
                },
                20'000);
        }
        QString headline() { return page.findChild<ToneLabel*>(QStringLiteral("compareHeadline"))->text(); }
        CompareTable* table() { return page.findChild<CompareTable*>(); }
        QStringList rows() { return table()->tsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
        QString row(const QString& title) { return rows().filter(title).value(0); }
        void openTab(int index) {
            QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("pageTab%1").arg(index)),
                              Qt::LeftButton);
        }
        QString text(const char* name) {
            auto* label = page.findChild<PlainLabel*>(QLatin1String(name));
            return label ? label->text() : QString();
        }
        QStringList standings() {
            QStringList texts;
            for (const PlainLabel* label :
                 page.findChildren<PlainLabel*>(QStringLiteral("requirementStanding")))
                texts << label->text();
            return texts;
        }
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
            QString::fromUtf8("v3 at 0.42: no difference seen, but part-time workers\u2019 recall falls from "
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

    void aVersionThatDecidesInTiersCostsWhatTheyCost() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        auto* people = stage.page.findChild<QWidget*>(QStringLiteral("flip4"));
        QVERIFY(people && people->isHidden());
        QVERIFY(stage.choose(QStringLiteral("Each at its policy")));
        QVERIFY2(stage.headline().startsWith(QStringLiteral("v3 in tiers against v2 at 0.42: ")),
                 qPrintable(stage.headline()));
        // What Decide, `metrics` and the footer of every page say.
        QVERIFY2(stage.row(QStringLiteral("EUR a month")).contains(QStringLiteral("\t59,800\t")),
                 qPrintable(stage.row(QStringLiteral("EUR a month"))));
        QVERIFY(!people->isHidden());
        QVERIFY2(people->accessibleName().contains(QStringLiteral("refused before, now a person decides")),
                 qPrintable(people->accessibleName()));
    }

    void aDragElsewhereIsADragHere() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("2.0.0", "1.0.0"));
        const QString before = stage.row(QStringLiteral("EUR a month"));
        stage.session.setThreshold(0.31);
        QVERIFY(stage.atRest());
        QVERIFY(stage.row(QStringLiteral("EUR a month")) != before);
    }

    // Each version has a strip of its own; one that is dragged is read where it was put.
    void aStripSetsOneVersionsThreshold() {
        Stage stage(*demo_);
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        const QStringList before = stage.row(QStringLiteral("Recall: of 100 bad")).split(QLatin1Char('\t'));
        auto* strip = stage.page.findChild<MirrorSlider*>(QStringLiteral("versionStrip0"));
        QVERIFY(strip->accessibleName().contains(QStringLiteral("v1")));
        const QPoint handle = strip->handle().toPoint();
        QTest::mousePress(strip, Qt::LeftButton, {}, handle);
        QTest::mouseMove(strip, handle + QPoint(-40, 0));
        QTest::mouseRelease(strip, Qt::LeftButton, {}, handle + QPoint(-40, 0));
        QVERIFY(stage.atRest());
        QCOMPARE(stage.option("versions.rule"), std::string("own"));
        const QStringList after = stage.row(QStringLiteral("Recall: of 100 bad")).split(QLatin1Char('\t'));
        QVERIFY2(after[1].toDouble() > before[1].toDouble() + 2, qPrintable(after.join(QLatin1Char(' '))));
        QCOMPARE(after[2], before[2]);
        QCOMPARE(after[3], before[3]);
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

    void aVersionIsPromotedWithAReasonThatIsKept() {
        Stage stage(*demo_);
        giveWriterName("Product");
        QVERIFY(stage.show("credit-default", "3.0.0"));
        stage.openTab(0);
        QVERIFY(stage.settle());
        auto* list = stage.page.findChild<QListWidget*>(QStringLiteral("versionList"));
        QCOMPARE(list->count(), 5);
        QVERIFY(stage.text("versionTitle").startsWith(QStringLiteral("v3")));
        const auto before = Registry(stage.store).entry(stage.session.runRow()->versionId)->history.size();
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("versionMove")), Qt::LeftButton);
        auto* save = stage.page.findChild<QPushButton*>(QStringLiteral("reasonSave"));
        QVERIFY(save);
        QVERIFY(!save->isEnabled());
        // To production: one that is there goes.
        for (QAbstractButton* one :
             stage.page.findChild<QWidget*>(QStringLiteral("stageChoice"))->findChildren<QAbstractButton*>())
            if (one->text() == QStringLiteral("Production")) QTest::mouseClick(one, Qt::LeftButton);
        QTest::keyClicks(stage.page.findChild<QLineEdit*>(QStringLiteral("reasonWhy")),
                         QStringLiteral("Job is back among its inputs."));
        QVERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        const auto entry = Registry(stage.store).entry(stage.session.runRow()->versionId);
        QCOMPARE(entry->history.size(), before + 1);
        QCOMPARE(entry->stage(), reckoner::Stage::Production);
        QCOMPARE(entry->history.front().why, std::string("Job is back among its inputs."));
        QCOMPARE(entry->history.front().who, std::string("Product"));
        QVERIFY(stage.text("versionStage").startsWith(QStringLiteral("Production since")));
        QVERIFY(stage.page.findChild<QPushButton*>(QStringLiteral("versionBack"))->isVisible());
    }

    void rollingBackAsksForAReasonToo() {
        Stage stage(*demo_);
        giveWriterName("Product");
        QVERIFY(stage.show("credit-default", "3.0.0"));
        StageChange change;
        change.versionId = stage.session.runRow()->versionId;
        change.stage = reckoner::Stage::Production;
        change.who = change.why = "Risk";
        Registry(stage.store).move(change);
        stage.session.storeChanged();
        stage.openTab(0);
        QVERIFY(stage.settle());
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("versionBack")), Qt::LeftButton);
        auto* why = stage.page.findChild<QLineEdit*>(QStringLiteral("reasonWhy"));
        QTest::keyClick(why, Qt::Key_Return);
        QCOMPARE(Registry(stage.store).entry(change.versionId)->stage(), reckoner::Stage::Production);
        QTest::keyClicks(why, QStringLiteral("Part-time workers are hurt."));
        QTest::keyClick(why, Qt::Key_Return);
        QCOMPARE(Registry(stage.store).entry(change.versionId)->stage(), reckoner::Stage::RolledBack);
    }

    void whatIsKnownAboutAVersionIsWrittenDown() {
        Stage stage(*demo_);
        giveWriterName("Data");
        QVERIFY(stage.show("credit-default", "1.0.0"));
        stage.openTab(0);
        QVERIFY(stage.settle());
        const auto click = [&](const char* name) {
            QTest::mouseClick(stage.page.findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
        };
        const auto type = [&](const char* name, const QString& text) {
            auto* edit = stage.page.findChild<QLineEdit*>(QLatin1String(name));
            edit->selectAll();
            QTest::keyClicks(edit, text);
        };
        click("versionEdit");
        type("factsOwner", QStringLiteral("Risk"));
        type("factsCost", QStringLiteral("cheap"));
        click("factsSave");
        QVERIFY(stage.text("factsProblem").contains(QStringLiteral("is no number")));
        type("factsCost", QStringLiteral("0.02"));
        click("factsSave");
        const auto facts = Registry(stage.store).entry(stage.session.runRow()->versionId)->facts;
        QVERIFY(facts);
        QCOMPARE(facts->owner, std::string("Risk"));
        QCOMPARE(facts->costPerPrediction, std::optional(0.02));
        QTRY_COMPARE(stage.text("fact.Owner"), QStringLiteral("Risk"));
        QTRY_VERIFY(stage.text("fact.Latency").contains(QStringLiteral("p95")));
    }

    // The sentence is written, judged at once, and stands in Compare's headline.
    void aRequirementIsWrittenBySentence() {
        Stage stage(*demo_);
        giveWriterName("Risk");
        QVERIFY(stage.compare("3.0.0", "2.0.0"));
        stage.openTab(2);
        QVERIFY(stage.settle());
        const auto before = stage.standings().size();
        QTest::mouseClick(stage.page.findChild<QPushButton*>(QStringLiteral("requirementWrite")),
                          Qt::LeftButton);
        const auto type = [&](const char* name, const QString& text) {
            QTest::keyClicks(stage.page.findChild<QLineEdit*>(QLatin1String(name)), text);
        };
        auto* save = stage.page.findChild<QPushButton*>(QStringLiteral("requirementSave"));
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(!stage.text("requirementProblem").isEmpty());
        type("requirementFloor", QStringLiteral("75"));
        auto* cohort = stage.page.findChild<QComboBox*>(QStringLiteral("requirementCohort"));
        cohort->setFocus();
        QTest::keyClick(cohort, Qt::Key_End);
        type("requirementExpression", QStringLiteral("job = 'partime'"));
        type("requirementBecause", QStringLiteral("they were caught before"));
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY2(stage.text("requirementProblem").isEmpty() ||
                     !stage.page.findChild<QWidget*>(QStringLiteral("requirementForm")),
                 qPrintable(stage.text("requirementProblem")));
        QTRY_COMPARE_WITH_TIMEOUT(stage.standings().size(), before + 1, 20'000);
        const QString last = stage.standings().back();
        // By the tiers in force; where the screen decides, Compare says.
        QVERIFY2(last.startsWith(QStringLiteral("Leaning failed: ")), qPrintable(last));
        stage.openTab(1);
        QVERIFY(stage.atRest());
        QVERIFY2(stage.headline().endsWith(QStringLiteral("Hold.")), qPrintable(stage.headline()));
        auto* reasons = stage.page.findChild<ToneLabel*>(QStringLiteral("compareReasons"));
        QTRY_VERIFY2(reasons->text().startsWith(QString::fromUtf8("Requirement \u201C")),
                     qPrintable(reasons->text()));
    }

    void aRequirementIsWaivedByWhomAndWhy() {
        Stage stage(*demo_);
        giveWriterName("Risk");
        QVERIFY(stage.show("credit-default", "3.0.0"));
        Requirement made;
        made.modelId = stage.session.state().model;
        made.metric = "recall";
        made.floor = 0.99;
        made.who = "Risk";
        RequirementBook(stage.store).add(made);
        stage.session.storeChanged();
        stage.openTab(2);
        QVERIFY(stage.settle());
        QVERIFY(stage.standings().back().startsWith(QStringLiteral("Failed")));
        QTest::mouseClick(stage.page.findChildren<QPushButton*>(QStringLiteral("requirementWaive")).back(),
                          Qt::LeftButton);
        auto* why = stage.page.findChild<QLineEdit*>(QStringLiteral("reasonWhy"));
        QTest::keyClicks(why, QStringLiteral("one month on trial"));
        QTest::keyClick(why, Qt::Key_Return);
        QVERIFY(stage.settle());
        QTRY_VERIFY_WITH_TIMEOUT(stage.standings().back().startsWith(QStringLiteral("Waived")), 20'000);
        QVERIFY2(stage.standings().back().contains(QStringLiteral("one month on trial")),
                 qPrintable(stage.standings().back()));
    }

    // Met, leaning and failed, each with its own words.
    void everyStateOfTheGateIsSaid() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        RequirementBook book(stage.store);
        for (const RequirementRecord& record : book.inForce(stage.session.state().model)) {
            RequirementEvent event;
            event.requirementId = record.requirement.id;
            event.who = event.why = "Risk";
            book.withdraw(event);
        }
        for (const double floor : {0.5, 0.58, 0.7}) {
            Requirement made;
            made.modelId = stage.session.state().model;
            made.metric = "recall";
            made.floor = floor;
            if (floor == 0.5) made.target = 0.55;
            made.who = "Risk";
            book.add(made);
        }
        stage.session.storeChanged();
        stage.openTab(2);
        QVERIFY(stage.settle());
        QTRY_COMPARE_WITH_TIMEOUT(stage.standings().size(), 3, 20'000);
        QVERIFY2(stage.standings()[0].startsWith(QStringLiteral("Target met: ")),
                 qPrintable(stage.standings()[0]));
        QVERIFY2(stage.standings()[1].startsWith(QStringLiteral("Leaning met: ")),
                 qPrintable(stage.standings()[1]));
        QVERIFY(stage.standings()[1].contains(QStringLiteral("more samples would settle it")));
        QVERIFY2(stage.standings()[2].startsWith(QStringLiteral("Failed: ")),
                 qPrintable(stage.standings()[2]));
    }

    void setsSayWhatTheyShare() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "2.0.0"));
        stage.openTab(3);
        QVERIFY(stage.settle());
        QCOMPARE(stage.text("evalSetTitle"), QStringLiteral("credit-applications-cv5"));
        QTRY_COMPARE_WITH_TIMEOUT(
            stage.page.findChildren<PlainLabel*>(QStringLiteral("evalSetOverlap")).size(), 8, 20'000);
        QCOMPARE(stage.page.findChild<PlainLabel*>(QStringLiteral("evalSetOverlap"))->text(),
                 QStringLiteral("550 samples in both, 3,904 only here"));
        auto runs = stage.page.findChildren<QPushButton*>(QStringLiteral("evalSetRun"));
        QCOMPARE(runs.size(), 3);
        QVERIFY(runs.front()->text().startsWith(QStringLiteral("v3")));
        QTest::mouseClick(runs.front(), Qt::LeftButton);
        QCOMPARE(stage.session.runRow()->info.version, std::string("3.0.0"));
    }

    // This week's set against the one it was drawn from.
    void aPartialOverlapIsSaidLoudlyAndTheIntersectionIsOffered() {
        Stage stage(*demo_);
        QVERIFY(stage.show("credit-default", "3.0.0"));
        stage.session.apply([&](ReviewState& state) {
            for (const RunRow& run : stage.session.contents().runs)
                if (run.info.evalSet == "credit-weekly-W30") state.baseline = run.info.id;
        });
        QVERIFY(stage.settle() && stage.atRest());
        auto* message = stage.page.findChild<InlineMessage*>(QStringLiteral("compareOverlap"));
        QVERIFY(message->isVisible());
        QVERIFY2(message->sentence().endsWith(QStringLiteral(
                     "share 550 applications; 3,904 only in v3. Figures are of those in both.")),
                 qPrintable(message->sentence()));
        QTest::mouseClick(message->findChild<QPushButton*>(), Qt::LeftButton);
        QVERIFY(stage.atRest());
        QCOMPARE(stage.option("versions.own"), std::string("1"));
        QVERIFY2(message->sentence().contains(QStringLiteral("nothing is paired")),
                 qPrintable(message->sentence()));
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
