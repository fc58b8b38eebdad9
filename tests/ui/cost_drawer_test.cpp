// The cost model beside Decide: typed, tried out, refused in place, saved with who and why, kept through a
// kill.
#include "ui/pages/decide/cost_drawer.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTest>

#include "core/store/cost_ledger.h"
#include "core/store/notebook.h"
#include "core/wording/decide_sentences.h"
#include "tests/ui/demo_session.h"
#include "ui/pages/decide/decide_options.h"
#include "ui/pages/decide/decide_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/segmented_choice.h"

namespace reckoner {

class CostDrawerTest : public QObject {
    Q_OBJECT

    test::TemporaryFolder home_;
    test::DemoStoreFile demo_;

    struct Scene {
        explicit Scene(const test::DemoStoreFile& demo)
            : on(demo), page(std::make_unique<DecidePage>(on.session)) {
            QObject::connect(&on.session, &ReviewSession::changed, page.get(),
                             [this](Aspects aspects) { page->refresh(aspects); });
            page->resize(1288, 852);
            page->show();
        }
        bool show(const char* model = "credit-default", const char* version = "2.0.0") {
            const bool shown = on.show(model, version);
            page->refresh(Aspects(Aspect::Run) | Aspect::Store);
            return shown;
        }
        template <class W>
        W* find(const char* name) const {
            return page->findChild<W*>(QLatin1String(name));
        }
        void click(const char* name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
        bool open() {
            click("costModelButton");
            return find<CostDrawer>("costDrawer")->isVisible() && on.settle();
        }
        // As a person does: click into the field, select all, type.
        void type(const char* field, const QString& text) const {
            auto* line = find<QLineEdit>(field);
            line->setFocus();
            QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
            if (text.isEmpty())
                QTest::keyClick(line, Qt::Key_Delete);
            else
                QTest::keyClicks(line, text);
        }
        void say(const QString& why) const { QTest::keyClicks(find<QPlainTextEdit>("cost.why"), why); }
        QString text(const char* name) const { return find<QLabel>(name)->text(); }
        CostModel shown() const { return on.session.run()->request.costs; }
        CostBook book() const { return CostLedger(on.store).book(on.session.state().model); }
        bool tried(double missed) {
            return QTest::qWaitFor([&] { return on.session.run() && shown().fn.factor == missed; }, 10'000) &&
                   on.settle();
        }
        // Of the SegmentedChoice, by its title.
        void choose(const char* choice, const QString& title) const {
            for (auto* button : find<SegmentedChoice>(choice)->findChildren<QAbstractButton*>())
                if (button->text() == title && button->isVisible())
                    return QTest::mouseClick(button, Qt::LeftButton);
            QFAIL(qPrintable(QStringLiteral("no choice ") + title));
        }

        test::DemoSession on;
        std::unique_ptr<DecidePage> page;
    };

 private Q_SLOTS:
    void initTestCase() {
        qputenv("XDG_STATE_HOME", home_.path().c_str());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           QString::fromStdString(home_.path().string()));
    }

    void opensByClickAndClosesByKey() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        QCOMPARE(scene.on.option(decide::kCosts), std::string("open"));
        QVERIFY(scene.find<QLineEdit>("cost.fn.money")->hasFocus() || !QApplication::activeWindow());
        QVERIFY(scene.page->findChild<QWidget*>(QStringLiteral("costDrawer"))->geometry().right() ==
                scene.page->width() - 1);
        QTest::keyClick(scene.find<CostDrawer>("costDrawer"), Qt::Key_Escape);
        QVERIFY(!scene.find<CostDrawer>("costDrawer")->isVisible());
        scene.on.session.back();
        QVERIFY(scene.find<CostDrawer>("costDrawer")->isVisible());
    }

    // Another volume and another share are looked at without touching the costs.
    void whatIfThereWereMoreIsAnsweredAndNothingIsChanged() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        const CostBook before = scene.book();
        scene.type("whatIf.volume", QStringLiteral("2000"));
        const auto answer = [&] { return scene.text("whatIfAnswer"); };
        QVERIFY(QTest::qWaitFor([&] { return answer().contains(QStringLiteral(" would cost ")); }, 10'000));
        const RunAnalysisPtr run = scene.on.session.run();
        const double now = run->perPeriod(run->cost.total(run->sweep->at(scene.on.session.threshold())));
        QVERIFY2(answer().contains(QString::fromStdString(amountText(2 * now)) + QStringLiteral(" EUR")),
                 qPrintable(answer()));
        scene.type("whatIf.share", QStringLiteral("100"));
        QVERIFY(
            QTest::qWaitFor([&] { return answer().contains(QStringLiteral("between 0 and 100")); }, 10'000));
        scene.type("whatIf.share", QStringLiteral("much"));
        QCOMPARE(answer(), QStringLiteral("That is no number yet."));
        scene.type("whatIf.share", QString());
        scene.type("whatIf.volume", QString());
        QVERIFY(answer().isEmpty());
        QCOMPARE(scene.shown().volumePerPeriod, before.history().front().costs.volumePerPeriod);
        QCOMPARE(scene.book().history().size(), before.history().size());
    }

    void asksInTheModelsOwnWords() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        QStringList said;
        for (const QLabel* label : scene.page->findChildren<QLabel*>())
            said << label->text();
        QVERIFY(said.contains(QStringLiteral("When we refuse a customer who would have paid, it costs us")));
        QVERIFY(said.contains(
            QStringLiteral("When we approve a customer who would have defaulted, it costs us")));
        QCOMPARE(scene.find<QLineEdit>("cost.fp.share")->text(), QStringLiteral("15"));
        QCOMPARE(scene.find<QComboBox>("cost.fp.amount")->currentText(), QStringLiteral("amount"));
        QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("50"));
    }

    void whatIsTypedIsTriedOutAndCancelBringsTheStoredBack() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        const double before = scene.on.session.run()->best->threshold;
        scene.type("cost.fn.share", QStringLiteral("80"));
        QVERIFY(scene.tried(0.8));
        QVERIFY(scene.on.session.run()->best->threshold < before);
        QVERIFY(scene.text("costEffect").contains(QStringLiteral("Not saved yet")));
        QCOMPARE(scene.book().history().size(), std::size_t(4));
        scene.click("cancelCosts");
        QVERIFY(scene.tried(0.5));
        QCOMPARE(scene.on.session.run()->best->threshold, before);
        QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("50"));
    }

    void closingTheDrawerShowsTheStoredCostsAndKeepsWhatWasTyped() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        scene.type("cost.fn.share", QStringLiteral("80"));
        QVERIFY(scene.tried(0.8));
        scene.click("closeCosts");
        QVERIFY(scene.tried(0.5));
        QVERIFY(scene.open());
        QVERIFY(scene.tried(0.8));
        QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("80"));
        // Another run of the model, and back.
        QVERIFY(scene.show("credit-default", "1.0.0"));
        QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("80"));
        // Another model has costs of its own.
        QVERIFY(scene.show("flight-delay", "1.0.0"));
        QVERIFY(scene.find<QLineEdit>("cost.fn.share")->text() != QStringLiteral("80"));
        scene.click("cancelCosts");
        QVERIFY(scene.show());
        scene.click("cancelCosts");
    }

    void impossibleEntriesAreRefusedInPlace_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("no number") << QByteArray("cost.fn.money") << QStringLiteral("much")
                                   << QByteArray("problem.fn.money");
        QTest::newRow("nan") << QByteArray("cost.fp.money") << QStringLiteral("nan")
                             << QByteArray("problem.fp.money");
        QTest::newRow("accuracy") << QByteArray("cost.accuracy") << QStringLiteral("120")
                                  << QByteArray("problem.review");
        QTest::newRow("prevalence") << QByteArray("cost.prevalence") << QStringLiteral("100")
                                    << QByteArray("problem.prevalence");
        QTest::newRow("share of nothing")
            << QByteArray("cost.tp.share") << QStringLiteral("5") << QByteArray("problem.tp.money");
    }
    void impossibleEntriesAreRefusedInPlace() {
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(QByteArray, problem);
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        scene.say(QStringLiteral("try"));
        scene.type(field.constData(), typed);
        QVERIFY(!scene.find<QPushButton>("saveCosts")->isEnabled());
        QVERIFY(scene.find<QLabel>(problem.constData())->isVisible());
        QVERIFY(!scene.text(problem.constData()).isEmpty());
        scene.click("cancelCosts");
        QVERIFY(!scene.find<QLabel>(problem.constData())->isVisible());
    }

    void savesWithWhoAndWhyAndShowsWhatChanged() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        scene.type("cost.fn.share", QStringLiteral("60"));
        QVERIFY2(!scene.find<QPushButton>("saveCosts")->isEnabled(), "why comes first");
        scene.say(QStringLiteral("losses of last year"));
        scene.type("cost.who", QStringLiteral("Kim"));
        QVERIFY(scene.find<QPushButton>("saveCosts")->isEnabled());
        scene.click("saveCosts");
        QVERIFY(QTest::qWaitFor([&] { return scene.book().history().size() == 5; }, 10'000));
        QVERIFY(scene.on.settle());
        const CostModelRow row = scene.book().history().front();
        QCOMPARE(row.who, std::string("Kim"));
        QCOMPARE(row.why, std::string("losses of last year"));
        QCOMPARE(row.costs.fn.factor, 0.6);
        QCOMPARE(row.costs.review, 12.0);
        QVERIFY(!scene.on.session.tryingCosts());
        QVERIFY(scene.tried(0.6));
        bool listed = false;
        for (const QLabel* label : scene.page->findChildren<QLabel*>())
            listed |= label->text() == QStringLiteral("missed default: 50\u202F% \u2192 60\u202F% of amount");
        QVERIFY(listed);
    }

    void anOlderEntryIsUsedAgainWithAReason() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        const CostModelRow first = scene.book().history().back();
        QTest::mouseClick(scene.page->findChild<QPushButton*>(QStringLiteral("useAgain.%1").arg(first.id)),
                          Qt::LeftButton);
        QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("45"));
        QVERIFY(scene.tried(0.45));
        scene.say(QStringLiteral("back to the estimate"));
        scene.click("saveCosts");
        QVERIFY(QTest::qWaitFor([&] { return scene.book().history().size() == 5; }, 10'000));
        QCOMPARE(scene.book().inForce()->row.costs, first.costs);
    }

    void scenariosAreSwitchedAddedAndDeleted() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        scene.choose("scenarioChoice", QStringLiteral("worst"));
        QCOMPARE(scene.on.session.state().scenario, std::string("worst"));
        QVERIFY(scene.tried(0.7));
        QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("70"));
        scene.on.session.back();
        QVERIFY(scene.tried(0.5));

        scene.click("addScenario");
        QTest::keyClicks(scene.find<QLineEdit>("scenarioName"), QStringLiteral("Worst"));
        scene.click("createScenario");
        QVERIFY(scene.text("scenarioRefused").contains(QStringLiteral("already")));
        scene.type("scenarioName", QStringLiteral("calm year"));
        QTest::keyClick(scene.find<QLineEdit>("scenarioName"), Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return scene.on.session.state().scenario == "calm year"; }, 10'000));
        QVERIFY(scene.on.settle());
        QCOMPARE(scene.book().inForce("calm year")->row.costs.fn.factor, 0.5);
        scene.click("removeScenario");
        QVERIFY(QTest::qWaitFor([&] { return scene.on.session.state().scenario.empty(); }, 10'000));
        QVERIFY(!scene.book().has("calm year"));
        QVERIFY(scene.book().has("worst"));
    }

    void aCohortTakesCostsOfItsOwn() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        Cohort cohort;
        cohort.modelId = scene.on.session.state().model;
        cohort.name = "Renters";
        cohort.expression = "home = 'rent'";
        Notebook(scene.on.store).save(cohort);
        scene.on.session.notesChanged();
        scene.on.session.apply([](ReviewState& state) { state.cohort = "home = 'rent'"; });
        QVERIFY(scene.on.settle());
        QVERIFY(scene.open());
        scene.choose("whoseCosts", QStringLiteral("Only Renters"));
        QVERIFY(!scene.find<QLineEdit>("cost.review")->isVisible());
        scene.type("cost.fn.share", QStringLiteral("90"));
        scene.say(QStringLiteral("nothing is recovered"));
        scene.click("saveCosts");
        QVERIFY(QTest::qWaitFor([&] { return scene.book().history().size() == 5; }, 10'000));
        QVERIFY(scene.tried(0.9));
        QVERIFY(scene.on.session.costs()->ofCohort);
        // Everybody else is counted as before.
        scene.on.session.apply([](ReviewState& state) { state.cohort.clear(); });
        QVERIFY(scene.tried(0.5));
    }

    void aProductionShareWeighsTheMoney() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        scene.type("cost.prevalence", QStringLiteral("4"));
        QVERIFY(QTest::qWaitFor([&] { return !scene.on.session.run()->cost.shift().none(); }, 10'000));
        QVERIFY(scene.on.settle());
        QCOMPARE(scene.shown().prevalence, std::optional(0.04));
        scene.click("cancelCosts");
    }

    void saysWhereTheChoiceTurnsAndWhatIsBestUnderEachScenario() {
        Scene scene(demo_);
        QVERIFY(scene.show());
        scene.on.session.setThreshold(0.31);
        QVERIFY(scene.open());
        const auto said = [&] {
            QStringList lines;
            for (const QLabel* label : scene.find<QWidget>("costWhatIf")->findChildren<QLabel*>())
                lines << label->text();
            return lines.join(QLatin1Char(' '));
        };
        QVERIFY(
            QTest::qWaitFor([&] { return said().contains(QStringLiteral("Best under likely")); }, 10'000));
        QVERIFY2(said().contains(QStringLiteral("under worst")), qPrintable(said()));
        QVERIFY2(said().contains(
                     QStringLiteral("against the policy in force while a missed default costs more than")),
                 qPrintable(said()));
    }

    void whatIsTypedSurvivesAKill() {
        {
            Scene scene(demo_);
            QVERIFY(scene.show());
            QVERIFY(scene.open());
            scene.type("cost.fn.share", QStringLiteral("83"));
            scene.say(QStringLiteral("half a reason"));
            // The session goes without a word to the store; its copy of the store is opened again.
            QCOMPARE(scene.book().history().size(), std::size_t(4));
            const auto file = scene.on.store->file();
            scene.page.reset();
            scene.on.session.setStore(nullptr);
            scene.on.store = Store::open(file, OpenMode::ReadWrite, scene.on.clock);
            scene.on.session.setStore(scene.on.store);
            scene.page = std::make_unique<DecidePage>(scene.on.session);
            QObject::connect(&scene.on.session, &ReviewSession::changed, scene.page.get(),
                             [&](Aspects aspects) { scene.page->refresh(aspects); });
            scene.page->resize(1288, 852);
            scene.page->show();
            QVERIFY(scene.show());
            QVERIFY(scene.find<CostDrawer>("costDrawer")->isVisible() || scene.open());
            QCOMPARE(scene.find<QLineEdit>("cost.fn.share")->text(), QStringLiteral("83"));
            QCOMPARE(scene.find<QPlainTextEdit>("cost.why")->toPlainText(), QStringLiteral("half a reason"));
            scene.click("cancelCosts");
        }
    }

    void classesAreTypedByTruthAndCopied() {
        Scene scene(demo_);
        QVERIFY(scene.show("hpc-job-runtime", "2.0.0"));
        QVERIFY(scene.open());
        auto* table = scene.find<QTableWidget>("classCosts");
        QVERIFY(table->isVisible());
        QVERIFY(table->rowCount() >= 3);
        const auto enter = [&](int row, int column, const char* text) {
            table->setFocus();
            table->setCurrentCell(row, column);
            QTest::keyClicks(table, QLatin1String(text));
            if (auto* editor = table->findChild<QLineEdit*>()) QTest::keyClick(editor, Qt::Key_Return);
            // The editor hands over and closes once the key has been dealt with.
            QVERIFY(QTest::qWaitFor([&] {
                return table->item(row, column)->text() == QLatin1String(text) &&
                       table->findChild<QLineEdit*>() == nullptr;
            }));
        };
        enter(0, 1, "7");
        enter(0, 2, "9");
        const CostReading typed = CostDesk::of(scene.on.session).reading();
        QCOMPARE(typed.row.costs.byClass.at(0, 1), 7.0);
        QCOMPARE(typed.row.costs.byClass.at(0, 2), 9.0);
        QCOMPARE(typed.row.costs.byClass.at(1, 0), 0.0);
        QVERIFY(!(table->item(1, 1)->flags() & Qt::ItemIsEditable));
        scene.click("fillSymmetric");
        QCOMPARE(CostDesk::of(scene.on.session).reading().row.costs.byClass.at(2, 0), 9.0);
        table->setCurrentCell(0, 1);
        scene.find<QComboBox>("copyRowTo")->setCurrentIndex(1);
        scene.click("copyClassRow");
        QCOMPARE(CostDesk::of(scene.on.session).reading().row.costs.byClass.at(1, 2), 9.0);
        QCOMPARE(CostDesk::of(scene.on.session).reading().row.costs.byClass.at(1, 0), 7.0);
        scene.click("cancelCosts");
    }

    void aStoreForReadingOnlyTakesNothing() {
        Scene scene(demo_);
        const auto file = scene.on.store->file();
        scene.on.session.setStore(nullptr);
        scene.on.store = Store::open(file, OpenMode::ReadOnly, scene.on.clock);
        scene.on.session.setStore(scene.on.store);
        QVERIFY(scene.show());
        QVERIFY(scene.open());
        QVERIFY(scene.text("costMissing").contains(QStringLiteral("reading only")));
        scene.type("cost.fn.share", QStringLiteral("80"));
        scene.say(QStringLiteral("try"));
        QVERIFY(!scene.find<QPushButton>("saveCosts")->isEnabled());
        QVERIFY(scene.tried(0.8));
        scene.click("cancelCosts");
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    reckoner::Theme::instance();
    reckoner::CostDrawerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "cost_drawer_test.moc"
