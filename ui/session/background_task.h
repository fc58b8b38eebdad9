// Work off the UI thread whose result arrives on it; stale results are dropped.
#pragma once

#include <any>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

#include <QObject>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/base/task_context.h"

namespace reckoner {

// One slot of work: starting again (or destroying it) cancels what ran before, and its result never arrives.
// Lives on the UI thread.
class BackgroundTask : public QObject {
    Q_OBJECT
 public:
    explicit BackgroundTask(Executor& executor, QObject* parent = nullptr);
    ~BackgroundTask() override;

    // work runs on the executor; done or failed on the UI thread. A cancelled task calls neither.
    void start(std::function<std::any(const TaskContext&)> work, std::function<void(std::any)> done,
               std::function<void(const Error&)> failed);
    void cancel();
    bool running() const { return running_; }
    // Whether any task of the program runs.
    static bool anyRunning();

 Q_SIGNALS:
    void progressed(double fraction, const QString& phase);
    void runningChanged(bool running);

 private:
    struct Mailbox;
    void setRunning(bool running);

    Executor& executor_;
    std::shared_ptr<Mailbox> mailbox_;
    std::stop_source stop_;
    std::uint64_t ticket_ = 0;
    bool running_ = false;
};

}  // namespace reckoner
