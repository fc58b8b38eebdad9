#include <algorithm>

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/requirement_words.h"
#include "core/wording/today_card.h"

namespace reckoner {
namespace {

TodayMark markOf(RequirementState state) {
    switch (state) {
        case RequirementState::Met:
        case RequirementState::TargetMet:
            return TodayMark::Met;
        case RequirementState::Failed:
            return TodayMark::Failed;
        case RequirementState::Waived:
            return TodayMark::Waived;
        case RequirementState::LeaningMet:
        case RequirementState::LeaningFailed:
            break;
    }
    return TodayMark::Leaning;
}

// What needs somebody first.
int rank(RequirementState state) {
    switch (markOf(state)) {
        case TodayMark::Failed:
            return 0;
        case TodayMark::Leaning:
            return 1;
        case TodayMark::Met:
            return 2;
        default:
            return 3;
    }
}

// Metric, bound and of whom; target, date and reason are a click away.
std::string shortText(const Requirement& requirement) {
    Requirement bare = requirement;
    bare.target.reset();
    bare.due.clear();
    bare.cohort.clear();
    bare.share.reset();
    std::string text = requirementText(bare);
    if (requirement.share) text += " by " + requirement.column;
    if (!requirement.cohort.empty()) text += ", " + requirement.cohort;
    return text;
}

TodayRow rowOf(const RequirementResult& result) {
    const bool troubled = rank(result.state) < 2;
    TodayRow row;
    row.mark = markOf(result.state);
    row.text = {{shortText(result.requirement())}};
    row.figure = title(result.state);
    if (result.value)
        row.figure =
            fmt::format("{}, {}",
                        result.requirement().share ? shareText(*result.value) + " of them"
                                                   : figureText(result.requirement().metric, *result.value),
                        title(result.state));
    row.strong = troubled;
    row.tone = troubled ? TodayTone::Ink : TodayTone::Quiet;
    row.target = {"versions", 0, {}, {{"versions.tab", "requirements"}}};
    return row;
}

}  // namespace

TodayBlock todayRequirements(const TodayFacts& facts) {
    TodayBlock block;
    block.title = "Requirements";
    if (!facts.gate) {
        block.rows.push_back({TodayMark::None, {{"Being judged."}}, {}, TodayTone::Quiet});
        return block;
    }
    std::vector<RequirementResult> results = facts.gate->results;
    std::stable_sort(
        results.begin(), results.end(),
        [](const RequirementResult& a, const RequirementResult& b) { return rank(a.state) < rank(b.state); });
    for (const RequirementResult& result : results)
        block.rows.push_back(rowOf(result));
    if (block.rows.empty()) {
        block.rows.push_back(
            {TodayMark::None, {{"None written: what would be good enough?"}}, {}, TodayTone::Quiet});
        block.rows.back().target = {"versions", 0, {}, {{"versions.tab", "requirements"}}};
    }
    return block;
}

}  // namespace reckoner
