#include "core/store/run_lookup.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/base/near_names.h"

namespace reckoner {
namespace {

constexpr std::size_t kSuggestions = 3;

std::string shortName(const RunRow& run) {
    return run.info.version + "@" + run.info.evalSet;
}
std::string longName(const RunRow& run) {
    return run.info.model + "/" + shortName(run);
}

// Names that contain the text, else names a typing slip away; at most three.
std::vector<std::string> suggestions(const std::vector<RunRow>& runs, const std::string& text) {
    std::vector<std::string> contained;
    std::vector<std::string> names;
    const bool withModel = text.find('/') != std::string::npos;
    for (const RunRow& run : runs) {
        const std::string name = withModel ? longName(run) : shortName(run);
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        names.push_back(name);
        if (longName(run).find(text) != std::string::npos && contained.size() < kSuggestions)
            contained.push_back(name);
    }
    return contained.empty() ? nearNames(text, names) : contained;
}

[[noreturn]] void unknown(const std::vector<RunRow>& runs, const std::string& text) {
    if (runs.empty())
        throw Error(ErrorCode::Usage,
                    fmt::format("There is no run {}: this store has no runs yet, import one.", text));
    const auto near = suggestions(runs, text);
    if (near.empty())
        throw Error(ErrorCode::Usage, fmt::format("There is no run {} in this store: list its runs with "
                                                  "\"reckoner runs\".",
                                                  text));
    throw Error(ErrorCode::Usage,
                fmt::format("There is no run {}: did you mean {}?", text, fmt::join(near, " or ")));
}

[[noreturn]] void ambiguous(const std::vector<RunRow>& matches, const std::string& text) {
    std::vector<std::string> choices;
    for (const RunRow& run : matches)
        choices.push_back(fmt::format("{} ({})", run.info.id, longName(run)));
    throw Error(ErrorCode::Usage, fmt::format("{} could be one of several runs: give the number, {}.", text,
                                              fmt::join(choices, " or ")));
}

}  // namespace

RunRow runNamed(const std::vector<RunRow>& runs, const std::string& text) {
    RunId number = 0;
    const char* end = text.data() + text.size();
    if (const auto parsed = std::from_chars(text.data(), end, number);
        parsed.ec == std::errc{} && parsed.ptr == end)
        for (const RunRow& run : runs)
            if (run.info.id == number) return run;
    std::vector<RunRow> matches;
    for (const RunRow& run : runs)
        if (shortName(run) == text || longName(run) == text) matches.push_back(run);
    if (matches.empty()) unknown(runs, text);
    if (matches.size() > 1) ambiguous(matches, text);
    return matches.front();
}

}  // namespace reckoner
