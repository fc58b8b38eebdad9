#include "core/report/csv_cell.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

std::string csvCell(std::string_view cell, CsvText text) {
    std::string line;
    appendCsvCell(line, cell, text);
    return line;
}

TEST(CsvCell, IsQuotedWhereItMustBe) {
    EXPECT_EQ(csvCell("plain", CsvText::Raw), "plain");
    EXPECT_EQ(csvCell("a,b", CsvText::Raw), "\"a,b\"");
    EXPECT_EQ(csvCell("say \"x\"", CsvText::Raw), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csvCell(" edge", CsvText::Raw), "\" edge\"");
    EXPECT_EQ(csvCell("two\nlines", CsvText::Raw), "\"two\nlines\"");
    EXPECT_EQ(csvCell("", CsvText::Raw), "");
}

TEST(CsvCell, NoFormulaIsLeftUnlessRaw) {
    EXPECT_EQ(csvCell("=1+1", CsvText::Neutral), "'=1+1");
    EXPECT_EQ(csvCell("@x,y", CsvText::Neutral), "\"'@x,y\"");
    EXPECT_EQ(csvCell("-3.5", CsvText::Neutral), "-3.5");
    EXPECT_EQ(csvCell("=1+1", CsvText::Raw), "=1+1");
}

}  // namespace
}  // namespace reckoner
