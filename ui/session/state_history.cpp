#include "ui/session/state_history.h"

namespace reckoner {

void StateHistory::leave(const ReviewState& state, std::uint64_t drag) {
    const bool sameStep = drag != 0 && drag == lastDrag_;
    lastDrag_ = drag;
    forward_.clear();
    if (sameStep) return;
    back_.push_back(state);
    if (back_.size() > kMost) back_.erase(back_.begin());
}

ReviewState StateHistory::back(const ReviewState& now) {
    ReviewState then = std::move(back_.back());
    back_.pop_back();
    forward_.push_back(now);
    lastDrag_ = 0;
    return then;
}

ReviewState StateHistory::forward(const ReviewState& now) {
    ReviewState then = std::move(forward_.back());
    forward_.pop_back();
    back_.push_back(now);
    lastDrag_ = 0;
    return then;
}

void StateHistory::clear() {
    back_.clear();
    forward_.clear();
    lastDrag_ = 0;
}

}  // namespace reckoner
