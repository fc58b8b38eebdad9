#include "core/wording/errors_reasons.h"

#include <fmt/format.h>

#include "core/wording/number_format.h"

namespace reckoner {

std::string reasonsAbout(const ErrorReasons& reasons, std::uint64_t listed, const Vocabulary& words) {
    const std::string all = count(listed) + " " + (listed == 1 ? words.sample : words.samples);
    if (reasons.samples == 0)
        return fmt::format(
            "None of {} has a note yet. Write why a case is wrong, give it a tag, and the reasons add up "
            "here.",
            all);
    return fmt::format(
        "Of {} {} {} a note; each counts once for every tag it has. Cost: what the note says, else what the "
        "decision costs at this threshold; known for {} of {}.",
        all, count(reasons.samples), reasons.samples == 1 ? "has" : "have", count(reasons.costed),
        count(reasons.samples));
}

}  // namespace reckoner
