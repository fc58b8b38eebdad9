// The figures of a matrix of classes by name, as JSON and requirements know them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/metrics/multiclass.h"

namespace reckoner {

// accuracy, balanced_accuracy, macro_precision, macro_recall, macro_f1, weighted_precision, weighted_recall,
// weighted_f1, kappa, mcc: for all of them higher is better.
const std::vector<std::string>& matrixFigureNames();
// "Macro F1"
std::string_view matrixFigureTitle(std::string_view id);
// n/a for a name that is none.
Value matrixFigure(const MatrixNumbers& numbers, std::string_view id);
// "precision", "recall", "f1" of one class.
Value classFigure(const ClassNumbers& numbers, std::string_view id);

}  // namespace reckoner
