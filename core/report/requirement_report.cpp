#include "core/report/requirement_report.h"

#include <nlohmann/json.hpp>

#include "core/report/text_table.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json eventJson(const RequirementEvent& event) {
    return {{"kind", std::string(name(event.kind))},
            {"version", orNull(event.version)},
            {"until", orNull(event.until)},
            {"who", event.who},
            {"why", event.why},
            {"at", event.at}};
}

std::string standing(const RequirementRecord& record) {
    if (record.withdrawn()) return "withdrawn";
    if (!record.supersededBy.empty()) return "replaced";
    const RequirementEvent* last = record.events.empty() ? nullptr : &record.events.back();
    if (!last || last->kind != RequirementEventKind::Waived) return "in force";
    std::string text = "waived";
    if (!last->version.empty()) text += " for " + versionName(last->version);
    if (!last->until.empty()) text += " until " + dateName(last->until);
    return text + " by " + last->who + ": " + last->why;
}

}  // namespace

Json optionalNumber(const std::optional<double>& number) {
    return number ? jsonNumber(*number) : Json(nullptr);
}

Json requirementJson(const ListedRequirement& listed) {
    const Requirement& requirement = listed.record.requirement;
    Json events = Json::array();
    for (const RequirementEvent& event : listed.record.events)
        events.push_back(eventJson(event));
    return {{"id", requirement.id},
            {"model", listed.model},
            {"text", requirementText(requirement)},
            {"metric", requirement.metric},
            {"class", orNull(requirement.classOf)},
            {"floor", optionalNumber(requirement.floor)},
            {"at_most", requirement.atMost},
            {"no_worse_than", orNull(requirement.baseline)},
            {"by_at_most", optionalNumber(requirement.byAtMost)},
            {"target", optionalNumber(requirement.target)},
            {"column", orNull(requirement.column)},
            {"share", optionalNumber(requirement.share)},
            {"cohort", orNull(requirement.cohort)},
            {"due", orNull(requirement.due)},
            {"owner", orNull(requirement.owner)},
            {"because", orNull(requirement.because)},
            {"who", requirement.who},
            {"created_at", requirement.createdAt},
            {"in_force", listed.record.inForce()},
            {"events", events}};
}

Json requirementsJson(const std::vector<ListedRequirement>& requirements) {
    Json list = Json::array();
    for (const ListedRequirement& listed : requirements)
        list.push_back(requirementJson(listed));
    return {{"requirements", list}};
}

std::string requirementsText(const std::vector<ListedRequirement>& requirements) {
    if (requirements.empty())
        return "No requirements are written yet; `reckoner requirement add --model M --metric recall --floor "
               "0.8` "
               "writes one.\n";
    TextTable table(
        {{"Nr", TextTable::Align::Right}, {"Model"}, {"Requirement"}, {"Owner"}, {"Because"}, {"Standing"}});
    table.setLongest(90);
    for (const ListedRequirement& listed : requirements) {
        const Requirement& requirement = listed.record.requirement;
        table.add({std::to_string(requirement.id), listed.model, requirementText(requirement),
                   requirement.owner, requirement.because, standing(listed.record)});
    }
    return table.text();
}

}  // namespace reckoner
