// What a place of the matrix chooses: filter expressions, compared by meaning and not by their spelling.
#pragma once

#include <string>
#include <vector>

#include "core/metrics/confusion.h"

namespace reckoner {

// An expression to be compared with many others.
class MatrixChoice {
 public:
    explicit MatrixChoice(const std::string& expression);
    // other: in its normal form, as classExpression() writes it.
    bool is(const std::string& other) const { return other == normal_; }
    bool beginsWith(const std::string& other) const { return normal_.starts_with(other); }

 private:
    std::string normal_;
};

// The same filter in its normal form; texts that cannot be parsed are compared as they are.
bool sameExpression(const std::string& a, const std::string& b);

// "label = 'M' and predicted = 'F'", "label in ('a', 'b')", "predicted = review", ... Empty groups stand for
// all; `review` for what a person decides instead of a called class.
std::string classExpression(const std::vector<ClassCode>& truth, const std::vector<ClassCode>& called,
                            bool review, const std::vector<std::string>& classes);

}  // namespace reckoner
