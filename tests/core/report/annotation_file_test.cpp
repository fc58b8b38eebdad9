#include "core/report/annotation_file.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(AnnotationFile, NeutralCellsAreNoFormulasAndComeBack) {
    for (const std::string text : {"", "plain", "=1+1", "+49 30", "-5", "-x", "@here", "\ttab", "\rreturn",
                                   "'", "'quoted'", "'=1", "''=1", "''", "'-5", "'+x"}) {
        const std::string cell = neutralNoteCell(text);
        EXPECT_EQ(plainNoteCell(cell), text);
        EXPECT_EQ(neutralCell(cell), cell) << "still a formula";
    }
    EXPECT_EQ(neutralNoteCell("=1+1"), "'=1+1");
    EXPECT_EQ(neutralNoteCell("-5"), "-5");
}

TEST(AnnotationFile, CsvSaysHowItsTextIsWritten) {
    AnnotationRecord record;
    record.model = "credit";
    record.note.sampleId = "s1";
    record.note.text = "=a, \"b\"";
    const auto csv = [&](CsvText form) {
        std::string text;
        writeAnnotationsCsv({record}, form, [&](std::string_view piece) { text += piece; });
        return text;
    };
    EXPECT_NE(csv(CsvText::Neutral).find("\ncredit,s1,\"'=a, \"\"b\"\"\","), std::string::npos);
    EXPECT_TRUE(csv(CsvText::Neutral).ends_with(",neutral\n"));
    EXPECT_NE(csv(CsvText::Raw).find("\ncredit,s1,\"=a, \"\"b\"\"\","), std::string::npos);
    EXPECT_TRUE(csv(CsvText::Raw).ends_with(",raw\n"));
    EXPECT_TRUE(csv(CsvText::Raw).starts_with("model,sample_id,text,expected,"));
}

}  // namespace
}  // namespace reckoner
