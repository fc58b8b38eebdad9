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

// The run is stored: that its cases cannot be looked up, or nobody waits for it any more, undoes nothing.
void addCases(ImportOutcome& outcome, const TaskContext& context) {
    try {
        outcome.cases = caseOutcomes(outcome.store, outcome.report.run, context);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled) return;
        outcome.report.problems.push_back(
            {0, std::string("The run is stored; the noted cases could not be looked up: ") + error.what()});
        ++outcome.report.problemCount;
    }
}

}  // namespace

ImportOutcome importPlanned(std::shared_ptr<Store> store, const ImportPlan& plan, const Clock& clock,
                            bool again, const TaskContext& context) {
    if (!store) {
        NewStore made(defaultStore(), clock);
        ImportOutcome outcome{made.get(), importRun(*made.get(), plan, context, again), {}, {}};
        addCases(outcome, context);
        made.keep();
        return outcome;
    }
    try {
        ImportOutcome outcome{store, importRun(*store, plan, context, again), {}, {}};
        addCases(outcome, context);
        return outcome;
    } catch (const Error& error) {
        const bool perhapsTwice = error.code() == ErrorCode::BadInput && !again;
        if (perhapsTwice && isThereAlready(*store, plan.file)) return {store, {}, error.what(), {}};
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
