// Texts of the rows on the screen, read from the store off the UI thread and kept while they are near.
#pragma once

#include <unordered_map>
#include <vector>

#include <QObject>
#include <QString>

#include "core/data/eval_table.h"
#include "ui/session/background_task.h"

namespace reckoner {

class CaseTexts final : public QObject {
    Q_OBJECT
 public:
    CaseTexts(Executor& executor, QObject* parent);

    // Another table or other columns forget what was read.
    void setSource(EvalTablePtr table, const std::vector<ColumnId>& columns);
    // Reads those that are not there yet; arrived() follows when there were any.
    void want(const std::vector<RowIndex>& rows);
    // One line, cut to what can be seen; null until it was read. Missing text is an empty string with
    // `missing`.
    struct Line {
        QString text;
        bool missing = false;
    };
    const Line* find(RowIndex row, ColumnId column) const;

 Q_SIGNALS:
    void arrived();

 private:
    using Lines = std::vector<Line>;  // in the order of columns_
    void read();

    EvalTablePtr table_;
    std::vector<ColumnId> columns_;
    std::unordered_map<RowIndex, Lines> lines_;
    std::vector<RowIndex> wanted_;
    BackgroundTask task_;
};

}  // namespace reckoner
