#include "core/wording/today_card.h"

namespace reckoner {
namespace {

constexpr TodayCard kCards[] = {
    {"money", todayMoney},
    {"since", todaySince},
    {"requirements", todayRequirements},
    {"due", todayDue},
};

}  // namespace

std::span<const TodayCard> todayCards() {
    return kCards;
}

}  // namespace reckoner
