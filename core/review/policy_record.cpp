#include "core/review/policy_record.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>

namespace reckoner {
namespace {

// "2026-03-04" or a longer ISO time.
std::optional<std::chrono::sys_days> dayFrom(const std::string& text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {};
    constexpr std::pair<int, int> kPlaces[] = {{0, 4}, {5, 7}, {8, 10}};
    for (int i = 0; i < 3; ++i) {
        const char* last = text.data() + kPlaces[i].second;
        const auto [end, error] = std::from_chars(text.data() + kPlaces[i].first, last, parts[i]);
        if (error != std::errc() || end != last) return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{parts[0]},
                                           std::chrono::month{static_cast<unsigned>(parts[1])},
                                           std::chrono::day{static_cast<unsigned>(parts[2])}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

}  // namespace

bool isDate(const std::string& text) {
    return text.size() == 10 && dayFrom(text);
}

void setPeriods(std::vector<PolicyRecord>& records) {
    std::map<std::int64_t, std::vector<PolicyRecord*>> byVersion;
    for (PolicyRecord& record : records)
        byVersion[record.policy.versionId].push_back(&record);
    for (auto& [version, list] : byVersion) {
        std::sort(list.begin(), list.end(),
                  [](const auto* a, const auto* b) { return a->policy.id < b->policy.id; });
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i]->until = i + 1 < list.size() ? list[i + 1]->policy.adoptedAt : std::string();
    }
}

std::optional<int> daysOverdue(const PolicyRecord& record, const std::string& today) {
    if (!record.inForce()) return std::nullopt;
    const auto due = dayFrom(record.policy.reviewBy);
    const auto now = dayFrom(today);
    if (!due || !now || *now <= *due) return std::nullopt;
    return static_cast<int>((*now - *due).count());
}

std::vector<PolicyRecord> overduePolicies(const std::vector<PolicyRecord>& records,
                                          const std::string& today) {
    std::vector<PolicyRecord> overdue;
    std::copy_if(records.begin(), records.end(), std::back_inserter(overdue),
                 [&](const PolicyRecord& record) { return daysOverdue(record, today).has_value(); });
    std::stable_sort(overdue.begin(), overdue.end(), [](const PolicyRecord& a, const PolicyRecord& b) {
        return a.policy.reviewBy < b.policy.reviewBy;
    });
    return overdue;
}

}  // namespace reckoner
