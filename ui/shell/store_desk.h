// Opening, making, copying and checking stores, off the UI thread. One thing at a time.
#pragma once

#include <filesystem>
#include <memory>

#include <QObject>

#include "core/base/clock.h"
#include "core/store/store.h"
#include "ui/session/background_task.h"

namespace reckoner {

class StoreDesk : public QObject {
    Q_OBJECT
 public:
    StoreDesk(Executor& executor, const Clock& clock, QObject* parent = nullptr);

    void open(const std::filesystem::path& file);
    void create(const std::filesystem::path& file);
    // The demo store in the person's data folder, made when it is not there.
    void openDemo();
    void backup(std::shared_ptr<Store> store, const std::filesystem::path& to);
    void check(std::shared_ptr<Store> store);
    bool busy() const { return task_.running(); }
    BackgroundTask* task() { return &task_; }

 Q_SIGNALS:
    void began(const QString& title);
    void opened(std::shared_ptr<reckoner::Store> store);
    void done(const QString& sentence);  // what was asked for
    void news(const QString& sentence);  // worth a word
    void failed(const QString& sentence);

 private:
    using Work = std::function<std::shared_ptr<Store>(const TaskContext&)>;
    void openBy(const QString& title, Work work);
    void fail(const Error& error);

    const Clock& clock_;
    BackgroundTask task_;
};

}  // namespace reckoner
