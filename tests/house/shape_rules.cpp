#include <cctype>

#include "tests/house/rule.h"

namespace reckoner::house {
namespace {

constexpr std::size_t kMaxLines = 500;

std::vector<Offence> tooLong(const SourceFile& file) {
    if (file.lines.size() <= kMaxLines) return {};
    return {{kMaxLines + 1, std::to_string(file.lines.size()) + " lines"}};
}

// The first line of a header says what it is for, in words.
std::vector<Offence> noContract(const SourceFile& file) {
    if (!file.isHeader()) return {};
    const std::string first = file.lines.empty() ? "" : file.lines.front();
    if (first.starts_with("// ") && first.size() >= 20) return {};
    return {{1, first}};
}

std::vector<Offence> leftovers(const SourceFile& file) {
    // Joined here so that this file does not hold them.
    const std::vector<std::string> marks = {
        "TO"
        "DO",
        "FIX"
        "ME",
        "XX"
        "X",
        "HA"
        "CK",
        "not "
        "implemented",
        "not yet "
        "implemented",
        "place"
        "holder text"};
    std::vector<Offence> found;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
        for (const std::string& mark : marks)
            if (findWord(file.lines[i], mark) != std::string::npos) {
                found.push_back({i + 1, file.lines[i]});
                break;
            }
    return found;
}

std::vector<Offence> skippedTests(const SourceFile& file) {
    if (!file.path.starts_with("tests/")) return {};
    std::vector<Offence> found = noWord({{"tests/"}}, {"GTEST_SKIP", "QSKIP", "QEXPECT_FAIL"})(file);
    for (std::size_t i = 0; i < file.code.size(); ++i)
        if (file.code[i].find("DISABLED_") != std::string::npos) found.push_back({i + 1, file.lines[i]});
    return found;
}

std::vector<Offence> badName(const SourceFile& file) {
    for (const char c : file.path)
        if (std::isupper(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ' ') return {{1, file.path}};
    return {};
}

std::vector<Offence> noGuard(const SourceFile& file) {
    if (!file.isHeader()) return {};
    for (const std::string& line : file.code)
        if (line.starts_with("#pragma once")) return {};
    return {{1, "no #pragma once"}};
}

std::vector<Offence> usingInHeader(const SourceFile& file) {
    return file.isHeader() ? noWord({{"core/", "ui/", "app/", "tests/"}}, {"using namespace"})(file)
                           : std::vector<Offence>{};
}

}  // namespace

std::vector<Rule> shapeRules() {
    std::string longFile;
    for (std::size_t i = 0; i <= kMaxLines; ++i)
        longFile += "int a;\n";
    const std::string fits = longFile.substr(0, kMaxLines * 7);
    return {
        {"FilesFitInOneHead", "No source file has more than 500 lines.", tooLong, "core/a.cpp", longFile,
         fits},
        {"HeadersSayWhatTheyAreFor", "The first line of a header is a comment: what it is for.", noContract,
         "core/a.h", "#pragma once\n", "// Numbers in files, never by locale.\n#pragma once\n"},
        {"HeadersAreGuarded", "A header may be included twice.", noGuard, "core/a.h", "// For all.\n",
         "// For all.\n#pragma once\n"},
        {"HeadersDoNotOpenNamespaces", "A header must not change what names mean in whoever includes it.",
         usingInHeader, "core/a.h", "using namespace std;\n", "namespace fs = std::filesystem;\n"},
        {"NothingIsLeftForLater", "What is not done is an issue, not a mark in the code.", leftovers,
         "core/a.cpp", std::string("// TO") + "DO: later\n", "// todos are not kept here\n"},
        {"NoTestIsSkipped", "A test that does not run proves nothing.", skippedTests, "tests/core/a_test.cpp",
         "GTEST_SKIP() << name;\n", "// GTEST_SKIP would hide it\n"},
        {"NamesAreSnakeCase", "Files are named in snake_case after their one idea.", badName,
         "core/ColumnStore.cpp", "int a;\n", ""},
    };
}

}  // namespace reckoner::house
