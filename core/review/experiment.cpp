#include "core/review/experiment.h"

#include <algorithm>
#include <sstream>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/base/case_fold.h"
#include "core/base/error.h"

namespace reckoner {
namespace {

struct FindingText {
    Finding finding;
    std::string_view name;
    std::string_view title;
};
constexpr FindingText kFindingTexts[] = {{Finding::Running, "running", "running"},
                                         {Finding::Helps, "helps", "helps"},
                                         {Finding::NoDifference, "no_difference", "no difference seen"},
                                         {Finding::DoesNotWork, "does_not_work", "does not work"}};

const FindingText& findingText(Finding finding) {
    return *std::find_if(std::begin(kFindingTexts), std::end(kFindingTexts),
                         [finding](const FindingText& text) { return text.finding == finding; });
}

std::string wordsOf(const Experiment& experiment) {
    std::string words;
    for (const std::string* text :
         {&experiment.hypothesis, &experiment.tried, &experiment.result, &experiment.saved, &experiment.who})
        words += *text + '\n';
    for (const std::string& version : experiment.versions)
        words += version + '\n';
    return foldCase(words + std::string(title(experiment.finding)));
}

}  // namespace

std::string_view name(Finding finding) {
    return findingText(finding).name;
}

std::string_view title(Finding finding) {
    return findingText(finding).title;
}

std::optional<Finding> finding(std::string_view name) {
    for (const FindingText& text : kFindingTexts)
        if (text.name == name) return text.finding;
    return std::nullopt;
}

bool sameContent(const Experiment& a, const Experiment& b) {
    const auto content = [](const Experiment& experiment) {
        return std::tie(experiment.modelId, experiment.hypothesis, experiment.tried, experiment.finding,
                        experiment.result, experiment.saved, experiment.versions);
    };
    return content(a) == content(b);
}

void check(const Experiment& experiment) {
    if (experiment.hypothesis.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(ErrorCode::Usage, "An experiment needs what it is to find out.");
}

std::vector<Experiment> matching(const std::vector<Experiment>& experiments, std::string_view text) {
    std::vector<std::string> wanted;
    std::istringstream stream{foldCase(text)};
    for (std::string word; stream >> word;)
        wanted.push_back(word);
    std::vector<Experiment> found;
    for (const Experiment& experiment : experiments) {
        const std::string words = wordsOf(experiment);
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&](const std::string& word) { return words.find(word) != std::string::npos; }))
            found.push_back(experiment);
    }
    return found;
}

std::string namesJson(const std::vector<std::string>& names) {
    return nlohmann::json(names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> namesFromJson(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::string> names;
    if (!json.is_array()) return names;
    for (const auto& one : json)
        if (one.is_string()) names.push_back(one.get<std::string>());
    return names;
}

}  // namespace reckoner
