// The Errors page as a whole: matrix, list, case and note answer to each other, by mouse and by keyboard
// alone.
#include "ui/pages/errors/errors_page.h"

#include <fstream>

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "core/store/attachments.h"
#include "core/store/notebook.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/errors/case_list_pane.h"
#include "ui/pages/errors/case_pane.h"
#include "ui/pages/errors/errors_finding.h"
#include "ui/pages/errors/export_dialog.h"
#include "ui/pages/errors/note_editor.h"
#include "ui/pages/errors/people_pane.h"
#include "ui/pages/errors/sign_off_pane.h"
#include "ui/session/chip_filters.h"
#include "ui/session/class_desk.h"
#include "ui/session/cohort_desk.h"
#include "ui/session/note_desk.h"
#include "ui/session/show_cases.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/tone_label.h"

namespace reckoner {

class ErrorsPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;

    struct Stage : test::DemoSession {
        explicit Stage(const test::DemoStoreFile& demo) : test::DemoSession(demo), page(session) {
            giveWriterName("Product");
            page.resize(1288, 852);
            QObject::connect(&session, &ReviewSession::changed, &page,
                             [this](Aspects aspects) { page.refresh(aspects); });
            page.refresh(Aspects(Aspect::Store) | Aspect::Run | Aspect::Threshold | Aspect::Notes);
            page.show();
            page.activateWindow();
        }
        ~Stage() { NoteDesk::of(session).flush(); }
        bool credit() {
            if (!show("credit-default", "2.0.0")) return false;
            session.setThreshold(0.31);
            return settle();
        }
        // What the keyboard does: to whoever has the focus.
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : &page, key, modifiers);
        }
        void type(const QString& text) {
            for (const QChar c : text) {
                QWidget* focus = QApplication::focusWidget();
                QTest::keyClick(focus ? focus : &page, c.toLatin1());
            }
        }
        QString id() { return page.findChild<PlainLabel*>(QStringLiteral("caseId"))->text(); }
        QString place() { return page.findChild<PlainLabel*>(QStringLiteral("casePlace"))->text(); }
        QString headline() { return page.findChild<ErrorsFinding*>()->text(); }
        QPlainTextEdit* note() { return page.findChild<QPlainTextEdit*>(QStringLiteral("noteText")); }
        CasePane* pane() { return page.findChild<CasePane*>(); }
        NoteDesk& desk() { return NoteDesk::of(session); }
        bool onCase() {
            return QTest::qWaitFor(
                [this] {
                    return pane()->facts() && pane()->shownCase() &&
                           pane()->facts()->sampleId == pane()->shownCase()->sampleId && desk().loaded() &&
                           desk().sample() == pane()->facts()->sampleId;
                },
                20'000);
        }
        // For whoever wants to look: RECKONER_PICTURES names the folder.
        void picture(const QString& name) {
            const QString pictures = qEnvironmentVariable("RECKONER_PICTURES");
            if (!pictures.isEmpty())
                page.grab().save(pictures + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
        std::vector<Annotation> notes() { return Notebook(store).annotations(session.state().model); }
        ErrorsPage page;
    };

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }

    void withoutARunItSaysWhatToDo() {
        Executor executor{2};
        const SystemClock clock;
        ReviewSession session(executor, clock);
        ErrorsPage page(session);
        page.refresh(Aspects(Aspect::Store) | Aspect::Run);
        page.show();
        QVERIFY(page.findChild<EmptyState*>()->isVisible());
        QVERIFY(!page.findChild<CasePane*>()->isVisible());
    }

    void theHeadlineSaysWhatMissingCosts() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QTRY_COMPARE_WITH_TIMEOUT(
            stage.headline(),
            QStringLiteral(
                "301 defaults are missed. The 30 dearest are 18\u202F% of what missing them costs."),
            10'000);
    }

    void theHeadlineNamesTheClassThatSuffersMost() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        QTRY_VERIFY2(stage.headline().startsWith(QStringLiteral("85.3\u202F% of ")),
                     qPrintable(stage.headline()));
        QVERIFY2(stage.headline().contains(
                     QStringLiteral("M suffers most: 33\u202F% of M are called something else, mostly F.")),
                 qPrintable(stage.headline()));
    }

    void aCellOpensItsSamples() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        auto* cell = stage.page.findChild<QAbstractButton*>(QStringLiteral("matrixMissed"));
        QVERIFY(cell);
        QTest::mouseClick(cell, Qt::LeftButton);
        QTRY_COMPARE(stage.page.findChild<CaseListPane*>()->listed(), std::size_t{301});
        QVERIFY(stage.onCase());
        QTRY_VERIFY(stage.place().endsWith(QStringLiteral("of 301")));
        for (int i = 0; i < 5; ++i) {
            const auto outcome = stage.page.findChild<ToneLabel*>(QStringLiteral("caseOutcome"))->text();
            QVERIFY2(outcome.startsWith(QStringLiteral("Missed default")), qPrintable(outcome));
            const QString before = stage.id();
            stage.press(Qt::Key_J);
            QTRY_VERIFY(stage.id() != before);
            QVERIFY(stage.onCase());
        }
        stage.press(Qt::Key_K);
        QVERIFY(stage.onCase());
        QTest::mouseClick(cell, Qt::LeftButton);
        QTRY_COMPARE(stage.page.findChild<CaseListPane*>()->listed(), std::size_t{4454});
    }

    void thirtyCasesAreDocumentedByKeyboardAlone() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QVERIFY(stage.onCase());
        stage.desk().setTags({"income missing", "thin file"});
        const std::size_t before = stage.notes().size();
        std::vector<std::string> documented;
        while (documented.size() < 30) {
            QVERIFY(stage.onCase());
            if (stage.desk().drafts().empty()) {
                stage.press(Qt::Key_N);
                QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(stage.note()));
                stage.type(QStringLiteral("jk1 case %1").arg(documented.size()));
                stage.press(Qt::Key_Escape);
                QVERIFY(!stage.note()->hasFocus());
                stage.press(Qt::Key_2);
                documented.push_back(stage.desk().sample());
            }
            const QString id = stage.id();
            stage.press(Qt::Key_J);
            QTRY_VERIFY(stage.id() != id);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stage.notes().size(), before + 30, 10'000);
        QVERIFY(stage.settle());
        for (std::size_t i = 0; i < documented.size(); ++i) {
            const auto notes =
                Notebook(stage.store).annotationsOf(stage.session.state().model, documented[i]);
            QCOMPARE(notes.size(), std::size_t{1});
            QCOMPARE(notes[0].text, "jk1 case " + std::to_string(i));
            QCOMPARE(notes[0].tags, std::vector<std::string>{"thin file"});
        }
        stage.press(Qt::Key_K);
        QVERIFY(stage.onCase());
        stage.picture(QStringLiteral("page-noted"));
        // And all of it can be taken back from the page.
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(stage.notes().size(), before + 29, 10'000);
        stage.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(stage.notes().size(), before + 30, 10'000);
    }

    void aSampleIsSignedOffByKeyboard() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QVERIFY(stage.onCase());
        auto* views = stage.page.findChild<SegmentedChoice*>(QStringLiteral("errorsViews"));
        QTest::mouseClick(views->findChildren<QAbstractButton*>().at(2), Qt::LeftButton);
        auto* pane = stage.page.findChild<SignOffPane*>();
        QTRY_VERIFY(pane->isVisible());
        QVERIFY(stage.settle());
        auto* draw = pane->findChild<QAbstractButton*>(QStringLiteral("drawSample"));
        if (!draw->isVisible())  // the demo may bring one along
            QTest::mouseClick(pane->findChild<QAbstractButton*>(QStringLiteral("drawAnother")),
                              Qt::LeftButton);
        QTest::mouseClick(draw, Qt::LeftButton);
        QTRY_COMPARE(pane->current().listed, std::size_t{50});
        QVERIFY(stage.onCase());
        const RunId run = stage.session.state().run;
        const auto newest = [&] { return Notebook(stage.store).signOffs(run).front(); };
        for (int i = 0; i < 10; ++i) {
            QTRY_COMPARE(stage.place(), QStringLiteral("%1 of 50").arg(i + 1));
            stage.press(i % 5 == 4 ? Qt::Key_R : Qt::Key_A);
        }
        QVERIFY(stage.settle());
        const auto rate = [&] { return pane->findChild<ToneLabel*>(QStringLiteral("signOffRate"))->text(); };
        QCOMPARE(rate(), QStringLiteral("8 of 10 accepted: 80\u202F%, between 49 and 94\u202F%."));
        stage.press(Qt::Key_U);
        QVERIFY(stage.settle());
        QVERIFY2(rate().startsWith(QStringLiteral("8 of 9 accepted")), qPrintable(rate()));
        QTRY_VERIFY(!newest().items[9].accepted);
        QCOMPARE(newest().items[4].accepted, std::optional(false));
        QCOMPARE(newest().items[8].accepted, std::optional(true));
        QVERIFY(newest().finishedAt.empty());
        stage.picture(QStringLiteral("page-sign-off"));
        QTest::mouseClick(views->findChildren<QAbstractButton*>().at(1), Qt::LeftButton);
        QVERIFY(stage.settle());
        stage.picture(QStringLiteral("page-reasons"));
        QTest::mouseClick(views->findChildren<QAbstractButton*>().at(2), Qt::LeftButton);
        // Taken up again by another page on the same run.
        ErrorsPage again(stage.session);
        again.refresh(Aspects(Aspect::Store) | Aspect::Run);
        auto* taken = again.findChild<SignOffPane*>();
        QTRY_COMPARE(taken->current().place, std::size_t{9});
    }

    void lettersDoNothingWhileTextIsTyped() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QVERIFY(stage.onCase());
        const QString id = stage.id();
        stage.press(Qt::Key_N);
        stage.type(QStringLiteral("jknaru12"));
        QVERIFY(stage.note()->toPlainText().endsWith(QStringLiteral("jknaru12")));
        QCOMPARE(stage.id(), id);
    }

    void correctedLabelsAndPeoplesDecisionsStandBesideTheCases() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        auto* views = stage.page.findChild<SegmentedChoice*>(QStringLiteral("errorsViews"));
        QTest::mouseClick(views->findChildren<QAbstractButton*>().at(3), Qt::LeftButton);
        auto* pane = stage.page.findChild<PeoplePane*>();
        const auto said = [pane](const char* name) {
            const auto* label = pane->findChild<PlainLabel*>(QLatin1String(name));
            return label ? label->text() : QString();
        };
        const auto tables = [pane] {
            QStringList rows;
            for (const PlainLabel* label : pane->findChildren<PlainLabel*>())
                if (!label->accessibleDescription().isEmpty()) rows << label->accessibleDescription();
            return rows;
        };
        QTRY_VERIFY(pane->isVisible() && !said("correctionsAbout").isEmpty());
        QVERIFY2(said("overridesAbout").startsWith(QStringLiteral("Nobody decided on these applications")),
                 qPrintable(said("overridesAbout")));
        const Notebook notebook(stage.store);
        const std::size_t known = notebook.corrections(stage.session.state().model).size();
        // One more is found wrong, on the card.
        QVERIFY(stage.onCase());
        const std::string label = stage.pane()->facts()->label.value();
        stage.desk().correct(label == "bad" ? "good" : "bad", {});
        QTRY_VERIFY2(said("correctionsAbout").startsWith(QString::number(known + 1)),
                     qPrintable(said("correctionsAbout")));
        QTRY_VERIFY(!tables().isEmpty());
        QVERIFY2(tables().front().startsWith(QStringLiteral("missed, as given 301, corrected ")),
                 qPrintable(tables().front()));
        stage.picture(QStringLiteral("page-people"));
        // Decisions of people come with a file that is attached.
        NewAttachment attachment;
        attachment.sourceName = "desk.csv";
        AttachmentColumn& column = attachment.columns.emplace_back();
        column.info.name = "desk";
        column.info.role = ColumnRole::Override;
        column.info.type = ColumnType::Category;
        column.dictionary = {"good", "bad"};
        for (int i = 1; i <= 40; ++i) {
            attachment.ids.add("app-" + QString::number(i).rightJustified(5, QLatin1Char('0')).toStdString());
            column.codes.push_back(i % 2);
        }
        Attachments(stage.store).attach(stage.session.state().model, attachment);
        stage.session.storeChanged();
        QTRY_VERIFY2(said("overridesAbout").startsWith(QStringLiteral("People decided as the model did in ")),
                     qPrintable(said("overridesAbout")));
        QVERIFY(said("overridesAbout").contains(QStringLiteral(" of 40: ")));
        stage.picture(QStringLiteral("page-overrides"));
    }

    void undoSaysWhatItTookBack() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        while (true) {
            QVERIFY(stage.onCase());
            if (stage.desk().drafts().empty()) break;
            stage.press(Qt::Key_J);
        }
        const std::string sample = stage.desk().sample();
        stage.press(Qt::Key_N);
        stage.type(QStringLiteral("taken back"));
        stage.press(Qt::Key_Escape);
        auto* message = stage.page.findChild<InlineMessage*>(QStringLiteral("inlineMessage"));
        stage.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stage.note()->toPlainText(), QString());
        QVERIFY(message->isVisible());
        QCOMPARE(message->sentence(), QStringLiteral("Undone: note on %1. Ctrl+Shift+Z brings it back.")
                                          .arg(QString::fromStdString(sample)));
        stage.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(stage.note()->toPlainText(), QStringLiteral("taken back"));
        QCOMPARE(message->sentence(),
                 QStringLiteral("Done again: note on %1.").arg(QString::fromStdString(sample)));
    }

    void filtersThatMakeWayForAnotherPageAreSaidAndComeBack() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        stage.session.apply([](ReviewState& state) {
            setCaseFilters(state, {"outcome = missed", {"amount >= 500"}});
        });
        auto* message = stage.page.findChild<InlineMessage*>(QStringLiteral("inlineMessage"));
        QVERIFY(!message->isVisible());
        showCases(stage.session, {"job = 'partime'"}, "outcome = wrong");
        QVERIFY(message->isVisible());
        QCOMPARE(message->sentence(),
                 QStringLiteral("Your filters made way for these cases: missed defaults, amount from 500."));
        QTRY_VERIFY2(stage.headline().contains(QStringLiteral(" applications are decided wrongly: ")),
                     qPrintable(stage.headline()));
        QTRY_VERIFY(stage.page.findChild<CaseListPane*>()->listed() > 0);
        QTRY_VERIFY(
            stage.headline().startsWith(QString::number(stage.page.findChild<CaseListPane*>()->listed())));
        // What another page puts there is not what a person typed.
        showCases(stage.session, {"job = 'fixed'"});
        QVERIFY(message->sentence().contains(QStringLiteral("amount from 500")));
        QTest::mouseClick(message->findChild<QAbstractButton*>(QStringLiteral("inlineMessage.action")),
                          Qt::LeftButton);
        QCOMPARE(caseFilters(stage.session.state()).cell, std::string("outcome = missed"));
        QCOMPARE(chipFilters(stage.session.state()), std::vector<std::string>{"amount >= 500"});
        QVERIFY(!message->isVisible());
        // A changed chip ends it; so does closing it.
        showCases(stage.session, {"job = 'partime'"});
        QVERIFY(message->isVisible());
        stage.session.apply([](ReviewState& state) { setChipFilters(state, {"job = 'freelance'"}); });
        QVERIFY(!message->isVisible());
        showCases(stage.session, {"job = 'partime'"});
        QVERIFY(message->isVisible());
        QTest::mouseClick(message->findChild<QAbstractButton*>(QStringLiteral("inlineMessage.close")),
                          Qt::LeftButton);
        stage.press(Qt::Key_J);
        QVERIFY(!message->isVisible());
    }

    void severalClassesBeginWithTheSurestMistakes() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(stage.onCase());
            const auto outcome = stage.page.findChild<ToneLabel*>(QStringLiteral("caseOutcome"))->text();
            QVERIFY2(outcome.contains(QStringLiteral("was really")), qPrintable(outcome));
            const QString before = stage.id();
            stage.press(Qt::Key_J);
            QTRY_VERIFY(stage.id() != before);
        }
    }

    void tagsAndCohortsAreStepsOfUndo() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QVERIFY(stage.onCase());
        const auto before = stage.desk().tags();
        auto tags = before;
        tags.push_back("something new");
        stage.desk().setTags(tags);
        CohortDesk& cohorts = CohortDesk::of(stage.session);
        const std::size_t known = cohorts.cohorts().size();
        Cohort cohort;
        cohort.name = "Small loans";
        cohort.expression = "amount < 300";
        cohort = cohorts.save(cohort);
        cohort.value = "rarely worth a call";
        cohorts.save(cohort);
        const auto undo = [&stage] { QTest::keyClick(&stage.page, Qt::Key_Z, Qt::ControlModifier); };
        const auto redo = [&stage] {
            QTest::keyClick(&stage.page, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        };
        undo();
        QCOMPARE(cohorts.find("amount < 300")->value, std::string());
        undo();
        QVERIFY(!cohorts.find("amount < 300"));
        undo();
        QCOMPARE(stage.desk().tags(), before);
        redo();
        QCOMPARE(stage.desk().tags(), tags);
        redo();
        redo();
        QCOMPARE(cohorts.find("amount < 300")->value, std::string("rarely worth a call"));
        cohorts.remove(cohorts.find("amount < 300")->id);
        QCOMPARE(cohorts.cohorts().size(), known);
        undo();
        QCOMPARE(cohorts.find("amount < 300")->name, std::string("Small loans"));
    }

    void headlineAndReasonsFollowTheChips() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        stage.session.apply([](ReviewState& state) {
            setChipFilters(state, {"amount >= 500"});
            state.options["errors.cell"] = "outcome = missed";
        });
        QTRY_VERIFY2(stage.headline().startsWith(QStringLiteral("276 defaults are missed.")),
                     qPrintable(stage.headline()));
        stage.session.apply([](ReviewState& state) { setChipFilters(state, {"amount > 1000000"}); });
        QTRY_COMPARE(stage.headline(),
                     QStringLiteral("The filters leave nothing that has a label and a score."));
        // Nothing is offered where there is nothing.
        QTRY_COMPARE(stage.page.findChild<CaseListPane*>()->listed(), std::size_t{0});
        for (const PlainLabel* label : stage.pane()->findChildren<PlainLabel*>())
            QVERIFY2(!label->isVisible() || !label->text().contains(QStringLiteral("Choose")),
                     qPrintable(label->text()));
    }

    void theHeadlineOfManyClassesFollowsTheConfidence() {
        Stage stage(*demo_);
        QVERIFY(stage.show("hpc-job-runtime", "2.0.0"));
        stage.session.apply([](ReviewState& state) { setConfidence(state, 0.5); });
        QTRY_VERIFY2(stage.headline().startsWith(QStringLiteral(
                         "87.5\u202F% of the 4,033 jobs not left to a person get the right class.")),
                     qPrintable(stage.headline()));
    }

    void theListedCasesGoIntoAFile() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QTest::mouseClick(stage.page.findChild<QAbstractButton*>(QStringLiteral("matrixMissed")),
                          Qt::LeftButton);
        QTRY_COMPARE(stage.page.findChild<CaseListPane*>()->listed(), std::size_t{301});
        QVERIFY(stage.settle());
        QTest::mouseClick(stage.page.findChild<QAbstractButton*>(QStringLiteral("exportCases")),
                          Qt::LeftButton);
        auto* dialog = stage.page.findChild<ExportDialog*>();
        QVERIFY(dialog);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"));
        QVERIFY2(name->text().endsWith(QStringLiteral("/credit-default-2.0.0-missed-defaults.html")),
                 qPrintable(name->text()));
        const std::filesystem::path file = stage.folder / "cases.jsonl";
        auto* formats = dialog->findChild<QWidget*>(QStringLiteral("exportFormat"));
        QTest::mouseClick(formats->findChildren<QAbstractButton*>().at(3), Qt::LeftButton);
        QVERIFY(name->text().endsWith(QStringLiteral(".jsonl")));
        name->setText(QString::fromStdString(file.string()));
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(QStringLiteral("exportButton")),
                          Qt::LeftButton);
        QVERIFY(stage.settle());
        std::ifstream in(file);
        std::size_t lines = 0;
        for (std::string line; std::getline(in, line); ++lines)
            QVERIFY(line.starts_with("{"));
        QVERIFY(lines >= 301);
        QTRY_VERIFY(stage.page.findChild<InlineMessage*>()->sentence().startsWith(
            QStringLiteral("301 cases are in ")));
    }

    void itFitsEverySize() {
        Stage stage(*demo_);
        QVERIFY(stage.credit());
        QVERIFY(stage.onCase());
        for (const QSize size : {QSize(1128, 752), QSize(1288, 852), QSize(1768, 1152), QSize(808, 552)}) {
            stage.page.resize(size);
            const QRect card = stage.pane()->geometry();
            const QRect note = stage.page.findChild<NoteEditor*>()->geometry();
            const QRect list = stage.page.findChild<CaseListPane*>()->parentWidget()->geometry();
            QVERIFY(list.right() < card.left());
            QVERIFY(list.width() >= 80);
            QVERIFY(card.bottom() < note.top());
            QVERIFY(note.right() <= size.width());
            QVERIFY(note.bottom() <= size.height() - 48);
        }
    }
};

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::ErrorsPageTest>(argc, argv);
}
#include "errors_page_test.moc"
