#include "core/data/corrected_labels.h"

#include <algorithm>

#include "core/data/exclusion_count.h"

namespace reckoner {
namespace {

constexpr RowIndex kWindow = 1 << 20;

struct Change {
    RowIndex row;
    const std::string* label;
};

std::string labelAt(const CategoryColumn& labels, RowIndex row) {
    const std::uint32_t code = labels.code(row);
    return code == labels.missingCode() ? std::string() : labels.categories()[code];
}

std::vector<Change> changesOf(const EvalTable& table, const CategoryColumn& labels,
                              const LabelCorrections& corrections, const TaskContext& context) {
    std::vector<Change> changes;
    const ColumnInfo* idInfo = table.find(ColumnRole::Id);
    if (!idInfo) return changes;
    const auto ids = table.text(idInfo->id, context);
    for (RowIndex first = 0; first < table.rows(); first += std::min(kWindow, table.rows() - first)) {
        context.checkCancelled();
        ids->scan(first, first + std::min(kWindow, table.rows() - first),
                  [&](RowIndex row, std::string_view id, bool) {
                      const auto found = corrections.find(id);
                      if (found == corrections.end() || labelAt(labels, row) == found->second) return;
                      changes.push_back({row, &found->second});
                  });
    }
    return changes;
}

// Codes of `labels` with the changes; a class the column has not yet gets a code of its own.
std::shared_ptr<const CategoryColumn> changed(const CategoryColumn& labels,
                                              const std::vector<Change>& changes) {
    std::vector<std::string> categories = labels.categories();
    for (const Change& change : changes)
        if (std::find(categories.begin(), categories.end(), *change.label) == categories.end())
            categories.push_back(*change.label);
    const auto missing = static_cast<std::uint32_t>(categories.size());
    CategoryColumn::Codes codes = CategoryColumn::makeCodes(labels.rows(), categories.size());
    std::visit(
        [&](auto& typed) {
            using Code = typename std::decay_t<decltype(typed)>::value_type;
            for (RowIndex row = 0; row < labels.rows(); ++row) {
                const std::uint32_t code = labels.code(row);
                typed[row] = static_cast<Code>(code == labels.missingCode() ? missing : code);
            }
            for (const Change& change : changes)
                typed[change.row] = static_cast<Code>(
                    std::find(categories.begin(), categories.end(), *change.label) - categories.begin());
        },
        codes);
    return std::make_shared<CategoryColumn>(std::move(codes), std::move(categories));
}

class CorrectedSource final : public ColumnSource {
 public:
    CorrectedSource(EvalTablePtr base, ColumnId label, std::shared_ptr<const CategoryColumn> labels)
        : base_(std::move(base)), label_(label), labels_(std::move(labels)), columns_(base_->columns()) {
        for (ColumnInfo& column : columns_) {
            if (column.id != label) continue;
            column.distinct = labels_->missingCode();
            column.missing = 0;
            for (RowIndex row = 0; row < labels_->rows(); ++row)
                column.missing += labels_->code(row) == labels_->missingCode() ? 1 : 0;
        }
    }

    const std::vector<ColumnInfo>& columns() const override { return columns_; }
    ColumnPtr load(ColumnId id, const TaskContext& context) const override {
        if (id == label_) return labels_;
        return base_->column(id, context);
    }

 private:
    EvalTablePtr base_;
    ColumnId label_;
    std::shared_ptr<const CategoryColumn> labels_;
    std::vector<ColumnInfo> columns_;
};

}  // namespace

CorrectedTable withCorrections(const EvalTablePtr& table, const LabelCorrections& corrections,
                               const TaskContext& context) {
    CorrectedTable result{table, {}};
    const ColumnInfo* labelInfo = table->find(ColumnRole::Label);
    if (corrections.empty() || !labelInfo) return result;
    const auto labels = table->category(labelInfo->id, context);
    const std::vector<Change> changes = changesOf(*table, *labels, corrections, context);
    if (changes.empty()) return result;
    for (const Change& change : changes)
        result.rows.push_back(change.row);
    const auto source = std::make_shared<CorrectedSource>(table, labelInfo->id, changed(*labels, changes));
    RunInfo info = table->info();
    info.scored = info.rows - countExclusions(EvalTable(info, source), context).total();
    result.table = std::make_shared<EvalTable>(std::move(info), source);
    return result;
}

}  // namespace reckoner
