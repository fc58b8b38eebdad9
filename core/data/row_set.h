// The rows of a cohort, in row order.
#pragma once

#include <vector>

#include "core/data/column.h"

namespace reckoner {

// Value type; "all rows" costs nothing.
class RowSet {
 public:
    static RowSet all(RowIndex rows) { return RowSet(rows); }
    // Precondition: ascending, distinct, each < tableRows.
    RowSet(std::vector<RowIndex> ascending, RowIndex tableRows)
        : tableRows_(tableRows), all_(false), rows_(std::move(ascending)) {}

    bool isAll() const { return all_; }
    RowIndex size() const { return all_ ? tableRows_ : static_cast<RowIndex>(rows_.size()); }
    RowIndex tableRows() const { return tableRows_; }
    // The i-th row of the set. Precondition: i < size().
    RowIndex operator[](RowIndex i) const { return all_ ? i : rows_[i]; }

    template <class F>
    void forEach(F&& f) const {
        if (all_) {
            for (RowIndex row = 0; row < tableRows_; ++row)
                f(row);
            return;
        }
        for (const RowIndex row : rows_)
            f(row);
    }

 private:
    explicit RowSet(RowIndex rows) : tableRows_(rows) {}
    RowIndex tableRows_;
    bool all_ = true;
    std::vector<RowIndex> rows_;
};

}  // namespace reckoner
