// The rules of the house, one test a rule, each proven to bite.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/house/rule.h"

namespace reckoner::house {
namespace {

std::vector<Rule> allRules() {
    std::vector<Rule> rules;
    for (auto make : {layerRules, safetyRules, textRules, shapeRules}) {
        std::vector<Rule> some = make();
        rules.insert(rules.end(), some.begin(), some.end());
    }
    return rules;
}

class House : public testing::TestWithParam<Rule> {};

TEST_P(House, IsKept) {
    const Rule& rule = GetParam();
    for (const SourceFile& file : sourceTree())
        for (const Offence& offence : rule.check(file))
            ADD_FAILURE() << file.path << ":" << offence.line << ": " << offence.text << "\n" << rule.why;
}

TEST_P(House, Bites) {
    const Rule& rule = GetParam();
    EXPECT_FALSE(rule.check(parseSource(rule.path, rule.bad)).empty()) << rule.bad;
    if (rule.good.empty()) return;
    for (const Offence& offence : rule.check(parseSource(rule.path, rule.good)))
        ADD_FAILURE() << "bites what is allowed: " << offence.text;
}

INSTANTIATE_TEST_SUITE_P(Rules, House, testing::ValuesIn(allRules()),
                         [](const auto& test) { return test.param.name; });

TEST(SourceTree, HasTheProgramsSources) {
    const auto& tree = sourceTree();
    EXPECT_GT(tree.size(), 50U);
    for (const char* path : {"core/base/error.h", "app/cli/main.cpp", "ui/widgets/plain_label.h"})
        EXPECT_TRUE(std::any_of(tree.begin(), tree.end(), [path](const auto& f) { return f.path == path; }))
            << path;
}

TEST(SourceTree, BlanksCommentsAndLiteralsOnly) {
    const SourceFile file = parseSource("core/a.cpp",
                                        "int a; // std::thread\n"
                                        "/* QLabel\n QLabel */ int b = 1'000;\n"
                                        "f(\"QLabel \\\" QLabel\", 'x'); QLabel c;\n"
                                        "auto r = R\"x(QLabel\n)\" QLabel)x\"; int d;\n");
    ASSERT_EQ(file.code.size(), 6U);
    EXPECT_EQ(findWord(file.code[0], "std::thread"), std::string::npos);
    EXPECT_EQ(findWord(file.code[1], "QLabel"), std::string::npos);
    EXPECT_NE(findWord(file.code[2], "000"), std::string::npos);
    EXPECT_EQ(file.code[3].find("QLabel"), file.lines[3].rfind("QLabel"));
    EXPECT_EQ(findWord(file.code[4], "QLabel"), std::string::npos);
    EXPECT_EQ(findWord(file.code[5], "QLabel"), std::string::npos);
    EXPECT_NE(findWord(file.code[5], "int"), std::string::npos);
}

TEST(SourceTree, FindsWholeWordsOnly) {
    EXPECT_EQ(findWord("PlainQLabel QLabels QLabel", "QLabel"), 20U);
    EXPECT_EQ(findWord("mystd::thread", "std::thread"), std::string::npos);
    EXPECT_EQ(findWord("x->setText(", "setText"), 3U);
}

}  // namespace
}  // namespace reckoner::house
