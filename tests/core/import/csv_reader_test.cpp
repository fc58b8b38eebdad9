#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/core/import/reading.h"

namespace reckoner {
namespace {

using test::readCsv;
using test::ReadRows;

// The obvious parser, one character at a time: the oracle.
ReadRows plainCsv(const std::string& text, char delimiter) {
    ReadRows rows;
    std::vector<std::string> row;
    std::string field;
    enum { Start, Plain, Quoted, Closed } state = Start;
    bool any = false;
    const auto endField = [&] {
        row.push_back(field);
        field.clear();
        state = Start;
    };
    const auto endRow = [&] {
        if (!any) return;  // a blank line
        endField();
        rows.push_back(row);
        row.clear();
        any = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (state == Quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                state = Closed;
            continue;
        }
        if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
            endRow();
            continue;
        }
        any = true;
        if (c == delimiter)
            endField();
        else if (c == '"' && state == Start)
            state = Quoted;
        else {
            field += c;
            if (state == Start) state = Plain;
        }
    }
    endRow();
    return rows;
}

TEST(CsvReader, ReadsTheCommonAndTheOdd) {
    EXPECT_EQ(readCsv("1,2\n3,4", 2).rows, (ReadRows{{"1", "2"}, {"3", "4"}}));
    EXPECT_EQ(readCsv("a,b\r\nc,d\r\n", 2).rows, (ReadRows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(readCsv("a,b\rc,d\r", 2).rows, (ReadRows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(readCsv("a;\"b;\"\"q\"\"\nnext\"\n", 2, ';').rows, (ReadRows{{"a", "b;\"q\"\nnext"}}));
    EXPECT_EQ(readCsv("5\" pipe,x\n", 2).rows, (ReadRows{{"5\" pipe", "x"}}));
    EXPECT_EQ(readCsv("\"a\"b,x\n", 2).rows, (ReadRows{{"ab", "x"}}));
    EXPECT_EQ(readCsv("\n\na,\n\r\n  \n,\n", 2).rows, (ReadRows{{"a", ""}, {"", ""}}));
    EXPECT_EQ(readCsv("a,b,", 3).rows, (ReadRows{{"a", "b", ""}}));
    EXPECT_EQ(readCsv("\"\"\n\"x\"\n", 1).rows, (ReadRows{{""}, {"x"}}));
    EXPECT_TRUE(readCsv("", 2).rows.empty());
}

TEST(CsvReader, NamesTheLineWhereARaggedRecordBegins) {
    const auto read = readCsv("a,\"two\nlines\"\nshort\nx,y,z\r\ng,h\n", 2);
    EXPECT_EQ(read.rows, (ReadRows{{"a", "two\nlines"}, {"g", "h"}}));
    ASSERT_EQ(read.problems.size(), 2u);
    EXPECT_EQ(read.problems[0].line, 3u);
    EXPECT_EQ(read.problems[0].message, "The row has 1 field, the header 2.");
    EXPECT_EQ(read.problems[1].line, 4u);
    EXPECT_EQ(read.problems[1].message, "The row has 3 fields, the header 2.");
}

TEST(CsvReader, AQuoteNeverClosedCostsOneRecord) {
    const auto read = readCsv("a,b\nc,\"open\nd,e\nf,g\n", 2);
    EXPECT_EQ(read.rows, (ReadRows{{"a", "b"}, {"d", "e"}, {"f", "g"}}));
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_EQ(read.problems[0].line, 2u);
    EXPECT_NE(read.problems[0].message.find("never closed"), std::string::npos);
}

TEST(CsvReader, AZeroByteRejectsItsRow) {
    const auto read = readCsv(std::string("a,b\nc,\0d\ne,f\n", 13), 2);
    EXPECT_EQ(read.rows, (ReadRows{{"a", "b"}, {"e", "f"}}));
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_EQ(read.problems[0].line, 2u);
}

TEST(CsvReader, CountsLinesOverManyBlocks) {
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += i == 4321 ? "broken\r\n" : "some text,\"a\nb\"\r\n";
    const auto read = readCsv(text, 2, ',', 256);
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_EQ(read.problems[0].line, 4321u * 2 + 1);
    EXPECT_EQ(read.rows.size(), 4999u);
}

TEST(CsvReader, AgreesWithThePlainParserOnRandomText) {
    const std::string alphabet = "aab,,;\"\"\n\n\r x";
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        Random random(seed);
        std::string text;
        const std::uint64_t length = random.below(600);
        for (std::uint64_t i = 0; i < length; ++i)
            text += alphabet[random.below(alphabet.size())];
        // A quote that stays open is reported, not parsed: not the oracle's business.
        const ReadRows expected = plainCsv(text, ',');
        const std::size_t columns = 1 + random.below(3);
        ReadRows kept;
        for (const auto& row : expected)
            if (row.size() == columns) kept.push_back(row);
        const auto read = readCsv(text, columns, ',', 16 + random.below(64));
        bool open = false;
        for (const Problem& problem : read.problems)
            open = open || problem.message.find("never closed") != std::string::npos;
        if (open) continue;
        ASSERT_EQ(read.rows, kept) << "seed " << seed << " columns " << columns << "\n" << text;
    }
}

}  // namespace
}  // namespace reckoner
