#include "core/review/action.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

Action dueAction(const std::string& title, const std::string& due, ActionState state = ActionState::Open) {
    Action action;
    action.title = title;
    action.due = due;
    action.state = state;
    return action;
}

TEST(Action, OpenOnesComeByDateAndThoseWithoutLast) {
    const auto open =
        openActions({dueAction("no date", ""), dueAction("late", "2026-03-09"),
                     dueAction("done", "2026-01-01", ActionState::Done), dueAction("early", "2026-03-01")});
    ASSERT_EQ(open.size(), 3U);
    EXPECT_EQ(open[0].title, "early");
    EXPECT_EQ(open[1].title, "late");
    EXPECT_EQ(open[2].title, "no date");
}

TEST(Action, DaysLateCountsWholeDaysBothWays) {
    EXPECT_EQ(daysLate("2026-02-27", "2026-03-01"), 2);
    EXPECT_EQ(daysLate("2026-03-02", "2026-03-01"), -1);
    EXPECT_EQ(daysLate("2026-03-01", "2026-03-01"), 0);
    EXPECT_FALSE(daysLate("", "2026-03-01"));
    EXPECT_FALSE(daysLate("soon", "2026-03-01"));
}

TEST(Action, LinksAndWordsReadBack) {
    const std::vector<ActionLink> links = {{ActionLink::To::Case, "a-\"1\""},
                                           {ActionLink::To::Cohort, "part-timers"},
                                           {ActionLink::To::Tag, "<b>"}};
    EXPECT_EQ(linksFromJson(linksJson(links)), links);
    EXPECT_TRUE(linksFromJson("no json").empty());
    EXPECT_TRUE(linksFromJson(R"([{"planet": "x"}, 7, {"tag": 1}])").empty());
    for (const ActionKind kind : kActionKinds)
        EXPECT_EQ(actionKind(name(kind)), kind);
    for (const ActionState state : kActionStates)
        EXPECT_EQ(actionState(name(state)), state);
    EXPECT_FALSE(actionKind("idea"));
    EXPECT_FALSE(actionState("late"));
}

TEST(Action, NeedsATitleAndARealDate) {
    EXPECT_NO_THROW(check(dueAction("x", "")));
    EXPECT_THROW(check(dueAction(" ", "")), Error);
    EXPECT_THROW(check(dueAction("x", "2026-02-30")), Error);
}

}  // namespace
}  // namespace reckoner
