#include "core/report/minutes.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/report/scorecard_parts.h"
#include "core/review/decision_evidence.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/policy_words.h"
#include "core/wording/record_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

// What people wrote about a case, in a line or two.
std::string caseText(const Annotation& note) {
    std::string text = note.text;
    const auto add = [&text](const std::string& name, const std::string& value) {
        if (!value.empty()) text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", name, value);
    };
    add("Why it matters", note.context);
    add("What to do", note.action);
    if (!note.tags.empty()) add("Tags", fmt::format("{}", fmt::join(note.tags, ", ")));
    return text;
}

std::string sampleOf(const std::string& pick) {
    return pick.substr(0, pick.find('#'));
}

FactsBlock caseFacts(const AgendaItem& item, const Minutes& minutes) {
    FactsBlock facts;
    for (const std::string& pick : item.picks) {
        const auto story = minutes.stories.find(sampleOf(pick));
        std::string text = story == minutes.stories.end() ? "" : story->second;
        for (const Annotation& note : minutes.notes)
            if (note.sampleId == sampleOf(pick)) text += (text.empty() ? "" : "\n") + caseText(note);
        facts.facts.emplace_back(pick, text.empty() ? "no note" : text);
    }
    return facts;
}

// Asked beforehand, then what else the brief left open.
FactsBlock questionFacts(const AgendaItem& item, const Minutes& minutes) {
    std::string open;
    for (const std::string& question : minutes.openBrief)
        if (std::none_of(item.picks.begin(), item.picks.end(),
                         [&](const std::string& asked) { return question.ends_with(asked); }))
            open += (open.empty() ? "" : "\n") + question;
    return {{{"asked", fmt::format("{}", fmt::join(item.picks, "\n"))}, {"open in the brief", open}}};
}

FactsBlock pickFacts(const AgendaItem& item, const Minutes& minutes) {
    if (item.point.kind == AgendaKind::Cases) return caseFacts(item, minutes);
    if (item.point.kind == AgendaKind::Questions) return questionFacts(item, minutes);
    return {{{std::string(picksName(item.point.kind)), fmt::format("{}", fmt::join(item.picks, ", "))}}};
}

Section pointSection(const AgendaItem& item, const Minutes& minutes) {
    Section section;
    section.title = item.point.title;
    section.badge = fmt::format("{} of {} min", clockText(item.spent), item.point.minutes);
    section.blocks.emplace_back(pickFacts(item, minutes));
    if (item.notes.empty())
        section.blocks.emplace_back(ParagraphBlock{"No notes.", true});
    else
        section.blocks.emplace_back(TextBlock{item.notes});
    return section;
}

// The figures it was decided on, as they were frozen.
TableBlock evidenceTable(const Decision& decision, const Vocabulary& words) {
    TableBlock table;
    const auto evidence = decisionEvidenceFromJson(decision.evidence);
    if (!evidence || !evidence->point) return table;
    table.heads = {{frozenWith(*evidence->point, words)}, {"then", true}, {"95 % interval", false, true}};
    for (const ThenNowRow& row : thenAndNow(*evidence->point, nullptr, words))
        table.rows.push_back({capitalised(row.what), row.then, row.thenInterval});
    return table;
}

Section decisionSection(const Decision& decision, const Vocabulary& words) {
    const RecordPage page = recordPage(decision, {}, {});
    Section section;
    section.title = decision.title;
    section.badge = std::string(title(decision.kind));
    section.blocks.emplace_back(ParagraphBlock{page.caption, true});
    section.blocks.emplace_back(TextBlock{decision.reason});
    section.blocks.emplace_back(FactsBlock{page.facts});
    if (auto evidence = evidenceTable(decision, words); !evidence.rows.empty())
        section.blocks.emplace_back(std::move(evidence));
    return section;
}

TableBlock actionTable(const std::vector<Action>& actions) {
    TableBlock table;
    table.heads = {{"What"}, {"Who"}, {"By", false, true}, {"Kind"}, {"State"}, {"Result"}};
    for (const Action& action : actions)
        table.rows.push_back({action.title, action.owner, dateName(action.due),
                              std::string(name(action.kind)), std::string(name(action.state)),
                              action.result});
    const bool results = std::any_of(actions.begin(), actions.end(),
                                     [](const Action& action) { return !action.result.empty(); });
    if (results) return table;
    table.heads.pop_back();
    for (auto& row : table.rows)
        row.pop_back();
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

// Decisions and actions come before the notes: who reads no further knows what was agreed.
Document minutesDocument(const Minutes& minutes) {
    const Meeting& meeting = minutes.meeting;
    Document document;
    document.title = fmt::format("{}: {}", minutes.model, meeting.title);
    document.subtitle = fmt::format("Minutes, {}", dateName(meeting.heldOn));
    if (meeting.state != MeetingState::Closed) document.subtitle += fmt::format(" ({})", name(meeting.state));
    document.footer = reportFooter(
        minutes.today, minutes.figuresRun ? std::vector<RunRow>{*minutes.figuresRun} : std::vector<RunRow>());
    FactsBlock facts;
    facts.facts = {{"there", fmt::format("{}", fmt::join(meeting.attendees, ", "))},
                   {"took", fmt::format("{} of {} minutes planned", clockText(spokenTime(meeting)),
                                        clockText(planned(meeting)))}};
    document.blocks.emplace_back(facts);
    if (!minutes.decisions.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "Decided"});
        for (const Decision& decision : minutes.decisions)
            document.blocks.emplace_back(decisionSection(decision, minutes.words));
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
        document.blocks.emplace_back(pointSection(item, minutes));
    if (minutes.figures.empty()) return document;
    document.blocks.emplace_back(HeadingBlock{2, "The model as it stands"});
    document.blocks.emplace_back(ParagraphBlock{minutes.figuresOf, true});
    for (const FigureBlock& figure : minutes.figures)
        document.blocks.emplace_back(figure);
    return document;
}

}  // namespace reckoner
