#include "ui/import/import_work.h"

#include <QCryptographicHash>
#include <QFile>

#include "core/base/error.h"
#include "core/base/recent_stores.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

std::string sha256Of(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file)) return {};
    return hash.result().toHex().toStdString();
}

bool isThereAlready(const Store& store, const fs::path& file) {
    const std::string hash = sha256Of(file);
    return !hash.empty() && store.runBySourceHash(hash).has_value();
}

// A store made for this import, which goes again unless it is kept.
class NewStore {
 public:
    NewStore(const fs::path& file, const Clock& clock) : file_(file) {
        std::error_code ignored;
        fs::create_directories(file.parent_path(), ignored);
        made_ = !fs::exists(file);
        store_ = Store::openOrCreate(file, clock);
    }
    ~NewStore() {
        if (!made_ || kept_) return;
        store_.reset();
        std::error_code ignored;
        fs::remove(file_, ignored);
    }
    NewStore(const NewStore&) = delete;
    NewStore& operator=(const NewStore&) = delete;
    const std::shared_ptr<Store>& get() const { return store_; }
    void keep() { kept_ = true; }

 private:
    fs::path file_;
    std::shared_ptr<Store> store_;
    bool made_ = false;
    bool kept_ = false;
};

}  // namespace

ImportOutcome importPlanned(std::shared_ptr<Store> store, const ImportPlan& plan, const Clock& clock,
                            bool again, const TaskContext& context) {
    if (!store) {
        NewStore made(defaultStore(), clock);
        ImportOutcome outcome{made.get(), importRun(*made.get(), plan, context, again), {}};
        made.keep();
        return outcome;
    }
    try {
        return {store, importRun(*store, plan, context, again), {}};
    } catch (const Error& error) {
        const bool perhapsTwice = error.code() == ErrorCode::BadInput && !again;
        if (perhapsTwice && isThereAlready(*store, plan.file)) return {store, {}, error.what()};
        throw;
    }
}

ImportFile importFileOf(const fs::path& dropped) {
    static const std::string suffix = ".manifest.json";
    const std::string name = dropped.filename().string();
    if (!name.ends_with(suffix)) return {dropped, std::nullopt};
    const std::string base = name.substr(0, name.size() - suffix.size());
    for (const char* extension : {".csv", ".tsv", ".jsonl"}) {
        const fs::path data = dropped.parent_path() / (base + extension);
        if (fs::exists(data)) return {data, dropped};
    }
    return {dropped, std::nullopt};
}

}  // namespace reckoner
