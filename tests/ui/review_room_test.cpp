// What the dock has room for and leaves behind: present mode, narrow windows, many people; what was agreed,
// where points are put, decisions from every page.
#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

#include "core/review/decision_evidence.h"
#include "tests/ui/review_steps.h"
#include "ui/session/meeting_desk.h"

namespace reckoner {

using test::ShownWindow;
using test::SmallStore;

class ReviewRoomTest : public QObject, test::ReviewSteps {
    Q_OBJECT
 private Q_SLOTS:
    void nothingIsCutInPresentMode();
    void whatAPointHoldsIsNotCutInPresentMode();
    void theBarGivesWayWhereTheWindowIsNarrow();
    void whatIsAgreedIsSeenUnderItsPoint();
    void agendaPointsMoveByDragAndByKeys();
    void aDecisionIsBegunFromAnyPage();
    void manyPeoplePointsAndLongWordsFit();
    void whatIsBegunOutlivesItsReview();
    void theEndIsAskedFor();
};

void ReviewRoomTest::nothingIsCutInPresentMode() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    begin(w);
    w.window.setPresenting(true);
    w.window.showNormal();
    w.window.resize(1280, 800);
    calm(w);
    QWidget* dock = w.find("reviewDock");
    for (const char* name :
         {"reviewClock", "agenda", "pointNotes", "reviewDecision", "reviewAction", "reviewNext"}) {
        QWidget* part = w.find(name);
        QVERIFY2(part->isVisible(), name);
        const QRect inside(part->mapTo(dock, QPoint()), part->size());
        QVERIFY2(dock->rect().contains(inside), name);
    }
    QVERIFY(w.find("pointNotes")->height() >= 72);
    QVERIFY(w.find("reviewDecision")->sizeHint().width() <= w.find("reviewDecision")->width());
    w.window.setPresenting(false);
}

// Cases, reasons and questions in present mode, with something agreed already.
void ReviewRoomTest::whatAPointHoldsIsNotCutInPresentMode() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ReviewBook book(small.store);
    Meeting draft = draftMeeting(small.store->models()[0].id, "2024-01-02", usualAgenda());
    draft.title = "Theirs";
    draft.items[1].picks = {"id-1", "id-2", "id-3"};
    draft.attendees = {"Ann", "Ben"};
    draft = book.save(draft);
    book.save(started(book.meeting(draft.uid).value(), SmallStore::clock().now()));
    Action action;
    action.modelId = draft.modelId;
    action.title = "Ask the vendor";
    action.review = draft.uid;
    book.save(action);
    ShownWindow w(small.store);
    w.window.setPresenting(true);
    w.window.showNormal();
    w.window.resize(1280, 800);
    calm(w);
    const struct {
        Qt::Key point;
        const char* tool;
        int least;
    } tools[] = {{Qt::Key_2, "caseWalk", 32}, {Qt::Key_4, "reasonList", 52}, {Qt::Key_5, "questionList", 48}};
    for (const auto& one : tools) {
        QTest::keyClick(&w.window, one.point, Qt::ControlModifier);
        calm(w);
        QWidget* tool = w.find(one.tool);
        QVERIFY2(tool->isVisible(), one.tool);
        QVERIFY2(tool->height() >= one.least, one.tool);
        QWidget* notes = w.find("pointNotesView");
        QVERIFY(tool->mapTo(notes->parentWidget(), QPoint(0, tool->height())).y() <= notes->y());
        QVERIFY(w.find("pointNotes")->height() >= 48);
    }
    w.window.setPresenting(false);
}

void ReviewRoomTest::theBarGivesWayWhereTheWindowIsNarrow() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    w.window.resize(1024, 700);
    calm(w);
    QCOMPARE(w.window.width(), 1024);
    auto* button = w.find<QAbstractButton>("bar.review");
    QCOMPARE(button->text(), QStringLiteral("Review"));
    QVERIFY(button->mapTo(&w.window, QPoint(button->width(), 0)).x() <= 1024);
    w.window.resize(1280, 800);
    calm(w);
    QCOMPARE(button->text(), QStringLiteral("Prepare review"));
}

void ReviewRoomTest::whatIsAgreedIsSeenUnderItsPoint() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    std::string decided;
    {
        ShownWindow w(small.store);
        begin(w);
        QVERIFY(!w.find("traceList")->isVisible());
        key(w, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        type(w, "dock_title", QStringLiteral("Hold the threshold"));
        type(w, "dock_reason", QStringLiteral("until the feed is back"));
        type(w, "dock_who", QStringLiteral("Ann"));
        w.click("dockFormSave");
        calm(w);
        QTRY_VERIFY(w.find("traceList")->isVisible());
        QTRY_COMPARE(w.find<QAbstractButton>("trace0")->accessibleName(),
                     QStringLiteral("decided: Hold the threshold"));
        w.click("reviewNext");
        calm(w);
        key(w, Qt::Key_T, Qt::ControlModifier);
        type(w, "dock_title", QStringLiteral("Ask the vendor"));
        type(w, "dock_owner", QStringLiteral("Ben"));
        w.click("dockFormSave");
        calm(w);
        // Those of the point spoken about come first.
        QTRY_COMPARE(w.find<QAbstractButton>("trace0")->accessibleName(),
                     QStringLiteral("to do: Ask the vendor, Ben"));
        QCOMPARE(w.find("agendaPoint0")->accessibleDescription(), QStringLiteral("done, 1 decision"));
        QCOMPARE(w.find("agendaPoint1")->accessibleDescription(),
                 QStringLiteral("spoken about now, 1 action"));
        w.click("trace1");
        calm(w);
        decided = ReviewBook(small.store).decisions(w.window.session().state().model)[0].uid;
        QCOMPARE(w.window.session().state().page, std::string("record"));
        QCOMPARE(w.window.session().state().options.at("record.decision"), decided);
        QVERIFY(w.find("reviewDock")
                    ->rect()
                    .contains(QRect(w.find("traceList")->mapTo(w.find("reviewDock"), QPoint()),
                                    w.find("traceList")->size())));
    }
    // It is the store that knows, not the window.
    ShownWindow w(small.store);
    QTRY_COMPARE(w.find("agendaPoint0")->accessibleDescription(), QStringLiteral("done, 1 decision"));
}

void ReviewRoomTest::agendaPointsMoveByDragAndByKeys() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    open(w);
    w.click("reviewMain");
    calm(w);
    const std::string uid = MeetingDesk::of(w.window.session()).meeting()->uid;
    const auto titles = [&] {
        QStringList list;
        for (const AgendaItem& item : stored(small.store, uid).items)
            list << QString::fromStdString(item.point.title);
        return list;
    };
    const QStringList before = titles();
    // The grip moves with its row, so the way is told from the editor around it.
    const auto drag = [&](const char* name, int rows) {
        QWidget* editor = w.find("agendaEditor");
        QWidget* grip = w.find(name);
        const QPoint start = grip->mapTo(editor, grip->rect().center());
        const int step = w.find("agendaGrip1")->mapTo(editor, QPoint()).y() -
                         w.find("agendaGrip0")->mapTo(editor, QPoint()).y();
        QTest::mousePress(grip, Qt::LeftButton, {}, grip->rect().center());
        for (int at = 1; at <= 8; ++at)
            QTest::mouseMove(grip, grip->mapFrom(editor, start + QPoint(0, step * rows * at / 8)));
        return grip->mapFrom(editor, start + QPoint(0, step * rows));
    };
    // The third to the top.
    QPoint at = drag("agendaGrip2", -2);
    QTest::mouseRelease(w.find("agendaGrip2"), Qt::LeftButton, {}, at);
    calm(w);
    QStringList wanted = before;
    wanted.move(2, 0);
    QTRY_COMPARE(titles(), wanted);
    // Let go with Esc: nothing happens.
    at = drag("agendaGrip0", 1);
    QTest::keyClick(w.find("agendaEditor"), Qt::Key_Escape);
    QTest::mouseRelease(w.find("agendaGrip0"), Qt::LeftButton, {}, at);
    calm(w);
    QCOMPARE(titles(), wanted);
    // By keys, the field going with its point; what is typed goes with it too.
    type(w, "agendaTitle0", QStringLiteral("First of all"));
    QTest::keyClick(w.find("agendaTitle0"), Qt::Key_Down, Qt::AltModifier);
    calm(w);
    wanted[0] = QStringLiteral("First of all");
    wanted.move(0, 1);
    QTRY_COMPARE(titles(), wanted);
    QVERIFY(w.find("agendaTitle1")->hasFocus());
    QTest::keyClick(w.find("agendaTitle1"), Qt::Key_Up, Qt::AltModifier);
    calm(w);
    wanted.move(1, 0);
    QTRY_COMPARE(titles(), wanted);
}

void ReviewRoomTest::aDecisionIsBegunFromAnyPage() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    for (const char* page : {"decide", "errors", "segments", "versions"}) {
        w.click((std::string("nav.") + page).c_str());
        calm(w);
        QVERIFY2(w.find("nav.decision")->isVisible(), page);
        w.click("nav.decision");
        calm(w);
        QCOMPARE(w.window.session().state().page, std::string("record"));
        QTRY_VERIFY(w.window.findChild<QLineEdit*>(QStringLiteral("record_title")));
        QCOMPARE(w.window.session().state().options.at("record.from"), std::string(page));
        w.click("recordFormAside");
        calm(w);
        QTRY_VERIFY(!w.window.findChild<QLineEdit*>(QStringLiteral("record_title")));
    }
    // In a review the form stands beside the page.
    begin(w);
    w.click("nav.segments");
    calm(w);
    w.click("nav.decision");
    calm(w);
    QCOMPARE(w.window.session().state().page, std::string("segments"));
    QVERIFY(w.find("dock_title")->isVisible());
    type(w, "dock_title", QStringLiteral("Hold"));
    type(w, "dock_reason", QStringLiteral("why"));
    type(w, "dock_who", QStringLiteral("Ann"));
    w.click("dockFormSave");
    calm(w);
    const ReviewBook book(small.store);
    const std::int64_t model = w.window.session().state().model;
    QTRY_COMPARE(book.decisions(model).size(), std::size_t(1));
    const auto evidence = decisionEvidenceFromJson(book.decisions(model)[0].evidence);
    QVERIFY(evidence);
    QCOMPARE(ReviewState::fromJson(evidence->state).page, std::string("segments"));
}

void ReviewRoomTest::manyPeoplePointsAndLongWordsFit() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ReviewBook book(small.store);
    Meeting meeting = draftMeeting(small.store->models()[0].id, "2024-01-02", usualAgenda());
    meeting.title = QString(QStringLiteral("A review whose title is long ")).repeated(6).toStdString();
    for (int i = 0; meeting.items.size() < 12; ++i) {
        AgendaItem item;
        item.point.title =
            QString(QStringLiteral("A point that takes many words to say ")).repeated(5).toStdString();
        meeting.items.push_back(item);
    }
    for (int i = 0; i < 10; ++i)
        meeting.attendees.push_back("Somebody with a long name " + std::to_string(i));
    const Meeting draft = book.save(meeting);
    book.save(started(book.meeting(draft.uid).value(), SmallStore::clock().now()));
    ShownWindow w(small.store);
    for (const bool present : {false, true}) {
        w.window.setPresenting(present);
        w.window.showNormal();
        w.window.resize(1280, 800);
        calm(w);
        QWidget* dock = w.find("reviewDock");
        int below = 0;
        for (const char* name :
             {"reviewClock", "agenda", "pointNotesView", "speakers", "reviewDecision", "reviewNext"}) {
            QWidget* part = w.find(name);
            QVERIFY2(part->isVisible(), name);
            const QRect inside(part->mapTo(dock, QPoint()), part->size());
            QVERIFY2(dock->rect().contains(inside), name);
            QVERIFY2(inside.top() >= below, name);
            below = inside.bottom();
        }
        QVERIFY(w.find("pointNotes")->height() >= 60);
    }
    w.window.setPresenting(false);
}

void ReviewRoomTest::whatIsBegunOutlivesItsReview() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    {
        ShownWindow w(small.store);
        begin(w);
        key(w, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        type(w, "dock_title", QStringLiteral("Hold for now"));
        QTest::keyClick(w.find("dock_title"), Qt::Key_Escape);
        QTRY_VERIFY(!w.window.findChild<QWidget*>(QStringLiteral("dockForm")));
        QVERIFY(w.find("pointNotes")->isVisible());
        key(w, Qt::Key_T, Qt::ControlModifier);
        type(w, "dock_title", QStringLiteral("Ask the vendor"));
        QTest::keyClick(w.find("dock_title"), Qt::Key_Escape);
        QTRY_VERIFY(!w.window.findChild<QWidget*>(QStringLiteral("dockForm")));
        QVERIFY(w.find("pointNotes")->isVisible());
        w.click("agendaPoint4");
        calm(w);
        // The end names what is begun, asked for and come to.
        for (int i = 0; i < 8 && MeetingDesk::of(w.window.session()).going(); ++i) {
            const bool last =
                w.find<QAbstractButton>("reviewNext")->text() == QLatin1String("Close the review");
            w.click("reviewNext");
            calm(w);
            if (last)
                QCOMPARE(w.find<QAbstractButton>("reviewNext")->text(),
                         QStringLiteral("Two forms are begun. Close?"));
        }
        QVERIFY(!MeetingDesk::of(w.window.session()).going());
        QVERIFY(w.find<QLabel>("reviewText")
                    ->text()
                    .contains(QStringLiteral("A decision and an action are begun and not saved.")));
    }
    // In a window that knows nothing of that review: on Record, and in the next review.
    ShownWindow w(small.store);
    w.window.session().apply([](ReviewState& state) {
        state.page = "record";
        state.options["record.tab"] = "decisions";
    });
    calm(w);
    w.click("decisionsNew");
    QTRY_COMPARE(w.find<QLineEdit>("record_title")->text(), QStringLiteral("Hold for now"));
    w.click("recordFormAside");
    calm(w);
    begin(w);
    QCOMPARE(w.find<QAbstractButton>("reviewDecision")->text(), QStringLiteral("Decision begun"));
    QCOMPARE(w.find<QAbstractButton>("reviewAction")->text(), QStringLiteral("Action begun"));
    w.click("reviewAction");
    QCOMPARE(w.find<QLineEdit>("dock_title")->text(), QStringLiteral("Ask the vendor"));
    w.click("dockFormAside");
    QTRY_VERIFY(!w.window.findChild<QWidget*>(QStringLiteral("dockForm")));
    w.click("reviewDecision");
    type(w, "dock_reason", QStringLiteral("until the feed is back"));
    type(w, "dock_who", QStringLiteral("Ann"));
    w.click("dockFormSave");
    calm(w);
    QTRY_COMPARE(w.find<QAbstractButton>("reviewDecision")->text(), QStringLiteral("Decision..."));
    const auto decisions = ReviewBook(small.store).decisions(w.window.session().state().model);
    QCOMPARE(decisions.size(), std::size_t(1));
    QCOMPARE(decisions[0].title, std::string("Hold for now"));
    QCOMPARE(decisions[0].review, MeetingDesk::of(w.window.session()).meeting()->uid);
}

void ReviewRoomTest::theEndIsAskedFor() {
    const test::TemporaryFolder folder;
    const SmallStore small(folder.path());
    ShownWindow w(small.store);
    begin(w);
    const MeetingDesk& desk = MeetingDesk::of(w.window.session());
    for (std::size_t i = 1; i < usualAgenda().size(); ++i) {
        key(w, Qt::Key_Return, Qt::ControlModifier);
        calm(w);
    }
    const auto next = [&w] { return w.find<QAbstractButton>("reviewNext")->text(); };
    QCOMPARE(next(), QStringLiteral("Close the review"));
    key(w, Qt::Key_Return, Qt::ControlModifier);
    calm(w);
    QVERIFY(desk.going());
    QCOMPARE(next(), QStringLiteral("Close the review?"));
    // Whoever writes on goes on.
    note(w, QStringLiteral("one more thing"));
    calm(w);
    QCOMPARE(next(), QStringLiteral("Close the review"));
    key(w, Qt::Key_Return, Qt::ControlModifier);
    calm(w);
    QVERIFY(desk.going());
    // Or looks at the point once more.
    w.click(QStringLiteral("agendaPoint%1").arg(usualAgenda().size() - 1).toLatin1().constData());
    calm(w);
    QCOMPARE(next(), QStringLiteral("Close the review"));
    key(w, Qt::Key_Return, Qt::ControlModifier);
    calm(w);
    QVERIFY(desk.going());
    key(w, Qt::Key_Return, Qt::ControlModifier);
    calm(w);
    QVERIFY(!desk.going());
}

}  // namespace reckoner

int main(int argc, char** argv) {
    return reckoner::test::runWindowTests<reckoner::ReviewRoomTest>(argc, argv);
}
#include "review_room_test.moc"
