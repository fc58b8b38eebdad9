#include "core/base/text_match.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace reckoner {
namespace {

// Lower case of a code point of two UTF-8 bytes (U+0080 to U+07FF), itself when it has none there.
unsigned foldTwoBytes(unsigned c) {
    const auto in = [c](unsigned first, unsigned last) { return c >= first && c <= last; };
    if (in(0xC0, 0xDE) && c != 0xD7) return c + 32;
    if (in(0x100, 0x12F) || in(0x132, 0x137) || in(0x14A, 0x177)) return c | 1;
    if (in(0x139, 0x148) || in(0x179, 0x17E)) return c + (c & 1);
    if (c == 0x178) return 0xFF;
    if (in(0x391, 0x3A9) && c != 0x3A2) return c + 32;
    if (in(0x410, 0x42F)) return c + 32;
    if (in(0x400, 0x40F)) return c + 80;
    return c;
}

}  // namespace

std::string foldCase(std::string_view utf8) {
    std::string result(utf8);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto lead = static_cast<unsigned char>(result[i]);
        if (lead >= 'A' && lead <= 'Z') result[i] = static_cast<char>(lead + 32);
        if (lead < 0xC2 || lead > 0xDF || i + 1 == result.size()) continue;
        const auto next = static_cast<unsigned char>(result[i + 1]);
        if ((next & 0xC0) != 0x80) continue;
        const unsigned folded = foldTwoBytes(((lead & 0x1FU) << 6) | (next & 0x3FU));
        result[i] = static_cast<char>(0xC0 | (folded >> 6));
        result[++i] = static_cast<char>(0x80 | (folded & 0x3FU));
    }
    return result;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

std::vector<std::string> nearNames(std::string_view name, const std::vector<std::string>& candidates,
                                   std::size_t limit) {
    constexpr std::size_t kLongestCompared = 200;
    if (name.size() > kLongestCompared) return {};
    const std::string folded = foldCase(name);
    const std::size_t reach = std::max<std::size_t>(2, name.size() / 3);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > name.size() + kLongestCompared) continue;
        const std::string other = foldCase(candidate);
        std::size_t distance = editDistance(folded, other);
        // A name typed in part is near however much is missing.
        if (folded.size() >= 3 && other.find(folded) != std::string::npos)
            distance = std::min(distance, reach);
        if (distance <= reach && distance < std::max(folded.size(), other.size()))
            near.emplace_back(distance, candidate);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < near.size() && i < limit; ++i)
        names.push_back(near[i].second);
    return names;
}

}  // namespace reckoner
