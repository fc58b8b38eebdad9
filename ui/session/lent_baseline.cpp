#include "ui/session/lent_baseline.h"

#include <fmt/format.h>

#include "core/base/numbers.h"

namespace reckoner {
namespace {

constexpr const char* kLent = "session.lentBaseline";  // "RUN NAME"

std::string lent(const ReviewState& state) {
    const auto found = state.options.find(kLent);
    return found == state.options.end() ? std::string() : found->second;
}

bool leaves(const ReviewState& before, const ReviewState& wanted) {
    if (wanted.run != before.run) return true;
    return wanted.page != before.page && (wanted.page == "record" || wanted.page == "today");
}

}  // namespace

ReviewState openedAsItWas(const ReviewState& now, ReviewState then, const std::string& name) {
    // Opened out of another such view: what comes back is what was chosen before that one.
    const std::string earlier = lent(now);
    const std::string run =
        earlier.empty() ? std::to_string(now.baseline) : earlier.substr(0, earlier.find(' '));
    then.options[kLent] = fmt::format("{} {}", run, name);
    return then;
}

void giveBackBaseline(const ReviewState& before, ReviewState& wanted) {
    const std::string kept = lent(wanted);
    if (kept.empty() || kept != lent(before)) return;
    const bool chosen = wanted.baseline != before.baseline;
    if (!chosen && !leaves(before, wanted)) return;
    wanted.options.erase(kLent);
    // Of another model it means nothing.
    if (chosen || wanted.model != before.model) return;
    if (const auto run = parseNumber(kept.substr(0, kept.find(' '))))
        wanted.baseline = static_cast<RunId>(*run);
}

}  // namespace reckoner
