#include "core/report/case_export.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/support/noted_store.h"

namespace reckoner {
namespace {

class CaseExportTest : public testing::Test {
 protected:
    CaseExportTest() {
        run_ = noted_.publish("1.0", {{"=1+1", "yes", 0.1, "=cmd|x, \"quoted\"\nsecond line"},
                                      {"b", "no", 0.9, "<b>bold</b> & more"},
                                      {"c", "", 0.4, std::string("\xE2\x80\xAE right to left")}});
        Annotation note = noted_.note("=1+1", "@first");
        note.expected = "yes";
        note.tags = {"income", "rent"};
        note.cost = 12.5;
        note.severity = Severity::High;
        Notebook(noted_.store).save(note);
        noted_.note("=1+1", "second");
        noted_.correct("b", "yes");
    }
    std::string written(CaseFormat format, CsvText text = CsvText::Neutral,
                        std::vector<RowIndex> rows = {0, 1, 2}) {
        CaseExport what;
        what.run = run_;
        what.rows = std::move(rows);
        what.format = format;
        what.text = text;
        std::string out;
        writeCases(noted_.store, what, [&](std::string_view piece) { out += piece; });
        return out;
    }
    // RFC 4180.
    static std::vector<std::vector<std::string>> parsed(const std::string& csv) {
        std::vector<std::vector<std::string>> rows(1, {""});
        bool quoted = false;
        for (std::size_t i = 0; i < csv.size(); ++i) {
            if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"')
                rows.back().back() += csv[i++];
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && csv[i] == ',')
                rows.back().emplace_back();
            else if (!quoted && csv[i] == '\n')
                rows.push_back({""});
            else
                rows.back().back() += csv[i];
        }
        rows.pop_back();
        return rows;
    }

    test::NotedStore noted_;
    RunId run_ = 0;
};

TEST_F(CaseExportTest, RawCsvRoundTripsAndNeutralCsvRunsNoFormula) {
    const auto raw = parsed(written(CaseFormat::Csv, CsvText::Raw));
    ASSERT_EQ(raw.size(), 5U) << "two notes are two rows";
    const std::vector<std::string> head(raw[0].begin(), raw[0].begin() + 10);
    EXPECT_EQ(head, (std::vector<std::string>{"sample_id", "run", "version", "eval_set", "label",
                                              "corrected_label", "decision", "score", "comment", "note"}));
    EXPECT_EQ(raw[1][0], "=1+1");
    EXPECT_EQ(raw[1][8], "=cmd|x, \"quoted\"\nsecond line");
    EXPECT_EQ(raw[1][9], "@first");
    EXPECT_EQ(raw[2][9], "second");
    EXPECT_EQ(raw[3][5], "yes");
    EXPECT_EQ(raw[3][6], "yes");
    EXPECT_EQ(raw[4][4], "");
    for (const auto& row : raw)
        EXPECT_EQ(row.size(), raw[0].size());

    const auto neutral = parsed(written(CaseFormat::Csv));
    EXPECT_EQ(neutral[1][0], "'=1+1");
    EXPECT_EQ(neutral[1][8], "'=cmd|x, \"quoted\"\nsecond line");
    EXPECT_EQ(neutral[1][9], "'@first");
    EXPECT_EQ(neutral[1][7], "0.1");
}

TEST_F(CaseExportTest, JsonLinesHoldEverything) {
    std::istringstream lines(written(CaseFormat::JsonLines));
    std::vector<nlohmann::json> cases;
    for (std::string line; std::getline(lines, line);)
        cases.push_back(nlohmann::json::parse(line));
    ASSERT_EQ(cases.size(), 3U);
    EXPECT_EQ(cases[0]["id"], "=1+1");
    EXPECT_EQ(cases[0]["version"], "1.0");
    EXPECT_EQ(cases[0]["decision"], "no");
    EXPECT_EQ(cases[0]["right"], false);
    EXPECT_EQ(cases[0]["score"], 0.1);
    EXPECT_EQ(cases[0]["columns"]["comment"], "=cmd|x, \"quoted\"\nsecond line");
    ASSERT_EQ(cases[0]["notes"].size(), 2U);
    EXPECT_EQ(cases[0]["notes"][0]["note"], "@first");
    EXPECT_EQ(cases[0]["notes"][0]["tags"], (std::vector<std::string>{"income", "rent"}));
    EXPECT_EQ(cases[0]["notes"][0]["cost"], 12.5);
    EXPECT_EQ(cases[0]["notes"][0]["severity"], "high");
    EXPECT_EQ(cases[1]["corrected_label"], "yes");
    EXPECT_EQ(cases[1]["right"], true) << "by the corrected label";
    EXPECT_TRUE(cases[2]["label"].is_null());
    EXPECT_TRUE(cases[2]["right"].is_null());
}

TEST_F(CaseExportTest, PagesHaveASectionACaseAndEscapeEverything) {
    const std::string html = written(CaseFormat::Html, CsvText::Neutral, {1, 0});
    EXPECT_NE(html.find("&lt;b&gt;bold&lt;/b&gt; &amp; more"), std::string::npos);
    EXPECT_EQ(html.find("<b>bold"), std::string::npos);
    EXPECT_LT(html.find("<bdi>b</bdi>"), html.find("<bdi>=1+1</bdi>")) << "in the order asked for";
    EXPECT_NE(html.find("Corrected label"), std::string::npos);
    EXPECT_NE(html.find("income, rent"), std::string::npos);
    const std::string markdown = written(CaseFormat::Markdown);
    EXPECT_NE(markdown.find("## =1+1 (Wrong)"), std::string::npos);
    EXPECT_NE(markdown.find("## c (Awaiting the outcome)"), std::string::npos);
    EXPECT_NE(markdown.find("- **Tags:** income, rent"), std::string::npos);
}

TEST_F(CaseExportTest, TheFileIsThereWholeAndNeverAStore) {
    CaseExport what;
    what.run = run_;
    what.rows = {0};
    what.format = CaseFormat::Markdown;
    const auto file = noted_.folder() / "cases.md";
    exportCases(noted_.store, what, file);
    std::ifstream in(file);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}).substr(0, 8), "# Cases ");
    EXPECT_THROW(exportCases(noted_.store, what, noted_.store->file()), Error);
    what.rows = {7};
    EXPECT_THROW(exportCases(noted_.store, what, noted_.folder() / "no.md"), Error);
    EXPECT_FALSE(std::filesystem::exists(noted_.folder() / "no.md"));
}

TEST_F(CaseExportTest, FormatsAreKnownByNameAndExtension) {
    EXPECT_EQ(caseFormat("markdown"), CaseFormat::Markdown);
    EXPECT_EQ(caseFormatOf("x/Cases.HTML"), CaseFormat::Html);
    EXPECT_EQ(caseFormatOf("cases.jsonl"), CaseFormat::JsonLines);
    EXPECT_FALSE(caseFormatOf("cases.pdf"));
    EXPECT_FALSE(caseFormatOf("cases"));
}

TEST_F(CaseExportTest, NotedRowsAreThoseWithANote) {
    EXPECT_EQ(notedRows(noted_.store, run_), (std::vector<RowIndex>{0}));
}

}  // namespace
}  // namespace reckoner
