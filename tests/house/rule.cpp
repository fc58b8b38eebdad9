#include "tests/house/rule.h"

#include <algorithm>

namespace reckoner::house {
namespace {

bool startsWithAny(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&text](const std::string& prefix) { return text.starts_with(prefix); });
}

}  // namespace

bool Scope::holds(const std::string& path) const {
    return startsWithAny(path, in) && !startsWithAny(path, except);
}

std::function<std::vector<Offence>(const SourceFile&)> noInclude(Scope scope,
                                                                 std::vector<std::string> targets) {
    return [scope = std::move(scope), targets = std::move(targets)](const SourceFile& file) {
        std::vector<Offence> found;
        if (!scope.holds(file.path)) return found;
        for (const SourceFile::Include& include : file.includes())
            if (startsWithAny(include.target, targets))
                found.push_back({include.line + 1, file.lines[include.line]});
        return found;
    };
}

std::function<std::vector<Offence>(const SourceFile&)> noWord(Scope scope, std::vector<std::string> words) {
    return [scope = std::move(scope), words = std::move(words)](const SourceFile& file) {
        std::vector<Offence> found;
        if (!scope.holds(file.path)) return found;
        for (std::size_t i = 0; i < file.code.size(); ++i)
            for (const std::string& word : words)
                if (findWord(file.code[i], word) != std::string::npos) {
                    found.push_back({i + 1, file.lines[i]});
                    break;
                }
        return found;
    };
}

}  // namespace reckoner::house
