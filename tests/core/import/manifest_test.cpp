#include "core/import/manifest.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/core/import/staged_values.h"

namespace reckoner {
namespace {

using test::Imported;
using test::refusal;

constexpr const char* kTwoRows = "id,label,score,seg,amount\n1,yes,0.5,a,10\n2,no,0.25,b,20\n";

std::string manifestWith(const std::string& more) {
    return R"({"schema":"model-review-run/1","model_name":"m","columns":{"id":"id","label":"label","score":"score"})" +
           (more.empty() ? "" : "," + more) + "}";
}

TEST(Manifest, ReadsEveryKeyOfTheContract) {
    const Manifest manifest = parseManifest(
        R"({"schema":"model-review-run/1","model_name":"m","model_version":2,"algorithm":"forest","eval_set":"e",
        "run_date":"2024-01-02","task":"multiclass","format":"jsonl","delimiter":"tab","decimal":",","encoding":"cp1252",
        "n_rows":7,"positive_class":1,"classes":[0,1,true],"score_kind":"percent","decision_threshold":40,
        "columns":{"id":"a","scores":{"0":"s.0","1":"s.1"},"segments":["b"],"numeric":["c"],"amount":["d","e"],
        "weight":"f","text":"g","timestamp":"h","latency_ms":"i","explanation":"j","override":"k","actionable":"l",
        "outcome":"m","acted_on":"n","predicted":"o","color":"p"},
        "cost_matrix":{"FP":1},"changelog":"c","notes":"n","parent":"1","data_file":"x","sha256":"ab","owner":"me"})",
        "x.manifest.json");
    EXPECT_EQ(manifest.modelVersion, "2");
    EXPECT_EQ(manifest.task, Task::Multiclass);
    EXPECT_EQ(manifest.format, FileFormat::JsonLines);
    EXPECT_EQ(manifest.delimiter, '\t');
    EXPECT_EQ(manifest.decimal, ',');
    EXPECT_EQ(manifest.encoding, Encoding::Latin1);
    EXPECT_EQ(manifest.rows, 7u);
    EXPECT_EQ(manifest.positive, "1");
    EXPECT_EQ(manifest.classes, (std::vector<std::string>{"0", "1", "true"}));
    EXPECT_EQ(manifest.kind, ScoreKind::Percent);
    EXPECT_EQ(manifest.threshold, 40);
    EXPECT_EQ(manifest.columns.size(), 17u);
    EXPECT_EQ(manifest.unknownKeys, (std::vector<std::string>{"columns.color", "owner"}));
}

TEST(Manifest, RefusesWhatCannotBeMeant) {
    for (const char* wrong :
         {R"({"schema":"model-review-run/9"})", R"({"task":"regression"})", R"({"n_rows":-1})",
          R"({"n_rows":"7"})", R"({"classes":"a"})", R"({"classes":["a","a"]})",
          R"({"classes":["a"],"positive_class":"b"})", R"({"score_kind":"odds"})", R"({"columns":[]})",
          R"({"columns":{"id":7}})", R"({"columns":{"score":"x","numeric":["x"]}})",
          R"({"encoding":"klingon"})", R"([])", R"({"a":)"}) {
        try {
            parseManifest(wrong, "x.manifest.json");
            ADD_FAILURE() << wrong;
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::BadInput);
            EXPECT_NE(std::string(error.what()).find("x.manifest.json"), std::string::npos) << error.what();
        }
    }
}

TEST(Manifest, PromisesAreKept) {
    EXPECT_EQ(refusal("a.csv", kTwoRows, {}, manifestWith(R"("n_rows":2)")), "");
    EXPECT_NE(refusal("a.csv", kTwoRows, {}, manifestWith(R"("n_rows":3)")).find("n_rows 3"),
              std::string::npos);
    EXPECT_NE(refusal("a.csv", kTwoRows, {}, manifestWith(R"("sha256":"00ff")")).find("sha256"),
              std::string::npos);
}

TEST(Manifest, WithoutALabelItImports) {
    const Imported imported("a.csv", kTwoRows, {}, R"({"columns":{"id":"id","score":"score"}})");
    EXPECT_EQ(imported.report.staged.info.scored, 0u);
    EXPECT_EQ(imported.report.staged.excluded.total(), 2u);
    EXPECT_EQ(imported.report.staged.columns.size(), 1u);
}

TEST(Manifest, FlagsBeatIt) {
    ImportAnswers answers;
    answers.score = "amount";
    answers.model = "other";
    answers.threshold = 15;
    const Imported imported("a.csv", kTwoRows, answers, manifestWith(R"("decision_threshold":0.5)"));
    EXPECT_EQ(imported.column("amount").info.role, ColumnRole::Score);
    EXPECT_EQ(imported.report.staged.model, "other");
    EXPECT_EQ(imported.report.staged.info.decisionThreshold, 15);
    EXPECT_EQ(imported.report.staged.columns.size(), 2u);
}

TEST(Manifest, LabelsOutsideItsClassesAreUnexpected) {
    EXPECT_NE(refusal("a.csv", kTwoRows, {}, manifestWith(R"("classes":["good","bad"])")).find("No label"),
              std::string::npos);
    EXPECT_NE(refusal("a.csv", kTwoRows, {}, R"({"columns":{"score":"scroe"}})").find("\"scroe\""),
              std::string::npos);
}

TEST(Manifest, UnknownKeysAreKeptAndShown) {
    const Imported imported("a.csv", kTwoRows, {}, manifestWith(R"("owner":"me","cost_matrix":{"FP":5})"));
    EXPECT_NE(imported.report.staged.manifestJson.find("cost_matrix"), std::string::npos);
    EXPECT_NE(imported.plan.guesses.back().find("owner"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
