#include "core/store/case_reader.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <tuple>

#include "core/base/error.h"
#include "core/data/default_threshold.h"
#include "core/data/scored_rows.h"
#include "core/metrics/classified_rows.h"

namespace reckoner {
namespace {

constexpr const char* kNoSuchCase = "This case is not in the run any more.";

CaseField fieldOf(const EvalTable& table, const ColumnInfo& column, RowIndex row,
                  const TaskContext& context) {
    CaseField field{column, {}, {}};
    switch (column.type) {
        case ColumnType::Category: {
            const auto values = table.category(column.id, context);
            const std::uint32_t code = values->code(row);
            if (code != values->missingCode()) field.text = values->categories()[code];
            break;
        }
        case ColumnType::Real:
        case ColumnType::Timestamp: {
            const double value = table.real(column.id, context)->values()[row];
            if (!isMissingReal(value)) field.number = value;
            break;
        }
        case ColumnType::Text: {
            bool missing = false;
            std::string text = table.text(column.id, context)->at(row, &missing);
            if (!missing) field.text = std::move(text);
        }
    }
    return field;
}

const ColumnInfo* scoreColumn(const EvalTable& table, const std::string& positive) {
    for (const ColumnInfo& column : table.columns())
        if (column.role == ColumnRole::ClassScore && column.classOf == positive) return &column;
    return table.info().task == Task::Binary ? table.find(ColumnRole::Score) : nullptr;
}

bool finite(double number) {
    return std::isfinite(number);
}

std::optional<double> costOf(const OutcomeCost& cost, const EvalTable& table, RowIndex row,
                             const TaskContext& context) {
    if (cost.factor == 0 || cost.amountColumn.empty()) return cost.fixed;
    const ColumnInfo* column = table.find(cost.amountColumn);
    if (!column) return std::nullopt;
    const auto amount = fieldOf(table, *column, row, context).number;
    if (!amount || !finite(*amount)) return std::nullopt;
    return cost.fixed + cost.factor * *amount;
}

std::optional<double> amountOf(const CostModel& costs, const EvalTable& table, RowIndex row,
                               const TaskContext& context) {
    const std::vector<std::string> measures = costs.measures();
    const ColumnInfo* column =
        measures.empty() ? table.find(ColumnRole::Amount) : table.find(measures.front());
    return column ? fieldOf(table, *column, row, context).number : std::nullopt;
}

// The highest class score; ties: the class that comes first.
std::optional<std::string> highestClass(const std::vector<double>& scores,
                                        const std::vector<std::string>& classes) {
    std::optional<std::string> best;
    double highest = 0;
    for (std::size_t c = 0; c < scores.size(); ++c) {
        if (!finite(scores[c])) return std::nullopt;
        if (best && scores[c] <= highest) continue;
        best = classes[c];
        highest = scores[c];
    }
    return best;
}

void readClasses(const EvalTable& table, RowIndex row, CaseScore& into, const TaskContext& context) {
    for (const auto& column : classScores(table, context))
        into.classScores.push_back(column->values()[row]);
    if (const ColumnInfo* column = table.find(ColumnRole::Prediction))
        into.predicted = fieldOf(table, *column, row, context).text;
    const std::vector<std::string>& classes = table.info().classes;
    const bool known =
        into.predicted && std::find(classes.begin(), classes.end(), *into.predicted) != classes.end();
    if (!known) into.predicted = highestClass(into.classScores, classes);
}

// The score that flags as many as there are positives.
std::optional<double> prevalenceScore(const EvalTable& table, const std::string& positive,
                                      const TaskContext& context) {
    ScoredRows rows = ScoredRows::of(table, RowSet::all(table.rows()), positive, context);
    const auto positives = static_cast<std::size_t>(
        std::count(rows.positiveBits.begin(), rows.positiveBits.end(), std::uint8_t{1}));
    if (positives == 0) return std::nullopt;
    const auto nth = rows.scores.begin() + static_cast<std::ptrdiff_t>(positives - 1);
    std::nth_element(rows.scores.begin(), nth, rows.scores.end(), std::greater<>());
    return *nth;
}

bool isField(ColumnRole role) {
    switch (role) {
        case ColumnRole::Segment:
        case ColumnRole::Numeric:
        case ColumnRole::Timestamp:
        case ColumnRole::Amount:
        case ColumnRole::Weight:
        case ColumnRole::Latency:
            return true;
        default:
            return false;
    }
}

bool isLater(ColumnRole role) {
    return role == ColumnRole::Override || role == ColumnRole::Actionable || role == ColumnRole::Outcome ||
           role == ColumnRole::ActedOn;
}

void readColumns(const EvalTable& table, RowIndex row, CaseFacts& facts, const TaskContext& context) {
    for (const ColumnInfo& column : table.columns()) {
        context.checkCancelled();
        if (column.role == ColumnRole::Text) {
            facts.texts.push_back(fieldOf(table, column, row, context));
        } else if (isLater(column.role)) {
            // A column in which nobody ever wrote anything says nothing about this case.
            const bool attached = column.id < 0;
            if (!attached && column.missing >= table.rows()) continue;
            facts.later.push_back(fieldOf(table, column, row, context));
        } else if (isField(column.role)) {
            facts.fields.push_back(fieldOf(table, column, row, context));
        } else if (column.role == ColumnRole::Explanation) {
            facts.explanation = fieldOf(table, column, row, context).text.value_or("");
            facts.factors = parseExplanation(facts.explanation);
            if (!facts.factors.empty()) facts.explanation.clear();
        }
    }
}

}  // namespace

CaseReader::CaseReader(std::shared_ptr<const Store> store, std::vector<RunRow> runs,
                       std::map<std::int64_t, OperatingPoint> policies)
    : runs_(std::move(runs)),
      policies_(std::move(policies)),
      tables_(std::make_shared<RunCache>([store](RunId id) { return store->openTable(id); })),
      lookup_(store, tables_) {}

const RunRow* CaseReader::rowOf(RunId run) const {
    for (const RunRow& row : runs_)
        if (row.info.id == run) return &row;
    return nullptr;
}

CaseReader::Scale CaseReader::scaleOf(const RunRow& run, const EvalTable& table, const std::string& positive,
                                      const TaskContext& context) {
    const std::pair key(run.info.id, positive);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = scales_.find(key); found != scales_.end()) return found->second;
    }
    Scale scale;
    const ScoreKind kind = run.info.kind;
    scale.hi = kind == ScoreKind::Percent ? 100 : 1;
    if (kind != ScoreKind::Probability && kind != ScoreKind::Percent) {
        double lo = std::numeric_limits<double>::infinity();
        double hi = -lo;
        for (const double score : table.real(scoreColumn(table, positive)->id, context)->values()) {
            if (!finite(score)) continue;
            lo = std::min(lo, score);
            hi = std::max(hi, score);
        }
        if (lo < hi) scale = {lo, hi, {}};
    }
    const auto policy = policies_.find(run.versionId);
    if (policy != policies_.end() && run.info.task == Task::Binary) {
        scale.threshold = countedFrom(policy->second);
    } else if (const auto own = ownThreshold(run.info)) {
        scale.threshold = own;
    } else {
        scale.threshold = prevalenceScore(table, positive, context);
    }
    const std::lock_guard lock(mutex_);
    return scales_[key] = scale;
}

CaseScore CaseReader::scoreOf(const RunRow& run, const EvalTablePtr& table, RowIndex row,
                              const std::string& positive, const TaskContext& context) {
    CaseScore score;
    score.run = run.info.id;
    score.version = run.info.version;
    score.evalSet = run.info.evalSet;
    if (run.info.task == Task::Multiclass) readClasses(*table, row, score, context);
    if (const ColumnInfo* column = scoreColumn(*table, positive)) {
        score.score = fieldOf(*table, *column, row, context).number;
        if (score.score && !finite(*score.score)) score.score.reset();
        const Scale scale = scaleOf(run, *table, positive, context);
        score.lo = scale.lo;
        score.hi = scale.hi;
        score.threshold = scale.threshold;
        const auto policy = policies_.find(run.versionId);
        if (policy != policies_.end() && run.info.task == Task::Binary) score.tiers = policy->second.tiers;
    }
    return score;
}

// Whether one threshold means the same to both: raw scores and margins of two versions have nothing in
// common.
static bool onOneScale(ScoreKind a, ScoreKind b) {
    return a == b && (a == ScoreKind::Probability || a == ScoreKind::Percent);
}

std::vector<CaseScore> CaseReader::scores(const RunRow& shown, const CaseRequest& request,
                                          const TaskContext& context) {
    std::vector<const RunRow*> candidates;
    for (const RunRow& run : runs_)
        if (run.modelId == shown.modelId && run.versionId != shown.versionId) candidates.push_back(&run);
    // On the same samples first: those are found by their numbers alone.
    const auto rank = [&shown](const RunRow* run) {
        return std::tuple(run->evalSetId == shown.evalSetId, run->info.runDate, run->info.id);
    };
    std::sort(candidates.begin(), candidates.end(),
              [&](const RunRow* a, const RunRow* b) { return rank(a) > rank(b); });
    std::set<std::int64_t> found;
    std::vector<std::pair<const RunRow*, CaseScore>> scores;
    scores.emplace_back(&shown, scoreOf(shown, request.table, request.row, request.positive, context));
    scores.front().second.shown = true;
    for (const RunRow* run : candidates) {
        context.checkCancelled();
        if (found.contains(run->versionId)) continue;
        const auto row = lookup_.find(shown, request.row, *run, context);
        if (!row) continue;
        found.insert(run->versionId);
        scores.emplace_back(run, scoreOf(*run, tables_->open(run->info.id), *row, request.positive, context));
        scores.back().second.followsScreen =
            !policies_.contains(run->versionId) && onOneScale(run->info.kind, shown.info.kind);
    }
    std::stable_sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first->info.runDate, a.first->info.id) <
               std::tuple(b.first->info.runDate, b.first->info.id);
    });
    std::vector<CaseScore> result;
    for (auto& entry : scores)
        result.push_back(std::move(entry.second));
    return result;
}

CaseFacts CaseReader::read(const CaseRequest& asked, const TaskContext& context) {
    const RunRow* run = rowOf(asked.run);
    if (!run) throw Error(ErrorCode::Usage, kNoSuchCase);
    const EvalTablePtr table = asked.table ? asked.table : tables_->open(asked.run);
    if (asked.row >= table->rows()) throw Error(ErrorCode::Usage, kNoSuchCase);
    CaseRequest request = asked;
    request.table = table;
    if (request.positive.empty()) request.positive = table->info().positive;

    CaseFacts facts;
    facts.run = request.run;
    facts.row = request.row;
    facts.task = table->info().task;
    facts.classes = table->info().classes;
    facts.positive = request.positive;
    if (const ColumnInfo* ids = table->find(ColumnRole::Id))
        facts.sampleId = table->text(ids->id, context)->at(request.row);
    if (const ColumnInfo* labels = table->find(ColumnRole::Label))
        facts.label = fieldOf(*table, *labels, request.row, context).text;
    facts.occurrence = run->repeatedIds == 0 ? 1 : lookup_.occurrenceOf(request.run, request.row, context);
    readColumns(*table, request.row, facts, context);
    facts.versions = scores(*run, request, context);
    facts.amount = amountOf(request.costs, *table, request.row, context);
    const CostModel& c = request.costs;
    const OutcomeCost* order[] = {&c.tp, &c.fp, &c.fn, &c.tn};
    for (std::size_t i = 0; i < 4; ++i)
        facts.costs[i] = costOf(*order[i], *table, request.row, context);
    return facts;
}

}  // namespace reckoner
