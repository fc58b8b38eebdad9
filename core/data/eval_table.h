// A run as pages and metrics see it: what it is, and its columns, loaded when first asked for.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/column.h"

namespace reckoner {

using RunId = std::int64_t;

enum class Task { Binary, Multiclass };
enum class ScoreKind { Probability, Percent, Logit, Margin, Raw };
std::string_view name(Task task);       // "binary", "multiclass"
std::string_view name(ScoreKind kind);  // "probability", "percent", "logit", "margin", "raw"
std::optional<ScoreKind> scoreKind(std::string_view name);

// What a run is, without its samples. Threshold in the file's score units.
struct RunInfo {
    RunId id = 0;
    std::string model;
    std::string version;
    std::string algorithm;  // "random forest"; may be empty
    std::string evalSet;
    std::string runDate;  // ISO date, may be empty
    Task task = Task::Binary;
    std::vector<std::string> classes;  // in class order
    std::string positive;              // binary: the positive class
    ScoreKind kind = ScoreKind::Probability;
    std::optional<double> decisionThreshold;  // the manifest's
    std::uint64_t rows = 0;
    std::uint64_t scored = 0;
    std::string changelog;
    std::string notes;
};

// Where columns come from: the store, or vectors in a test. Thread-safe.
class ColumnSource {
 public:
    virtual ~ColumnSource() = default;
    virtual const std::vector<ColumnInfo>& columns() const = 0;
    // Throws Error{Store} when a chunk is damaged, naming the column and the rows.
    virtual ColumnPtr load(ColumnId id, const TaskContext& context) const = 0;
};

// Thread-safe. A column once loaded stays until the table goes.
class EvalTable {
 public:
    EvalTable(RunInfo info, std::shared_ptr<const ColumnSource> source);

    const RunInfo& info() const { return info_; }
    RowIndex rows() const { return static_cast<RowIndex>(info_.rows); }
    const std::vector<ColumnInfo>& columns() const { return source_->columns(); }

    // By exact name, or by role (the first one); nullptr when there is none.
    const ColumnInfo* find(std::string_view columnName) const;
    const ColumnInfo* find(ColumnRole role) const;
    const ColumnInfo* find(ColumnId id) const;

    ColumnPtr column(ColumnId id, const TaskContext& context = {}) const;
    // Typed access. Precondition: the column has that type (else Error{Internal}).
    std::shared_ptr<const CategoryColumn> category(ColumnId id, const TaskContext& context = {}) const;
    std::shared_ptr<const RealColumn> real(ColumnId id, const TaskContext& context = {}) const;
    std::shared_ptr<const TextColumn> text(ColumnId id, const TaskContext& context = {}) const;

    // Bytes of the columns in memory now.
    std::size_t bytes() const;

 private:
    RunInfo info_;
    std::shared_ptr<const ColumnSource> source_;
    mutable std::mutex mutex_;
    mutable std::map<ColumnId, ColumnPtr> loaded_;
};
using EvalTablePtr = std::shared_ptr<const EvalTable>;

}  // namespace reckoner
