// Somebody types notes in a running review, or questions in a draft, and the program is killed, ten times:
// every word that stood in the field stands in the review afterwards.
#include <cerrno>
#include <csignal>
#include <ctime>
#include <set>

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/store/review_book.h"
#include "tests/ui/window_fixture.h"
#include "ui/review/review_dock.h"
#include "ui/session/meeting_desk.h"

namespace reckoner {

using test::SmallStore;

namespace {

constexpr int kWindowKills = 10;

QString typedWord(int n) {
    return QStringLiteral("word%1x").arg(n);
}

struct DockOnStore {
    explicit DockOnStore(const std::filesystem::path& file)
        : session(executor, SmallStore::clock()),
          store(Store::open(file, OpenMode::ReadWrite, SmallStore::clock())) {
        session.setStore(store);
        dock = std::make_unique<ReviewDock>(session);
        dock->resize(320, 1000);
        dock->show();
    }
    bool ready() {
        return QTest::qWaitFor(
            [this] { return MeetingDesk::of(session).meeting() && !BackgroundTask::anyRunning(); }, 20'000);
    }
    QPlainTextEdit* field() {
        const bool going = MeetingDesk::of(session).going();
        return dock->findChild<QPlainTextEdit*>(going ? QStringLiteral("pointNotes")
                                                      : QStringLiteral("draftQuestions"));
    }

    Executor executor{2};
    ReviewSession session;
    std::shared_ptr<Store> store;
    std::unique_ptr<ReviewDock> dock;
};

// The program that is killed: types word after word, says the number of each, and in a running review goes to
// the next point at every fourth.
int typeUntilKilled(const std::filesystem::path& file, int from, int say) {
    DockOnStore window(file);
    if (!window.ready()) return 3;
    QPlainTextEdit* notes = window.field();
    const bool going = MeetingDesk::of(window.session).going();
    for (int n = from; n < 10'000; ++n) {
        notes->moveCursor(QTextCursor::End);
        QTest::keyClicks(notes, QLatin1Char(' ') + typedWord(n));
        if (::write(say, &n, sizeof(n)) != sizeof(n)) return 2;
        if (going && n % 4 == 3)
            QTest::mouseClick(
                window.dock->findChild<QAbstractButton*>(QStringLiteral("agendaPoint%1").arg(n / 4 % 4)),
                Qt::LeftButton);
        QTest::qWait(7);
    }
    return 0;
}

int nextNumber(int from) {
    int number = -1;
    ssize_t got = 0;
    while ((got = ::read(from, &number, sizeof(number))) < 0 && errno == EINTR) {
    }
    return got == sizeof(number) ? number : -1;
}

}  // namespace

class ReviewKilledTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void everyTypedWordIsThereAfterTenKills() { killed(kWindowKills, true); }
    void everyWordOfADraftIsThereAfterFourKills() { killed(4, false); }

 private:
    void killed(int times, bool running);
};

void ReviewKilledTest::killed(int times, bool running) {
    const test::TemporaryFolder folder;
    std::string uid;
    {
        const SmallStore small(folder.path());
        ReviewBook book(small.store);
        Meeting meeting = draftMeeting(small.store->models()[0].id, "2024-06-20", usualAgenda());
        meeting.title = "Killed";
        meeting = book.save(meeting);
        uid = meeting.uid;
        if (running) book.save(started(meeting, SmallStore::clock().now()));
    }
    const std::filesystem::path file = folder / "small.reckoner";
    int said = -1;
    for (int kills = 0; kills < times; ++kills) {
        int ends[2];
        QCOMPARE(pipe2(ends, 0), 0);
        const pid_t child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            close(ends[0]);
            const std::string program = QCoreApplication::applicationFilePath().toStdString();
            const std::string from = std::to_string(said + 1), end = std::to_string(ends[1]);
            execl(program.c_str(), program.c_str(), "--type-until-killed", file.c_str(), from.c_str(),
                  end.c_str(), nullptr);
            _exit(4);
        }
        close(ends[1]);
        for (int words = 0; words < 1 + kills; ++words) {
            const int one = nextNumber(ends[0]);
            QVERIFY2(one >= 0, "the window ended by itself");
            said = one;
        }
        timespec wait{0, kills * 9'000'000};
        while (nanosleep(&wait, &wait) != 0) {
        }
        kill(child, SIGKILL);
        for (int one = nextNumber(ends[0]); one >= 0; one = nextNumber(ends[0]))
            said = one;
        close(ends[0]);
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        QVERIFY(WIFSIGNALED(status));
    }
    DockOnStore window(file);
    QVERIFY(window.ready());
    MeetingDesk& desk = MeetingDesk::of(window.session);
    const QString typed = window.field()->toPlainText();
    window.dock->hide();
    QVERIFY(desk.flush());
    QString all;
    const Meeting meeting = ReviewBook(window.store).meeting(uid).value();
    for (const AgendaItem& item : meeting.items) {
        all += QString::fromStdString(item.notes) + QLatin1Char('\n');
        for (const std::string& pick : item.picks)
            all += QString::fromStdString(pick) + QLatin1Char('\n');
    }
    QVERIFY(running || typed.contains(typedWord(said)));
    for (int n = 0; n <= said; ++n)
        QVERIFY2(all.contains(typedWord(n)), qPrintable(typedWord(n) + QStringLiteral(" is lost")));
    QVERIFY(window.store->check({}).empty());
}

}  // namespace reckoner

int main(int argc, char** argv) {
    const bool types = argc == 5 && std::string(argv[1]) == "--type-until-killed";
    if (!types) return reckoner::test::runWindowTests<reckoner::ReviewKilledTest>(argc, argv);
    // With the settings and drafts of whoever started it.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    return reckoner::typeUntilKilled(argv[2], std::atoi(argv[3]), std::atoi(argv[4]));
}
#include "review_killed_test.moc"
