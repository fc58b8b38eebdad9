#include "core/import/annotation_reader.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/report/annotation_file.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class AnnotationReaderTest : public testing::Test {
 protected:
    std::vector<ReadNote> read(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return readAnnotations(folder_ / name);
    }
    std::string refusal(const std::string& name, const std::string& text) {
        try {
            read(name, text);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::BadInput);
            return error.where() + ": " + error.what();
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }
    static std::string randomText(Random& random) {
        static const std::vector<std::string> pieces = {"a",
                                                        " ",
                                                        ",",
                                                        ";",
                                                        "\"",
                                                        "'",
                                                        "=",
                                                        "+",
                                                        "-",
                                                        "@",
                                                        "\n",
                                                        "\r\n",
                                                        "\t",
                                                        "\r",
                                                        "1",
                                                        "[",
                                                        "]",
                                                        "\\",
                                                        "<b>",
                                                        "\xC3\xBC",
                                                        "\xE2\x80\xAE",
                                                        "\xF0\x9F\x98\x80",
                                                        "{",
                                                        "}",
                                                        "null"};
        std::string text;
        for (std::uint64_t i = random.below(8); i > 0; --i)
            text += pieces[random.below(pieces.size())];
        return text;
    }
    static AnnotationRecord randomRecord(Random& random) {
        AnnotationRecord record;
        record.model = "m" + randomText(random);
        Annotation& note = record.note;
        note.sampleId = "s" + randomText(random);
        for (std::string* field :
             {&note.text, &note.expected, &note.produced, &note.happened, &note.user, &note.context,
              &note.action, &note.owner, &note.author, &note.seenOnVersion, &note.uid})
            *field = randomText(random);
        for (std::uint64_t i = random.below(4); i > 0; --i)
            note.tags.push_back(randomText(random));
        note.severity = static_cast<Severity>(random.below(4));
        note.status = static_cast<CaseStatus>(random.below(4));
        if (random.below(2) == 0) note.cost = random.normal() * 1e6;
        note.revision = static_cast<std::int64_t>(random.below(1'000'000));
        return record;
    }

    test::TemporaryFolder folder_;
};

TEST_F(AnnotationReaderTest, EveryFormBringsBackWhatWasWritten) {
    Random random(7);
    std::vector<AnnotationRecord> records;
    for (int i = 0; i < 400; ++i)
        records.push_back(randomRecord(random));
    records[0].note.text = std::string(100'000, 'x') + "\n\"";
    for (const std::string name : {"neutral.csv", "raw.csv", "lines.jsonl"}) {
        std::string text;
        const Write write = [&](std::string_view piece) { text += piece; };
        if (name == "lines.jsonl")
            writeAnnotationsJsonLines(records, write);
        else
            writeAnnotationsCsv(records, name == "raw.csv" ? CsvText::Raw : CsvText::Neutral, write);
        const auto notes = read(name, text);
        ASSERT_EQ(notes.size(), records.size()) << name;
        for (std::size_t i = 0; i < notes.size(); ++i)
            ASSERT_EQ(notes[i].record, records[i]) << name << " " << i;
    }
}

TEST_F(AnnotationReaderTest, ATableByHandIsEnough) {
    const auto notes = read("hand.csv",
                            "\xEF\xBB\xBFsample_id;text;tags;more\r\n"
                            "s1;\"two\nlines\";a; x\r\n\r\ns2;=1;b;y\r\n");
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes[0].record.note.text, "two\nlines");
    EXPECT_EQ(notes[0].line, 2U);
    EXPECT_EQ(notes[1].record.note.text, "=1");
    EXPECT_EQ(notes[1].record.note.tags, std::vector<std::string>{"b"});
    EXPECT_EQ(notes[1].line, 5U);
}

TEST_F(AnnotationReaderTest, ABadLineIsNamed) {
    EXPECT_EQ(refusal("a.csv", "sample_id,severity\ns1,low\ns2,huge\n"),
              "a.csv, line 3: The severity is \"huge\", not none, low, medium or high.");
    EXPECT_EQ(refusal("a.csv", "sample_id,text\ns1,\"a\nb\"\ns2\n"),
              "a.csv, line 4: The row has 1 fields, the header 2.");
    EXPECT_EQ(refusal("a.csv", "sample_id,text\ns1,\"a\n"),
              "a.csv, line 2: A quote in the record that begins here is never closed.");
    EXPECT_EQ(refusal("a.csv", "id,text\ns1,a\n"), "a.csv, line 1: The header has no column sample_id.");
    EXPECT_EQ(refusal("a.csv", ""), "a.csv, line 1: The file is empty: it has no header.");
    EXPECT_EQ(refusal("a.csv", "sample_id,text\n,a\n"),
              "a.csv, line 2: The note does not say its sample_id.");
    EXPECT_EQ(refusal("a.jsonl", "{\"sample_id\": \"s1\"}\n\n[1]\n"),
              "a.jsonl, line 3: A note has to be a JSON object.");
    EXPECT_EQ(refusal("a.jsonl", "{\"sample_id\": \"s1\"\n"), "a.jsonl, line 1: This is not a JSON object.");
    EXPECT_EQ(refusal("a.jsonl", "{\"text\": \"x\"}\n"),
              "a.jsonl, line 1: The note does not say its sample_id.");
    EXPECT_THROW(readAnnotations(folder_ / "nowhere.csv"), Error);
}

}  // namespace
}  // namespace reckoner
