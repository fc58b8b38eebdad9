#include "core/metrics/paired_rows.h"

#include <algorithm>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr std::uint32_t kNotScored = ~0U;

// By row of the table: its place among the scored rows.
std::vector<std::uint32_t> placesOf(const ScoredRows& scored, RowIndex rows) {
    std::vector<std::uint32_t> places(rows, kNotScored);
    for (std::size_t i = 0; i < scored.rows.size(); ++i)
        places[scored.rows[i]] = static_cast<std::uint32_t>(i);
    return places;
}

// Labels of both runs by their name, whatever their codes are.
class LabelPairs {
 public:
    LabelPairs(const EvalTable& first, const EvalTable& second, const TaskContext& context) {
        const ColumnInfo* a = first.find(ColumnRole::Label);
        const ColumnInfo* b = second.find(ColumnRole::Label);
        if (!a || !b) return;
        first_ = first.category(a->id, context);
        second_ = second.category(b->id, context);
        for (const std::string& name : second_->categories())
            codeInFirst_.push_back(first_->codeOf(name));
        codeInFirst_.push_back(first_->missingCode());
    }
    bool conflict(RowIndex first, RowIndex second) const {
        if (!first_) return false;
        const std::uint32_t a = first_->code(first);
        const std::uint32_t b = codeInFirst_[second_->code(second)];
        const std::uint32_t missing = first_->missingCode();
        return a != b && a != missing && b != missing;
    }

 private:
    std::shared_ptr<const CategoryColumn> first_;
    std::shared_ptr<const CategoryColumn> second_;
    std::vector<std::uint32_t> codeInFirst_;  // by code of the second run's label
};

void requireClass(const EvalTable& table, const std::string& positive, const std::string& beside) {
    const std::vector<std::string>& classes = table.info().classes;
    if (classes.empty() || std::find(classes.begin(), classes.end(), positive) != classes.end()) return;
    std::string known;
    for (const std::string& name : classes)
        known += (known.empty() ? "\"" : ", \"") + name + "\"";
    throw Error(ErrorCode::BadInput, "The run of " + beside + " looks for \"" + positive +
                                         "\", which is no class of the run of " + table.info().version +
                                         " (" + known + "): compare runs of one task.");
}

void append(ScoredRows& out, const ScoredRows& in, std::uint32_t place) {
    out.rows.push_back(in.rows[place]);
    out.scores.push_back(in.scores[place]);
    out.positiveBits.push_back(in.positiveBits[place]);
}

}  // namespace

void requireSamePositive(const EvalTable& first, const EvalTable& second) {
    const RunInfo& a = first.info();
    const RunInfo& b = second.info();
    const bool both =
        a.task == Task::Binary && b.task == Task::Binary && !a.positive.empty() && !b.positive.empty();
    if (!both || a.positive == b.positive) return;
    throw Error(ErrorCode::BadInput, "The scores of " + a.version + " are for \"" + a.positive +
                                         "\" and those of " + b.version + " for \"" + b.positive +
                                         "\": they cannot be held against each other.");
}

PairedRows pairRows(const EvalTable& first, const EvalTable& second, const SampleAlignment& alignment,
                    const RowSet& cohort, const std::string& positive, const TaskContext& context) {
    if (positive.empty()) requireSamePositive(first, second);
    const ScoredRows a = ScoredRows::of(first, RowSet::all(first.rows()), positive, context);
    requireClass(second, a.positive, first.info().version);
    const ScoredRows b = ScoredRows::of(second, RowSet::all(second.rows()), a.positive, context);
    const std::vector<std::uint32_t> placeInA = placesOf(a, first.rows());
    const std::vector<std::uint32_t> placeInB = placesOf(b, second.rows());
    const LabelPairs labels(first, second, context);

    PairedRows result;
    result.first.positive = result.second.positive = a.positive;
    result.first.excluded = a.excluded;
    result.second.excluded = b.excluded;
    cohort.forEach([&](RowIndex row) {
        const RowIndex other = alignment(row);
        if (other >= second.rows()) return void(++result.onlyFirst);
        if (labels.conflict(row, other)) return void(++result.conflicting);
        const std::uint32_t ours = placeInA[row];
        const std::uint32_t theirs = placeInB[other];
        if (ours == kNotScored || theirs == kNotScored) return void(++result.unscored);
        append(result.first, a, ours);
        append(result.second, b, theirs);
        if (a.weights.empty()) return;
        result.first.weights.push_back(a.weights[ours]);
        result.second.weights.push_back(a.weights[ours]);
    });

    std::vector<bool> met(second.rows(), false);
    for (RowIndex row = 0; row < first.rows(); ++row)
        if (const RowIndex other = alignment(row); other < second.rows()) met[other] = true;
    result.onlySecond = static_cast<std::uint64_t>(std::count(met.begin(), met.end(), false));
    return result;
}

}  // namespace reckoner
