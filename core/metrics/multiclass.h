// Numbers of a run with several classes. Sources: METRICS.md and DEFINITIONS.md, "Multiclass".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/classified_rows.h"

namespace reckoner {

// K x K counts: rows = truth, columns = predicted, both in class order.
class ClassMatrix {
 public:
    explicit ClassMatrix(std::size_t classes) : size_(classes), cells_(classes * classes) {}
    static ClassMatrix of(const ClassifiedRows& rows);

    struct Cell {
        std::uint64_t n = 0;
        double weight = 0;  // = n without weights
        double weightSq = 0;
        Cell& operator+=(const Cell& other) {
            n += other.n;
            weight += other.weight;
            weightSq += other.weightSq;
            return *this;
        }
    };
    std::size_t classes() const { return size_; }
    Cell& at(std::size_t truth, std::size_t predicted) { return cells_[truth * size_ + predicted]; }
    const Cell& at(std::size_t truth, std::size_t predicted) const {
        return cells_[truth * size_ + predicted];
    }
    void add(std::size_t truth, std::size_t predicted, double weight);
    Cell truthTotal(std::size_t truth) const;
    Cell predictedTotal(std::size_t predicted) const;
    Cell total() const;
    Cell correct() const;

 private:
    std::size_t size_;
    std::vector<Cell> cells_;
};

// 0/0 is n/a here; JSON and the averages take it as 0.
struct ClassNumbers {
    std::uint64_t support = 0;    // samples of this class
    std::uint64_t predicted = 0;  // samples predicted as this class
    Value precision;
    Value recall;
    Value f1;
};

// Precision, recall and F1 averaged over all listed classes.
struct ClassAverage {
    Value precision;
    Value recall;
    Value f1;
};

struct MatrixNumbers {
    Value accuracy;
    Value balancedAccuracy;  // mean recall of the classes that occur
    Value kappa;             // n/a at 0/0
    Value mcc;               // 0 where a margin is degenerate
    ClassAverage macro;
    ClassAverage micro;
    ClassAverage weighted;  // by support
    std::vector<ClassNumbers> perClass;
};
// Everything that needs the matrix alone. O(K^2).
MatrixNumbers matrixNumbers(const ClassMatrix& matrix);

// What needs the class scores; n/a when a class has none.
struct ClassScoreNumbers {
    std::vector<Value> rocAuc;            // one class against the rest
    std::vector<Value> averagePrecision;  // one class against the rest
    Value rocAucOvrMacro;                 // n/a when one of them is
    Value rocAucOvrWeighted;              // by support
    Value averagePrecisionMacro;
};
// One sort a class. Weighted where there are weights.
ClassScoreNumbers classScoreNumbers(const EvalTable& table, const RowSet& cohort,
                                    const TaskContext& context = {});

// Share of samples whose class is among the k highest class scores; of equal scores the class that comes
// first is the higher one. Over rows whose class scores are all finite. Precondition: k > 0.
Value topAccuracy(const EvalTable& table, const ClassifiedRows& rows, std::size_t k,
                  const TaskContext& context = {});

}  // namespace reckoner
