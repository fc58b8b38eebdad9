// One store file. Facade over the repositories; the only way in for app and ui.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/task_context.h"
#include "core/cost/cost_model.h"
#include "core/data/eval_table.h"
#include "core/review/cost_entry.h"
#include "core/review/policy.h"
#include "core/store/staged_run.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

enum class OpenMode { ReadOnly, ReadWrite };

struct ModelRow {
    std::int64_t id = 0;
    std::string name;
    std::string title;  // for people: "Credit default"; equals name until set
    Task task = Task::Binary;
    std::vector<std::string> classes;
    std::string positive;
    std::uint64_t runs = 0;
    std::uint64_t versions = 0;
};

struct VersionRow {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string name;       // "2.0.0"
    std::string algorithm;  // "random forest"
    std::string changelog;
    std::string parent;  // version name, may be empty
    std::uint64_t runs = 0;
};

struct RunRow {
    RunInfo info;
    std::int64_t modelId = 0;
    std::int64_t versionId = 0;
    std::int64_t evalSetId = 0;
    std::string importedAt;
    std::string sourceName;
    std::string sourceSha256;
    ExclusionCounts excluded;
    std::uint64_t rejectedRows = 0;
    std::uint64_t repeatedIds = 0;
    std::string fingerprint;  // hex, over (id, class): equal for runs over the same labelled samples
};

// Whether a table also shows what was attached to its samples later (attachments.h).
enum class Attached { Shown, Hidden };

// How columns of a model's files were read last time: proposed at the next import.
struct RememberedRole {
    std::string column;
    ColumnRole role;
    std::string classOf;
};

struct Damage {
    std::string where;  // "run 3, column score, rows 65536-131071"
    std::string sentence;
};

// Thread rule: one Store may be read from several threads (it keeps a connection a thread); writes are
// serialised by its StoreWriter. Nothing here keeps a transaction open between calls. Errors: Error{Store}
// with one sentence; the file's bytes are then unchanged.
class Store {
 public:
    // Throws Error{Store} when the file is missing, empty, text, truncated, not ours, newer, locked, or its
    // schema is not what we would have written. Migrates (after a backup) when older and mode is ReadWrite.
    static std::shared_ptr<Store> open(const std::filesystem::path& file, OpenMode mode, const Clock& clock);
    // Throws Error{Store} when the file exists.
    static std::shared_ptr<Store> create(const std::filesystem::path& file, const Clock& clock);
    static std::shared_ptr<Store> openOrCreate(const std::filesystem::path& file, const Clock& clock);
    ~Store();

    const std::filesystem::path& file() const;
    bool readOnly() const;

    // --- read ---
    std::vector<ModelRow> models() const;
    std::vector<VersionRow> versions(std::int64_t modelId) const;
    // Of one model, or (0) of all; by model, then eval set date, then id.
    std::vector<RunRow> runs(std::int64_t modelId = 0) const;
    std::optional<RunRow> run(RunId id) const;
    // "7", "VERSION@EVALSET" or "MODEL/VERSION@EVALSET". Throws Error{Usage} naming near ones, or saying it
    // is ambiguous.
    RunRow resolveRun(const std::string& text) const;
    // A run with this content was imported before.
    std::optional<RunRow> runBySourceHash(const std::string& sha256) const;
    // Columns load lazily; the table keeps the store alive. The id column has role Id and type Text.
    EvalTablePtr openTable(RunId id, Attached attached = Attached::Shown) const;
    // The samples of a run as numbers of its eval set, by row: what runs of one eval set are joined by.
    std::vector<std::uint32_t> ordinals(RunId id, const TaskContext& context = {}) const;
    // The manifest a run came with, as it was given; empty without one.
    std::string manifest(RunId id) const;
    // The likely costs in force; scenarios, cohorts and history: cost_ledger.h.
    std::optional<CostModelRow> costModel(std::int64_t modelId) const;
    std::vector<Policy> policies(std::int64_t versionId) const;  // newest first
    std::optional<Policy> policyInForce(std::int64_t versionId) const;
    std::vector<RememberedRole> rememberedRoles(const std::string& model) const;
    std::optional<std::string> setting(const std::string& key) const;

    // --- write (each one transaction through the StoreWriter) ---
    // All or nothing. Creates model, version and eval set as needed; maps ids to ordinals of the eval set
    // (ids that are new to it are appended). Throws Error{BadInput} when the model exists with another task
    // or classes.
    RunId publish(const StagedRun& staged, const TaskContext& context);
    std::int64_t addCostModel(std::int64_t modelId, const CostModel& costs, const Vocabulary& words,
                              const std::string& who, const std::string& why);
    std::int64_t adoptPolicy(const Policy& policy);
    void setPositive(std::int64_t modelId, const std::string& positiveClass);
    void setModelTitle(std::int64_t modelId, const std::string& title);
    void rememberRoles(const std::string& model, const std::vector<RememberedRole>& roles);
    void setSetting(const std::string& key, const std::string& value);

    // --- care ---
    // Structure, every chunk's checksum, set digests of what people wrote. Empty: no damage found.
    std::vector<Damage> check(const TaskContext& context) const;
    // A verified copy: temporary file, checked, fsynced, renamed. Throws Error{Store} when `to` exists.
    void backup(const std::filesystem::path& to, const TaskContext& context) const;
    // Why the daily backup before this store's first write could not be made; empty when it could.
    std::string backupProblem() const;
    // Grows when anybody (this program, another window or program) has committed since the last call. Costs
    // microseconds and never waits or throws: while the file cannot be read it stays as it was.
    std::uint64_t changeCount() const;

 private:
    friend class StoreAccess;
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
