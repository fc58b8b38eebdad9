// Back and Forward over review states.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/session/review_state.h"

namespace reckoner {

class StateHistory {
 public:
    // Notes the state that a change leaves. Changes with the same non-zero drag number are one step.
    void leave(const ReviewState& state, std::uint64_t drag);
    bool canGoBack() const { return !back_.empty(); }
    bool canGoForward() const { return !forward_.empty(); }
    // Precondition: canGoBack() / canGoForward(). `now` is kept for the way back.
    ReviewState back(const ReviewState& now);
    ReviewState forward(const ReviewState& now);
    void clear();

 private:
    static constexpr std::size_t kMost = 500;
    std::vector<ReviewState> back_;
    std::vector<ReviewState> forward_;
    std::uint64_t lastDrag_ = 0;
};

}  // namespace reckoner
