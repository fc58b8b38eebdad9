// What was called what, and what was left to a person: the counts behind every picture of a matrix.
#pragma once

#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/metrics/multiclass.h"

namespace reckoner {

// Answers below the confidence threshold stand in `review`, not in `called`.
struct ConfusionTable {
    ClassMatrix called{0};
    std::vector<ClassMatrix::Cell> review;  // by truth

    explicit ConfusionTable(std::size_t classes = 0) : called(classes), review(classes) {}
    std::size_t classes() const { return review.size(); }
    ClassMatrix::Cell truthTotal(std::size_t truth) const;  // with what is reviewed
    ClassMatrix::Cell reviewed() const;
    ClassMatrix::Cell total() const;
};

// One kind of mistake.
struct ConfusedPair {
    ClassCode truth = 0;
    ClassCode predicted = 0;
    ClassMatrix::Cell cell;
    double shareOfTruth = 0;  // by weight, of all samples of the true class
};
// The largest by weight, ties by share and then in class order; pairs without a sample are left out.
// O(K^2 log K).
std::vector<ConfusedPair> confusedPairs(const ConfusionTable& table, std::size_t most);

// The table with rows and columns in another order, small classes together as the last.
class FoldedConfusion {
 public:
    struct Cell {
        ClassMatrix::Cell all;
        ClassMatrix::Cell wrong;  // a mistake between two folded classes stays a mistake
    };
    enum class Of { Truth, Called, All };

    // order: classes as they are to be shown; those that stand in `folded` come last, as one. O(K^2).
    // Precondition: order is a permutation of the classes.
    FoldedConfusion(const ConfusionTable& table, const std::vector<ClassCode>& order,
                    const std::vector<bool>& folded = {});

    std::size_t size() const { return groups_.size(); }
    // The classes behind a row: one, or all that are folded.
    const std::vector<ClassCode>& group(std::size_t place) const { return groups_[place]; }
    bool isOther(std::size_t place) const { return groups_[place].size() > 1; }
    const Cell& at(std::size_t row, std::size_t column) const { return cells_[row * size() + column]; }
    const ClassMatrix::Cell& review(std::size_t row) const { return review_[row]; }
    const Cell& row(std::size_t row) const { return rows_[row]; }  // `all` with what is reviewed
    const Cell& column(std::size_t column) const { return columns_[column]; }
    const Cell& total() const { return total_; }  // `all` with what is reviewed
    ClassMatrix::Cell reviewed() const;
    // Share of a cell by weight; n/a where there is nothing to be a share of.
    Value share(Of of, std::size_t row, std::size_t column) const;
    Value reviewShare(Of of, std::size_t row) const;  // Called: of all that is reviewed
    // Share of a row or column that is wrong.
    Value rowError(std::size_t row) const;
    Value columnError(std::size_t column) const;

 private:
    std::vector<std::vector<ClassCode>> groups_;
    std::vector<Cell> cells_;
    std::vector<ClassMatrix::Cell> review_;
    std::vector<Cell> rows_;
    std::vector<Cell> columns_;
    Cell total_;
};

// Which classes to fold so that `shown` of them keep a row of their own: the smallest by weight of the truth,
// ties from the end. Nothing is folded when only one would be. O(K log K).
std::vector<bool> smallClasses(const ConfusionTable& table, std::size_t shown);

}  // namespace reckoner
