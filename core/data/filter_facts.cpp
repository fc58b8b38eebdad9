// Conditions on what people wrote and on another run: `note`, `tag`, `corrected` and `flip`.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "core/base/case_fold.h"
#include "core/data/decisions.h"
#include "core/data/default_threshold.h"
#include "core/data/filter_error.h"
#include "core/data/filter_plan.h"
#include "core/data/sample_facts.h"

namespace reckoner {
namespace {

using Node = Filter::Node;
using Kind = Node::Kind;
using Place = SampleFacts::Place;

constexpr std::array<std::string_view, 4> kFlips = {"fixed", "broken", "still wrong", "still right"};
enum Flip : std::uint8_t { Fixed, Broken, StillWrong, StillRight, NoFlip };

const std::shared_ptr<const SampleFacts>& factsOf(const Node& node, const FilterBinding& binding) {
    if (!binding.outcome.facts)
        refuse("\"" + node.column.name + "\" asks what people wrote in a store, and none is at hand here.",
               binding, node.column.at);
    return binding.outcome.facts;
}

bool isEquality(const Node& node) {
    return node.kind == Kind::In || (node.kind == Kind::Compare && (node.comparison == Comparison::Equal ||
                                                                    node.comparison == Comparison::NotEqual));
}

// What a test says about one text, before its negation.
bool holds(const Node& node, std::string_view text, std::string_view details = {}) {
    if (isEquality(node))
        return std::any_of(node.values.begin(), node.values.end(),
                           [text](const FilterValue& value) { return value.text == text; });
    const std::string needle = foldCase(node.values[0].text);
    const std::string folded = foldCase(text);
    if (node.kind == Kind::StartsWith) return folded.starts_with(needle);
    return folded.find(needle) != std::string::npos || foldCase(details).find(needle) != std::string::npos;
}

// One row's facts: whether it has any, and whether one of them holds.
struct RowFacts {
    bool any = false;
    bool matches = false;
};

// Calls decide(row, facts) for each row that has places, in row order.
template <class Holds, class Decide>
void eachRow(const std::vector<Place>& places, const Holds& isFact, const Decide& decide) {
    for (std::size_t i = 0; i < places.size();) {
        const RowIndex row = places[i].row;
        RowFacts facts;
        for (; i < places.size() && places[i].row == row; ++i)
            isFact(places[i].item, facts);
        decide(row, facts);
    }
}

// Several facts a row: a positive test asks whether one of them holds, a negative one whether none does.
template <class Places, class Holds>
FilterPlan planPlaces(const Node& node, const Places& placesOf, const Holds& isFact) {
    FilterPlan plan;
    plan.readsText = true;
    plan.leaf = [node, placesOf, isFact](RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const bool missing = node.kind == Kind::Missing;
        eachRow(placesOf(context), isFact, [&](RowIndex row, const RowFacts& facts) {
            if (missing ? facts.any : facts.any && facts.matches != isNegative(node)) rows.set(row);
        });
        if (missing && !node.negated) rows.invert();
    };
    return plan;
}

void requireTextTest(const Node& node, const FilterBinding& binding) {
    if (node.kind == Kind::Missing || node.kind == Kind::Contains || node.kind == Kind::StartsWith ||
        isEquality(node))
        return;
    refuse("\"" + node.column.name + "\" is text; use =, !=, in, contains, starts with or is missing.",
           binding, node.at);
}

FilterPlan planNote(const Node& node, const FilterBinding& binding) {
    requireTextTest(node, binding);
    const auto facts = factsOf(node, binding);
    return planPlaces(
        node, [facts](const TaskContext& context) -> auto& { return facts->notePlaces(context); },
        [facts, node](std::uint32_t item, RowFacts& row) {
            const NoteFact& note = facts->notes()[item];
            row.any = true;
            if (node.kind != Kind::Missing) row.matches = row.matches || holds(node, note.text, note.details);
        });
}

FilterPlan planTag(const Node& node, const FilterBinding& binding) {
    requireTextTest(node, binding);
    const auto facts = factsOf(node, binding);
    return planPlaces(
        node, [facts](const TaskContext& context) -> auto& { return facts->notePlaces(context); },
        [facts, node](std::uint32_t item, RowFacts& row) {
            for (const std::string& tag : facts->notes()[item].tags) {
                row.any = true;
                if (node.kind != Kind::Missing) row.matches = row.matches || holds(node, tag);
            }
        });
}

FilterPlan planCorrected(const Node& node, const FilterBinding& binding) {
    requireTextTest(node, binding);
    const auto facts = factsOf(node, binding);
    return planPlaces(
        node, [facts](const TaskContext& context) -> auto& { return facts->correctionPlaces(context); },
        [facts, node](std::uint32_t item, RowFacts& row) {
            row.any = true;
            if (node.kind != Kind::Missing)
                row.matches = row.matches || holds(node, facts->corrections()[item].label);
        });
}

bool meansFlip(const FilterValue& value, std::size_t flip, const FilterBinding& binding) {
    const std::string word = foldCase(value.text);
    if (std::find(kFlips.begin(), kFlips.end(), word) == kFlips.end())
        refuse("A flip is fixed, broken, still wrong or still right.", binding, value.at);
    return word == kFlips[flip];
}

// A sample that is not in both runs, or not with the same label, has no flip.
template <class Decisions, class Before>
FilterLeaf flipLeaf(std::shared_ptr<const SampleFacts> facts, std::vector<std::uint8_t> accepted,
                    std::shared_ptr<const Decisions> decisions, const Before& decideBefore) {
    return [facts = std::move(facts), accepted = std::move(accepted), decisions = std::move(decisions),
            decideBefore](RowBitmap& rows, const RowBitmap*, const TaskContext& context) {
        const BaselineRows& baseline = facts->baseline(context);
        const Decisions before = decideBefore(baseline, context);
        const auto flip = [&](RowIndex row) -> std::uint8_t {
            const RowIndex there = baseline(row);
            if (there == BaselineRows::kNone || before.truth(there) != decisions->truth(row)) return NoFlip;
            const RowOutcome was = before.outcome(there);
            const RowOutcome now = decisions->outcome(row);
            if (was == RowOutcome::Unknown || now == RowOutcome::Unknown) return NoFlip;
            if (isMistake(was)) return isMistake(now) ? StillWrong : Fixed;
            return isMistake(now) ? Broken : StillRight;
        };
        fillByCode(rows, accepted, flip, context);
    };
}

double baselineThreshold(const BaselineRows& baseline, const RunInfo& run, double now) {
    if (baseline.threshold) return *baseline.threshold;
    const RunInfo& other = baseline.table->info();
    return other.kind == run.kind ? now : ownThreshold(other).value_or(now);
}

FilterPlan planFlip(const Node& node, const FilterBinding& binding) {
    const std::vector<std::uint8_t> accepted = acceptedCodes(
        node, NoFlip, binding,
        [&](const FilterValue& value, std::size_t code) { return meansFlip(value, code, binding); });
    const auto facts = factsOf(node, binding);
    if (!facts->hasBaseline())
        refuse(
            "\"flip\" compares with another run, and none is named: choose one to compare with (--baseline "
            "RUN).",
            binding, node.column.at);
    FilterPlan plan;
    plan.readsText = true;
    if (looksAtAllClasses(binding)) {
        plan.leaf = flipLeaf(facts, accepted, classDecisions(node, binding),
                             [confidence = binding.outcome.confidence](const BaselineRows& baseline,
                                                                       const TaskContext& context) {
                                 return ClassDecisions(*baseline.table, confidence, context);
                             });
        return plan;
    }
    const auto decisions = binaryDecisions(node, binding);
    plan.leaf = flipLeaf(
        facts, accepted, decisions,
        [run = binding.table.info(), positive = decisions->positive(), now = decisions->threshold()](
            const BaselineRows& baseline, const TaskContext& context) {
            return BinaryDecisions(*baseline.table, positive, baselineThreshold(baseline, run, now), context);
        });
    return plan;
}

}  // namespace

FilterPlan planFact(const Node& node, const FilterBinding& binding) {
    switch (node.column.pseudo) {
        case PseudoColumn::Note:
            return planNote(node, binding);
        case PseudoColumn::Tag:
            return planTag(node, binding);
        case PseudoColumn::Corrected:
            return planCorrected(node, binding);
        default:
            return planFlip(node, binding);
    }
}

}  // namespace reckoner
