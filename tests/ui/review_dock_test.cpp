// A whole review through the window: prepared, held, paused, resumed, closed, into minutes that hold every
// word.
#include "ui/review/review_dock.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QWheelEvent>

#include "core/report/minutes.h"
#include "core/store/notebook.h"
#include "core/store/review_book.h"
#include "tests/ui/demo_session.h"
#include "tests/ui/review_steps.h"
#include "ui/review/reason_list.h"
#include "ui/session/kept_fields.h"
#include "ui/session/meeting_desk.h"
#include "ui/session/writer_name.h"

namespace reckoner {

using test::ShownWindow;
using test::SmallStore;

class ReviewDockTest : public QObject, test::ReviewSteps {
    Q_OBJECT
 private Q_SLOTS:
    void aWholeReviewEndsInMinutesWithEveryWord();
    void aReviewThatWasLeftRunningIsThereAgain();
    void whatTwoWindowsWriteIsBothKept();
    void theButtonFollowsTheStore();
    void theAgendaIsEditedAndKeptForTheModel();
    void reasonsAreRankedByDragAndBecomeActions();
    void aStoreForReadingShowsItsReviewAndTakesNothing();
    void aFormThatWasBegunStandsThereAgain();
    void todaySaysWhatIsPreparedAndOpensIt();

 private:
    static std::shared_ptr<Store> demo(const test::TemporaryFolder& folder) {
        static const test::DemoStoreFile file;
        return Store::open(file.copy(folder.path()), OpenMode::ReadWrite, SmallStore::clock());
    }
};

void ReviewDockTest::aWholeReviewEndsInMinutesWithEveryWord() {
    const test::TemporaryFolder folder;
    const auto store = demo(folder);
    ShownWindow w(store);
    ReviewSession& session = w.window.session();
    calm(w);
    open(w);
    w.click("reviewMain");
    calm(w);
    QVERIFY(w.find("reviewDraft")->isVisible());
    type(w, "draftPeople", QStringLiteral("Ann, Ben"));
    type(w, "draftQuestions", QStringLiteral("Who pays for relabelling?"));
    QTRY_COMPARE(MeetingDesk::of(session).meeting()->attendees.size(), std::size_t(2));
    QTRY_VERIFY(!KeptFields::of(session).any(QStringLiteral("draft/")));
    // Two cases of the surest mistakes and one from its card.
    w.click("takeDearest");
    calm(w);
    QTRY_COMPARE(MeetingDesk::of(session).meeting()->items[1].picks.size(), std::size_t(3));
    w.click("draftCaseAway2");
    calm(w);
    w.click("nav.errors");
    calm(w);
    QTRY_VERIFY(w.find("caseToReview")->isVisible());
    for (int i = 0; i < 4 && !w.find("caseToReview")->isEnabled(); ++i) {
        QTest::keyClick(w.find("page.errors"), Qt::Key_J);
        calm(w);
    }
    w.click("caseToReview");
    calm(w);
    const std::vector<std::string> picks = MeetingDesk::of(session).meeting()->items[1].picks;
    QCOMPARE(picks.size(), std::size_t(3));
    const std::string uid = MeetingDesk::of(session).meeting()->uid;

    w.click("reviewMain");
    calm(w);
    QCOMPARE(stored(store, uid).state, MeetingState::Running);
    QCOMPARE(session.state().page, std::string("today"));
    key(w, Qt::Key_F5);
    note(w, QStringLiteral("recallfell in spring"));
    key(w, Qt::Key_F6);
    note(w, QStringLiteral("feedbroke on Monday"));
    QCOMPARE(w.find<QPlainTextEdit>("pointNotes")->toPlainText(),
             QStringLiteral("Ann: recallfell in spring\nBen: feedbroke on Monday"));

    // The deep-dive opens the picked cases one after the other.
    key(w, Qt::Key_Return, Qt::ControlModifier);
    calm(w);
    QCOMPARE(session.state().page, std::string("errors"));
    QCOMPARE(session.state().options.at("errors.case"), picks[0]);
    key(w, Qt::Key_PageDown, Qt::ControlModifier);
    calm(w);
    QCOMPARE(session.state().options.at("errors.case"), picks[1]);
    w.click("nextPick");
    calm(w);
    QCOMPARE(session.state().options.at("errors.case"), picks[2]);
    note(w, QStringLiteral("parttimer without history"));

    // Paused and gone on with.
    key(w, Qt::Key_P, Qt::ControlModifier);
    calm(w);
    QVERIFY(!stored(store, uid).clockFrom);
    w.click("reviewPause");
    calm(w);
    QVERIFY(stored(store, uid).clockFrom);

    w.click("reviewNext");
    calm(w);
    QCOMPARE(session.state().page, std::string("versions"));
    // Another view is bound to the point by one click.
    w.click("nav.decide");
    calm(w);
    w.click("bindView");
    calm(w);
    QCOMPARE(stored(store, uid).items[2].point.page, std::string("decide"));
    key(w, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    type(w, "dock_title", QStringLiteral("Holdthethreshold"));
    type(w, "dock_reason", QStringLiteral("untilincomeisback"));
    QCOMPARE(w.find<QLineEdit>("dock_who")->text(), QStringLiteral("Ben"));
    w.click("dockFormSave");
    calm(w);
    QTRY_VERIFY(w.find("pointNotes")->isVisible());

    w.click("agendaPoint4");
    calm(w);
    QCOMPARE(session.state().page, std::string("record"));
    QVERIFY(w.find("questionList")->isVisible());
    w.click("question0");
    note(w, QStringLiteral("thevendorpays"));
    key(w, Qt::Key_T, Qt::ControlModifier);
    type(w, "dock_title", QStringLiteral("Askvendor"));
    type(w, "dock_owner", QStringLiteral("Ann"));
    key(w, Qt::Key_Return, Qt::ControlModifier);
    calm(w);
    QTRY_VERIFY(w.find("pointNotes")->isVisible());
    w.click("agendaPoint2");
    calm(w);
    QCOMPARE(session.state().page, std::string("decide"));
    for (int i = 0; i < 8 && MeetingDesk::of(session).going(); ++i) {
        w.click("reviewNext");
        calm(w);
    }
    const Meeting closed = stored(store, uid);
    QCOMPARE(closed.state, MeetingState::Closed);
    QVERIFY(w.find("reviewMain")->hasFocus());
    QTest::keyClick(w.find("reviewMain"), Qt::Key_Space);
    calm(w);
    QCOMPARE(session.state().options.at("record.review"), uid);
    w.click("reviewSecond");
    QVERIFY(!w.find("reviewDock")->isVisible());

    const ReviewBook book(store);
    const Minutes minutes =
        minutesOf("Credit default", closed, book.decisions(closed.modelId), book.actions(closed.modelId));
    QCOMPARE(minutes.decisions.size(), std::size_t(1));
    QCOMPARE(minutes.decisions[0].who, std::string("Ben"));
    QVERIFY(!minutes.decisions[0].evidence.empty());
    QCOMPARE(minutes.agreed.size(), std::size_t(1));
    std::string written;
    writeMarkdown(minutesDocument(minutes), [&written](std::string_view part) { written += part; });
    const QString text = QString::fromStdString(written);
    for (const char* word :
         {"Ann", "Ben", "recallfell", "spring", "feedbroke", "Monday", "parttimer", "history",
          "Holdthethreshold", "untilincomeisback", "relabelling", "thevendorpays", "Askvendor"})
        QVERIFY2(text.contains(QLatin1String(word)), word);
    for (const std::string& pick : picks)
        QVERIFY(text.contains(QString::fromStdString(pick)));
}

void ReviewDockTest::aReviewThatWasLeftRunningIsThereAgain() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    std::string uid;
    {
        ShownWindow w(small.store);
        begin(w);
        uid = MeetingDesk::of(w.window.session()).meeting()->uid;
        note(w, QStringLiteral("half a senten"));
        // The window goes before the sentence ends.
    }
    QCOMPARE(stored(small.store, uid).items[0].notes, std::string("half a senten"));
    // A day later: the time between does not count.
    Meeting old = stored(small.store, uid);
    old.clockFrom = *old.clockFrom - std::chrono::hours(24);
    ReviewBook(small.store).saveClock(old);
    ShownWindow w(small.store);
    QVERIFY(w.find("reviewDock")->isVisible());
    QTRY_COMPARE(w.find<QAbstractButton>("bar.review")->text(), QStringLiteral("Review paused"));
    QCOMPARE(w.find<QPlainTextEdit>("pointNotes")->toPlainText(), QStringLiteral("half a senten"));
    note(w, QStringLiteral("ce"));
    w.click("reviewPause");
    calm(w);
    QTRY_COMPARE(stored(small.store, uid).items[0].notes, std::string("half a sentence"));
    QVERIFY(spentOn(stored(small.store, uid), SmallStore::clock().now()) < std::chrono::minutes(5));
}

void ReviewDockTest::whatTwoWindowsWriteIsBothKept() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    begin(w);
    const std::string uid = MeetingDesk::of(w.window.session()).meeting()->uid;
    note(w, QStringLiteral("ours"));
    AgendaItem theirs = stored(small.store, uid).items[0];
    theirs.notes = "theirs";
    ReviewBook(small.store).saveNotes(uid, theirs);
    MeetingDesk::of(w.window.session()).saveNow();
    calm(w);
    QCOMPARE(stored(small.store, uid).items[0].notes, std::string("theirs\n\nours"));
    QCOMPARE(w.find<QPlainTextEdit>("pointNotes")->toPlainText(), QStringLiteral("theirs\n\nours"));
    QVERIFY(w.find("pointNotesNews")->isVisible());
}

void ReviewDockTest::theButtonFollowsTheStore() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    auto* button = w.find<QAbstractButton>("bar.review");
    QCOMPARE(button->text(), QStringLiteral("Prepare review"));
    ReviewBook book(small.store);
    const std::int64_t model = w.window.session().state().model;
    Meeting draft = draftMeeting(model, "2024-01-02", usualAgenda());
    draft.title = "Tomorrow's";
    draft = book.save(draft);
    w.window.session().notesChanged();
    QTRY_COMPARE(button->text(), QStringLiteral("Start review"));
    book.save(started(book.meeting(draft.uid).value(), SmallStore::clock().now()));
    w.window.session().notesChanged();
    QTRY_COMPARE(button->text(), QStringLiteral("Review running"));
    QVERIFY(button->isChecked());
}

void ReviewDockTest::theAgendaIsEditedAndKeptForTheModel() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    open(w);
    w.find("reviewMain")->setFocus();
    key(w, Qt::Key_Return);
    calm(w);
    type(w, "agendaTitle0", QStringLiteral("Figures"));
    QTest::keyClick(w.find("agendaTitle0"), Qt::Key_Return);
    calm(w);
    w.click("agendaAdd");
    calm(w);
    QTest::keyClicks(w.window.focusWidget(), QStringLiteral("Any other point"));
    QTest::keyClick(w.window.focusWidget(), Qt::Key_Return);
    calm(w);
    QCOMPARE(MeetingDesk::of(w.window.session()).meeting()->items.back().point.title,
             std::string("Any other point"));
    auto* minutes = w.find<QSpinBox>("agendaMinutes1");
    minutes->setFocus();
    QTest::keyClick(minutes, Qt::Key_Up);
    calm(w);
    // The wheel over the minutes turns the draft and changes nothing.
    const int before = minutes->value();
    QWheelEvent wheel(QPointF(5, 5), minutes->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(minutes, &wheel);
    QCOMPARE(minutes->value(), before);
    w.click("agendaMore2");
    auto* menu = w.find<QMenu>("agendaMenu");
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().front()).center());
    calm(w);
    const Meeting* meeting = MeetingDesk::of(w.window.session()).meeting();
    QCOMPARE(meeting->items.size(), usualAgenda().size() + 1);
    QCOMPARE(meeting->items[0].point.title, std::string("Figures"));
    QCOMPARE(meeting->items[1].point.title, usualAgenda()[2].title);
    QCOMPARE(meeting->items[2].point.minutes, usualAgenda()[1].minutes + 1);
    w.click("keepAgenda");
    calm(w);
    const auto kept = ReviewBook(small.store).agenda(meeting->modelId);
    QCOMPARE(kept[0].title, std::string("Figures"));
    QCOMPARE(kept.size(), usualAgenda().size() + 1);
    // Typed to the last moment, then taken back: nothing is kept of it.
    QTest::keyClicks(w.find("draftQuestions"), QStringLiteral("never mind"));
    w.click("reviewSecond");
    calm(w);
    QTRY_VERIFY(!KeptFields::of(w.window.session()).any(QStringLiteral("draft/")));
    QVERIFY(ReviewBook(small.store).meetings(w.window.session().state().model).empty());
    w.click("reviewMain");
    calm(w);
    QCOMPARE(MeetingDesk::of(w.window.session()).meeting()->items[0].point.title, std::string("Figures"));
}

void ReviewDockTest::reasonsAreRankedByDragAndBecomeActions() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    const std::int64_t model = w.window.session().state().model;
    Notebook notebook(small.store);
    notebook.setTags(model, {"feed", "label", "thin file"});
    int at = 0;
    for (const char* tag : {"feed", "feed", "feed", "label", "label", "thin file"}) {
        Annotation note;
        note.modelId = model;
        note.sampleId = test::numberedIds("id-", 20)[static_cast<std::size_t>(at++)];
        note.text = "why";
        note.tags = {tag};
        note.cost = std::string(tag) == "feed" ? 1 : 100;
        notebook.save(note);
    }
    w.window.session().notesChanged();
    calm(w);
    begin(w);
    QTest::keyClick(&w.window, Qt::Key_4, Qt::ControlModifier);
    calm(w);
    QCOMPARE(w.window.session().state().page, std::string("errors"));
    auto* list = w.find<ReasonList>("reasonList");
    QVERIFY(list->isVisible());
    QTRY_VERIFY(list->accessibleDescription().startsWith(QStringLiteral("label, 2 cases")));
    // The last is dragged to the top.
    const auto row = [](int i) { return QPoint(60, 20 + 32 * i + 16); };
    QTest::mousePress(list->viewport(), Qt::LeftButton, {}, row(2));
    QTest::mouseMove(list->viewport(), row(1));
    QTest::mouseMove(list->viewport(), row(0));
    QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, row(0));
    calm(w);
    const Meeting* meeting = MeetingDesk::of(w.window.session()).meeting();
    QCOMPARE(meeting->items[3].picks, (std::vector<std::string>{"feed", "label", "thin file"}));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      QPoint(list->viewport()->width() - 10, row(0).y()));
    QTRY_VERIFY(w.window.findChild<QLineEdit*>(QStringLiteral("dock_title")));
    type(w, "dock_owner", QStringLiteral("Data"));
    w.click("dockFormSave");
    calm(w);
    QTRY_COMPARE(ReviewBook(small.store).actions(model).size(), std::size_t(1));
    const Action action = ReviewBook(small.store).actions(model)[0];
    QCOMPARE(action.links, (std::vector<ActionLink>{{ActionLink::To::Tag, "feed"},
                                                    {ActionLink::To::Point, meeting->items[3].uid}}));
    QCOMPARE(action.review, meeting->uid);
}

void ReviewDockTest::aStoreForReadingShowsItsReviewAndTakesNothing() {
    const test::TemporaryFolder folder;
    {
        const SmallStore small(folder.path(), "reading.reckoner");
        ReviewBook book(small.store);
        Meeting draft = draftMeeting(small.store->models()[0].id, "2024-01-02", usualAgenda());
        draft.title = "Theirs";
        draft.items[0].notes = "read me";
        draft = book.save(draft);
        book.save(started(book.meeting(draft.uid).value(), SmallStore::clock().now()));
        Decision decision;
        decision.modelId = draft.modelId;
        decision.title = "Hold";
        decision.reason = "the feed";
        decision.who = "Ann";
        decision.review = draft.uid;
        book.decide(decision);
    }
    ShownWindow w(Store::open(folder / "reading.reckoner", OpenMode::ReadOnly, SmallStore::clock()));
    QVERIFY(w.find("reviewDock")->isVisible());
    QVERIFY(w.find<QPlainTextEdit>("pointNotes")->isReadOnly());
    QCOMPARE(w.find<QPlainTextEdit>("pointNotes")->toPlainText(), QStringLiteral("read me"));
    QVERIFY(w.find("agendaPoint1")->isVisible());
    QTRY_COMPARE(w.find<QAbstractButton>("trace0")->accessibleName(), QStringLiteral("decided: Hold"));
    QVERIFY(w.find("trace0")->isVisible());
    QVERIFY(!w.find("reviewNext")->isEnabled());
    QVERIFY(!w.find("reviewPause")->isEnabled());
}

void ReviewDockTest::aFormThatWasBegunStandsThereAgain() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    {
        ShownWindow w(small.store);
        begin(w);
        giveWriterName("Ann");
        key(w, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        type(w, "dock_title", QStringLiteral("Hold for now"));
        QTest::keyClick(w.find("dock_title"), Qt::Key_Escape);
        QTRY_VERIFY(w.find("pointNotes")->isVisible());
        QCOMPARE(w.find<QAbstractButton>("reviewDecision")->text(), QStringLiteral("Decision begun"));
    }
    ShownWindow w(small.store);
    QTRY_VERIFY(w.find("reviewDecision")->isVisible());
    giveWriterName("Ben");
    w.click("reviewDecision");
    QCOMPARE(w.find<QLineEdit>("dock_title")->text(), QStringLiteral("Hold for now"));
    QCOMPARE(w.find<QLineEdit>("dock_who")->text(), QStringLiteral("Ann"));
    // Without a reason it is refused where it stands, and nothing is lost.
    w.click("dockFormSave");
    calm(w);
    QCOMPARE(w.find<QLineEdit>("dock_title")->text(), QStringLiteral("Hold for now"));
    QVERIFY(ReviewBook(small.store).decisions(w.window.session().state().model).empty());
    w.click("dockFormAside");
    // Put aside is not thrown away.
    QTRY_COMPARE(w.find<QAbstractButton>("reviewDecision")->text(), QStringLiteral("Decision begun"));
}

void ReviewDockTest::todaySaysWhatIsPreparedAndOpensIt() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    Meeting draft = draftMeeting(w.window.session().state().model, "2099-03-04", usualAgenda());
    draft.title = "Far away";
    ReviewBook(small.store).save(draft);
    w.window.session().notesChanged();
    w.click("nav.today");
    calm(w);
    QAbstractButton* line = nullptr;
    QTRY_VERIFY([&] {
        for (auto* row : w.find("today_due")->findChildren<QAbstractButton*>())
            if (row->isVisible() && row->text().startsWith(QStringLiteral("Next review: 4 March 2099")))
                line = row;
        return line != nullptr;
    }());
    QVERIFY(w.find("todayReview")->isVisible());
    QTest::mouseClick(line, Qt::LeftButton);
    QVERIFY(w.find("reviewDraft")->isVisible());
    // One primary button a page: the dock has its own.
    QVERIFY(!w.find("todayReview")->isVisible());
    w.click("reviewHide");
    QVERIFY(w.find("todayReview")->isVisible());
}

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::ReviewDockTest>(argc, argv);
}
#include "review_dock_test.moc"
