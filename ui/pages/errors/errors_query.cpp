#include "ui/pages/errors/errors_query.h"

#include <charconv>

#include "core/base/error.h"
#include "core/cost/class_costs.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/session/selection_desk.h"
#include "ui/session/state_rules.h"
#include "ui/widgets/plain_label.h"

namespace reckoner::errors {
namespace {

constexpr std::uint64_t kFirstSeed = 7;

}  // namespace

std::uint64_t seed(const ReviewState& state) {
    const std::string text = option(state, kSeed);
    std::uint64_t number = kFirstSeed;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::vector<std::string> filters(const ReviewState& state) {
    return chipFilters(state);
}

void setFilters(ReviewState& state, const std::vector<std::string>& filters) {
    setChipFilters(state, filters);
}

void clearFilters(ReviewState& state) {
    setOption(state, kCell, {});
    setChipFilters(state, {});
}

std::vector<std::string> allFilters(const ReviewState& state) {
    std::vector<std::string> result = filters(state);
    result.insert(result.begin(), {state.cohort, option(state, kCell)});
    std::erase(result, std::string());
    return result;
}

std::string expression(const ReviewState& state) {
    CaseQuery query;
    query.filters = allFilters(state);
    const std::string where = query.where();
    try {
        return where.empty() ? where : Filter::parse(where).text();
    } catch (const Error&) {
        // A state from elsewhere may hold what is no expression; the form says what is wrong with it.
        return where;
    }
}

OutcomeContext outcomeContext(ReviewSession& session) {
    return SelectionDesk::of(session).outcome();
}

std::optional<CaseQuery> caseQuery(ReviewSession& session) {
    const RunAnalysisPtr run = session.run();
    if (!run) return std::nullopt;
    CaseQuery query;
    query.table = run->request.table;
    query.point.outcome = outcomeContext(session);
    const bool binary = query.table->info().task == Task::Binary;
    if (binary && !query.point.outcome.threshold) return std::nullopt;
    query.point.costs = run->cost.model();
    if (query.table->info().task == Task::Multiclass)
        query.point.classCosts = classCosts(run->cost.model(), query.table->info().classes);
    query.point.axisLo = binary ? run->axisLo : 0;
    query.point.axis = binary ? run->axisHi - run->axisLo : 1;
    const ReviewState& state = session.state();
    query.filters = allFilters(state);
    query.selected = SelectionDesk::of(session).rows();
    query.pick = pickNamed(option(state, kPick));
    query.sort = CaseSort::parse(option(state, kSort));
    query.seed = seed(state);
    return query;
}

bool sameCases(const CaseQuery& a, const CaseQuery& b) {
    const OutcomeContext& x = a.point.outcome;
    const OutcomeContext& y = b.point.outcome;
    return a.table == b.table && a.filters == b.filters && x.positive == y.positive &&
           x.threshold == y.threshold && x.confidence == y.confidence && x.facts == y.facts &&
           a.point.costs == b.point.costs && a.point.classCosts == b.point.classCosts && a.pick == b.pick &&
           a.sort == b.sort && a.seed == b.seed;
}

}  // namespace reckoner::errors
