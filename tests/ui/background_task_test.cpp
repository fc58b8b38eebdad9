#include "ui/session/background_task.h"

#include <atomic>

#include <QSignalSpy>
#include <QTest>

namespace reckoner {

class BackgroundTaskTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void bringsTheResultToTheThreadOfTheOwner();
    void saysWhyItFailed();
    void dropsTheResultOfWorkThatWasReplaced();
    void cancelledWorkIsStoppedAndSilent();
    void goingAwayStopsTheWork();
    void reportsProgress();
};

namespace {

// Waits until it is told to go on, or asked to stop.
struct Gate {
    std::atomic<bool> open{false};
    std::atomic<bool> stopped{false};
    void wait(const TaskContext& context) {
        while (!open && !context.cancelled())
            std::this_thread::yield();
        if (context.cancelled()) stopped = true;
        context.checkCancelled();
    }
};

}  // namespace

void BackgroundTaskTest::bringsTheResultToTheThreadOfTheOwner() {
    Executor executor(2);
    BackgroundTask task(executor);
    int answer = 0;
    std::thread::id worker, receiver;
    task.start(
        [&](const TaskContext&) -> std::any {
            worker = std::this_thread::get_id();
            return 42;
        },
        [&](const std::any& result) {
            receiver = std::this_thread::get_id();
            answer = std::any_cast<int>(result);
        },
        {});
    QVERIFY(task.running());
    QVERIFY(BackgroundTask::anyRunning());
    QTRY_COMPARE(answer, 42);
    QVERIFY(worker != receiver);
    QVERIFY(receiver == std::this_thread::get_id());
    QVERIFY(!task.running());
    QVERIFY(!BackgroundTask::anyRunning());
}

void BackgroundTaskTest::saysWhyItFailed() {
    Executor executor(2);
    BackgroundTask task(executor);
    QString why;
    const auto failed = [&](const Error& error) { why = QString::fromUtf8(error.what()); };
    task.start([](const TaskContext&) -> std::any { throw Error(ErrorCode::BadInput, "No table."); }, {},
               failed);
    QTRY_COMPARE(why, QStringLiteral("No table."));
    task.start([](const TaskContext&) -> std::any { throw std::runtime_error("odd"); }, {}, failed);
    QTRY_COMPARE(why, QStringLiteral("odd"));
}

void BackgroundTaskTest::dropsTheResultOfWorkThatWasReplaced() {
    Executor executor(2);
    BackgroundTask task(executor);
    Gate gate;
    QStringList arrived;
    task.start(
        [&](const TaskContext&) -> std::any {
            while (!gate.open)
                std::this_thread::yield();
            return 1;
        },
        [&](const std::any&) { arrived << QStringLiteral("old"); }, {});
    task.start([&](const TaskContext&) -> std::any { return 2; },
               [&](const std::any&) { arrived << QStringLiteral("new"); }, {});
    QTRY_COMPARE(arrived, QStringList{QStringLiteral("new")});
    gate.open = true;
    QTest::qWait(50);
    QCOMPARE(arrived, QStringList{QStringLiteral("new")});
}

void BackgroundTaskTest::cancelledWorkIsStoppedAndSilent() {
    Executor executor(2);
    BackgroundTask task(executor);
    Gate gate;
    int calls = 0;
    task.start(
        [&](const TaskContext& context) -> std::any {
            gate.wait(context);
            return {};
        },
        [&](const std::any&) { ++calls; }, [&](const Error&) { ++calls; });
    task.cancel();
    QVERIFY(!task.running());
    QTRY_VERIFY(gate.stopped);
    QTest::qWait(50);
    QCOMPARE(calls, 0);
}

void BackgroundTaskTest::goingAwayStopsTheWork() {
    Executor executor(2);
    Gate gate;
    int calls = 0;
    {
        BackgroundTask task(executor);
        task.start(
            [&](const TaskContext& context) -> std::any {
                gate.wait(context);
                return {};
            },
            [&](const std::any&) { ++calls; }, [&](const Error&) { ++calls; });
    }
    QVERIFY(!BackgroundTask::anyRunning());
    QTRY_VERIFY(gate.stopped);
    QTest::qWait(50);
    QCOMPARE(calls, 0);
}

void BackgroundTaskTest::reportsProgress() {
    Executor executor(2);
    BackgroundTask task(executor);
    QSignalSpy reports(&task, &BackgroundTask::progressed);
    bool done = false;
    task.start(
        [](const TaskContext& context) -> std::any {
            context.report(0.25, "reading");
            context.report(1, "publishing");
            return {};
        },
        [&](const std::any&) { done = true; }, {});
    QTRY_VERIFY(done);
    QCOMPARE(reports.first().at(0).toDouble(), 0.25);
    QCOMPARE(reports.last().at(1).toString(), QStringLiteral("publishing"));
}

}  // namespace reckoner

QTEST_GUILESS_MAIN(reckoner::BackgroundTaskTest)
#include "background_task_test.moc"
