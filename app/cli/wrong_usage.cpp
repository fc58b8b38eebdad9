#include "app/cli/wrong_usage.h"

#include <vector>

#include <CLI/CLI.hpp>

#include "core/base/near_names.h"

namespace reckoner::cli {
namespace {

constexpr const char* kHow = " `reckoner --help` and `reckoner SUBCOMMAND --help` say how.";

std::vector<std::string> optionsOf(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    return names;
}

std::string unexpected(const CLI::App& app) {
    const std::vector<std::string> words = app.remaining(true);
    if (words.empty()) return "Something on this line was not expected.";
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    const std::string& first = words.front();
    if (chosen.empty() && !first.starts_with('-')) {
        std::vector<std::string> names;
        for (const CLI::App* child : app.get_subcommands([](const CLI::App*) { return true; }))
            names.push_back(child->get_name());
        return "\"" + first + "\" is no subcommand" + didYouMean(first, names);
    }
    const std::string of = chosen.empty() ? "reckoner" : "`" + chosen.front()->get_name() + "`";
    if (first.starts_with('-')) {
        std::vector<std::string> names = optionsOf(app);
        if (!chosen.empty())
            for (const std::string& name : optionsOf(*chosen.front()))
                names.push_back(name);
        const std::string option = first.substr(0, first.find('='));
        return option + " is no option of " + of + didYouMean(option, names);
    }
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : " ") + word;
    return of + " takes nothing more; \"" + all + "\" was not expected.";
}

// "--size: At Most 1 required but received 2"
std::string repeated(const std::string& what) {
    const std::size_t colon = what.find(": At Most 1 required");
    return colon == std::string::npos ? std::string()
                                      : what.substr(0, colon) + " is given twice; give it once.";
}

}  // namespace

std::string wrongUsage(const CLI::App& app, const CLI::ParseError& error) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) return unexpected(app) + kHow;
    if (const std::string twice = repeated(what); !twice.empty()) return twice + kHow;
    return what + ";" + kHow;
}

}  // namespace reckoner::cli
