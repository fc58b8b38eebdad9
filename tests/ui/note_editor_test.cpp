// Notes as people write them: saved as typed, undone, kept beside what others write, never lost.
#include "ui/pages/errors/note_editor.h"

#include <csignal>

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/ui/demo_session.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/errors/case_pane.h"
#include "ui/session/writer_name.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

// A case's card and its editor on a session of their own, as the page puts them together.
struct NoteStage {
    explicit NoteStage(const std::filesystem::path& file)
        : store(Store::open(file, OpenMode::ReadWrite, clock)), session(executor, clock) {
        session.setStore(store);
        pane = std::make_unique<CasePane>(session);
        editor = std::make_unique<NoteEditor>(session, pane.get());
        QObject::connect(&session, &ReviewSession::changed, pane.get(), [this](Aspects aspects) {
            pane->refresh(aspects);
            editor->refresh(aspects);
        });
        QObject::connect(pane.get(), &CasePane::read, editor.get(), &NoteEditor::setCase);
        pane->refresh(Aspects(Aspect::Store) | Aspect::Run);
        pane->resize(440, 700);
        editor->setGeometry(0, 400, 440, 300);
        for (const RunRow& run : session.contents().runs)
            if (run.info.version == "2.0.0" && run.info.evalSet == "credit-applications-cv5")
                session.apply([&](ReviewState& state) { state.run = run.info.id; });
        pane->show();
        pane->activateWindow();
    }
    ~NoteStage() {
        editor.reset();
        pane.reset();
    }
    bool settle() {
        return QTest::qWaitFor(
            [this] { return session.run() && !session.busy() && !BackgroundTask::anyRunning(); }, 20'000);
    }
    // Row n of the run is sample app-(n+1).
    bool choose(RowIndex row) {
        if (!settle()) return false;
        QString id = QString::number(row + 1).rightJustified(5, QLatin1Char('0'));
        pane->setCase(CaseRef{row, "app-" + id.toStdString(), 1, row, 4454});
        return QTest::qWaitFor([&] { return pane->facts() && pane->facts()->row == row; }, 20'000) &&
               QTest::qWaitFor([&] { return desk().loaded() && desk().sample() == pane->facts()->sampleId; },
                               20'000);
    }
    NoteDesk& desk() { return NoteDesk::of(session); }
    QPlainTextEdit* text() { return editor->findChild<QPlainTextEdit*>(QStringLiteral("noteText")); }
    QString status() { return editor->findChild<PlainLabel*>(QStringLiteral("noteStatus"))->text(); }
    QString news() { return editor->findChild<PlainLabel*>(QStringLiteral("noteNews"))->text(); }
    template <class T = QPushButton>
    T* find(const char* name) {
        return editor->findChild<T*>(QLatin1String(name));
    }
    void type(const QString& words) {
        text()->setFocus();
        text()->moveCursor(QTextCursor::End);
        QTest::keyClicks(text(), words);
    }
    std::vector<Annotation> stored(const std::string& id) const {
        return Notebook(store).annotationsOf(session.state().model, id);
    }
    // Blank where there is none.
    Annotation first(const std::string& id) const {
        const auto notes = stored(id);
        return notes.empty() ? Annotation() : notes[0];
    }
    bool storedText(const std::string& id, const std::string& wanted) {
        return QTest::qWaitFor(
            [&] {
                const auto notes = stored(id);
                return !notes.empty() && notes[0].text == wanted;
            },
            10'000);
    }

    Executor executor{2};
    SystemClock clock;
    std::shared_ptr<Store> store;
    ReviewSession session;
    std::unique_ptr<CasePane> pane;
    std::unique_ptr<NoteEditor> editor;
};

class NoteEditorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::DemoStoreFile> demo_;
    std::unique_ptr<test::TemporaryFolder> folder_;
    std::filesystem::path file() const { return *folder_ / "demo.reckoner"; }

    // A row whose sample nobody has written about yet.
    static RowIndex blankRow(NoteStage& stage, RowIndex from = 0) {
        for (RowIndex row = from;; ++row) {
            const QString id = QString::number(row + 1).rightJustified(5, QLatin1Char('0'));
            if (stage.stored("app-" + id.toStdString()).empty()) return row;
        }
    }

 private Q_SLOTS:
    void initTestCase() { demo_ = std::make_unique<test::DemoStoreFile>(); }
    void cleanupTestCase() { demo_.reset(); }
    void init() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        demo_->copy(folder_->path());
        giveWriterName("Product");
    }
    void cleanup() { folder_.reset(); }

    void whatIsTypedIsSavedByItself() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        QCOMPARE(stage.status(), QStringLiteral("no note yet"));
        stage.type(QStringLiteral("Income was empty"));
        QCOMPARE(stage.status(), QStringLiteral("not saved yet"));
        QVERIFY(stage.storedText(id, "Income was empty"));
        const Annotation note = stage.first(id);
        QCOMPARE(note.author, std::string("Product"));
        QCOMPARE(note.seenOnVersion, std::string("2.0.0"));
        QVERIFY(!note.produced.empty());
        QTRY_VERIFY2(stage.status().startsWith(QStringLiteral("saved ")), qPrintable(stage.status()));
        QVERIFY(stage.status().endsWith(QStringLiteral(", Product")));
    }

    void anotherCaseSavesAtOnceAndComesBack() {
        NoteStage stage(file());
        const RowIndex first = blankRow(stage);
        QVERIFY(stage.choose(first));
        const std::string id = stage.pane->facts()->sampleId;
        stage.type(QStringLiteral("first"));
        const RowIndex second = blankRow(stage, first + 1);
        QVERIFY(stage.choose(second));
        QCOMPARE(stage.text()->toPlainText(), QString());
        QVERIFY(stage.storedText(id, "first"));
        QVERIFY(stage.choose(first));
        QTRY_COMPARE(stage.text()->toPlainText(), QStringLiteral("first"));
    }

    void furtherFieldsAndTagsBelongToTheNote() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        stage.desk().setTags({"income missing", "thin file"});
        stage.type(QStringLiteral("x"));
        stage.editor->toggleTag(2);
        QTest::mouseClick(stage.find("moreFields"), Qt::LeftButton);
        QTest::keyClicks(stage.find<QLineEdit>("note.owner"), QStringLiteral("Data team"));
        QTest::keyClicks(stage.find<QLineEdit>("note.cost"), QStringLiteral("1,250.5"));
        QTest::keyClicks(stage.find<QLineEdit>("note.context"), QStringLiteral("churn"));
        stage.find("note.severity")->menu()->actions().at(3)->trigger();
        QTRY_VERIFY(stage.first(id).severity == Severity::High);
        const Annotation note = stage.first(id);
        QCOMPARE(note.tags, std::vector<std::string>{"thin file"});
        QCOMPARE(note.owner, std::string("Data team"));
        QCOMPARE(note.cost, std::optional(1250.5));
        QCOMPARE(note.context, std::string("churn"));
        stage.editor->toggleTag(2);
        QTRY_VERIFY(stage.first(id).tags.empty());
    }

    void aNewTagGetsTheNextDigit() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        stage.type(QStringLiteral("x"));
        const std::size_t before = stage.desk().tags().size();
        QTest::mouseClick(stage.find("addTag"), Qt::LeftButton);
        auto* field = stage.find<QLineEdit>("newTag");
        QTest::keyClicks(field, QStringLiteral("wrong branch"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(stage.desk().tags().size(), before + 1);
        QTRY_COMPARE(stage.first(id).tags, std::vector<std::string>{"wrong branch"});
    }

    void undoAndRedoGoAcrossSamples() {
        NoteStage stage(file());
        const RowIndex first = blankRow(stage);
        QVERIFY(stage.choose(first));
        const std::string firstId = stage.pane->facts()->sampleId;
        stage.type(QStringLiteral("one"));
        QVERIFY(stage.storedText(firstId, "one"));
        QVERIFY(stage.choose(blankRow(stage, first + 1)));
        const std::string secondId = stage.pane->facts()->sampleId;
        stage.type(QStringLiteral("two"));
        QVERIFY(stage.storedText(secondId, "two"));
        QTest::keyClick(stage.text(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(stage.stored(secondId).empty());
        QCOMPARE(stage.text()->toPlainText(), QString());
        QTest::keyClick(stage.text(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(stage.stored(firstId).empty());
        QTest::keyClick(stage.text(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(stage.storedText(firstId, "one"));
        QTest::keyClick(stage.text(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(stage.storedText(secondId, "two"));
        QTRY_COMPARE(stage.text()->toPlainText(), QStringLiteral("two"));
    }

    void whatAnotherWindowWritesShowsByItself() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        const auto other = Store::open(file(), OpenMode::ReadWrite, stage.clock);
        Annotation note;
        note.modelId = stage.session.state().model;
        note.sampleId = id;
        note.text = "from the other window";
        note.author = "Ben";
        const Annotation kept = Notebook(other).save(note).kept;
        QTRY_COMPARE_WITH_TIMEOUT(stage.text()->toPlainText(), QStringLiteral("from the other window"),
                                  10'000);
        Notebook(other).remove(kept.id);
        QTRY_COMPARE_WITH_TIMEOUT(stage.text()->toPlainText(), QString(), 10'000);
    }

    void whoChangedSomebodysNoteIsSaid() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        Annotation note;
        note.modelId = stage.session.state().model;
        note.sampleId = id;
        note.text = "Ben's";
        note.author = "Ben";
        Notebook(stage.store).save(note);
        QTRY_COMPARE_WITH_TIMEOUT(stage.text()->toPlainText(), QStringLiteral("Ben's"), 10'000);
        QTRY_VERIFY2(stage.status().endsWith(QStringLiteral(", Ben")), qPrintable(stage.status()));
        stage.type(QStringLiteral(", and mine"));
        QVERIFY(stage.storedText(id, "Ben's, and mine"));
        QCOMPARE(stage.first(id).author, std::string("Ben"));
        QCOMPARE(stage.first(id).changedBy, std::string("Product"));
        QTRY_VERIFY2(stage.status().startsWith(QStringLiteral("by Ben, changed ")) &&
                         stage.status().endsWith(QStringLiteral(" by Product")),
                     qPrintable(stage.status()));
    }

    void aConflictKeepsBoth() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        stage.type(QStringLiteral("mine"));
        QVERIFY(stage.storedText(id, "mine"));
        QVERIFY(stage.settle());
        // Somebody saves the same note while this one is being typed.
        const auto other = Store::open(file(), OpenMode::ReadWrite, stage.clock);
        Annotation theirs = stage.first(id);
        theirs.text = "theirs";
        theirs.author = "Ben";
        stage.text()->setFocus();
        QTest::keyClicks(stage.text(), QStringLiteral(" and more"));
        Notebook(other).save(theirs);
        QTRY_COMPARE_WITH_TIMEOUT(stage.stored(id).size(), std::size_t{2}, 10'000);
        QTRY_VERIFY2(stage.news().contains(QStringLiteral("both are kept")), qPrintable(stage.news()));
        QCOMPARE(stage.text()->toPlainText(), QStringLiteral("mine and more"));
        QTRY_COMPARE(stage.desk().drafts().size(), std::size_t{2});
        QTest::mouseClick(stage.find("noteNewsAction"), Qt::LeftButton);
        QTRY_COMPARE(stage.text()->toPlainText(), QStringLiteral("theirs"));
        QVERIFY(stage.find("otherNote")->isVisible());
        QTest::mouseClick(stage.find("otherNote"), Qt::LeftButton);
        QCOMPARE(stage.text()->toPlainText(), QStringLiteral("mine and more"));
    }

    void whatCannotBeSavedStaysWithItsReason() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        QVERIFY(stage.settle());
        // No file may grow from here on: what a full disk does.
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto quiet = std::signal(SIGXFSZ, SIG_IGN);
        rlimit none = before;
        none.rlim_cur = 64;
        setrlimit(RLIMIT_FSIZE, &none);
        stage.type(QStringLiteral("no room"));
        const bool told =
            QTest::qWaitFor([&] { return stage.status() == QStringLiteral("not saved"); }, 10'000);
        const QString news = stage.news(), text = stage.text()->toPlainText();
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, quiet);
        QVERIFY2(told, qPrintable(stage.status()));
        QVERIFY2(news.size() > 40, qPrintable(news));
        QCOMPARE(text, QStringLiteral("no room"));
        QVERIFY(stage.stored(id).empty());
        QTest::mouseClick(stage.find("noteNewsAction"), Qt::LeftButton);
        QVERIFY(stage.storedText(id, "no room"));
        QTRY_VERIFY(stage.news().isEmpty());
    }

    void whoWritesIsAskedOnce() {
        giveWriterName("");
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        auto* field = stage.find<QLineEdit>("writerName");
        QVERIFY(!field->isVisible());
        stage.type(QStringLiteral("x"));
        QVERIFY(field->isVisible());
        QVERIFY(stage.text()->hasFocus());
        QVERIFY(stage.storedText(id, "x"));
        QVERIFY(stage.settle());
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("Robin"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QTRY_COMPARE(stage.first(id).author, std::string("Robin"));
        QCOMPARE(stage.first(id).text, std::string("x"));
        QCOMPARE(writerName(), std::string("Robin"));
    }

    void aWrongLabelIsKeptBesideTheData() {
        NoteStage stage(file());
        QVERIFY(stage.choose(blankRow(stage)));
        const std::string id = stage.pane->facts()->sampleId;
        QSignalSpy shown(stage.editor.get(), &NoteEditor::correctionShown);
        stage.type(QStringLiteral("x"));
        QTest::mouseClick(stage.find("wrongLabel"), Qt::LeftButton);
        auto* menu = stage.editor->findChild<QMenu*>();
        for (QMenu* one : stage.editor->findChildren<QMenu*>())
            if (one->isVisible()) menu = one;
        QCOMPARE(menu->actions().size(), 1);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(stage.desk().correction());
        QVERIFY(stage.desk().correction()->corrected != *stage.pane->facts()->label);
        QVERIFY(shown.last().at(0).toString().contains(QStringLiteral("is wrong, it is")));
        stage.desk().history().undo();
        QTRY_VERIFY(!stage.desk().correction());
    }

    void aStoreForReadingTakesNoNote() {
        NoteStage stage(file());
        stage.session.setStore(Store::open(file(), OpenMode::ReadOnly, stage.clock));
        QVERIFY(stage.choose(0));
        stage.type(QStringLiteral("x"));
        QVERIFY(stage.text()->isReadOnly());
        QCOMPARE(stage.status(), QStringLiteral("reading only"));
    }

    void closingSavesWhatWasTyped() {
        std::string id;
        {
            NoteStage stage(file());
            QVERIFY(stage.choose(blankRow(stage)));
            id = stage.pane->facts()->sampleId;
            stage.type(QStringLiteral("last words"));
        }
        NoteStage again(file());
        QCOMPARE(again.stored(id).at(0).text, std::string("last words"));
    }

    // The window is killed in the middle of a word.
    void whatAKilledWindowHeldIsThereAgain() {
        for (const char* wait : {"0", "1500"}) {
            std::string id;
            {
                NoteStage stage(file());
                QVERIFY(stage.settle());
                const RowIndex row = blankRow(stage);
                QVERIFY(stage.choose(row));
                id = stage.pane->facts()->sampleId;
                QProcess child;
                child.start(QCoreApplication::applicationFilePath(),
                            {QStringLiteral("--type"), QString::fromStdString(file().string()),
                             QString::number(row), QLatin1String(wait)});
                QVERIFY(child.waitForFinished(60'000));
                QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            }
            NoteStage again(file());
            QVERIFY(again.settle());
            QVERIFY2(again.storedText(id, "typed and killed"), wait);
            QCOMPARE(again.stored(id).size(), std::size_t{1});
        }
    }
};

// What the killed window does: types, waits, dies.
int typeAndDie(const std::filesystem::path& file, RowIndex row, int wait) {
    NoteStage stage(file);
    if (!stage.choose(row)) return 1;
    stage.type(QStringLiteral("typed and killed"));
    QTest::qWait(wait);
    kill(getpid(), SIGKILL);
    return 2;
}

}  // namespace reckoner

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 5 && std::string(argv[1]) == "--type") {
        QApplication app(argc, argv);
        return reckoner::typeAndDie(argv[2], static_cast<reckoner::RowIndex>(std::stoul(argv[3])),
                                    std::stoi(argv[4]));
    }
    return reckoner::test::runWindowTests<reckoner::NoteEditorTest>(argc, argv);
}
#include "note_editor_test.moc"
