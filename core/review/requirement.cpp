#include "core/review/requirement.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/base/numbers.h"
#include "core/base/trimmed.h"
#include "core/data/filter.h"
#include "core/review/policy_record.h"

namespace reckoner {
namespace {

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorCode::Usage, sentence);
}

const RequirementMetric& metricOf(const Requirement& requirement) {
    if (const RequirementMetric* metric = findRequirementMetric(requirement.metric)) return *metric;
    std::vector<std::string> names;
    for (const RequirementMetric& metric : requirementMetrics())
        names.emplace_back(metric.id);
    refuse("There is no metric \"" + requirement.metric + "\"" + didYouMean(requirement.metric, names));
}

void requireRange(const RequirementMetric& metric, double value, const char* what) {
    if (std::isfinite(value) && value >= metric.lowest && value <= metric.highest) return;
    std::string range = "a number";
    if (std::isfinite(metric.lowest) && std::isfinite(metric.highest))
        range = "a number from " + shortestNumber(metric.lowest) + " to " + shortestNumber(metric.highest);
    else if (std::isfinite(metric.lowest))
        range = "a number from " + shortestNumber(metric.lowest) + " up";
    refuse(std::string(what) + " of " + std::string(metric.id) + " is " + range + ", not " +
           shortestNumber(value) + ".");
}

void requireBound(const Requirement& requirement, const RequirementMetric& metric) {
    const bool relative = !requirement.baseline.empty() || requirement.byAtMost.has_value();
    if (requirement.floor.has_value() == relative)
        refuse("A requirement says either a floor to reach, or a baseline and by how much it may be worse.");
    if (!relative) return requireRange(metric, *requirement.floor, "The floor");
    if (requirement.baseline.empty() || !requirement.byAtMost)
        refuse("A baseline and by how much a run may be worse than it belong together.");
    if (!std::isfinite(*requirement.byAtMost) || *requirement.byAtMost < 0)
        refuse("By how much a run may be worse is a number from 0 up.");
    if (metric.source == RequirementSource::Fairness || metric.source == RequirementSource::SignOff)
        refuse(std::string(metric.title) + " has a floor of its own: it is not measured against a baseline.");
    if (metric.direction == Direction::Neither)
        refuse("Neither direction of " + std::string(metric.id) +
               " is the better: give it a floor or a ceiling.");
}

void requireTarget(const Requirement& requirement, const RequirementMetric& metric) {
    if (!requirement.target) return;
    requireRange(metric, *requirement.target, "The target");
    if (requirement.floor && !reaches(*requirement.target, *requirement.floor, requirement.atMost))
        refuse("The target falls short of the floor: what is aimed at has to be as good or better.");
}

void requireGroups(const Requirement& requirement, const RequirementMetric& metric) {
    using enum RequirementSource;
    const bool fairness = metric.source == Fairness;
    if (fairness && requirement.column.empty())
        refuse(std::string(metric.title) + " compares the groups of a column: say which.");
    if (fairness && requirement.share)
        refuse(std::string(metric.title) + " is one figure of all groups: no share of them can reach it.");
    if (fairness) return;
    if (requirement.share.has_value() == requirement.column.empty())
        refuse("Segments of a column and the share of them that must reach the floor belong together.");
    if (!requirement.share) return;
    if (!(*requirement.share > 0 && *requirement.share <= 1))
        refuse("The share of the segments lies above 0 and at most at 1.");
    if (!requirement.floor) refuse("Segments reach a floor: they are not measured against a baseline.");
    const bool bySegment = metric.source == Decision || metric.source == Combined ||
                           metric.source == Ranking || metric.source == Probability;
    if (!bySegment) refuse(std::string(metric.title) + " is not known by segment.");
}

void requireCohort(const Requirement& requirement, const RequirementMetric& metric) {
    if (requirement.cohort.empty()) return;
    if (metric.source == RequirementSource::SignOff)
        refuse("A sign-off is of what was drawn: a requirement on its rate has no cohort.");
    try {
        Filter::parse(requirement.cohort);
    } catch (const Error& error) {
        refuse(error.what());
    }
}

bool covers(const RequirementEvent& waiver, const std::string& version, const std::string& today) {
    if (waiver.kind != RequirementEventKind::Waived) return false;
    if (!waiver.version.empty() && waiver.version != version) return false;
    return waiver.until.empty() || waiver.until >= today;
}

}  // namespace

std::string_view name(RequirementEventKind kind) {
    switch (kind) {
        case RequirementEventKind::Waived:
            return "waived";
        case RequirementEventKind::Lifted:
            return "lifted";
        case RequirementEventKind::Withdrawn:
            break;
    }
    return "withdrawn";
}

bool RequirementRecord::withdrawn() const {
    return std::any_of(events.begin(), events.end(), [](const RequirementEvent& event) {
        return event.kind == RequirementEventKind::Withdrawn;
    });
}

const RequirementEvent* RequirementRecord::waiver(const std::string& version,
                                                  const std::string& today) const {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const bool ends = event->kind == RequirementEventKind::Lifted &&
                          (event->version.empty() || event->version == version);
        if (ends) return nullptr;
        if (covers(*event, version, today)) return &*event;
    }
    return nullptr;
}

Requirement checked(const Requirement& given) {
    Requirement requirement = given;
    for (std::string* text :
         {&requirement.metric, &requirement.classOf, &requirement.baseline, &requirement.column,
          &requirement.cohort, &requirement.due, &requirement.owner, &requirement.because, &requirement.who})
        *text = std::string(trimmed(*text));
    const RequirementMetric& metric = metricOf(requirement);
    if (metric.direction != Direction::Neither)
        requirement.atMost = metric.direction == Direction::LowerIsBetter;
    requireBound(requirement, metric);
    requireTarget(requirement, metric);
    requireGroups(requirement, metric);
    requireCohort(requirement, metric);
    if (!requirement.due.empty() && !isDate(requirement.due))
        refuse("A date a requirement is due is written like 2026-06-30.");
    return requirement;
}

void setSuperseded(std::vector<RequirementRecord>& records) {
    std::map<std::string, std::string> successor;
    for (const RequirementRecord& record : records)
        if (!record.requirement.supersedes.empty())
            successor[record.requirement.supersedes] = record.requirement.uid;
    for (RequirementRecord& record : records) {
        const auto found = successor.find(record.requirement.uid);
        record.supersededBy = found == successor.end() ? std::string() : found->second;
    }
}

}  // namespace reckoner
