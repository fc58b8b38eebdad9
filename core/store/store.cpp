#include "core/store/store.h"

#include <mutex>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attached_columns.h"
#include "core/store/backup.h"
#include "core/store/change_counter.h"
#include "core/store/clean_text.h"
#include "core/store/cost_model_repository.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/model_repository.h"
#include "core/store/policy_repository.h"
#include "core/store/publish.h"
#include "core/store/role_repository.h"
#include "core/store/run_lookup.h"
#include "core/store/run_repository.h"
#include "core/store/schema_check.h"
#include "core/store/setting_repository.h"
#include "core/store/store_access.h"
#include "core/store/store_check.h"
#include "core/store/store_file.h"
#include "core/store/store_writer.h"
#include "core/store/stored_columns.h"
#include "core/store/version_repository.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr int kPatienceAtOpening = 2'000;  // milliseconds: somebody is waiting for a window

// The store's version. Until its schema is verified only the header and sqlite_schema are read.
int verifiedVersion(SQLite::Database& database, const fs::path& file) {
    const std::int64_t version = pragmaNumber(database, "user_version");
    if (pragmaNumber(database, "application_id") != kApplicationId || version < 1 ||
        version > schemaVersion())
        throw Error(ErrorCode::Store,
                    fmt::format("{} is not a Reckoner store this program can read: restore a backup.",
                                storeName(file)),
                    file.string());
    verifySchema(database, static_cast<int>(version), file);
    return static_cast<int>(version);
}

void bringUpToDate(SQLite::Database& database, const fs::path& file, const Clock& clock) {
    backUpBeforeMigration(database, file, schemaVersion(), clock);
    migrate(database, schemaVersion());
    verifySchema(database, schemaVersion(), file);
}

// Verifies and, when older, migrates. Opening for writing also rolls back what a killed writer left.
void prepare(const fs::path& file, OpenMode mode, const Clock& clock) {
    const bool writable = mode == OpenMode::ReadWrite;
    const DatabasePtr database =
        openDatabase(file, writable ? Access::Write : Access::Read, kPatienceAtOpening);
    const int version = verifiedVersion(*database, file);
    if (version == schemaVersion()) return;
    if (!writable)
        throw Error(
            ErrorCode::Store,
            fmt::format("The store {} was written by an older Reckoner (schema {}, this one uses {}): "
                        "open it, or a copy, for writing, which brings it up to date.",
                        storeName(file), version, schemaVersion()),
            file.string());
    bringUpToDate(*database, file, clock);
}

}  // namespace

struct Store::Impl {
    Impl(fs::path path, OpenMode openMode, const Clock& givenClock,
         std::shared_ptr<const OpenStoreFile> keeper)
        : file(std::move(path)),
          mode(openMode),
          clock(givenClock),
          readers(std::make_shared<ReadConnections>(file, keeper)),
          openFile(std::move(keeper)),
          changes(file),
          writer(file, openMode == OpenMode::ReadOnly, [this] { beforeWrite(); }) {}

    std::string now() const { return isoTime(clock.now()); }

    void beforeWrite() {
        openFile->requireUnmoved();
        if (std::exchange(backedUpToday, true)) return;
        backUpToday();
    }

    // A backup that cannot be made must not keep anybody from working; it is told.
    void backUpToday() {
        try {
            readers->read([&](SQLite::Database& db) { backUpDaily(db, file, schemaVersion(), clock); });
        } catch (const Error& error) {
            const std::lock_guard lock(problemMutex);
            backupProblem = error.what();
        }
    }

    template <class F>
    auto read(F&& f) const {
        return readers->read(std::forward<F>(f));
    }

    fs::path file;
    OpenMode mode;
    const Clock& clock;
    std::shared_ptr<ReadConnections> readers;
    std::shared_ptr<const OpenStoreFile> openFile;
    mutable ChangeCounter changes;
    mutable std::mutex problemMutex;
    std::string backupProblem;  // under problemMutex
    bool backedUpToday = false;
    StoreWriter writer;
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

std::shared_ptr<Store> Store::open(const fs::path& file, OpenMode mode, const Clock& clock) {
    auto keeper = std::make_shared<const OpenStoreFile>(file, schemaVersion());
    if (mode == OpenMode::ReadWrite) requireWritable(file);
    if (mode == OpenMode::ReadOnly) rollBackLeftover(file);
    forPeople(file, [&] { prepare(file, mode, clock); });
    return std::shared_ptr<Store>(new Store(std::make_unique<Impl>(file, mode, clock, std::move(keeper))));
}

std::shared_ptr<Store> Store::create(const fs::path& file, const Clock& clock) {
    forPeople(file, [&] {
        PendingFile pending(file);
        {
            const DatabasePtr database = buildDatabase(pending.path());
            migrate(*database, schemaVersion());
        }
        pending.place();
    });
    return open(file, OpenMode::ReadWrite, clock);
}

std::shared_ptr<Store> Store::openOrCreate(const fs::path& file, const Clock& clock) {
    std::error_code ignored;
    return fs::exists(file, ignored) ? open(file, OpenMode::ReadWrite, clock) : create(file, clock);
}

const fs::path& Store::file() const {
    return impl_->file;
}

bool Store::readOnly() const {
    return impl_->mode == OpenMode::ReadOnly;
}

std::vector<ModelRow> Store::models() const {
    return impl_->read([](SQLite::Database& db) { return allModels(db); });
}

std::vector<VersionRow> Store::versions(std::int64_t modelId) const {
    return impl_->read([&](SQLite::Database& db) { return versionsOf(db, modelId); });
}

std::vector<RunRow> Store::runs(std::int64_t modelId) const {
    return impl_->read([&](SQLite::Database& db) { return runsOf(db, modelId); });
}

std::optional<RunRow> Store::run(RunId id) const {
    return impl_->read([&](SQLite::Database& db) { return runWithId(db, id); });
}

RunRow Store::resolveRun(const std::string& text) const {
    return runNamed(runs(), text);
}

std::optional<RunRow> Store::runBySourceHash(const std::string& sha256) const {
    return impl_->read([&](SQLite::Database& db) { return runWithSource(db, sha256); });
}

EvalTablePtr Store::openTable(RunId id, Attached attached) const {
    const auto row = run(id);
    if (!row) throw Error(ErrorCode::Usage, fmt::format("There is no run {} in this store.", id));
    if (setting("without_samples"))
        throw Error(ErrorCode::Store,
                    fmt::format("{} is a daily backup without samples: import the run's file {} again to see "
                                "its samples.",
                                storeName(file()), row->sourceName),
                    file().string());
    if (attached == Attached::Shown)
        return std::make_shared<EvalTable>(
            row->info, withAttached(storedColumns(impl_->readers, *row), impl_->readers, *row));
    const auto own = impl_->read([&](SQLite::Database& db) { return runWithId(db, id, Attached::Hidden); });
    return std::make_shared<EvalTable>(own->info, storedColumns(impl_->readers, *row));
}

std::vector<std::uint32_t> Store::ordinals(RunId id, const TaskContext& context) const {
    return impl_->read([&](SQLite::Database& db) {
        for (const StoredColumn& column : columnsOf(db, id))
            if (column.info.role == ColumnRole::Id) return ordinalsOf(db, column, context);
        throw Error(ErrorCode::Usage, fmt::format("There is no run {} in this store.", id));
    });
}

std::string Store::manifest(RunId id) const {
    return impl_->read([&](SQLite::Database& db) { return manifestOf(db, id); });
}

std::optional<CostModelRow> Store::costModel(std::int64_t modelId) const {
    return impl_->read([&](SQLite::Database& db) { return costModelInForce(db, modelId); });
}

std::vector<Policy> Store::policies(std::int64_t versionId) const {
    return impl_->read([&](SQLite::Database& db) { return policiesOf(db, versionId); });
}

std::optional<Policy> Store::policyInForce(std::int64_t versionId) const {
    const std::vector<Policy> all = policies(versionId);
    if (all.empty()) return std::nullopt;
    return all.front();
}

std::vector<RememberedRole> Store::rememberedRoles(const std::string& model) const {
    return impl_->read([&](SQLite::Database& db) { return rolesOf(db, cleanText(model)); });
}

std::optional<std::string> Store::setting(const std::string& key) const {
    return impl_->read([&](SQLite::Database& db) { return settingOf(db, key); });
}

RunId Store::publish(const StagedRun& staged, const TaskContext& context) {
    return publishRun(*impl_->readers, impl_->writer, staged, impl_->now(), context);
}

std::int64_t Store::addCostModel(std::int64_t modelId, const CostModel& costs, const Vocabulary& words,
                                 const std::string& who, const std::string& why) {
    return impl_->writer.write([&](SQLite::Database& db) {
        return insertCostModel(db, {0, modelId, costs, words, who, why, impl_->now()});
    });
}

std::int64_t Store::adoptPolicy(const Policy& policy) {
    Policy adopted = policy;
    adopted.adoptedAt = impl_->now();
    return impl_->writer.write([&](SQLite::Database& db) { return insertPolicy(db, adopted); });
}

void Store::setPositive(std::int64_t modelId, const std::string& positiveClass) {
    impl_->writer.write([&](SQLite::Database& db) { storePositive(db, modelId, positiveClass); });
}

void Store::setModelTitle(std::int64_t modelId, const std::string& title) {
    impl_->writer.write([&](SQLite::Database& db) { storeTitle(db, modelId, title); });
}

void Store::rememberRoles(const std::string& model, const std::vector<RememberedRole>& roles) {
    impl_->writer.write([&](SQLite::Database& db) { storeRoles(db, cleanText(model), roles); });
}

void Store::setSetting(const std::string& key, const std::string& value) {
    impl_->writer.write([&](SQLite::Database& db) { storeSetting(db, key, value); });
}

std::vector<Damage> Store::check(const TaskContext& context) const {
    return impl_->read([&](SQLite::Database& db) { return damageIn(db, context); });
}

void Store::backup(const fs::path& to, const TaskContext& context) const {
    impl_->read([&](SQLite::Database& db) { copyStore(db, to, context); });
}

std::string Store::backupProblem() const {
    const std::lock_guard lock(impl_->problemMutex);
    return impl_->backupProblem;
}

std::uint64_t Store::changeCount() const {
    return impl_->changes.count();
}

ReadConnections& StoreAccess::readers(const Store& store) {
    return *store.impl_->readers;
}

StoreWriter& StoreAccess::writer(Store& store) {
    return store.impl_->writer;
}

std::string StoreAccess::now(const Store& store) {
    return store.impl_->now();
}

}  // namespace reckoner
