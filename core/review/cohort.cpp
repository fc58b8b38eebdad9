#include "core/review/cohort.h"

#include <tuple>

namespace reckoner {

bool sameContent(const Cohort& a, const Cohort& b) {
    const auto content = [](const Cohort& cohort) {
        return std::tie(cohort.modelId, cohort.name, cohort.expression, cohort.value, cohort.churn,
                        cohort.regulation, cohort.owner);
    };
    return content(a) == content(b);
}

}  // namespace reckoner
