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
    }
    row.tone = row.strong ? TodayTone::Ink : TodayTone::Quiet;
    row.target = std::move(target);
    return {std::move(row), late};
}

// The review itself: that it runs, or what is prepared.
TodayRow reviewRow(const TodayFacts& facts, const Meeting& review) {
    TodayRow row;
    const bool running = review.state == MeetingState::Running;
    row.mark = TodayMark::Bullet;
    row.text = {{reviewLine(review, facts.history.today, facts.secondsEastOfUtc)}};
    row.figure = running ? "go on" : review.heldOn <= facts.history.today ? "start" : "look";
    row.tone = TodayTone::Accent;
    row.strong = true;
    row.target.page = kReviewTarget;
    return row;
}

// A decision that comes up by itself: "Threshold of v2 from 0.50 to 0.42" | "share of positives 0.382".
TodayRow trippedRow(const TripwireReading& reading) {
    TodayRow row;
    row.mark = TodayMark::Failed;
    row.text = {{"Comes up again: " + reading.decision.title}};
    row.figure = tripwireFigure(reading);
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
        due.push_back(
            dueRow(action.owner.empty() ? action.title : fmt::format("{}: {}", action.owner, action.title),
                   action.due, history.today,
                   {"record", 0, {}, {{"record.tab", "actions"}, {"record.action", action.uid}}}));
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
