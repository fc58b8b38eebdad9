#include "core/review/run_change.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/newcombe.h"

namespace reckoner {
namespace {

std::optional<ShareChange> changeOf(const std::string& column, double before, double ofBefore, double now,
                                    double ofNow) {
    const auto interval = newcombe95({before, ofBefore, ofBefore}, {now, ofNow, ofNow});
    if (!interval || (interval->lo <= 0 && interval->hi >= 0)) return std::nullopt;
    return ShareChange{column, before / ofBefore, now / ofNow, *interval};
}

}  // namespace

std::optional<PositiveCount> positiveCount(const EvalTable& table, const TaskContext& context) {
    const ColumnInfo* label = table.find(ColumnRole::Label);
    if (!label || table.info().task != Task::Binary || label->type != ColumnType::Category)
        return std::nullopt;
    const auto labels = table.category(label->id, context);
    const std::uint32_t positive = labels->codeOf(table.info().positive);
    PositiveCount counted;
    labels->visit([&](const auto& codes) {
        for (const auto code : codes) {
            if (code >= labels->missingCode()) continue;
            ++counted.labelled;
            if (code == positive) ++counted.positives;
        }
    });
    return counted;
}

std::vector<ShareChange> shareChanges(const EvalTable& before, const EvalTable& now,
                                      const TaskContext& context) {
    std::vector<ShareChange> changes;
    for (const ColumnInfo& column : now.columns()) {
        const ColumnInfo* older = before.find(column.name);
        if (!older || column.role == ColumnRole::Label || column.role == ColumnRole::Id) continue;
        if (auto change = changeOf(column.name, static_cast<double>(older->missing), before.rows(),
                                   static_cast<double>(column.missing), now.rows()))
            changes.push_back(*std::move(change));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const ShareChange& a, const ShareChange& b) {
        return std::fabs(a.now - a.before) > std::fabs(b.now - b.before);
    });
    const auto older = positiveCount(before, context), newer = positiveCount(now, context);
    if (!older || !newer) return changes;
    if (auto change =
            changeOf({}, static_cast<double>(older->positives), static_cast<double>(older->labelled),
                     static_cast<double>(newer->positives), static_cast<double>(newer->labelled)))
        changes.insert(changes.begin(), *std::move(change));
    return changes;
}

}  // namespace reckoner
