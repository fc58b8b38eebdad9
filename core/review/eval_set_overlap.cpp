#include "core/review/eval_set_overlap.h"

#include <memory>
#include <vector>

namespace reckoner {
namespace {

struct Labels {
    std::shared_ptr<const CategoryColumn> first;
    std::shared_ptr<const CategoryColumn> second;
    std::vector<std::uint32_t> inFirst;  // by code of the second

    Labels(const EvalTable& a, const EvalTable& b, const TaskContext& context) {
        const ColumnInfo* one = a.find(ColumnRole::Label);
        const ColumnInfo* other = b.find(ColumnRole::Label);
        if (!one || !other || one->type != ColumnType::Category || other->type != ColumnType::Category)
            return;
        first = a.category(one->id, context);
        second = b.category(other->id, context);
        for (const std::string& name : second->categories())
            inFirst.push_back(first->codeOf(name));
        inFirst.push_back(first->missingCode());
    }
    bool differ(RowIndex row, RowIndex other) const {
        if (!first) return false;
        const std::uint32_t a = first->code(row);
        const std::uint32_t b = inFirst[second->code(other)];
        return a != b && a != first->missingCode() && b != first->missingCode();
    }
};

}  // namespace

EvalSetOverlap evalSetOverlap(const EvalTable& first, const EvalTable& second,
                              const SampleAlignment& alignment, const TaskContext& context) {
    const Labels labels(first, second, context);
    EvalSetOverlap overlap;
    for (RowIndex row = 0; row < first.rows(); ++row) {
        if (row % 65'536 == 0) context.checkCancelled();
        const RowIndex other = alignment(row);
        if (other >= second.rows())
            ++overlap.onlyFirst;
        else if (labels.differ(row, other))
            ++overlap.changed;
        else
            ++overlap.both;
    }
    overlap.onlySecond = second.rows() - overlap.shared();
    return overlap;
}

}  // namespace reckoner
