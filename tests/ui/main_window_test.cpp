#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>

#include "core/base/recent_stores.h"
#include "core/import/import_plan.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/page.h"
#include "ui/shell/choice_popup.h"
#include "ui/shell/picker_button.h"
#include "ui/shell/window_memory.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"

namespace reckoner {

using test::ShownWindow;
using test::SmallStore;

class MainWindowTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void anEmptyWindowSaysWhatToDo();
    void theNavigationChangesThePage();
    void theContextBarNamesAndChangesTheRun();
    void aClassOfManyIsPickedInTheContextBar();
    void theComparisonCanBeTakenAway();
    void aFilterIsTypedAndAWrongOneIsExplained();
    void theGoToBoxFindsPagesModelsAndRuns();
    void backAndForwardByKeys();
    void presentModeHidesFormsAndEndsByEscape();
    void theGlossaryOpensAndFindsTerms();
    void whatCannotBeOpenedIsSaidInTheWindow();
    void remembersGeometryPageAndStores();
    void everyControlHasAName();

 private:
    static ChoicePopup* popup(ShownWindow& w) {
        for (ChoicePopup* each : w.window.findChildren<ChoicePopup*>())
            if (each->isVisible()) return each;
        return nullptr;
    }
    // Types into the open list and takes the first line.
    static void choose(ShownWindow& w, const QString& text) {
        ChoicePopup* list = popup(w);
        QVERIFY(list);
        if (auto* field = list->findChild<QLineEdit*>()) {
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
            return;
        }
        auto* view = list->findChild<QListView*>();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (!index.data().toString().contains(text)) continue;
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
            return;
        }
        QFAIL("the list does not offer it");
    }
    static void showCredit(ShownWindow& w, const SmallStore& small) {
        w.window.session().apply([&](ReviewState& state) { state.run = small.second; });
        w.settle();
    }

    test::TemporaryFolder folder_;
};

void MainWindowTest::anEmptyWindowSaysWhatToDo() {
    ShownWindow w;
    QWidget* empty = w.find("noRun");
    QVERIFY(empty->isVisible());
    QVERIFY(empty->accessibleName().contains(QStringLiteral("No store")));
    QVERIFY(!w.find("pick.run")->isVisible());
    const auto store = Store::create(folder_ / "empty.reckoner", SmallStore::clock());
    w.window.showStore(store);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->accessibleName(), QStringLiteral("No run in this store yet"));
}

void MainWindowTest::theNavigationChangesThePage() {
    const SmallStore small(folder_.path(), "nav.reckoner");
    ShownWindow w(small.store);
    for (const PageEntry& entry : pageList()) {
        w.click(qPrintable(QStringLiteral("nav.") + entry.id));
        QCOMPARE(w.window.session().state().page, entry.id.toStdString());
        QVERIFY(w.find(qPrintable(QStringLiteral("page.") + entry.id))->isVisible());
        QVERIFY(w.find<QAbstractButton>(qPrintable(QStringLiteral("nav.") + entry.id))->isChecked());
    }
}

void MainWindowTest::theContextBarNamesAndChangesTheRun() {
    const SmallStore small(folder_.path(), "bar.reckoner");
    ShownWindow w(small.store);
    showCredit(w, small);
    QCOMPARE(w.find<PickerButton>("pick.model")->value(), QStringLiteral("Credit"));
    QCOMPARE(w.find<PickerButton>("pick.run")->value(), QStringLiteral("v2"));
    QCOMPARE(w.find<PickerButton>("pick.cohort")->value(), QStringLiteral("All 120 samples"));
    w.click("pick.run");
    choose(w, QStringLiteral("v1"));
    w.settle();
    QCOMPARE(w.window.session().state().run, small.first);
    QCOMPARE(w.find<PickerButton>("pick.run")->value(), QStringLiteral("v1"));
    w.click("pick.model");
    choose(w, QStringLiteral("Churn"));
    w.settle();
    QCOMPARE(w.window.session().state().run, small.churn);
}

void MainWindowTest::aClassOfManyIsPickedInTheContextBar() {
    const SystemClock clock;
    const std::shared_ptr<Store> store = Store::create(folder_ / "classes.reckoner", clock);
    const std::string file = RECKONER_RESOURCES "/demo/hpc_jobs/hpc_jobs_v2_forest.jsonl";
    importRun(*store, planImport(file, std::nullopt, {}, store.get()), {});
    ShownWindow w(store);
    w.settle();
    QCOMPARE(w.find<PickerButton>("pick.class")->value(), QStringLiteral("VF"));
    w.click("pick.class");
    choose(w, QStringLiteral("L"));
    w.settle();
    QCOMPARE(w.window.session().state().positive, std::string("L"));
    QCOMPARE(w.window.session().run()->rows.positive, std::string("L"));
    QVERIFY(!w.find<QAbstractButton>("adoptPolicy")->isVisible());
}

void MainWindowTest::theComparisonCanBeTakenAway() {
    const SmallStore small(folder_.path(), "against.reckoner");
    ShownWindow w(small.store);
    showCredit(w, small);
    w.click("pick.against");
    choose(w, QStringLiteral("v1"));
    w.settle();
    QCOMPARE(w.window.session().state().baseline, small.first);
    w.click("pick.against");
    choose(w, QStringLiteral("Nothing"));
    w.settle();
    QCOMPARE(w.window.session().state().baseline, RunId(0));
    QCOMPARE(w.find<PickerButton>("pick.against")->value(), QStringLiteral("nothing"));
}

void MainWindowTest::aFilterIsTypedAndAWrongOneIsExplained() {
    const SmallStore small(folder_.path(), "filter.reckoner");
    ShownWindow w(small.store);
    showCredit(w, small);
    w.click("pick.cohort");
    auto* field = w.find<QLineEdit>("cohort.field");
    QTest::keyClicks(field, QStringLiteral("country = "));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(w.find("cohort.problem")->isVisible());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("country = AT"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!w.find("cohort")->isVisible());
    w.settle();
    QVERIFY(w.window.session().run());
    QCOMPARE(w.window.session().run()->sweep->samples(), std::uint64_t(30));
    QVERIFY(w.find<PickerButton>("pick.cohort")->value().contains(QStringLiteral("country")));

    w.window.session().apply([](ReviewState& state) { state.cohort = "planet = 'x'"; });
    w.settle();
    auto* failure = w.find<InlineMessage>("messages.failure");
    QVERIFY(failure->isVisible());
    QVERIFY(failure->sentence().contains(QStringLiteral("planet")));
    QTest::mouseClick(failure->findChild<QAbstractButton*>(QStringLiteral("inlineMessage.action")),
                      Qt::LeftButton);
    w.settle();
    QVERIFY(!failure->isVisible());
    QVERIFY(w.window.session().run());
}

void MainWindowTest::theGoToBoxFindsPagesModelsAndRuns() {
    const SmallStore small(folder_.path(), "goto.reckoner");
    ShownWindow w(small.store);
    showCredit(w, small);
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    choose(w, QStringLiteral("segm"));
    QCOMPARE(w.window.session().state().page, std::string("segments"));
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    choose(w, QStringLiteral("churn model"));
    w.settle();
    QCOMPARE(w.window.session().state().run, small.churn);
    w.click("goTo");
    choose(w, QStringLiteral("credit v1 run"));
    w.settle();
    QCOMPARE(w.window.session().state().run, small.first);
    w.click("goTo");
    choose(w, QStringLiteral("glossary"));
    QVERIFY(w.find("glossary")->isVisible());
    // By the version as the file says it, and a word that nothing is called by is said to be none.
    w.click("goTo");
    QTest::keyClicks(w.find<QLineEdit>("choices.field"), QStringLiteral("1.0"));
    QVERIFY(w.find("choices.list")->isVisible());
    QTest::keyClicks(w.find<QLineEdit>("choices.field"), QStringLiteral("zzz"));
    QVERIFY(w.find("choices.nothing")->isVisible());
    QVERIFY(!w.find("choices.list")->isVisible());
    QTest::keyClick(w.find("choices.field"), Qt::Key_Escape);
}

void MainWindowTest::backAndForwardByKeys() {
    const SmallStore small(folder_.path(), "keys.reckoner");
    ShownWindow w(small.store);
    QVERIFY(!w.find("bar.forward")->isEnabled());
    w.click("nav.errors");
    w.click("nav.change");
    QTest::keyClick(&w.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(w.window.session().state().page, std::string("errors"));
    QTest::keyClick(&w.window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(w.window.session().state().page, std::string("change"));
    w.click("bar.back");
    QCOMPARE(w.window.session().state().page, std::string("errors"));
    QVERIFY(w.find("bar.forward")->isEnabled());
}

void MainWindowTest::presentModeHidesFormsAndEndsByEscape() {
    const SmallStore small(folder_.path(), "present.reckoner");
    ShownWindow w(small.store);
    showCredit(w, small);
    QTest::keyClick(&w.window, Qt::Key_F11);
    QVERIFY(w.window.presenting());
    QVERIFY(w.window.isFullScreen());
    QVERIFY(!w.find("navigation")->isVisible());
    QVERIFY(!w.find("pick.run")->isVisible());
    QVERIFY(Theme::instance().typeScale() > 1.1);
    QTest::keyClick(&w.window, Qt::Key_Escape);
    QVERIFY(!w.window.presenting());
    QVERIFY(w.find("navigation")->isVisible());
    QVERIFY(w.find("pick.run")->isVisible());
    QCOMPARE(Theme::instance().typeScale(), 1.0);
    w.click("nav.present");
    QVERIFY(w.window.presenting());
    QTest::keyClick(&w.window, Qt::Key_F11);
    QVERIFY(!w.window.presenting());
}

void MainWindowTest::theGlossaryOpensAndFindsTerms() {
    const SmallStore small(folder_.path(), "glossary.reckoner");
    ShownWindow w(small.store);
    QTest::keyClick(&w.window, Qt::Key_F1);
    QWidget* glossary = w.find("glossary");
    QVERIFY(glossary->isVisible());
    auto* field = w.find<QLineEdit>("glossary.field");
    const auto shown = [glossary] {
        QStringList terms;
        for (QWidget* each : glossary->findChildren<QWidget*>())
            if (each->isVisible() && each->layout() && !each->accessibleName().isEmpty())
                terms << each->accessibleName();
        return terms;
    };
    QTest::keyClicks(field, QStringLiteral("sensitivity"));
    QVERIFY(shown().contains(QStringLiteral("Recall")));
    QVERIFY(!shown().contains(QStringLiteral("Lift")));
    // Letters are text here, whatever they mean elsewhere.
    QCOMPARE(field->text(), QStringLiteral("sensitivity"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!glossary->isVisible());
    w.click("nav.glossary");
    QVERIFY(glossary->isVisible());
    QTest::keyClick(&w.window, Qt::Key_F1);
    QVERIFY(!glossary->isVisible());
}

void MainWindowTest::whatCannotBeOpenedIsSaidInTheWindow() {
    test::writeFile(folder_ / "text.reckoner", "this is no store\n");
    ShownWindow w;
    w.window.start(folder_ / "text.reckoner");
    w.settle();
    auto* news = w.find<InlineMessage>("messages.news");
    QVERIFY(news->isVisible());
    QVERIFY2(news->sentence().contains(QStringLiteral("text.reckoner")), qPrintable(news->sentence()));
    QCOMPARE(test::readFile(folder_ / "text.reckoner"), std::string("this is no store\n"));
    QVERIFY(w.find("noRun")->isVisible());
}

void MainWindowTest::remembersGeometryPageAndStores() {
    const SmallStore small(folder_.path(), "memory.reckoner");
    {
        ShownWindow w;
        w.window.start(small.store->file());
        w.settle();
        showCredit(w, small);
        w.window.session().setThreshold(0.25);
        w.click("nav.segments");
        w.window.resize(1111, 777);
        w.window.close();
    }
    QCOMPARE(recentStores().front(), small.store->file());
    const auto state = WindowMemory::state(small.store->file());
    QVERIFY(state);
    QCOMPARE(state->page, std::string("segments"));
    Executor executor(2);
    MainWindow again(executor, SmallStore::clock());
    QCOMPARE(again.size(), QSize(1111, 777));
    again.start(recentStores().front());
    QTRY_VERIFY(again.session().run());
    QCOMPARE(again.session().state().page, std::string("segments"));
    QCOMPARE(again.session().state().run, small.second);
    QCOMPARE(again.session().threshold(), 0.25);

    MainWindow without(executor, SmallStore::clock(), MainWindow::Memory::None);
    QVERIFY(without.size() != QSize(1111, 777));
}

void MainWindowTest::everyControlHasAName() {
    const SmallStore small(folder_.path(), "names.reckoner");
    ShownWindow w(small.store);
    showCredit(w, small);
    for (const PageEntry& entry : pageList())
        w.click(qPrintable(QStringLiteral("nav.") + entry.id));
    QTest::keyClick(&w.window, Qt::Key_F1);
    QStringList nameless;
    for (QWidget* widget : w.window.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                             qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractItemView*>(widget) ||
                             qobject_cast<QPlainTextEdit*>(widget) ||
                             qobject_cast<QAbstractSpinBox*>(widget) || widget->inherits("QGraphicsView") ||
                             qobject_cast<Page*>(widget) || (widget->focusPolicy() & Qt::TabFocus);
        // Parts that Qt makes for its own controls speak through them.
        const bool part =
            widget->objectName().startsWith(QStringLiteral("qt_")) ||
            qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
            (qobject_cast<QLineEdit*>(widget->parentWidget()) && widget->inherits("QToolButton"));
        // What is put away has nothing to say yet.
        const auto hidden = [](const QWidget* each) {
            return each && each->isHidden() && !qobject_cast<const Page*>(each);
        };
        const bool away = hidden(widget) || hidden(widget->parentWidget());
        if (!control || part || away || !widget->accessibleName().isEmpty()) continue;
        if (const auto* button = qobject_cast<QAbstractButton*>(widget); button && !button->text().isEmpty())
            continue;
        nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                        widget->objectName() + QStringLiteral(" in ") +
                        (widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::MainWindowTest>(argc, argv);
}
#include "main_window_test.moc"
