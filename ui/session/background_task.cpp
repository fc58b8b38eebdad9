#include "ui/session/background_task.h"

#include <chrono>
#include <exception>
#include <mutex>
#include <utility>

#include <QMetaObject>

#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

using Steady = std::chrono::steady_clock;
constexpr auto kBetweenReports = std::chrono::milliseconds(40);
int runningTasks = 0;  // UI thread only

}  // namespace

// Outlives the task, so that a worker that ends after it finds nobody at home instead of freed memory.
struct BackgroundTask::Mailbox {
    std::mutex mutex;
    BackgroundTask* owner = nullptr;

    template <class F>
    void post(F&& letter) {
        const std::lock_guard lock(mutex);
        if (owner) QMetaObject::invokeMethod(owner, std::forward<F>(letter), Qt::QueuedConnection);
    }
};

BackgroundTask::BackgroundTask(Executor& executor, QObject* parent)
    : QObject(parent), executor_(executor), mailbox_(std::make_shared<Mailbox>()) {
    mailbox_->owner = this;
}

BackgroundTask::~BackgroundTask() {
    stop_.request_stop();
    if (running_) --runningTasks;
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->owner = nullptr;
}

void BackgroundTask::start(std::function<std::any(const TaskContext&)> work,
                           std::function<void(std::any)> done, std::function<void(const Error&)> failed) {
    if (running_) stop_.request_stop();
    const std::uint64_t ticket = ++ticket_;
    auto deliver = [this, ticket](const std::function<void()>& call) {
        if (ticket != ticket_) return;
        setRunning(false);
        call();
    };
    auto job = [this, ticket, deliver, mailbox = mailbox_, work = std::move(work), done = std::move(done),
                failed = std::move(failed)](std::stop_token stop) {
        Steady::time_point last{};
        const TaskContext context(stop, [&](double fraction, std::string_view phase) {
            const auto now = Steady::now();
            if (fraction < 1 && now - last < kBetweenReports) return;
            last = now;
            mailbox->post([this, ticket, fraction, phase = qt(std::string(phase))] {
                if (ticket == ticket_ && running_) Q_EMIT progressed(fraction, phase);
            });
        });
        auto fail = [&](const Error& error) {
            if (stop.stop_requested()) return;
            mailbox->post([deliver, failed, error] { deliver([&] { failed(error); }); });
        };
        try {
            std::any result = work(context);
            if (stop.stop_requested()) return;
            mailbox->post([deliver, done, result = std::move(result)] { deliver([&] { done(result); }); });
        } catch (const Error& error) {
            fail(error);
        } catch (const std::bad_alloc&) {
            fail(Error(ErrorCode::Internal,
                       "There is not enough memory for this; close other programs and try again."));
        } catch (const std::exception& error) {
            fail(Error(ErrorCode::Internal, error.what()));
        }
    };
    stop_ = executor_.submit(std::move(job));
    setRunning(true);
}

void BackgroundTask::cancel() {
    stop_.request_stop();
    ++ticket_;
    setRunning(false);
}

bool BackgroundTask::anyRunning() {
    return runningTasks > 0;
}

void BackgroundTask::setRunning(bool running) {
    if (running_ == running) return;
    running_ = running;
    runningTasks += running ? 1 : -1;
    Q_EMIT runningChanged(running);
}

}  // namespace reckoner
