#include "core/import/attach_file.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class AttachFileTest : public testing::Test {
 protected:
    AttachFile read(const std::string& content, std::vector<AttachFileRequest::Wanted> columns,
                    const std::string& name = "later.csv") {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        request_.file = folder_ / name;
        request_.columns = std::move(columns);
        return readAttachFile(request_);
    }
    static std::vector<std::string> texts(const AttachmentColumn& column) {
        std::vector<std::string> result;
        for (const std::uint32_t code : column.codes)
            result.push_back(code < column.dictionary.size() ? column.dictionary[code] : "");
        return result;
    }
    std::string sentence(const std::string& content, std::vector<AttachFileRequest::Wanted> columns) {
        try {
            read(content, std::move(columns));
            return "";
        } catch (const Error& error) {
            return std::string(error.code() == ErrorCode::Usage ? "usage: " : "") + error.what();
        }
    }

    test::TemporaryFolder folder_;
    AttachFileRequest request_{{}, "id", {}, {"no", "yes"}, {}, {}, {}, 0.05};
};

TEST_F(AttachFileTest, TheLastValueThatIsNotMissingCounts) {
    const AttachFile file = read(
        "id;truth;spent;when\n"
        "a;yes;1,5;2026-01-02\nb;no;2,5;\na;;;\nb;yes;3,5;2026-01-03\n;no;1,0;\n",
        {{"truth", ColumnRole::Label}, {"spent", ColumnRole::Amount}, {"when", ColumnRole::Timestamp}});
    const NewAttachment& attachment = file.attachment;
    ASSERT_EQ(attachment.ids.size(), 2U);
    EXPECT_EQ(attachment.ids.at(1), "b");
    EXPECT_EQ(attachment.repeatedIds, 2U);
    EXPECT_EQ(file.withoutId, 1U);
    EXPECT_EQ(texts(attachment.columns[0]), (std::vector<std::string>{"yes", "yes"}));
    EXPECT_EQ(attachment.columns[1].values, (std::vector<double>{1.5, 3.5}));
    EXPECT_EQ(attachment.columns[2].info.timeFormat, "date");
    EXPECT_EQ(attachment.sourceName, "later.csv");
    EXPECT_EQ(attachment.sourceSha256.size(), 64U);
}

TEST_F(AttachFileTest, AMissingLabelIsWrittenAsInAnImport) {
    const AttachFile file = read("id,truth,branch\na,NA,NA\nb,nan,null\nc,yes,\n",
                                 {{"truth", ColumnRole::Label}, {"branch", ColumnRole::Segment}});
    EXPECT_EQ(texts(file.attachment.columns[0]), (std::vector<std::string>{"", "", "yes"}));
    EXPECT_EQ(file.attachment.columns[0].info.missing, 2U);
    EXPECT_EQ(texts(file.attachment.columns[1]), (std::vector<std::string>{"NA", "", ""}));
}

TEST_F(AttachFileTest, TextsAreKeptAsTheyAreHoweverManyDiffer) {
    std::string content = "id,call\n";
    for (int i = 0; i < 70'000; ++i)
        content += std::to_string(i) + ",call number " + std::to_string(i) + "\n";
    content += "70000,\n70001,\"two\nlines, <b>bold</b>\"\n5,again\n5,\n";
    const AttachFile file = read(content, {{"call", ColumnRole::Text}});
    const AttachmentColumn& column = file.attachment.columns[0];
    EXPECT_EQ(column.info.type, ColumnType::Text);
    ASSERT_EQ(column.texts.size(), 70'002U);
    EXPECT_EQ(column.texts[69'999], "call number 69999");
    EXPECT_EQ(column.texts[5], "again") << "the last that is not missing";
    EXPECT_EQ(column.texts[70'001], "two\nlines, <b>bold</b>");
    EXPECT_EQ(column.present[70'000], 0);
    EXPECT_EQ(column.info.missing, 1U);
}

TEST_F(AttachFileTest, JsonLinesAreReadToo) {
    const AttachFile file = read("{\"id\":\"a\",\"later\":{\"truth\":\"yes\"}}\n{\"id\":\"b\"}\n",
                                 {{"later.truth", ColumnRole::Outcome}}, "later.jsonl");
    EXPECT_EQ(texts(file.attachment.columns[0]), (std::vector<std::string>{"yes", ""}));
}

TEST_F(AttachFileTest, WhatCannotBeUsedIsRefusedInOneSentence) {
    const std::vector<AttachFileRequest::Wanted> truth{{"truth", ColumnRole::Label}};
    EXPECT_NE(sentence("id,trut\na,yes\n", truth).find("has no column \"truth\"; did you mean \"trut\"?"),
              std::string::npos);
    EXPECT_NE(sentence("id,truth\na,yes\nb\nc\nd,no\n", truth).find("2 of 4 rows"), std::string::npos);
    EXPECT_NE(sentence("id,truth\n,yes\n", truth).find("No row of \"later.csv\" has an id"),
              std::string::npos);
    EXPECT_NE(sentence("id,truth\na,\nb,NA\n", truth).find("has no value"), std::string::npos);
    EXPECT_NE(sentence("id,truth\n", truth).find("no rows"), std::string::npos);
    EXPECT_NE(sentence("id,truth\na,yes\n", {}).find("usage: "), std::string::npos);
    EXPECT_NE(sentence("id,truth\na,yes\n", {{"truth", ColumnRole::Score}}).find("usage: "),
              std::string::npos);
    EXPECT_NE(sentence("id,a,b\na,yes,no\n", {{"a", ColumnRole::Label}, {"b", ColumnRole::Label}})
                  .find("Two columns"),
              std::string::npos);
    EXPECT_NE(sentence("id,a\na,yes\n", {{"id", ColumnRole::Label}}).find("twice"), std::string::npos);
}

TEST_F(AttachFileTest, NumbersThatAreNoneAreMissingAndTold) {
    const AttachFile file = read("id,spent\na,many\nb,2\n", {{"spent", ColumnRole::Amount}});
    EXPECT_TRUE(isMissingReal(file.attachment.columns[0].values[0]));
    ASSERT_EQ(file.problems.size(), 1U);
    EXPECT_NE(file.problems[0].message.find("\"many\""), std::string::npos);
}

TEST_F(AttachFileTest, ThePreviewShowsWhatThereIsToChooseFrom) {
    std::ofstream(folder_ / "p.csv") << "id,truth\na,yes\nb,yes\nc,no\n";
    const AttachPreview preview = previewAttachFile(folder_ / "p.csv");
    ASSERT_EQ(preview.columns.size(), 2U);
    EXPECT_EQ(preview.columns[1].name, "truth");
    EXPECT_EQ(preview.columns[1].examples, (std::vector<std::string>{"yes", "no"}));
    EXPECT_EQ(preview.columns[0].role, ColumnRole::Id);
}

TEST_F(AttachFileTest, ThePreviewKnowsWhatTheRunsCallTheirColumns) {
    std::ofstream(folder_ / "p.csv") << "key,id,left,score\nx1,1,yes,0.1\nx2,2,no,0.7\nx3,3,no,0.3\n";
    const AttachPreview preview = previewAttachFile(folder_ / "p.csv", {"key", "left"});
    EXPECT_EQ(preview.columns[0].role, ColumnRole::Id);
    EXPECT_EQ(preview.columns[2].role, ColumnRole::Label);
    EXPECT_NE(preview.columns[1].role, ColumnRole::Id) << "a sample has one id";
    EXPECT_FALSE(preview.columns[3].role && !canBeAttached(*preview.columns[3].role))
        << "a score is the run's own";
}

}  // namespace
}  // namespace reckoner
