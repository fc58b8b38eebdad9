// Conditions on what the model decided: `outcome` and `predicted`.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/case_fold.h"
#include "core/data/default_threshold.h"
#include "core/data/filter_error.h"
#include "core/data/filter_plan.h"

namespace reckoner {
namespace {

using Node = Filter::Node;
using Kind = Node::Kind;

enum Outcome : std::uint8_t { TruePositive, FalsePositive, FalseNegative, TrueNegative, NotScored };
enum Decision : std::uint8_t { Passed, Flagged, NotDecided };

constexpr std::array<std::pair<std::string_view, Outcome>, 12> kOutcomeWords = {{
    {"tp", TruePositive},
    {"caught", TruePositive},
    {"true positive", TruePositive},
    {"fp", FalsePositive},
    {"false alarm", FalsePositive},
    {"false positive", FalsePositive},
    {"fn", FalseNegative},
    {"missed", FalseNegative},
    {"false negative", FalseNegative},
    {"tn", TrueNegative},
    {"let through", TrueNegative},
    {"true negative", TrueNegative},
}};

[[noreturn]] void refuse(const std::string& sentence, const FilterBinding& binding, std::size_t at) {
    throw filterError(sentence, binding.source, at);
}

// Which codes the condition accepts; `matches(value, code)` says what a value stands for.
template <class Matches>
std::vector<std::uint8_t> acceptedCodes(const Node& node, std::size_t codes, const FilterBinding& binding,
                                        const Matches& matches) {
    std::vector<std::uint8_t> accepted(codes + 1, 0);
    if (node.kind == Kind::Missing) {
        std::fill(accepted.begin(), accepted.end(), std::uint8_t{node.negated});
        accepted.back() = !node.negated;
        return accepted;
    }
    const bool equality = node.kind == Kind::Compare &&
                          (node.comparison == Comparison::Equal || node.comparison == Comparison::NotEqual);
    if (!equality && node.kind != Kind::In)
        refuse("\"" + node.column.name + "\" is compared with =, != or in.", binding, node.at);
    const bool negative = node.negated || node.comparison == Comparison::NotEqual;
    for (std::size_t code = 0; code < codes; ++code) {
        bool any = false;
        for (const FilterValue& value : node.values)
            any = matches(value, code) || any;
        accepted[code] = any != negative;
    }
    return accepted;
}

// The binary view of the run that decisions are about.
struct BinaryView {
    std::string positive;
    std::shared_ptr<const RealColumn> scores;
    double threshold = 0;
};

const ColumnInfo* scoreOf(const EvalTable& table, const std::string& positive) {
    for (const ColumnInfo& column : table.columns())
        if (column.role == ColumnRole::ClassScore && column.classOf == positive) return &column;
    return table.find(ColumnRole::Score);
}

double thresholdOf(const Node& node, const FilterBinding& binding) {
    if (binding.outcome.threshold) return *binding.outcome.threshold;
    if (const auto own = ownThreshold(binding.table.info())) return *own;
    refuse("\"" + node.column.name + "\" needs a threshold, and this run names none; give one.", binding,
           node.column.at);
}

BinaryView binaryView(const Node& node, const FilterBinding& binding) {
    BinaryView view;
    const RunInfo& info = binding.table.info();
    view.positive = binding.outcome.positive.empty() ? info.positive : binding.outcome.positive;
    if (view.positive.empty())
        refuse("\"" + node.column.name + "\" needs a positive class, and none is named.", binding,
               node.column.at);
    const ColumnInfo* column = info.task == Task::Multiclass ? scoreOf(binding.table, view.positive)
                                                             : binding.table.find(ColumnRole::Score);
    if (!column)
        refuse("\"" + node.column.name + "\" needs a score, and this run has none.", binding, node.column.at);
    view.scores = binding.table.real(column->id, binding.context);
    view.threshold = thresholdOf(node, binding);
    return view;
}

// By label code: 1 positive, 0 another class, 2 not a label (missing, or outside the classes).
std::vector<std::uint8_t> truthByCode(const CategoryColumn& labels, const std::string& positive,
                                      const std::vector<std::string>& classes) {
    std::vector<std::uint8_t> truth;
    for (const std::string& label : labels.categories()) {
        const bool known = classes.empty() || label == positive ||
                           std::find(classes.begin(), classes.end(), label) != classes.end();
        truth.push_back(!known ? 2 : label == positive ? 1 : 0);
    }
    truth.push_back(2);
    return truth;
}

bool meansOutcome(const FilterValue& value, std::size_t outcome, const FilterBinding& binding) {
    const std::string word = foldCase(value.text);
    if (word == "right") return outcome == TruePositive || outcome == TrueNegative;
    if (word == "wrong") return outcome == FalsePositive || outcome == FalseNegative;
    for (const auto& [name, meaning] : kOutcomeWords)
        if (word == name) return meaning == outcome;
    refuse("An outcome is tp (caught), fp (false alarm), fn (missed), tn (let through), right or wrong.",
           binding, value.at);
}

FilterPlan planOutcome(const Node& node, const FilterBinding& binding) {
    const std::vector<std::uint8_t> accepted = acceptedCodes(
        node, NotScored, binding,
        [&](const FilterValue& value, std::size_t code) { return meansOutcome(value, code, binding); });
    const BinaryView view = binaryView(node, binding);
    const ColumnInfo* label = binding.table.find(ColumnRole::Label);
    if (!label) refuse("\"outcome\" needs labels, and this run has none.", binding, node.column.at);
    const auto labels = binding.table.category(label->id, binding.context);

    FilterPlan plan;
    plan.leaf = [accepted, view, labels,
                 truth = truthByCode(*labels, view.positive, binding.table.info().classes)](
                    RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const double* scores = view.scores->values().data();
        const double threshold = view.threshold;
        labels->visit([&](auto codes) {
            const auto outcome = [&](RowIndex row) -> std::uint8_t {
                const std::uint8_t positive = truth[codes[row]];
                if (positive > 1 || !std::isfinite(scores[row])) return NotScored;
                if (scores[row] >= threshold) return positive ? TruePositive : FalsePositive;
                return positive ? FalseNegative : TrueNegative;
            };
            fillByCode(rows, accepted, outcome, context);
        });
    };
    return plan;
}

std::string quotedList(const std::vector<std::string>& names) {
    std::string result;
    for (const std::string& name : names)
        result += (result.empty() ? "\"" : ", \"") + name + "\"";
    return result;
}

// A class name, or positive / negative where no class is called so.
bool meansDecision(const FilterValue& value, std::size_t decision, const std::string& positive,
                   const FilterBinding& binding) {
    const std::vector<std::string>& classes = binding.table.info().classes;
    if (value.text == positive) return decision == Flagged;
    const bool isClass = std::find(classes.begin(), classes.end(), value.text) != classes.end();
    if (isClass && classes.size() == 2) return decision == Passed;
    const std::string word = foldCase(value.text);
    if (!isClass && word == "positive") return decision == Flagged;
    if (!isClass && word == "negative") return decision == Passed;
    refuse("At a threshold \"predicted\" is \"" + positive + "\" or not: write positive or negative.",
           binding, value.at);
}

FilterPlan planFlagged(const Node& node, const FilterBinding& binding) {
    const BinaryView view = binaryView(node, binding);
    FilterPlan plan;
    plan.leaf = [view, accepted = acceptedCodes(
                           node, NotDecided, binding, [&](const FilterValue& value, std::size_t code) {
                               return meansDecision(value, code, view.positive, binding);
                           })](RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const double* scores = view.scores->values().data();
        const auto decision = [&](RowIndex row) -> std::uint8_t {
            if (!std::isfinite(scores[row])) return NotDecided;
            return scores[row] >= view.threshold ? Flagged : Passed;
        };
        fillByCode(rows, accepted, decision, context);
    };
    return plan;
}

// The class with the highest score, ties to the first in class order; classes.size() when a score is no
// number.
FilterPlan planHighestClass(const Node& node, const FilterBinding& binding) {
    const std::vector<std::string>& classes = binding.table.info().classes;
    std::vector<std::shared_ptr<const RealColumn>> scores;
    for (const std::string& name : classes) {
        const ColumnInfo* column = nullptr;
        for (const ColumnInfo& candidate : binding.table.columns())
            if (candidate.role == ColumnRole::ClassScore && candidate.classOf == name) column = &candidate;
        if (!column)
            refuse("\"predicted\" needs a prediction or a score of each class; \"" + name + "\" has none.",
                   binding, node.column.at);
        scores.push_back(binding.table.real(column->id, binding.context));
    }
    FilterPlan plan;
    plan.leaf = [scores, accepted = acceptedCodes(
                             node, classes.size(), binding, [&](const FilterValue& value, std::size_t code) {
                                 if (std::find(classes.begin(), classes.end(), value.text) == classes.end())
                                     refuse("The classes are " + quotedList(classes) + ".", binding,
                                            value.at);
                                 return classes[code] == value.text;
                             })](RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const auto highest = [&](RowIndex row) {
            std::size_t best = 0;
            for (std::size_t k = 0; k < scores.size(); ++k) {
                const double score = scores[k]->values()[row];
                if (!std::isfinite(score)) return scores.size();
                if (score > scores[best]->values()[row]) best = k;
            }
            return best;
        };
        fillByCode(rows, accepted, highest, context);
    };
    return plan;
}

}  // namespace

FilterPlan planDecision(const Node& node, const FilterBinding& binding) {
    if (node.column.pseudo == PseudoColumn::Outcome) return planOutcome(node, binding);
    const RunInfo& info = binding.table.info();
    const bool oneVsRest = binding.outcome.threshold && !binding.outcome.positive.empty();
    if (info.task == Task::Binary || oneVsRest) return planFlagged(node, binding);
    if (const ColumnInfo* prediction = binding.table.find(ColumnRole::Prediction))
        return planColumn(node, *prediction, binding);
    return planHighestClass(node, binding);
}

}  // namespace reckoner
