#include "core/data/eval_table.h"

#include <algorithm>

#include "core/base/error.h"

namespace reckoner {
namespace {

template <class Predicate>
const ColumnInfo* firstColumn(const std::vector<ColumnInfo>& columns, Predicate predicate) {
    const auto found = std::find_if(columns.begin(), columns.end(), predicate);
    return found == columns.end() ? nullptr : &*found;
}

template <class T>
std::shared_ptr<const T> typed(ColumnPtr column) {
    auto result = std::dynamic_pointer_cast<const T>(column);
    if (!result) throw Error(ErrorCode::Internal, "A column was read as another type than it has.");
    return result;
}

}  // namespace

std::string_view name(Task task) {
    return task == Task::Binary ? "binary" : "multiclass";
}

std::string_view name(ScoreKind kind) {
    switch (kind) {
        case ScoreKind::Probability:
            return "probability";
        case ScoreKind::Percent:
            return "percent";
        case ScoreKind::Logit:
            return "logit";
        case ScoreKind::Margin:
            return "margin";
        case ScoreKind::Raw:
            return "raw";
    }
    return "";
}

std::optional<ScoreKind> scoreKind(std::string_view text) {
    for (const ScoreKind kind :
         {ScoreKind::Probability, ScoreKind::Percent, ScoreKind::Logit, ScoreKind::Margin, ScoreKind::Raw})
        if (name(kind) == text) return kind;
    return std::nullopt;
}

EvalTable::EvalTable(RunInfo info, std::shared_ptr<const ColumnSource> source)
    : info_(std::move(info)), source_(std::move(source)) {}

const ColumnInfo* EvalTable::find(std::string_view columnName) const {
    return firstColumn(columns(), [&](const ColumnInfo& c) { return c.name == columnName; });
}

const ColumnInfo* EvalTable::find(ColumnRole role) const {
    return firstColumn(columns(), [&](const ColumnInfo& c) { return c.role == role; });
}

const ColumnInfo* EvalTable::find(ColumnId id) const {
    return firstColumn(columns(), [&](const ColumnInfo& c) { return c.id == id; });
}

ColumnPtr EvalTable::column(ColumnId id, const TaskContext& context) const {
    {
        std::lock_guard lock(mutex_);
        if (const auto found = loaded_.find(id); found != loaded_.end()) return found->second;
    }
    ColumnPtr column = source_->load(id, context);
    std::lock_guard lock(mutex_);
    return loaded_.emplace(id, std::move(column)).first->second;
}

std::shared_ptr<const CategoryColumn> EvalTable::category(ColumnId id, const TaskContext& context) const {
    return typed<CategoryColumn>(column(id, context));
}

std::shared_ptr<const RealColumn> EvalTable::real(ColumnId id, const TaskContext& context) const {
    return typed<RealColumn>(column(id, context));
}

std::shared_ptr<const TextColumn> EvalTable::text(ColumnId id, const TaskContext& context) const {
    return typed<TextColumn>(column(id, context));
}

std::size_t EvalTable::bytes() const {
    std::lock_guard lock(mutex_);
    std::size_t total = 0;
    for (const auto& [id, column] : loaded_)
        total += column->bytes();
    return total;
}

}  // namespace reckoner
