#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "core/base/numbers.h"
#include "core/data/filter_condition.h"
#include "core/wording/case_words.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/filter_words.h"
#include "core/wording/number_format.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"
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

// Shares are said as people of a hundred: "70" for 0.7, "58" for 0.584.
bool ofHundredPeople(const Requirement& requirement) {
    const RequirementMetric* metric = findRequirementMetric(requirement.metric);
    return metric &&
           (metric->source == RequirementSource::Decision || metric->source == RequirementSource::SignOff) &&
           metric->highest <= 1;
}

std::string boundFigure(const Requirement& requirement, double bound) {
    if (ofHundredPeople(requirement)) return shortestNumber(std::round(bound * 1e6) / 1e4);
    if (requirement.metric.starts_with("cost_"))
        return std::abs(bound) >= 1'000 ? fixed(bound, 0) : shortestNumber(bound);
    return shortestNumber(bound) + (requirement.metric.starts_with("latency_") ? " ms" : "");
}

// With as many digits as tell it from the bound.
std::string valueFigure(const RequirementResult& result) {
    const Requirement& requirement = result.requirement();
    const double value = *result.value;
    if (!result.baseline.empty()) {
        const std::string figure = figureText(requirement.metric, value);
        return value > 0 ? "+" + figure : figure;
    }
    if (!ofHundredPeople(requirement)) return figureText(requirement.metric, value);
    const double bound = result.bound;
    for (int digits = 0; digits < 3; ++digits)
        if (value == bound || fixed(value * 100, digits) != fixed(bound * 100, digits))
            return fixed(value * 100, digits);
    return fixed(value * 100, 3);
}

// Where the title is too long to be read in passing.
std::string shortMetric(const Requirement& requirement) {
    static constexpr std::pair<std::string_view, std::string_view> kShort[] = {
        {"selection_rate_ratio", "Selection ratio"},
        {"fpr_ratio", "False-alarm ratio"},
        {"fpr_difference", "False-alarm difference"},
        {"equalized_odds_difference", "Equalized odds"},
        {"cost_per_period", "Cost"},
        {"cost_per_decision", "Cost a decision"},
        {"balanced_accuracy", "Balanced accuracy"},
        {"average_precision", "Average precision"},
    };
    for (const auto& [id, words] : kShort)
        if (id == requirement.metric) return std::string(words);
    const RequirementMetric* metric = findRequirementMetric(requirement.metric);
    return std::string(metric ? metric->title : std::string_view(requirement.metric));
}

std::string lowered(std::string title) {
    // "Recall" goes into a sentence, "ROC AUC" and "F1" stay.
    const bool word = title.size() > 1 && std::islower(static_cast<unsigned char>(title[1]));
    if (word) title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
    return title;
}

// "Part-time workers\u2019 recall", "Recall of job partime", "Recall by job"; of a shorter one "Recall of
// partime".
std::string subject(const Requirement& requirement, const TodayFacts& facts, bool shorter) {
    std::string metric = shortMetric(requirement);
    if (!requirement.classOf.empty()) metric += " of " + requirement.classOf;
    if (!requirement.column.empty()) metric += " by " + requirement.column;
    if (requirement.cohort.empty()) return metric;
    if (const Cohort* cohort = cohortOf(facts.history.cohorts, requirement.cohort))
        return fmt::format("{}{} {}", capitalised(cohort->name),
                           cohort->name.ends_with('s') ? "\u2019" : "\u2019s", lowered(metric));
    const auto condition = filterCondition(requirement.cohort);
    const bool one = condition && !condition->ours && condition->test == FilterCondition::Test::Equal &&
                     condition->values.size() == 1;
    if (!one) return fmt::format("{} of {}", metric, filterPhrase(requirement.cohort, facts.words));
    const std::string& value = condition->values.front();
    // A number says nothing without its column.
    if (shorter && !parseNumber(value)) return fmt::format("{} of {}", metric, caseLine(value, 24));
    return fmt::format("{} of {} {}", metric, condition->column, caseLine(value, 24));
}

// Metric, of whom, bound; target, date and reason are a click away.
std::string shortText(const RequirementResult& result, const TodayFacts& facts, bool shorter) {
    const Requirement& requirement = result.requirement();
    const std::string of = subject(requirement, facts, shorter);
    if (requirement.floor) {
        const char* verb = requirement.atMost ? shorter ? " \u2264 " : " up to "
                           : shorter          ? " \u2265 "
                                              : " reaches ";
        return of + verb + boundFigure(requirement, *requirement.floor);
    }
    std::string baseline = result.baseline.empty() ? requirement.baseline : result.baseline;
    if (const std::size_t at = baseline.find('@'); at != std::string::npos) baseline.resize(at);
    return fmt::format("{} within {} of {}", of, shortestNumber(requirement.byAtMost.value_or(0)),
                       baseline == "production" ? baseline : versionName(baseline));
}

// "3 of 5": segments that reach the floor.
std::string segmentsFigure(const RequirementResult& result) {
    std::size_t known = 0, reached = 0;
    for (const SegmentReach& segment : result.segments) {
        if (!segment.value) continue;
        ++known;
        if (reaches(*segment.value, *result.requirement().floor, result.requirement().atMost)) ++reached;
    }
    return fmt::format("{} of {}", count(reached), count(known));
}

TodayRow rowOf(const RequirementResult& result, const TodayFacts& facts) {
    const bool troubled = rank(result.state) < 2;
    const bool segments = result.requirement().share && !result.segments.empty();
    TodayRow row;
    row.mark = markOf(result.state);
    row.text = {{shortText(result, facts, false)}};
    row.shorter = {{shortText(result, facts, true)}};
    row.keepFigure = true;
    row.figure = title(result.state);
    if (segments) {
        row.brief = row.figure;
        row.figure = fmt::format("{}, {}", segmentsFigure(result), row.figure);
    } else if (result.value) {
        const std::string value = valueFigure(result);
        row.figure = fmt::format("{}, {}", value, title(result.state));
        // Beyond the target is met, too.
        if (result.state == RequirementState::TargetMet)
            row.brief = fmt::format("{}, {}", value, title(RequirementState::Met));
        else
            row.brief = title(result.state);
    }
    row.full = fmt::format("{}: {}, {}", requirementText(result.requirement()), resultText(result),
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
        block.rows.push_back(rowOf(result, facts));
    if (block.rows.empty()) {
        block.rows.push_back(
            {TodayMark::None, {{"None written: what would be good enough?"}}, {}, TodayTone::Quiet});
        block.rows.back().target = {"versions", 0, {}, {{"versions.tab", "requirements"}}};
    }
    return block;
}

}  // namespace reckoner
