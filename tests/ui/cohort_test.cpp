// Cohorts by mouse and keyboard in the window: named, looked at, edited, taken away and brought back.
#include <memory>

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

#include "core/store/notebook.h"
#include "tests/ui/window_fixture.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/cohort_form.h"
#include "ui/shell/picker_button.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/save_cohort_dialog.h"

namespace reckoner {

class CohortTest : public QObject {
    Q_OBJECT

    struct Stage {
        test::TemporaryFolder folder;
        test::SmallStore small{folder.path()};
        test::ShownWindow shown{small.store};

        ReviewSession& session() { return shown.window.session(); }
        std::vector<Cohort> stored() { return Notebook(small.store).cohorts(session().state().model); }
        void openPopup() { shown.click("pick.cohort"); }
        // Types a filter into the popup and applies it.
        void look(const QString& expression) {
            openPopup();
            auto* field = shown.find<QLineEdit>("cohort.field");
            field->clear();
            QTest::keyClicks(field, expression);
            QTest::keyClick(field, Qt::Key_Return);
            shown.settle();
        }
        SaveCohortDialog* dialog() { return shown.window.findChild<SaveCohortDialog*>(); }
        void type(const char* field, const QString& text) {
            auto* edit = dialog()->findChild<QLineEdit*>(QLatin1String(field));
            edit->clear();
            QTest::keyClicks(edit, text);
        }
        void press(const char* button) {
            QTest::mouseClick(dialog()->findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
        }
        QString inForce() { return shown.find<PickerButton>("pick.cohort")->value(); }
        bool saveAs(const QString& name) {
            openPopup();
            shown.click("cohort.save");
            if (!dialog()) return false;
            type("cohortName", name);
            type("cohortOwner", QStringLiteral("Sales"));
            type("cohortValue", QStringLiteral("A third of the turnover"));
            press("cohortSave");
            return QTest::qWaitFor([this] { return !dialog(); });
        }
    };

 private Q_SLOTS:
    void aFilterGetsANameAndIsCalledByIt() {
        Stage stage;
        stage.look(QStringLiteral("country = DE"));
        QCOMPARE(stage.inForce(), QStringLiteral("country = 'DE'"));
        QVERIFY(stage.saveAs(QStringLiteral("Germany")));
        const auto stored = stage.stored();
        QCOMPARE(stored.size(), 1u);
        QCOMPARE(stored[0].name, std::string("Germany"));
        QCOMPARE(stored[0].expression, std::string("country = 'DE'"));
        QCOMPARE(stored[0].owner, std::string("Sales"));
        QCOMPARE(stored[0].value, std::string("A third of the turnover"));
        QCOMPARE(stage.inForce(), QStringLiteral("Germany"));
        // Listed by name: everyone first, then the cohort.
        stage.look(QString());
        QCOMPARE(stage.session().state().cohort, std::string());
        stage.openPopup();
        auto* list = stage.shown.find<QListView>("cohort.list");
        QCOMPARE(list->model()->index(1, 0).data().toString(), QStringLiteral("Germany"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
        stage.shown.settle();
        QCOMPARE(stage.session().state().cohort, std::string("country = 'DE'"));
    }

    void aCohortIsEdited() {
        Stage stage;
        stage.look(QStringLiteral("country = DE"));
        QVERIFY(stage.saveAs(QStringLiteral("Germany")));
        stage.openPopup();
        stage.shown.click("cohort.edit");
        QVERIFY(stage.dialog());
        stage.type("cohortName", QStringLiteral("DACH"));
        auto* which = stage.dialog()->findChild<QPlainTextEdit*>(QStringLiteral("cohortExpression"));
        which->selectAll();
        QTest::keyClicks(which, QStringLiteral("countri in (DE, AT)"));
        stage.press("cohortSave");
        auto* problem = stage.dialog()->findChild<PlainLabel*>(QStringLiteral("cohortProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("did you mean \"country\"?")));
        which->selectAll();
        QTest::keyClicks(which, QStringLiteral("country in (DE, AT)"));
        stage.press("cohortSave");
        QTRY_VERIFY(!stage.dialog());
        stage.shown.settle();
        QCOMPARE(stage.stored()[0].name, std::string("DACH"));
        QCOMPARE(stage.session().state().cohort, std::string("country in ('DE', 'AT')"));
        QCOMPARE(stage.inForce(), QStringLiteral("DACH"));
    }

    void aCohortIsTakenAwayAndBroughtBack() {
        Stage stage;
        stage.look(QStringLiteral("country = DE"));
        QVERIFY(stage.saveAs(QStringLiteral("Germany")));
        stage.openPopup();
        stage.shown.click("cohort.remove");
        QCOMPARE(stage.stored().size(), 0u);
        // The filter stays in force, without its name.
        QCOMPARE(stage.inForce(), QStringLiteral("country = 'DE'"));
        stage.shown.click("cohort.back");
        QCOMPARE(stage.stored().size(), 1u);
        QCOMPARE(stage.stored()[0].owner, std::string("Sales"));
        QCOMPARE(stage.inForce(), QStringLiteral("Germany"));
    }

    void aNameThatIsTakenIsSaidAndNothingTypedIsLost() {
        Stage stage;
        stage.look(QStringLiteral("country = DE"));
        QVERIFY(stage.saveAs(QStringLiteral("Germany")));
        stage.look(QStringLiteral("country = AT"));
        QVERIFY(!stage.saveAs(QStringLiteral("Germany")));
        QVERIFY(stage.dialog());
        QCOMPARE(stage.dialog()->findChild<QLineEdit*>(QStringLiteral("cohortOwner"))->text(),
                 QStringLiteral("Sales"));
        stage.type("cohortName", QStringLiteral("Austria"));
        stage.press("cohortSave");
        QTRY_VERIFY(!stage.dialog());
        QCOMPARE(stage.stored().size(), 2u);
    }

    void aCohortMayAskForNotes() {
        Stage stage;
        stage.look(QStringLiteral("note is missing"));
        QTRY_COMPARE(stage.session().run()->rows.rows.size(), 120u);
        Annotation note;
        note.modelId = stage.session().state().model;
        note.sampleId = "id-3";
        note.text = "Seen";
        Notebook(stage.small.store).save(note);
        stage.session().notesChanged();
        stage.shown.settle();
        QTRY_COMPARE(stage.session().run()->rows.rows.size(), 119u);
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::CohortTest>(argc, argv);
}

#include "cohort_test.moc"
