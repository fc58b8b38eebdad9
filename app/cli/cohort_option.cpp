#include "app/cli/cohort_option.h"

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/store/notebook.h"

namespace reckoner::cli {
namespace {

std::string expressionOf(const std::shared_ptr<Store>& store, std::int64_t modelId, const std::string& name) {
    std::vector<std::string> names;
    for (const Cohort& cohort : Notebook(store).cohorts(modelId)) {
        if (cohort.name == name) return cohort.expression;
        names.push_back(cohort.name);
    }
    throw Error(ErrorCode::Usage, "The model has no cohort \"" + name + "\"" + didYouMean(name, names));
}

}  // namespace

std::string filterOption(const std::shared_ptr<Store>& store, std::int64_t modelId, const std::string& where,
                         const std::string& cohort) {
    if (cohort.empty()) return where;
    const std::string expression = expressionOf(store, modelId, cohort);
    if (where.empty() || expression.empty()) return where + expression;
    return "(" + expression + ") and (" + where + ")";
}

}  // namespace reckoner::cli
