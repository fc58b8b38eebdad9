#include "ui/shell/store_desk.h"

#include <unistd.h>

#include "core/base/data_folder.h"
#include "core/base/user_folders.h"
#include "core/import/demo.h"
#include "core/wording/number_format.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;
using StorePtr = std::shared_ptr<Store>;

QString nameOf(const fs::path& file) {
    return qt(file.filename().string());
}

// A store that may not be written is still worth reading.
StorePtr openStore(const fs::path& file, const Clock& clock) {
    const bool writable = access(file.c_str(), W_OK) == 0 && access(file.parent_path().c_str(), W_OK) == 0;
    const bool there = fs::exists(file);
    return Store::open(file, there && !writable ? OpenMode::ReadOnly : OpenMode::ReadWrite, clock);
}

void makeFolderOf(const fs::path& file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) {
        throw Error(ErrorCode::Store, "The folder " + file.parent_path().string() + " cannot be made (" +
                                          error.message() + "); choose another place.");
    }
}

}  // namespace

StoreDesk::StoreDesk(Executor& executor, const Clock& clock, QObject* parent)
    : QObject(parent), clock_(clock), task_(executor) {}

void StoreDesk::open(const fs::path& file) {
    openBy(tr("Opening %1").arg(nameOf(file)),
           [file = fs::absolute(file), this](const TaskContext&) { return openStore(file, clock_); });
}

void StoreDesk::create(const fs::path& file) {
    openBy(tr("Making %1").arg(nameOf(file)), [file = fs::absolute(file), this](const TaskContext&) {
        makeFolderOf(file);
        return Store::create(file, clock_);
    });
}

void StoreDesk::openDemo() {
    openBy(tr("Making the demo store"), [this](const TaskContext& context) {
        const fs::path file = userDataFolder() / "demo.reckoner";
        if (!fs::exists(file)) {
            makeFolderOf(file);
            createDemo(file, dataFolder(), clock_, context);
        }
        return openStore(file, clock_);
    });
}

void StoreDesk::openBy(const QString& title, Work work) {
    task_.start([work = std::move(work)](const TaskContext& context) -> std::any { return work(context); },
                [this](const std::any& result) {
                    const auto store = std::any_cast<StorePtr>(result);
                    Q_EMIT opened(store);
                    if (store->readOnly())
                        Q_EMIT news(tr("%1 is open for reading only: it or its folder may not be written.")
                                        .arg(nameOf(store->file())));
                },
                [this](const Error& error) { fail(error); });
    Q_EMIT began(title);
}

void StoreDesk::backup(StorePtr store, const fs::path& to) {
    task_.start(
        [store, to](const TaskContext& context) -> std::any {
            store->backup(to, context);
            return {};
        },
        [this, to](const std::any&) { Q_EMIT done(tr("A checked copy lies in %1.").arg(qt(to.string()))); },
        [this](const Error& error) { fail(error); });
    Q_EMIT began(tr("Copying %1").arg(nameOf(store->file())));
}

void StoreDesk::check(StorePtr store) {
    const QString name = nameOf(store->file());
    task_.start([store](const TaskContext& context) -> std::any { return store->check(context); },
                [this, name](const std::any& result) {
                    const auto damage = std::any_cast<std::vector<Damage>>(result);
                    if (damage.empty()) {
                        Q_EMIT done(tr("%1 is sound: no damage found.").arg(name));
                        return;
                    }
                    const QString first =
                        qt(damage.front().where) + QStringLiteral(": ") + qt(damage.front().sentence);
                    Q_EMIT failed(damage.size() == 1 ? tr("%1 is damaged. %2").arg(name, first)
                                                     : tr("%1 is damaged in %2 places. The first: %3")
                                                           .arg(name, qt(count(damage.size())), first));
                },
                [this](const Error& error) { fail(error); });
    Q_EMIT began(tr("Checking %1").arg(name));
}

void StoreDesk::fail(const Error& error) {
    Q_EMIT failed(QString::fromUtf8(error.what()));
}

}  // namespace reckoner
