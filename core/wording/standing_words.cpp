#include "core/wording/standing_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/wording/policy_words.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

// The event of this kind that ended the requirement; nullptr: none did.
const RequirementEvent* withdrawal(const RequirementRecord& record) {
    for (const RequirementEvent& event : record.events)
        if (event.kind == RequirementEventKind::Withdrawn) return &event;
    return nullptr;
}

// A waiver that holds today, of any version.
const RequirementEvent* heldWaiver(const RequirementRecord& record, const std::string& today) {
    for (const RequirementEvent& event : record.events) {
        if (event.kind != RequirementEventKind::Waived) continue;
        if (const RequirementEvent* held = record.waiver(event.version, today)) return held;
    }
    return nullptr;
}

std::string standing(const RequirementRecord& record, const std::string& today) {
    if (!record.supersededBy.empty()) return "Replaced";
    if (record.withdrawn()) return "Withdrawn";
    const RequirementEvent* waiver = heldWaiver(record, today);
    if (!waiver) return "In force";
    return waiver->version.empty() ? "Waived" : "Waived for " + versionName(waiver->version);
}

std::string eventName(const RequirementEvent& event) {
    const std::string of = event.version.empty() ? "" : " for " + versionName(event.version);
    switch (event.kind) {
        case RequirementEventKind::Waived:
            return "waived" + of;
        case RequirementEventKind::Lifted:
            return "waiver lifted" + of;
        case RequirementEventKind::Withdrawn:
            return "withdrawn";
    }
    return {};
}

std::string eventText(const RequirementEvent& event) {
    return fmt::format("{} by {}{}: {}", dateName(event.at), event.who,
                       event.until.empty() ? "" : ", until " + dateName(event.until), event.why);
}

}  // namespace

RecordRow recordRow(const RequirementRecord& record, const std::string& today) {
    const Requirement& requirement = record.requirement;
    RecordRow row = recordRowAt(requirement.createdAt);
    row.what = standing(record, today);
    row.line = requirementText(requirement);
    row.who = requirement.owner.empty() ? requirement.who : requirement.owner;
    return row;
}

RecordPage recordPage(const RequirementRecord& record, const std::string& today) {
    const Requirement& requirement = record.requirement;
    RecordPage page;
    page.caption = fmt::format("{}, written {}{}", standing(record, today), dateName(requirement.createdAt),
                               requirement.who.empty() ? "" : " by " + requirement.who);
    page.title = requirementText(requirement);
    page.text = requirement.because;
    page.facts = {{"owner", requirement.owner},
                  {"by", requirement.due.empty() ? "" : dateName(requirement.due)}};
    for (const RequirementEvent& event : record.events)
        page.facts.emplace_back(eventName(event), eventText(event));
    if (const RequirementEvent* end = withdrawal(record))
        page.footnote = fmt::format("No run is held against it since {}.", dateName(end->at));
    else if (!record.supersededBy.empty())
        page.footnote = "No run is held against it any more: another one took its place.";
    return page;
}

RecordRow recordRow(const PolicyRecord& record, const Vocabulary& words, const std::string& today) {
    RecordRow row = recordRowAt(record.policy.adoptedAt);
    row.what = policyTitle(record, words);
    row.line = costThenText(record) + ", " + dueText(record, today);
    row.who = record.policy.who;
    row.late = daysOverdue(record, today).has_value();
    return row;
}

RecordPage recordPage(const PolicyRecord& record, const Vocabulary& words, const std::string& today) {
    RecordPage page;
    page.caption = policyCaption(record);
    page.title = policyTitle(record, words);
    page.text = record.policy.why;
    page.facts = {{"cost then", costThenText(record)},
                  {"to be reviewed", record.inForce() ? reviewByText(record, today) : ""}};
    if (!record.evidence) return page;
    page.facts.emplace_back("figures then",
                            fmt::format("{}", fmt::join(frozenSentences(*record.evidence, words), "\n")));
    return page;
}

}  // namespace reckoner
