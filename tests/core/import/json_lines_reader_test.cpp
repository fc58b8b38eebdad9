#include <gtest/gtest.h>

#include "tests/core/import/reading.h"

namespace reckoner {
namespace {

using test::readJsonLines;
using test::ReadRows;

TEST(JsonLinesReader, ReadsScalarsAsTheyStand) {
    const auto read = readJsonLines(
        "{\"a\":\"x\",\"b\":1.50,\"c\":true}\n"
        "{\"c\": false , \"a\": \"q\\\"\\u00e9\" , \"extra\": [1, {\"z\": 2}] }\r\n"
        "\n"
        "{\"a\":null,\"b\":1e999}\n"
        "{\"b\":NaN,\"c\":-Infinity,\"a\":\"\"}",
        {"a", "b", "c"});
    EXPECT_EQ(read.rows, (ReadRows{{"x", "1.50", "true"},
                                   {"q\"\u00e9", "<missing>", "false"},
                                   {"<missing>", "1e999", "<missing>"},
                                   {"", "<nan>", "-Infinity"}}));
    EXPECT_TRUE(read.problems.empty());
}

TEST(JsonLinesReader, GoesIntoObjectsAndKeepsThemAsCompactText) {
    const auto read = readJsonLines(
        "{\"scores\": {\"VF\": 0.2, \"v1.2\": 0.8}, \"explanation\": { \"a b\" : [1, 2 , NaN], \"c\\n\": {} "
        "}}\n"
        "{\"scores\": 7, \"scores.VF\": 0.5, \"explanation\": \"text\"}\n",
        {"scores.VF", "scores.v1.2", "explanation"});
    EXPECT_EQ(read.rows, (ReadRows{{"0.2", "0.8", "json:{\"a b\":[1,2,null],\"c\\n\":{}}"},
                                   {"0.5", "<missing>", "text"}}));
}

TEST(JsonLinesReader, AnObjectAndAKeyInsideItCanBothBeWanted) {
    const auto read = readJsonLines("{\"e\":{\"a\":1,\"b\":2},\"z\":3}\n", {"e", "e.b", "z"});
    EXPECT_EQ(read.rows, (ReadRows{{"json:{\"a\":1,\"b\":2}", "2", "3"}}));
}

TEST(JsonLinesReader, OneBadLineCostsOneLine) {
    const auto read = readJsonLines(
        "{\"a\":1}\n{\"a\":tru}\n{\"a\":2\n[1]\n{\"a\":3} {\"a\":4}\n\"text\"\n{\"a\":01}\n{\"a\":\"\\x\"}\n"
        "{\"a\" 1}\n{\"b\":[1,2}\n{\"b\":{\"c\":nope}}\n{\"a\":5}\n",
        {"a"});
    EXPECT_EQ(read.rows, (ReadRows{{"1"}, {"5"}}));
    ASSERT_EQ(read.problems.size(), 10u);
    for (std::size_t i = 0; i < read.problems.size(); ++i)
        EXPECT_EQ(read.problems[i].line, i + 2) << read.problems[i].message;
}

TEST(JsonLinesReader, KeysWithEscapesAreTheirCharacters) {
    const auto read = readJsonLines(
        "{\"a\\\\\":1,\"b\\\"c\":2,\"caf\\u00e9\":3}\n{\"a\\\\\":4,\"b\\\"c\":5,\"caf\u00e9\":6}\n",
        {"a\\", "b\"c", "caf\u00e9"});
    EXPECT_EQ(read.rows, (ReadRows{{"1", "2", "3"}, {"4", "5", "6"}}));
}

TEST(JsonLinesReader, LinesOfEveryKindMixWithoutChangingEachOther) {
    const auto read = readJsonLines(
        "{\"a\":\"one\\ttwo\\\\\\/\\n\",\"b\":1}\n"
        "{\"a\":\"half\",\"b\":[1,2]}\n"
        "{\"a\":\"kept\",\"b\":{\"x\":\n"
        "{\"b\":2,\"a\":\"\\ud83d\\ude00\"}\n"
        "{\"b\":3,\"b\":4}\n"
        "{}\n"
        "{\"a\":\"tab\there\"}\n"
        "{\"a\":\"open}\n"
        "{\"a\":\"last\",}\n"
        "\t{ \"unknown\" : \"x\" ,\t\"a\" :null , \"b\" : true }  \n",
        {"a", "b"});
    EXPECT_EQ(read.rows, (ReadRows{{"one\ttwo\\/\n", "1"},
                                   {"half", "json:[1,2]"},
                                   {"\xF0\x9F\x98\x80", "2"},
                                   {"<missing>", "4"},
                                   {"<missing>", "<missing>"},
                                   {"<missing>", "true"}}));
    ASSERT_EQ(read.problems.size(), 4u);
    EXPECT_EQ(read.problems[0].line, 3u);
    EXPECT_EQ(read.problems[1].line, 7u);
    EXPECT_EQ(read.problems[2].line, 8u);
    EXPECT_EQ(read.problems[3].line, 9u);
}

TEST(JsonLinesReader, RefusesEndlessNesting) {
    const std::string deep = "{\"a\":" + std::string(500, '[') + std::string(500, ']') + "}\n{\"a\":1}\n";
    const auto read = readJsonLines(deep, {"a"});
    EXPECT_EQ(read.rows, (ReadRows{{"1"}}));
    EXPECT_EQ(read.problems.size(), 1u);
}

TEST(JsonLinesReader, ManyLinesOverManyBlocks) {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "{\"id\":\"row \\\"" + std::to_string(i) + "\\\"\",\"n\":" + std::to_string(i) + "}\n";
    const auto read = readJsonLines(text, {"id", "n"}, 512);
    ASSERT_EQ(read.rows.size(), 3000u);
    EXPECT_EQ(read.rows[2999], (std::vector<std::string>{"row \"2999\"", "2999"}));
}

}  // namespace
}  // namespace reckoner
