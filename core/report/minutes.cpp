#include "core/report/minutes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/wording/record_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

Section pointSection(const AgendaItem& item) {
    Section section;
    section.title = item.point.title;
    section.badge = fmt::format("{} of {} min", clockText(item.spent), item.point.minutes);
    if (!item.picks.empty())
        section.blocks.emplace_back(
            FactsBlock{{{item.point.kind == AgendaKind::Priorities ? "in this order" : "cases",
                         fmt::format("{}", fmt::join(item.picks, ", "))}}});
    if (item.notes.empty())
        section.blocks.emplace_back(ParagraphBlock{"No notes.", true});
    else
        section.blocks.emplace_back(TextBlock{item.notes});
    return section;
}

Section decisionSection(const Decision& decision) {
    const RecordPage page = recordPage(decision, {}, {});
    Section section;
    section.title = decision.title;
    section.badge = std::string(title(decision.kind));
    section.blocks.emplace_back(ParagraphBlock{page.caption, true});
    section.blocks.emplace_back(TextBlock{decision.reason});
    section.blocks.emplace_back(FactsBlock{page.facts});
    return section;
}

TableBlock actionTable(const std::vector<Action>& actions) {
    TableBlock table;
    table.heads = {{"What"}, {"Who"}, {"By"}, {"Kind"}, {"State"}, {"Result"}};
    for (const Action& action : actions)
        table.rows.push_back({action.title, action.owner, dateName(action.due),
                              std::string(name(action.kind)), std::string(name(action.state)),
                              action.result});
    return table;
}

}  // namespace

Minutes minutesOf(const std::string& model, const Meeting& meeting, const std::vector<Decision>& decisions,
                  const std::vector<Action>& actions) {
    Minutes minutes;
    minutes.model = model;
    minutes.meeting = meeting;
    for (const Decision& decision : decisions)
        if (!meeting.uid.empty() && decision.review == meeting.uid)
            minutes.decisions.insert(minutes.decisions.begin(), decision);
    for (const Action& action : actions) {
        if (!meeting.uid.empty() && action.review == meeting.uid)
            minutes.agreed.push_back(action);
        else if (action.createdAt.substr(0, 10) < meeting.heldOn &&
                 (action.closedAt.empty() || action.closedAt.substr(0, 10) >= meeting.heldOn))
            minutes.carriedOver.push_back(action);
    }
    return minutes;
}

Document minutesDocument(const Minutes& minutes) {
    const Meeting& meeting = minutes.meeting;
    Document document;
    document.title = fmt::format("{}: {}", minutes.model, meeting.title);
    FactsBlock facts;
    facts.facts = {{"held on", dateName(meeting.heldOn)},
                   {"there", fmt::format("{}", fmt::join(meeting.attendees, ", "))},
                   {"took", fmt::format("{} of {} planned", clockText(spentOn(meeting, {})),
                                        clockText(planned(meeting)))},
                   {"state", meeting.state == MeetingState::Closed ? "" : std::string(name(meeting.state))}};
    document.blocks.emplace_back(facts);
    if (!minutes.decisions.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "Decided"});
        for (const Decision& decision : minutes.decisions)
            document.blocks.emplace_back(decisionSection(decision));
    }
    if (!minutes.agreed.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "To be done"});
        document.blocks.emplace_back(actionTable(minutes.agreed));
    }
    if (!minutes.carriedOver.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "Carried over"});
        document.blocks.emplace_back(actionTable(minutes.carriedOver));
    }
    document.blocks.emplace_back(HeadingBlock{2, "Agenda"});
    for (const AgendaItem& item : meeting.items)
        document.blocks.emplace_back(pointSection(item));
    return document;
}

}  // namespace reckoner
