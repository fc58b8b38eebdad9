#include <algorithm>

#include <fmt/format.h>

#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/record_words.h"
#include "core/wording/review_words.h"
#include "core/wording/run_names.h"
#include "core/wording/today_card.h"

namespace reckoner {
namespace {

// "5 days late", "tomorrow", "in 12 days", "today".
std::string dueIn(int late) {
    if (late > 0)
        return fmt::format("{} {} late", count(static_cast<std::uint64_t>(late)), late == 1 ? "day" : "days");
    if (late == 0) return "today";
    if (late == -1) return "tomorrow";
    return fmt::format("in {} days", count(static_cast<std::uint64_t>(-late)));
}

// What comes before the first pause of a title somebody wrote: "income feed" of "income feed: count the gaps
// every Monday". Empty where nothing is left out or too little is left.
std::string firstClause(const std::string& title) {
    constexpr std::size_t kLeast = 8;
    std::size_t end = std::string::npos;
    for (const char* pause : {": ", "; ", ", ", ". ", " (", " - ", " \u2013 "})
        end = std::min(end, title.find(pause));
    return end == std::string::npos || end < kLeast ? std::string() : title.substr(0, end);
}

struct DueRow {
    TodayRow row;
    std::optional<int> late;
};
constexpr int kOpen = -1'000'000;

DueRow dueRow(std::string text, const std::string& due, const std::string& today, TodayTarget target) {
    TodayRow row;
    row.mark = TodayMark::Bullet;
    row.text = {{std::move(text)}};
    const auto late = daysLate(due, today);
    row.figure = late ? dueIn(*late) : "open";
    row.strong = late && *late > 0;
    if (row.strong) {
        row.brief = row.figure;
        row.figure = fmt::format("due {}, {}", dayName(due, today), row.figure);
    } else if (late && row.figure.starts_with("in ")) {
        row.brief = row.figure.substr(3);
    }
    row.tone = row.strong ? TodayTone::Ink : TodayTone::Quiet;
    row.target = std::move(target);
    return {std::move(row), late};
}

DueRow actionRow(const Action& action, const std::string& today) {
    const std::string owner = action.owner.empty() ? "" : action.owner + ": ";
    DueRow due = dueRow(owner + action.title, action.due, today,
                        {"record", 0, {}, {{"record.tab", "actions"}, {"record.action", action.uid}}});
    if (const std::string brief = firstClause(action.title); !brief.empty())
        due.row.shorter = {{owner + brief}};
    return due;
}

// The review itself: that it runs, or what is prepared.
TodayRow reviewRow(const TodayFacts& facts, const Meeting& review) {
    TodayRow row;
    row.mark = TodayMark::Bullet;
    const std::string line = reviewLine(review, facts.history.today, facts.secondsEastOfUtc);
    row.text = {{line}};
    if (const std::string brief = firstClause(line); !brief.empty()) row.shorter = {{brief}};
    row.target.page = kReviewTarget;
    return row;
}

// A decision that comes up by itself: "Threshold of v2 from 0.50 to 0.42" | "tripped".
TodayRow trippedRow(const TripwireReading& reading) {
    TodayRow row;
    row.mark = TodayMark::Bullet;
    row.text = {{reading.decision.title}};
    if (const std::string brief = firstClause(reading.decision.title); !brief.empty())
        row.shorter = {{brief}};
    row.figure = "comes up again";
    row.brief = "tripped";
    row.full = fmt::format("Comes up again: {}. {}: {}.", reading.decision.title,
                           tripwireText(reading.decision.tripwire), tripwireNow(reading));
    row.strong = true;
    row.target = {"record", 0, {}, {{"record.tab", "decisions"}, {"record.decision", reading.decision.uid}}};
    return row;
}

}  // namespace

TodayBlock todayDue(const TodayFacts& facts) {
    const TodayHistory& history = facts.history;
    TodayBlock block;
    block.title = "Due";
    std::vector<DueRow> due;
    for (const PolicyRecord& policy : history.overdue)
        due.push_back(dueRow(fmt::format("Threshold review of {}", versionName(policy.version)),
                             policy.policy.reviewBy, history.today,
                             {"decide", 0, {}, {{"decide.pane", "policies"}}}));
    if (!history.revisit.empty()) {
        const Decision& first = history.revisit.front();
        const std::size_t others = history.revisit.size() - 1;
        due.push_back(dueRow(
            others == 0 ? first.title : fmt::format("{} decisions to look at again", count(others + 1)),
            first.revisitOn, history.today,
            {"record", 0, {}, {{"record.tab", "decisions"}, {"record.decision", first.uid}}}));
    }
    for (const Action& action : history.actions)
        due.push_back(actionRow(action, history.today));
    if (history.briefBegun)
        for (const BriefQuestion* question : history.openBrief)
            due.push_back(
                dueRow(fmt::format("Brief: {}", question->title), {}, history.today,
                       {"record",
                        0,
                        {},
                        {{"record.tab", "brief"}, {"record.question", std::string(question->id)}}}));
    else
        due.push_back(dueRow("Brief: nobody has begun it", {}, history.today,
                             {"record", 0, {}, {{"record.tab", "brief"}}}));
    // The longest overdue first; what has no date last.
    std::stable_sort(due.begin(), due.end(), [](const DueRow& a, const DueRow& b) {
        return a.late.value_or(kOpen) > b.late.value_or(kOpen);
    });
    if (history.review) block.rows.push_back(reviewRow(facts, *history.review));
    for (const TripwireReading& reading : history.tripped)
        block.rows.push_back(trippedRow(reading));
    for (DueRow& one : due)
        block.rows.push_back(std::move(one.row));
    if (block.rows.empty())
        block.rows.push_back({TodayMark::None, {{"Nothing is due."}}, {}, TodayTone::Quiet});
    return block;
}

}  // namespace reckoner
