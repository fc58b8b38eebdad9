// Conditions on what the model decided: `outcome`, `predicted` and `confidence`.
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/case_fold.h"
#include "core/data/decisions.h"
#include "core/data/default_threshold.h"
#include "core/data/filter_plan.h"

namespace reckoner {
namespace {

using Node = Filter::Node;

enum Decision : std::uint8_t { Passed, Flagged, NotDecided };

constexpr std::size_t kOutcomes = static_cast<std::size_t>(RowOutcome::Unknown);
constexpr std::array<std::pair<std::string_view, RowOutcome>, 12> kOutcomeWords = {{
    {"tp", RowOutcome::Caught},
    {"caught", RowOutcome::Caught},
    {"true positive", RowOutcome::Caught},
    {"fp", RowOutcome::FalseAlarm},
    {"false alarm", RowOutcome::FalseAlarm},
    {"false positive", RowOutcome::FalseAlarm},
    {"fn", RowOutcome::Missed},
    {"missed", RowOutcome::Missed},
    {"false negative", RowOutcome::Missed},
    {"tn", RowOutcome::LetThrough},
    {"let through", RowOutcome::LetThrough},
    {"true negative", RowOutcome::LetThrough},
}};

double thresholdOf(const Node& node, const FilterBinding& binding) {
    if (binding.outcome.threshold) return *binding.outcome.threshold;
    if (const auto own = ownThreshold(binding.table.info())) return *own;
    refuse("\"" + node.column.name + "\" needs a threshold, and this run names none; give one.", binding,
           node.column.at);
}

bool meansOutcome(const FilterValue& value, std::size_t code, const FilterBinding& binding) {
    const auto outcome = static_cast<RowOutcome>(code);
    const std::string word = foldCase(value.text);
    if (word == "wrong") return isMistake(outcome);
    if (word == "right") return !isMistake(outcome);
    for (const auto& [name, meaning] : kOutcomeWords)
        if (word == name) return meaning == outcome;
    refuse("An outcome is tp (caught), fp (false alarm), fn (missed), tn (let through), right or wrong.",
           binding, value.at);
}

template <class Decisions>
FilterLeaf outcomeLeaf(std::shared_ptr<const Decisions> decisions, std::vector<std::uint8_t> accepted) {
    return [decisions = std::move(decisions), accepted = std::move(accepted)](
               RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        fillByCode(
            rows, accepted, [&](RowIndex row) { return static_cast<std::uint8_t>(decisions->outcome(row)); },
            context);
    };
}

// Of several classes an answer is right or wrong; the four words need one class against the rest.
FilterPlan planRightOrWrong(const Node& node, const FilterBinding& binding) {
    auto accepted = acceptedCodes(node, kOutcomes, binding, [&](const FilterValue& value, std::size_t code) {
        const std::string word = foldCase(value.text);
        if (word != "right" && word != "wrong")
            refuse("Of several classes an outcome is right or wrong; the others need one class to look for.",
                   binding, value.at);
        return meansOutcome(value, code, binding);
    });
    FilterPlan plan;
    plan.leaf = outcomeLeaf(classDecisions(node, binding), std::move(accepted));
    return plan;
}

FilterPlan planOutcome(const Node& node, const FilterBinding& binding) {
    if (!binding.table.find(ColumnRole::Label) && node.kind != Node::Kind::Missing)
        refuse("\"outcome\" needs labels, and this run has none.", binding, node.column.at);
    if (looksAtAllClasses(binding)) return planRightOrWrong(node, binding);
    auto accepted = acceptedCodes(node, kOutcomes, binding, [&](const FilterValue& value, std::size_t code) {
        return meansOutcome(value, code, binding);
    });
    FilterPlan plan;
    plan.leaf = outcomeLeaf(binaryDecisions(node, binding), std::move(accepted));
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
    const auto decisions = binaryDecisions(node, binding);
    FilterPlan plan;
    plan.leaf = [decisions, accepted = acceptedCodes(
                                node, NotDecided, binding, [&](const FilterValue& value, std::size_t code) {
                                    return meansDecision(value, code, decisions->positive(), binding);
                                })](RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const auto decision = [&](RowIndex row) -> std::uint8_t {
            if (!std::isfinite(decisions->score(row))) return NotDecided;
            return decisions->flagged(row) ? Flagged : Passed;
        };
        fillByCode(rows, accepted, decision, context);
    };
    return plan;
}

// The class's name, or "review" where no class is called so.
bool meansClass(const FilterValue& value, std::size_t code, const ClassDecisions& decisions,
                const FilterBinding& binding) {
    const std::vector<std::string>& names = decisions.names();
    const bool isClass = std::find(names.begin(), names.end(), value.text) != names.end();
    if (isClass) return code < names.size() && names[code] == value.text;
    if (foldCase(value.text) == "review") return code == decisions.review();
    refuse("The classes are " + quotedList(names) + "; an answer that goes to a person is review.", binding,
           value.at);
}

FilterPlan planCalled(const Node& node, const FilterBinding& binding) {
    const auto decisions = classDecisions(node, binding);
    FilterPlan plan;
    plan.leaf = [decisions, accepted = acceptedCodes(node, decisions->none(), binding,
                                                     [&](const FilterValue& value, std::size_t code) {
                                                         return meansClass(value, code, *decisions, binding);
                                                     })](RowBitmap& rows, const RowBitmap*,
                                                         const TaskContext& context) {
        fillByCode(
            rows, accepted, [&](RowIndex row) { return decisions->called(row); }, context);
    };
    return plan;
}

// How sure the answer was: the highest class score, or of two classes the score of the decision.
FilterPlan planConfidence(const Node& node, const FilterBinding& binding) {
    if (binding.table.info().task != Task::Multiclass)
        refuse("\"confidence\" is the highest of several class scores; this run has two classes, use score.",
               binding, node.column.at);
    const auto decisions = classDecisions(node, binding);
    return planNumbers(node, binding, [decisions](RowIndex row) { return decisions->confidence(row); });
}

// What decisions throw, said with the place.
template <class Make>
auto said(const Node& node, const FilterBinding& binding, const Make& make) {
    try {
        return make();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::BadInput) throw;
        refuse("\"" + node.column.name + "\" cannot be known: " + error.what(), binding, node.column.at);
    }
}

}  // namespace

bool looksAtAllClasses(const FilterBinding& binding) {
    return binding.table.info().task == Task::Multiclass &&
           (binding.outcome.positive.empty() || !binding.outcome.threshold);
}

std::shared_ptr<const BinaryDecisions> binaryDecisions(const Node& node, const FilterBinding& binding) {
    const RunInfo& info = binding.table.info();
    const std::string positive = binding.outcome.positive.empty() ? info.positive : binding.outcome.positive;
    if (positive.empty())
        refuse("\"" + node.column.name + "\" needs a positive class, and none is named.", binding,
               node.column.at);
    if (!scoreColumnOf(binding.table, positive))
        refuse("\"" + node.column.name + "\" needs a score, and this run has none.", binding, node.column.at);
    return std::make_shared<const BinaryDecisions>(binding.table, positive, thresholdOf(node, binding),
                                                   binding.context);
}

std::shared_ptr<const ClassDecisions> classDecisions(const Node& node, const FilterBinding& binding) {
    return said(node, binding, [&] {
        return std::make_shared<const ClassDecisions>(binding.table, binding.outcome.confidence,
                                                      binding.context);
    });
}

FilterPlan planDecision(const Node& node, const FilterBinding& binding) {
    if (node.column.pseudo == PseudoColumn::Outcome) return planOutcome(node, binding);
    if (node.column.pseudo == PseudoColumn::Confidence) return planConfidence(node, binding);
    return looksAtAllClasses(binding) ? planCalled(node, binding) : planFlagged(node, binding);
}

}  // namespace reckoner
