#include "core/review/action_order.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

Action promised(const char* title, const char* owner, const char* due, ActionKind kind,
                ActionState state = ActionState::Open) {
    Action action;
    action.title = title;
    action.owner = owner;
    action.due = due;
    action.kind = kind;
    action.state = state;
    return action;
}

std::string titlesOf(const std::vector<Action>& actions) {
    std::string titles;
    for (const Action& action : actions)
        titles += action.title;
    return titles;
}

TEST(ActionOrder, OpenOnesComeFirstWhateverTheOrder) {
    const std::vector<Action> actions = {
        promised("a", "risk", "2026-05-02", ActionKind::Hardening),
        promised("b", "Data", "2026-05-01", ActionKind::Experiment, ActionState::Done),
        promised("c", "Product", "", ActionKind::Experiment),
        promised("d", "", "2026-04-01", ActionKind::Development),
        promised("e", "Risk", "2026-05-02", ActionKind::Development),
    };
    EXPECT_EQ(titlesOf(inOrder(actions, ActionOrder::Day)), "daecb") << "no day comes last";
    EXPECT_EQ(titlesOf(inOrder(actions, ActionOrder::Owner)), "caedb") << "nobody comes last, ties stay";
    EXPECT_EQ(titlesOf(inOrder(actions, ActionOrder::Kind)), "cdeab");
    EXPECT_TRUE(inOrder({}, ActionOrder::Owner).empty());
}

}  // namespace
}  // namespace reckoner
