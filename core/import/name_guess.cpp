#include "core/import/name_guess.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/import/class_guess.h"

namespace reckoner {

namespace {

std::vector<std::string> parts(const std::string& stem) {
    std::vector<std::string> out(1);
    for (const char c : stem)
        if (c == '_' || c == ' ' || c == '@')
            out.emplace_back();
        else
            out.back() += c;
    std::erase_if(out, [](const std::string& part) { return part.empty(); });
    return out;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// v2, v2.3, V1.0.0-rc1
bool isVersion(const std::string& part) {
    return part.size() >= 2 && (part[0] == 'v' || part[0] == 'V') && isDigit(part[1]);
}

// 2024-W23, 2024-03, 20240304, test, holdout, cv5
bool isEvalSet(const std::string& part) {
    const std::string text = lowered(part);
    constexpr std::array<std::string_view, 9> kWords{"test",  "holdout", "valid", "validation", "val",
                                                     "train", "eval",    "dev",   "prod"};
    if (std::find(kWords.begin(), kWords.end(), text) != kWords.end()) return true;
    if (text.starts_with("cv") && text.size() > 2 && isDigit(text[2])) return true;
    return text.size() >= 6 && std::all_of(text.begin(), text.begin() + 4, isDigit);
}

std::string joined(const std::vector<std::string>& parts, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (out.empty() ? "" : "_") + parts[i];
    return out;
}

}  // namespace

NameGuess guessNames(const std::string& stem) {
    const std::vector<std::string> all = parts(stem);
    std::size_t end = all.size();
    while (end > 1 && isEvalSet(all[end - 1]))
        --end;
    const auto at = static_cast<std::size_t>(
        std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(end), isVersion) - all.begin());
    NameGuess guess;
    guess.evalSet = joined(all, end, all.size());
    guess.model = joined(all, 0, std::min(at, end));
    guess.version = at < end ? joined(all, at, end) : std::string();
    guess.versionFound = !guess.version.empty();
    guess.evalSetFound = !guess.evalSet.empty();
    if (guess.model.empty()) guess.model = "model";
    if (guess.version.empty()) guess.version = "v1";
    if (guess.evalSet.empty()) guess.evalSet = "default";
    return guess;
}

}  // namespace reckoner
