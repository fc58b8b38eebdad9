#include "ui/pages/errors/errors_query.h"

#include <charconv>
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "ui/pages/errors/errors_options.h"
#include "ui/session/class_desk.h"
#include "ui/session/session_facts.h"
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
    std::vector<std::string> result;
    const QByteArray text = QByteArray::fromStdString(option(state, kFilters));
    for (const QJsonValue& value : QJsonDocument::fromJson(text).array())
        if (value.isString() && !value.toString().isEmpty()) result.push_back(value.toString().toStdString());
    return result;
}

void setFilters(ReviewState& state, const std::vector<std::string>& filters) {
    QJsonArray array;
    for (const std::string& filter : filters)
        array.append(qt(filter));
    const QByteArray text = QJsonDocument(array).toJson(QJsonDocument::Compact);
    setOption(state, kFilters, filters.empty() ? std::string() : text.toStdString());
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
    OutcomeContext context;
    const RunAnalysisPtr run = session.run();
    if (!run) return context;
    context.facts = SessionFacts::of(session).facts();
    if (run->request.table->info().task == Task::Multiclass) {
        context.confidence = parseNumber(option(session.state(), kConfidenceOption));
        return context;
    }
    context.positive = run->rows.positive;
    if (!std::isnan(session.threshold())) context.threshold = session.threshold();
    return context;
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
    query.point.axisLo = binary ? run->axisLo : 0;
    query.point.axis = binary ? run->axisHi - run->axisLo : 1;
    const ReviewState& state = session.state();
    query.filters = allFilters(state);
    query.pick = pickNamed(option(state, kPick));
    query.sort = CaseSort::parse(option(state, kSort));
    query.seed = seed(state);
    return query;
}

bool sameCases(const CaseQuery& a, const CaseQuery& b) {
    const OutcomeContext& x = a.point.outcome;
    const OutcomeContext& y = b.point.outcome;
    return a.table == b.table && a.filters == b.filters && x.positive == y.positive &&
           x.threshold == y.threshold && x.confidence == y.confidence && x.facts == y.facts && a.point.costs == b.point.costs && a.pick == b.pick &&
           a.sort == b.sort && a.seed == b.seed;
}

}  // namespace reckoner::errors
