// What a place of the matrix chooses: filter expressions, compared by meaning and not by their spelling.
#pragma once

#include <string>

namespace reckoner {

// The same filter in its normal form; texts that cannot be parsed are compared as they are.
bool sameExpression(const std::string& a, const std::string& b);

}  // namespace reckoner
