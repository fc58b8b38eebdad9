// How a mistake in an expression is shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace reckoner {

// The sentence, the expression on a line of its own and a caret under byte `at` of it. Long expressions are
// cut around the place. Precondition: expression is UTF-8, at <= expression.size().
Error filterError(const std::string& sentence, std::string_view expression, std::size_t at);

}  // namespace reckoner
