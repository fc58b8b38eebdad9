#include "core/wording/record_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/metrics/metric_list.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/filter_words.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/requirement_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

// "1 September 2024, 17 days late".
std::string dateAndLateness(const std::string& date, const std::string& today) {
    if (date.empty()) return {};
    const auto late = daysLate(date, today);
    if (!late || *late <= 0) return dateName(date);
    return fmt::format("{}, {} {} late", dateName(date), count(static_cast<std::uint64_t>(*late)),
                       *late == 1 ? "day" : "days");
}

bool isLate(const std::string& date, const std::string& today) {
    const auto late = daysLate(date, today);
    return late && *late > 0;
}

std::string linkText(const ActionLink& link) {
    switch (link.to) {
        case ActionLink::To::Case:
            return "case " + link.name;
        case ActionLink::To::Cohort:
            return "cohort " + link.name;
        case ActionLink::To::Tag:
            return "tag " + link.name;
        case ActionLink::To::Point:
            break;  // the review says it
    }
    return {};
}

std::string linksText(const std::vector<ActionLink>& links) {
    std::vector<std::string> texts;
    for (const ActionLink& link : links)
        if (const std::string text = linkText(link); !text.empty()) texts.push_back(text);
    return fmt::format("{}", fmt::join(texts, ", "));
}

std::string watchedName(const Tripwire& tripwire) {
    if (const MetricEntry* metric = findMetric(tripwire.metric)) return std::string(metric->title);
    return tripwire.metric == "prevalence" ? "share of positives" : tripwire.metric;
}

}  // namespace

std::string countedText(std::size_t n, const std::string& one, const std::string& many) {
    return fmt::format("{} {}", count(n), n == 1 ? one : many);
}

std::chrono::milliseconds spokenTime(const Meeting& meeting) {
    std::chrono::seconds spent{0};
    for (const AgendaItem& item : meeting.items)
        spent += std::chrono::floor<std::chrono::seconds>(item.spent);
    return spent;
}

std::string clockText(std::chrono::milliseconds time) {
    const bool over = time.count() < 0;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(over ? -time : time).count();
    const std::string sign = over ? "\u2212" : "";
    if (seconds < 3600) return fmt::format("{}{}:{:02}", sign, seconds / 60, seconds % 60);
    return fmt::format("{}{}:{:02}:{:02}", sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string tripwireText(const Tripwire& tripwire) {
    if (tripwire.metric.empty()) return {};
    return fmt::format("{}{} {} {}", watchedName(tripwire),
                       tripwire.cohort.empty() ? "" : " of " + filterPhrase(tripwire.cohort, {}),
                       tripwire.below ? "falls below" : "rises above", storedThreshold(tripwire.limit));
}

std::string tripwireNow(const TripwireReading& reading) {
    if (!reading.value) return fmt::format("not known in {}", reading.run.info.evalSet);
    return fmt::format("it is {} in {}", figureText(reading.decision.tripwire.metric, *reading.value),
                       reading.run.info.evalSet);
}

std::string tripwireFigure(const TripwireReading& reading) {
    const Tripwire& tripwire = reading.decision.tripwire;
    if (!reading.value) return tripwireNow(reading);
    return fmt::format("{}: {} in {}", watchedName(tripwire), figureText(tripwire.metric, *reading.value),
                       reading.run.info.evalSet);
}

std::string_view picksName(AgendaKind kind) {
    if (kind == AgendaKind::Priorities) return "in this order";
    return kind == AgendaKind::Questions ? "questions" : "cases";
}

RecordRow recordRowAt(const std::string& at) {
    RecordRow row;
    row.when = shortDayText(at, at);
    row.year = at.substr(0, 4);
    return row;
}

RecordRow recordRow(const Decision& decision, const std::string& today) {
    RecordRow row = recordRowAt(decision.at);
    row.what = title(decision.kind);
    row.line = decision.title;
    row.who = decision.who;
    row.late = isLate(decision.revisitOn, today);
    return row;
}

RecordRow recordRow(const Action& action, const std::string& today) {
    RecordRow row = recordRowAt(action.due.empty() ? action.createdAt : action.due);
    row.what = action.title;
    row.line = fmt::format("{}, {}", name(action.kind), name(action.state));
    if (action.state == ActionState::Open && !action.due.empty())
        row.line = fmt::format("{}, due {}", name(action.kind), dateAndLateness(action.due, today));
    row.who = action.owner;
    row.late = action.state == ActionState::Open && isLate(action.due, today);
    return row;
}

RecordRow recordRow(const Experiment& experiment) {
    RecordRow row = recordRowAt(experiment.createdAt);
    row.what = experiment.hypothesis;
    row.line = title(experiment.finding);
    if (!experiment.result.empty()) row.line += ": " + experiment.result;
    row.who = experiment.who;
    return row;
}

RecordRow recordRow(const Meeting& meeting) {
    RecordRow row = recordRowAt(meeting.heldOn);
    row.what = meeting.title;
    row.line = meeting.state == MeetingState::Closed
                   ? fmt::format("{} minutes, {}", spentOn(meeting, {}).count() / 60'000,
                                 countedText(meeting.items.size(), "point", "points"))
                   : std::string(name(meeting.state));
    row.who = fmt::format("{}", fmt::join(meeting.attendees, ", "));
    row.late = meeting.state == MeetingState::Running;
    return row;
}

RecordPage recordPage(const Decision& decision, const std::string& replacedBy, const std::string& today) {
    RecordPage page;
    page.caption = fmt::format("{}, {}, by {}", title(decision.kind), dateName(decision.at), decision.who);
    page.title = decision.title;
    page.text = decision.reason;
    page.facts = {{"on condition that", decision.conditions},
                  {"comes up again", dateAndLateness(decision.revisitOn, today)},
                  {"or as soon as", tripwireText(decision.tripwire)},
                  {"approved by", decision.approvedBy},
                  {"version", decision.version.empty() ? "" : versionName(decision.version)},
                  {"replaced by", replacedBy}};
    return page;
}

RecordPage recordPage(const Action& action, const std::string& today) {
    RecordPage page;
    page.caption = fmt::format("{}, {}, agreed {}", capitalised(std::string(name(action.kind))),
                               name(action.state), dateName(action.createdAt));
    page.title = action.title;
    page.text = action.result;
    page.facts = {{"owner", action.owner},
                  {"due", action.state == ActionState::Open ? dateAndLateness(action.due, today)
                                                            : dateName(action.due)},
                  {"closed", dateName(action.closedAt)},
                  {"about", linksText(action.links)},
                  {"written by", action.who}};
    return page;
}

RecordPage recordPage(const Experiment& experiment) {
    RecordPage page;
    page.caption =
        fmt::format("{}, {}{}", capitalised(std::string(title(experiment.finding))),
                    dateName(experiment.createdAt), experiment.who.empty() ? "" : ", by " + experiment.who);
    page.title = experiment.hypothesis;
    page.text = experiment.result;
    std::vector<std::string> versions;
    for (const std::string& version : experiment.versions)
        versions.push_back(versionName(version));
    page.facts = {{"what was tried", experiment.tried},
                  {"what it saved", experiment.saved},
                  {"versions", fmt::format("{}", fmt::join(versions, ", "))}};
    return page;
}

RecordPage recordPage(const Meeting& meeting, const std::vector<Decision>& decisions,
                      const std::vector<Action>& actions) {
    RecordPage page;
    page.caption = fmt::format("{}, {}", dateName(meeting.heldOn), name(meeting.state));
    if (!meeting.attendees.empty()) page.caption += fmt::format(", {}", fmt::join(meeting.attendees, ", "));
    page.title = meeting.title;
    const auto here = [&](const std::string& review) {
        return !meeting.uid.empty() && review == meeting.uid;
    };
    for (const Decision& decision : decisions)
        if (here(decision.review))
            page.facts.emplace_back("decided", fmt::format("{}: {}", title(decision.kind), decision.title));
    for (const Action& action : actions)
        if (here(action.review))
            page.facts.emplace_back("agreed",
                                    action.owner.empty() ? action.title : action.owner + ": " + action.title);
    for (const AgendaItem& item : meeting.items) {
        std::string text = item.notes.empty() ? "no notes" : item.notes;
        if (!item.picks.empty())
            text +=
                fmt::format("\n{}: {}", picksName(item.point.kind),
                            fmt::join(item.picks, item.point.kind == AgendaKind::Questions ? "\n" : ", "));
        page.facts.emplace_back(
            fmt::format("{}\n{} of {} min", item.point.title, clockText(item.spent), item.point.minutes),
            text);
    }
    const auto spent = spokenTime(meeting);
    if (spent.count() > 0)
        page.footnote = fmt::format("{} spoken, {} planned.", clockText(spent), clockText(planned(meeting)));
    return page;
}

}  // namespace reckoner
