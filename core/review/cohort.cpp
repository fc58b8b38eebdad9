#include "core/review/cohort.h"

#include <algorithm>
#include <tuple>

#include "core/base/error.h"
#include "core/data/filter.h"

namespace reckoner {
namespace {

// As the language writes it; what is no expression stays as it is.
std::string normalForm(const std::string& expression) {
    try {
        return Filter::parse(expression).text();
    } catch (const Error&) {
        return expression;
    }
}

}  // namespace

bool sameContent(const Cohort& a, const Cohort& b) {
    const auto content = [](const Cohort& cohort) {
        return std::tie(cohort.modelId, cohort.name, cohort.expression, cohort.value, cohort.churn,
                        cohort.regulation, cohort.owner);
    };
    return content(a) == content(b);
}

const Cohort* cohortOf(const std::vector<Cohort>& cohorts, const std::string& expression) {
    if (expression.empty()) return nullptr;
    const std::string wanted = normalForm(expression);
    const auto found = std::find_if(cohorts.begin(), cohorts.end(), [&](const Cohort& cohort) {
        return cohort.expression == expression || normalForm(cohort.expression) == wanted;
    });
    return found == cohorts.end() ? nullptr : &*found;
}

}  // namespace reckoner
