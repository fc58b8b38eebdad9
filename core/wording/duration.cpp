#include "core/wording/duration.h"

#include <cmath>

#include "core/wording/number_format.h"

namespace reckoner {

std::string remaining(double seconds) {
    if (!(seconds > 3)) return "a moment";
    if (seconds <= 90) return "about " + fixed(std::ceil(seconds / 5) * 5, 0) + " s";
    return "about " + fixed(std::ceil(seconds / 60), 0) + " min";
}

}  // namespace reckoner
