#include "core/review/action_order.h"

#include <algorithm>
#include <cctype>
#include <tuple>

namespace reckoner {
namespace {

std::string lowered(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

std::vector<Action> inOrder(std::vector<Action> actions, ActionOrder order) {
    const auto key = [order](const Action& action) {
        const bool closed = action.state != ActionState::Open;
        switch (order) {
            case ActionOrder::Owner:
                return std::tuple(closed, action.owner.empty(), lowered(action.owner), 0);
            case ActionOrder::Kind:
                return std::tuple(closed, false, std::string(), static_cast<int>(action.kind));
            case ActionOrder::Day:
                break;
        }
        return std::tuple(closed, action.due.empty(), action.due, 0);
    };
    std::stable_sort(actions.begin(), actions.end(),
                     [&](const Action& a, const Action& b) { return key(a) < key(b); });
    return actions;
}

}  // namespace reckoner
