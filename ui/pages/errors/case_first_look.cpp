#include "ui/pages/errors/case_first_look.h"

#include <algorithm>

#include "core/data/sample_facts.h"
#include "core/wording/case_words.h"
#include "ui/pages/errors/case_ref.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

std::shared_ptr<const NotedIds> notedIds(const SampleFactsPtr& facts) {
    auto ids = std::make_shared<NotedIds>();
    if (facts)
        for (const NoteFact& note : facts->notes())
            ids->insert(qt(caseLine(note.sampleId)));
    return ids;
}

// The row of the n-th occurrence of an id.
std::optional<RowIndex> rowOfCase(const EvalTable& table, const CaseKey& key, const TaskContext& context) {
    constexpr RowIndex kBlock = 65'536;
    const ColumnInfo* id = table.find(ColumnRole::Id);
    if (!id || key.sampleId.empty()) return std::nullopt;
    const auto ids = table.text(id->id, context);
    std::size_t seen = 0;
    std::optional<RowIndex> found;
    for (RowIndex first = 0; first < table.rows() && !found;) {
        context.checkCancelled();
        const RowIndex last = table.rows() - first > kBlock ? first + kBlock : table.rows();
        ids->scan(first, last, [&](RowIndex row, std::string_view text, bool) {
            if (!found && text == key.sampleId && ++seen == key.occurrence) found = row;
        });
        first = last;
    }
    return found;
}

// Ids of a run are of one kind: those of one chunk say how wide they are.
QString longestId(const EvalTable& table, const TaskContext& context) {
    constexpr RowIndex kLooked = 64;
    const ColumnInfo* id = table.find(ColumnRole::Id);
    QString longest;
    if (!id) return longest;
    table.text(id->id, context)
        ->scan(0, std::min(kLooked, table.rows()), [&](RowIndex, std::string_view text, bool) {
            const QString shown = qt(caseLine(text));
            if (shown.size() > longest.size()) longest = shown;
        });
    return longest;
}

}  // namespace

FirstLook firstLook(const CaseQuery& query, std::size_t most, const std::string& wanted,
                    std::optional<RowIndex> known, const TaskContext& context) {
    FirstLook look;
    CaseList list = beginList(query, most, context);
    look.rows = std::make_shared<const std::vector<RowIndex>>(std::move(list.rows));
    look.list = std::make_shared<const CaseList>(std::move(list));
    look.noted = notedIds(query.point.outcome.facts);
    look.longestId = longestId(*query.table, context);
    look.row = known;
    if (!known && !wanted.empty()) look.row = rowOfCase(*query.table, parseCaseKey(wanted), context);
    if (look.row) look.place = placeOf(*look.rows, *look.row);
    return look;
}

std::size_t occurrenceOf(const EvalTable& table, RowIndex row, const std::string& sampleId,
                         const TaskContext& context) {
    constexpr RowIndex kBlock = 65'536;
    const auto ids = table.text(table.find(ColumnRole::Id)->id, context);
    std::size_t seen = 1;
    for (RowIndex first = 0; first < row;) {
        context.checkCancelled();
        const RowIndex last = row - first > kBlock ? first + kBlock : row;
        ids->scan(first, last,
                  [&](RowIndex, std::string_view text, bool) { seen += text == sampleId ? 1 : 0; });
        first = last;
    }
    return seen;
}

std::optional<std::size_t> placeOf(const std::vector<RowIndex>& rows, RowIndex row) {
    const auto found = std::find(rows.begin(), rows.end(), row);
    return found == rows.end() ? std::nullopt : std::optional<std::size_t>(found - rows.begin());
}

}  // namespace reckoner
