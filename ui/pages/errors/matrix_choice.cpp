#include "ui/pages/errors/matrix_choice.h"

#include "core/base/error.h"
#include "core/data/filter.h"
#include "core/data/filter_text.h"

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

// "label = 'a'" or "label in ('a', 'b')"; empty for no class.
std::string among(const char* column, const std::vector<ClassCode>& codes,
                  const std::vector<std::string>& classes) {
    if (codes.empty()) return {};
    if (codes.size() == 1) return std::string(column) + " = " + filterText(classes[codes.front()]);
    std::string list;
    for (const ClassCode code : codes)
        list += (list.empty() ? "" : ", ") + filterText(classes[code]);
    return std::string(column) + " in (" + list + ")";
}

}  // namespace

std::string classExpression(const std::vector<ClassCode>& truth, const std::vector<ClassCode>& called,
                            bool review, const std::vector<std::string>& classes) {
    const std::string really = among("label", truth, classes);
    const std::string answer = review ? "predicted = 'review'" : among("predicted", called, classes);
    if (really.empty() || answer.empty()) return really + answer;
    return really + " and " + answer;
}

MatrixChoice::MatrixChoice(const std::string& expression) : normal_(normalForm(expression)) {}

bool sameExpression(const std::string& a, const std::string& b) {
    return a == b || normalForm(a) == normalForm(b);
}

}  // namespace reckoner
