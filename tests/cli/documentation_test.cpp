// What is written about the program is true of the program.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

std::string sourceText(const std::string& path) {
    std::ifstream in(std::string(RECKONER_SOURCE_TREE) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The first fenced block of a language in README.md.
std::string readmeBlock(const std::string& language) {
    const std::string text = sourceText("README.md");
    const std::string fence = "```" + language + "\n";
    const std::size_t begin = text.find(fence);
    if (begin == std::string::npos) return {};
    return text.substr(begin + fence.size(), text.find("```", begin + fence.size()) - begin - fence.size());
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
        found.insert((*it)[1]);
    return found;
}

const std::regex& optionPattern() {
    static const std::regex pattern("(--[a-z][a-z0-9-]*[a-z0-9])");
    return pattern;
}

// Options as the help of a subcommand lists them, and the subcommands as the program's help does.
std::set<std::string> helpOptions(const test::Cli& cli, const std::string& subcommand) {
    static const std::regex line("(?:^|\n) +(?:-h,)?(--[a-z0-9-]+)");
    return matches(cli({subcommand, "--help"}).out, line);
}

std::vector<std::string> subcommands(const test::Cli& cli) {
    const std::string help = cli({"--help"}).out;
    const std::size_t begin = help.find("Subcommands:");
    const auto names =
        matches(help.substr(begin, help.find("Examples:") - begin), std::regex("\n  ([a-z]+) "));
    return {names.begin(), names.end()};
}

void expectReadmeRun(const std::string& language, const std::string& program, const std::string& version) {
    const test::Cli cli;
    const std::string block = readmeBlock(language);
    ASSERT_FALSE(block.empty());
    EXPECT_LE(std::count(block.begin(), block.end(), '\n'), 10) << "a ten-line snippet";
    const auto script = cli.write("snippet", block);
    const auto made = test::runProcess(program, {script.string()}, {.workingFolder = cli.folder().path()});
    ASSERT_EQ(made.exitCode, 0) << made.err;
    const auto run = cli.json({"import", "run.csv", "--store", "team.reckoner"})["runs"][0];
    EXPECT_EQ(run["model"], "churn");
    EXPECT_EQ(run["version"], version);
    EXPECT_EQ(run["scored"], 4);
    EXPECT_EQ(run["roles"]["country"], "segment");
    // The manifest answers everything but how the file is written.
    EXPECT_EQ(run["guessed"], nlohmann::json{"Fields are separated by commas."});
    EXPECT_EQ(cli.json({"metrics", version + "@june"})["metrics"]["roc_auc"], 1);
}

TEST(Readme, ThePythonSnippetMakesARun) {
    expectReadmeRun("python", "/usr/bin/python3", "2.3");
}

TEST(Readme, TheRSnippetMakesARun) {
    expectReadmeRun("r", "Rscript", "2.4");
}

// The commands of the workflow that are about stores, as a CI server would run them.
int runWorkflow(const test::Cli& cli) {
    static const std::regex step("- run: ((?:cp|reckoner) [^\n#]+)");
    int ran = 0;
    for (const std::string& line : [&] {
             std::vector<std::string> lines;
             const std::string block = readmeBlock("yaml");
             for (std::sregex_iterator it(block.begin(), block.end(), step), end; it != end; ++it)
                 lines.push_back((*it)[1]);
             return lines;
         }()) {
        ++ran;
        const std::string script = "reckoner() { '" RECKONER_CLI "' \"$@\"; }; " + line;
        const auto result = test::runProcess(
            "bash", {"-c", script}, {.home = cli.folder() / "home", .workingFolder = cli.folder().path()});
        if (result.exitCode != 0) return result.exitCode;
    }
    EXPECT_EQ(ran, 3);
    return 0;
}

TEST(Readme, TheWorkflowStopsWhatIsNotGoodEnough) {
    const test::Cli cli;
    cli.write("old.csv", "id,label,score\na-1,yes,0.9\na-2,no,0.2\na-3,yes,0.6\na-4,no,0.4\n");
    ASSERT_EQ(cli({"import", "old.csv", "--store", "team.reckoner", "--model", "churn", "--model-version",
                   "2.2", "--eval-set", "june", "--positive", "yes"})
                  .exitCode,
              0);
    const auto script = cli.write("snippet", readmeBlock("python"));
    ASSERT_EQ(test::runProcess("/usr/bin/python3", {script.string()}, {.workingFolder = cli.folder().path()})
                  .exitCode,
              0);
    const auto require = [&](const char* floor) {
        ASSERT_EQ(
            cli({"requirement", "add", "--metric", "recall", "--floor", floor, "--store", "team.reckoner"})
                .exitCode,
            0);
    };
    require("0.1");
    EXPECT_EQ(runWorkflow(cli), 0);
    EXPECT_NE(cli.read(cli.folder() / "gate.xml").find("<testcase"), std::string::npos);
    require("0.8");
    EXPECT_EQ(runWorkflow(cli), 5) << "two samples are not enough evidence";
}

TEST(Help, EverySubcommandHasExamplesThatNameIt) {
    const test::Cli cli;
    const auto names = subcommands(cli);
    EXPECT_GE(names.size(), 10u);
    for (const std::string& name : names) {
        const auto help = cli({name, "--help"});
        EXPECT_EQ(help.exitCode, 0) << name;
        EXPECT_NE(help.out.find("Examples:\n  reckoner "), std::string::npos) << name;
        EXPECT_NE(help.out.find("reckoner " + name), std::string::npos) << name;
    }
}

TEST(ManPage, NamesEverySubcommandAndOption) {
    const test::Cli cli;
    std::string page = sourceText("docs/man/reckoner.1");
    page = std::regex_replace(page, std::regex(R"(Fl \\-)"), "--");
    page = std::regex_replace(page, std::regex(R"(\\-)"), "-");
    const auto documented = matches(page, optionPattern());
    for (const std::string& name : subcommands(cli)) {
        EXPECT_NE(page.find(name), std::string::npos) << name;
        for (const std::string& option : helpOptions(cli, name))
            EXPECT_TRUE(documented.contains(option)) << name << " " << option;
    }
}

TEST(ManPage, IsWellFormed) {
    const auto lint = test::runProcess(
        "mandoc",
        {"-T", "lint", "-W", "warning", std::string(RECKONER_SOURCE_TREE) + "/docs/man/reckoner.1"});
    EXPECT_EQ(lint.exitCode, 0) << lint.out << lint.err;
}

// What bash would offer after `reckoner WORDS... LAST`.
std::set<std::string> completions(const std::vector<std::string>& words) {
    std::string script =
        "source " RECKONER_SOURCE_TREE "/resources/completion/reckoner.bash; COMP_WORDS=(reckoner";
    for (const std::string& word : words)
        script += " '" + word + "'";
    script +=
        "); COMP_CWORD=" + std::to_string(words.size()) + "; _reckoner; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const auto result = test::runProcess("bash", {"-c", script}, {.workingFolder = "/"});
    return matches(result.out, std::regex("([^\n]+)\n"));
}

TEST(Completion, OffersEverySubcommandAndExactlyItsOptions) {
    const test::Cli cli;
    const auto names = subcommands(cli);
    EXPECT_EQ(completions({""}), std::set<std::string>(names.begin(), names.end()));
    for (const std::string& name : names) {
        auto expected = helpOptions(cli, name);
        expected.insert({"--store", "--json", "--help"});
        EXPECT_EQ(completions({name, "--"}), expected) << name;
    }
    EXPECT_EQ(completions({"import", "f.csv", "--score-kind", "per"}), std::set<std::string>{"percent"});
    EXPECT_EQ(completions({"--store", "demo", "ru"}), std::set<std::string>{"runs"});
}

}  // namespace
}  // namespace reckoner
