#include "ui/session/show_cases.h"

#include "ui/session/chip_filters.h"

namespace reckoner {

void showCases(ReviewSession& session, const std::vector<std::string>& filters, const std::string& outcome,
               std::uint64_t drag) {
    session.apply(
        [&](ReviewState& state) {
            state.page = "errors";
            for (const char* key : {"errors.pick", "errors.view", "errors.case"})
                state.options.erase(key);
            replaceCaseFilters(state, {outcome, filters});
        },
        drag);
}

}  // namespace reckoner
