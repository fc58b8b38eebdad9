// Rules about the project as a whole: what mirrors what, what the programs link, what no file may hold.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "tests/house/source_tree.h"

namespace reckoner::house {
namespace {

// Sources of core without a test file of their own: private parts that are proven through the contract they
// serve.
struct ProvenThrough {
    std::string prefix;  // of source paths
    std::string test;
    std::string why;
};
const std::vector<ProvenThrough>& provenElsewhere() {
    static const std::vector<ProvenThrough> list = {
        {"core/data/filter_", "tests/core/data/filter_test.cpp",
         "lexer, parser and plan have one way in: Filter"},
        {"core/metrics/segment_difference", "tests/core/metrics/comparison_test.cpp",
         "every figure by segment against the references"},
        {"core/report/acts_report", "tests/cli/tiers_test.cpp", "what `tiers --acts` says"},
        {"core/report/gate_", "tests/cli/gate_test.cpp", "what `gate` prints, its JSON and its JUnit"},
        {"core/report/requirement_report", "tests/cli/gate_test.cpp", "what `requirement list` prints"},
        {"core/review/gate_", "tests/core/review/gate_run_test.cpp", "figures and baselines of a judged run"},
        {"core/store/has_uid", "tests/core/store/merge_store_test.cpp", "what is merged twice is there once"},
        {"core/wording/class_compare_words", "tests/core/review/class_board_test.cpp",
         "headline, titles and overlap of boards of several classes"},
        {"core/wording/today_", "tests/core/wording/today_card_test.cpp",
         "the cards of Today, one file each, have one list"},
        {"core/report/compare_json", "tests/cli/compare_test.cpp", "the document of `compare --json`"},
        {"core/report/compare_text", "tests/cli/compare_test.cpp", "what `compare` prints for people"},
        {"core/report/compare_parts", "tests/cli/compare_test.cpp",
         "what both kinds of comparison say alike"},
        {"core/report/class_compare_", "tests/cli/compare_test.cpp", "the comparison of several classes"},
        {"core/data/column_groups", "tests/core/data/grouping_test.cpp", "one column's part of a Grouping"},
        {"core/import/csv_scanner", "tests/core/import/csv_reader_test.cpp", "the reader's inner loop"},
        {"core/import/block_buffer", "tests/core/import/text_source_test.cpp",
         "the blocks a source hands out"},
        {"core/import/category_sink", "tests/core/import/stage_import_test.cpp",
         "one kind of column being staged"},
        {"core/import/real_sink", "tests/core/import/stage_import_test.cpp",
         "one kind of column being staged"},
        {"core/import/text_sink", "tests/core/import/stage_import_test.cpp",
         "one kind of column being staged"},
        {"core/import/content_hash", "tests/core/import/stage_import_test.cpp",
         "what equal columns are known by"},
        {"core/import/staging_file", "tests/core/import/stage_import_test.cpp", "where a staged run waits"},
        {"core/import/column_facts", "tests/core/import/plan_file_test.cpp", "what a guess is made from"},
        {"core/import/role_guess", "tests/core/import/plan_file_test.cpp", "the guesses of a plan"},
        {"core/import/file_head", "tests/core/import/plan_file_test.cpp", "the rows a plan looks at"},
        {"core/import/file_layout", "tests/core/import/plan_file_test.cpp", "the dialect of a plan"},
        {"core/import/flat_json", "tests/core/import/json_lines_reader_test.cpp",
         "the reader's short way, mixed with the long one"},
        {"core/import/json_", "tests/core/import/json_lines_reader_test.cpp", "paths and scalars of a line"},
        {"core/metrics/segment_scores", "tests/core/metrics/segments_test.cpp", "one figure of a segment"},
        {"core/report/document_", "tests/core/report/document_test.cpp",
         "one thing a document is written as"},
        {"core/report/figures/", "tests/core/report/figures/figure_test.cpp",
         "one picture a file, one way in: figure.h"},
        {"core/report/case_document", "tests/core/report/case_export_test.cpp", "a page of exported cases"},
        {"core/report/case_record", "tests/core/report/case_export_test.cpp", "one exported case"},
        {"core/store/", "tests/core/store/store_test.cpp", "repositories and files have one way in: Store"},
    };
    return list;
}

bool isExcepted(const std::string& path, const std::vector<ProvenThrough>& exceptions) {
    return std::any_of(exceptions.begin(), exceptions.end(),
                       [&path](const ProvenThrough& e) { return path.starts_with(e.prefix); });
}

// Sources of core that have neither a mirror (core/cost/tiers.cpp -> tests/core/cost/tiers_test.cpp), nor a
// test in the mirrored folder that includes their header, nor a reason.
std::vector<std::string> unproven(const std::vector<SourceFile>& files,
                                  const std::vector<ProvenThrough>& exceptions) {
    std::set<std::string> paths;
    std::set<std::string> named;  // "tests/core/cost core/cost/tiers.h"
    for (const SourceFile& file : files) {
        paths.insert(file.path);
        if (!file.path.starts_with("tests/core/")) continue;
        for (const SourceFile::Include& include : file.includes())
            named.insert(file.folder() + " " + include.target);
    }
    std::vector<std::string> found;
    for (const SourceFile& file : files) {
        if (!file.path.starts_with("core/") || file.isHeader() || isExcepted(file.path, exceptions)) continue;
        const std::string stem = file.path.substr(0, file.path.size() - 4);
        if (!paths.contains("tests/" + stem + "_test.cpp") &&
            !named.contains("tests/" + file.folder() + " " + stem + ".h"))
            found.push_back(file.path);
    }
    return found;
}

TEST(Project, EverySourceOfCoreHasATestThatMirrorsIt) {
    for (const std::string& path : unproven(sourceTree(), provenElsewhere()))
        ADD_FAILURE() << path << " has no tests/" << path.substr(0, path.size() - 4)
                      << "_test.cpp; write it, or name the test that proves it in provenElsewhere()";
}

TEST(Project, TheExceptionsOfTheMirrorAreStillNeeded) {
    const std::vector<std::string> without = unproven(sourceTree(), {});
    for (const ProvenThrough& exception : provenElsewhere()) {
        EXPECT_TRUE(std::filesystem::exists(root() / exception.test)) << exception.test;
        EXPECT_TRUE(
            std::any_of(without.begin(), without.end(),
                        [&exception](const std::string& path) { return path.starts_with(exception.prefix); }))
            << exception.prefix << " needs no exception any more";
        EXPECT_GE(exception.why.size(), 10U) << exception.prefix;
    }
}

TEST(Project, TheMirrorRuleBites) {
    const SourceFile source = parseSource("core/cost/tiers.cpp", "int a;\n");
    const SourceFile mirror = parseSource("tests/core/cost/tiers_test.cpp", "int a;\n");
    const SourceFile neighbour =
        parseSource("tests/core/cost/optimum_test.cpp", "#include \"core/cost/tiers.h\"\n");
    const SourceFile stranger =
        parseSource("tests/core/store/a_test.cpp", "#include \"core/cost/tiers.h\"\n");
    EXPECT_EQ(unproven({source, stranger}, {}), std::vector<std::string>{"core/cost/tiers.cpp"});
    EXPECT_TRUE(unproven({source, mirror}, {}).empty());
    EXPECT_TRUE(unproven({source, neighbour}, {}).empty());
    EXPECT_TRUE(
        unproven({source}, {{"core/cost/ti", "tests/core/cost/optimum_test.cpp", "a part of it"}}).empty());
}

// What looks like a key of ReviewState::options in a line: "decide.chart".
std::vector<std::string> optionKeys(const std::string& line) {
    static const std::regex key(
        "\"((?:decide|errors|segments|versions|change|record|today|flips)\\.[A-Za-z.]+)\"");
    std::vector<std::string> keys;
    for (auto found = std::sregex_iterator(line.begin(), line.end(), key); found != std::sregex_iterator();
         ++found)
        keys.push_back((*found)[1]);
    return keys;
}

TEST(Project, EveryOptionOfAPageIsInTheListOfTheirNames) {
    const std::string list = readText(root() / "ui/session/option_names.cpp");
    EXPECT_EQ(optionKeys("x = \"decide.chart\", \"deicde.chart\""), std::vector<std::string>{"decide.chart"});
    for (const SourceFile& file : sourceTree()) {
        if (!file.path.starts_with("ui/")) continue;
        for (const std::string& line : file.lines)
            for (const std::string& key : optionKeys(line)) {
                const std::string group = key.substr(0, key.rfind('.') + 1);
                EXPECT_TRUE(list.find('"' + key + '"') != std::string::npos ||
                            list.find('"' + group + '"') != std::string::npos)
                    << file.path << ": " << key << " is missing from ui/session/option_names.cpp";
            }
    }
}

// A path of one person's machine in a text: "" when there is none.
std::string machinePath(const std::string& text) {
    for (const std::string folder : {"work", "home", "root", "Users"}) {
        const std::string path = "/" + folder + "/";
        for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path, at + 1)) {
            const char before = at == 0 ? ' ' : text[at - 1];
            if (std::isalnum(static_cast<unsigned char>(before)) == 0 && before != '_' && before != '.' &&
                before != '}')
                return text.substr(at, 40);
        }
    }
    return {};
}

TEST(Project, NoFileHoldsAPathOfSomebodysMachine) {
    const auto files = textFiles();
    EXPECT_GT(files.size(), 50U);
    for (const auto& file : files) {
        const std::string path = machinePath(readText(file));
        EXPECT_EQ(path, "") << std::filesystem::relative(file, root());
    }
}

TEST(Project, TheMachinePathRuleBites) {
    EXPECT_NE(machinePath("open(\"/ho"
                          "me/me/run.csv\")"),
              "");
    EXPECT_NE(machinePath("/wor"
                          "k/x"),
              "");
    EXPECT_EQ(machinePath("team/home/office at home / work"), "");
}

std::string linkedLibraries(const std::string& program) {
    const std::string command = "ldd '" + program + "' 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string text;
    std::array<char, 4096> buffer{};
    for (std::size_t n; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        text.append(buffer.data(), n);
    pclose(pipe);
    return text;
}

bool needsADisplay(const std::string& libraries) {
    const std::vector<std::string> names = {"libQt", "libX11", "libxcb", "libGL"};
    return std::any_of(names.begin(), names.end(), [&libraries](const std::string& name) {
        return libraries.find(name) != std::string::npos;
    });
}

TEST(Project, TheCommandLineLinksNoQt) {
    const std::string libraries = linkedLibraries(RECKONER_CLI);
    EXPECT_NE(libraries.find("libc.so"), std::string::npos) << libraries;
    EXPECT_FALSE(needsADisplay(libraries)) << libraries;
}

TEST(Project, TheLinkRuleBites) {
    EXPECT_TRUE(needsADisplay("\tlibQt6Core.so.6 => /usr/lib/libQt6Core.so.6 (0x00007f)\n"));
    EXPECT_FALSE(needsADisplay("\tlibsqlite3.so.0 => /usr/lib/libsqlite3.so.0 (0x00007f)\n"));
}

// CMake must not link core or the command line to Qt either, used or not.
TEST(Project, CoresBuildFilesNameNoQt) {
    for (const char* file : {"core/CMakeLists.txt", "app/cli/CMakeLists.txt"}) {
        const std::string text = readText(root() / file);
        EXPECT_EQ(text.find("Qt"), std::string::npos) << file;
    }
}

// A migration runs over people's stores: each is proven on a store that was written before it.
std::vector<std::string> stepsWithoutFixture(const std::vector<std::string>& steps,
                                             const std::function<int(const std::string&)>& versionOf) {
    std::vector<std::string> missing;
    for (const std::string& step : steps) {
        int number = 0;
        if (std::sscanf(step.c_str(), "step_%d_", &number) != 1 || number == 1) continue;
        const std::string fixture = "schema_" + std::to_string(number - 1) + ".reckoner";
        if (versionOf(fixture) != number - 1) missing.push_back(step + " needs " + fixture);
    }
    return missing;
}

// The schema a store's file says it has (PRAGMA user_version, big-endian at byte 60); -1 without a file.
int schemaOfFixture(const std::string& name) {
    const std::filesystem::path file = std::filesystem::path(RECKONER_FIXTURES) / "stores" / name;
    if (!std::filesystem::exists(file)) return -1;
    const std::string bytes = readText(file);
    int version = 0;
    for (std::size_t i = 60; i < 64 && i < bytes.size(); ++i)
        version = version << 8 | static_cast<unsigned char>(bytes[i]);
    return version;
}

TEST(Project, EveryMigrationHasAStoreOfTheSchemaBeforeIt) {
    std::vector<std::string> steps;
    for (const auto& entry : std::filesystem::directory_iterator(root() / "core/store/migrations"))
        steps.push_back(entry.path().filename().string());
    ASSERT_GE(steps.size(), 2U);
    for (const std::string& missing : stepsWithoutFixture(steps, schemaOfFixture))
        ADD_FAILURE() << missing << " in tests/fixtures/stores";
}

TEST(Project, TheFixtureRuleBites) {
    const auto one = [](const std::string& name) { return name == "schema_1.reckoner" ? 1 : -1; };
    EXPECT_TRUE(stepsWithoutFixture({"step_1_a.cpp", "step_2_b.cpp"}, one).empty());
    EXPECT_EQ(stepsWithoutFixture({"step_1_a.cpp", "step_2_b.cpp", "step_3_c.cpp"}, one).size(), 1U);
    EXPECT_EQ(schemaOfFixture("schema_1.reckoner"), 1);
}

}  // namespace
}  // namespace reckoner::house
