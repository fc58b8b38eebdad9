#include "core/base/near_names.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace reckoner {
namespace {

constexpr std::size_t kLongest = 80;

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

// Levenshtein distance without regard to case.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t swap = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, swap});
        }
    }
    return row.back();
}

}  // namespace

std::vector<std::string> nearNames(std::string_view wrong, const std::vector<std::string>& names) {
    std::vector<std::pair<std::size_t, std::string>> near;
    if (wrong.size() > kLongest) return {};
    for (const std::string& name : names) {
        if (name.size() > kLongest) continue;
        const std::size_t d = distance(wrong, name);
        if (d <= std::max<std::size_t>(1, std::max(wrong.size(), name.size()) / 3))
            near.emplace_back(d, name);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> result;
    for (std::size_t i = 0; i < near.size() && i < 3; ++i)
        result.push_back(near[i].second);
    return result;
}

std::string didYouMean(std::string_view wrong, const std::vector<std::string>& names) {
    const auto near = nearNames(wrong, names);
    if (near.empty()) return ".";
    std::string text = "; did you mean ";
    for (std::size_t i = 0; i < near.size(); ++i)
        text += (i == 0 ? "\"" : i + 1 == near.size() ? " or \"" : ", \"") + near[i] + "\"";
    return text + "?";
}

}  // namespace reckoner
