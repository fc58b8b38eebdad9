#include "ui/pages/errors/case_texts.h"

#include <algorithm>

#include "core/wording/case_words.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kMostKept = 4'000;  // rows

using Read = std::vector<std::pair<RowIndex, std::vector<CaseTexts::Line>>>;

Read readLines(const EvalTable& table, const std::vector<ColumnId>& columns, std::vector<RowIndex> rows,
               const TaskContext& context) {
    // Neighbours in the store lie in one chunk.
    std::sort(rows.begin(), rows.end());
    Read result;
    for (const RowIndex row : rows)
        result.emplace_back(row, std::vector<CaseTexts::Line>());
    for (const ColumnId id : columns) {
        const auto column = table.text(id, context);
        for (auto& [row, lines] : result) {
            context.checkCancelled();
            bool missing = false;
            const std::string text = column->at(row, &missing);
            lines.push_back({qt(caseLine(text)), missing});
        }
    }
    return result;
}

}  // namespace

CaseTexts::CaseTexts(Executor& executor, QObject* parent) : QObject(parent), task_(executor) {}

void CaseTexts::setSource(EvalTablePtr table, const std::vector<ColumnId>& columns) {
    if (table == table_ && columns == columns_) return;
    task_.cancel();
    table_ = std::move(table);
    columns_ = columns;
    lines_.clear();
    wanted_.clear();
}

void CaseTexts::want(const std::vector<RowIndex>& rows) {
    if (columns_.empty()) return;
    std::vector<RowIndex> missing;
    for (const RowIndex row : rows)
        if (!lines_.contains(row)) missing.push_back(row);
    if (missing.empty() || (task_.running() && missing == wanted_)) return;
    wanted_ = std::move(missing);
    read();
}

void CaseTexts::read() {
    task_.start(
        [table = table_, columns = columns_, rows = wanted_](const TaskContext& context) {
            return std::any(readLines(*table, columns, rows, context));
        },
        [this](const std::any& result) {
            if (lines_.size() > kMostKept) lines_.clear();
            for (const auto& [row, lines] : std::any_cast<const Read&>(result))
                lines_[row] = lines;
            wanted_.clear();
            Q_EMIT arrived();
        },
        [this](const Error& error) {
            // A damaged chunk: the row says so instead of staying empty for ever.
            for (const RowIndex row : wanted_)
                lines_[row] = Lines(columns_.size(), {QString::fromUtf8(error.what()), false});
            wanted_.clear();
            Q_EMIT arrived();
        });
}

const CaseTexts::Line* CaseTexts::find(RowIndex row, ColumnId column) const {
    const auto lines = lines_.find(row);
    const auto place = std::find(columns_.begin(), columns_.end(), column);
    if (lines == lines_.end() || place == columns_.end()) return nullptr;
    return &lines->second[static_cast<std::size_t>(place - columns_.begin())];
}

}  // namespace reckoner

#include "moc_case_texts.cpp"
