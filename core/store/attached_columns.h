// A run's columns with what was attached to its samples later (attachments.h says by which rules).
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/store/attachment_repository.h"
#include "core/store/stored_columns.h"

namespace reckoner {

// Where one attached column belongs among a run's columns.
struct ColumnPart {
    std::size_t attachment = 0;  // of the list given
    std::size_t column = 0;      // of that attachment
};
struct MergedColumn {
    ColumnInfo info;
    std::optional<StoredColumn> own;  // of the run
    std::vector<ColumnPart> parts;    // newest first; empty: the run's own column as it is
};

// The run's columns in their order, then those only attachments have, oldest first. A column that only
// attachments have has the id -attached_column.id of the oldest and its name, with " (attached)" behind it
// when the run uses the name for something else. info.missing is the run's own: no more are missing.
std::vector<MergedColumn> mergedColumns(const std::vector<StoredColumn>& own,
                                        const std::vector<StoredAttachment>& newestFirst);

// `stored` when nothing is attached to the model. The join is made once per attachment, when a column that
// needs it is first asked for; 4 bytes a sample.
std::shared_ptr<const ColumnSource> withAttached(std::shared_ptr<const ColumnSource> stored,
                                                 std::shared_ptr<ReadConnections> readers, const RunRow& run);
// The same inside a transaction.
std::shared_ptr<const ColumnSource> withAttached(std::shared_ptr<const ColumnSource> stored,
                                                 SQLite::Database& database, const RunRow& run);

}  // namespace reckoner
