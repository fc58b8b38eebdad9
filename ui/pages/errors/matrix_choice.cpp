#include "ui/pages/errors/matrix_choice.h"

#include "core/base/error.h"
#include "core/data/filter.h"

namespace reckoner {
namespace {

std::string normalForm(const std::string& expression) {
    if (expression.empty()) return {};
    try {
        return Filter::parse(expression).text();
    } catch (const Error&) {
        return expression;
    }
}

}  // namespace

bool sameExpression(const std::string& a, const std::string& b) {
    return a == b || normalForm(a) == normalForm(b);
}

}  // namespace reckoner
