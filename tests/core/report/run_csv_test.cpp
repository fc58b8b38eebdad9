#include "core/report/run_csv.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

std::string csvOf(const EvalTable& table, CsvText text) {
    std::string out;
    writeRunCsv(table, text, [&](std::string_view piece) { out += piece; });
    return out;
}

TEST(RunCsv, WritesEveryKindOfCell) {
    const auto table = test::VectorTable()
                           .labels({"no", "", "yes"})
                           .scores({0.1, missingReal(), std::numeric_limits<double>::infinity()})
                           .segment("city", {"Bern, CH", "say \"hi\"", "a\nb"})
                           .real("seen", ColumnRole::Timestamp, {0, 90'000, 86'460})
                           .build();
    EXPECT_EQ(csvOf(*table, CsvText::Raw),
              "label,score,city,seen\n"
              "no,0.1,\"Bern, CH\",1970-01-01T00:00\n"
              ",,\"say \"\"hi\"\"\",1970-01-02T01:00\n"
              "yes,inf,\"a\nb\",1970-01-02T00:01\n");
}

TEST(RunCsv, FormulasAreNeutralPlainNumbersAreNot) {
    EXPECT_EQ(neutralCell("=1+1"), "'=1+1");
    EXPECT_EQ(neutralCell("+49 30"), "'+49 30");
    EXPECT_EQ(neutralCell("-cmd"), "'-cmd");
    EXPECT_EQ(neutralCell("@sum"), "'@sum");
    EXPECT_EQ(neutralCell("\tx"), "'\tx");
    EXPECT_EQ(neutralCell("\rx"), "'\rx");
    EXPECT_EQ(neutralCell("-12.5"), "-12.5");
    EXPECT_EQ(neutralCell("+3e4"), "+3e4");
    EXPECT_EQ(neutralCell("a=b"), "a=b");
    EXPECT_EQ(neutralCell(""), "");
}

TEST(RunCsv, RawKeepsFormulasInCellsAndHeads) {
    const auto table = test::VectorTable().labels({"no"}).scores({-1}).segment("=head", {"=1+1"}).build();
    EXPECT_EQ(csvOf(*table, CsvText::Raw), "label,score,=head\nno,-1,=1+1\n");
    EXPECT_EQ(csvOf(*table, CsvText::Neutral), "label,score,'=head\nno,-1,'=1+1\n");
}

TEST(RunCsv, ManyRowsComeInOrder) {
    std::vector<std::string> labels(10'000, "no");
    std::vector<double> scores(labels.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = static_cast<double>(i);
    const auto table = test::VectorTable().labels(labels).scores(scores).build();
    const std::string csv = csvOf(*table, CsvText::Raw);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 10'001);
    EXPECT_TRUE(csv.ends_with("no,9998\nno,9999\n"));
}

TEST(RunCsv, CanBeStopped) {
    std::stop_source stop;
    stop.request_stop();
    const auto table = test::VectorTable().labels({"no"}).scores({1}).build();
    EXPECT_THROW(writeRunCsv(
                     *table, CsvText::Raw, [](std::string_view) {}, TaskContext(stop.get_token())),
                 Error);
}

TEST(RunCsv, ManifestNamesEveryRole) {
    test::VectorTable source;
    source.info.model = "churn";
    source.info.decisionThreshold = 0.25;
    const auto table =
        source.labels({"no"}).scores({0.5}).segment("a", {"x"}).segment("b", {"y"}).amounts({1}).build();
    const auto manifest = nlohmann::json::parse(runManifest(*table, "run.csv"));
    EXPECT_EQ(manifest["model_name"], "churn");
    EXPECT_EQ(manifest["decision_threshold"], 0.25);
    EXPECT_EQ(manifest["columns"]["label"], "label");
    EXPECT_EQ(manifest["columns"]["segments"], (nlohmann::json{"a", "b"}));
    EXPECT_EQ(manifest["columns"]["amount"], "amount");
    EXPECT_EQ(manifest["positive_class"], "yes");
}

TEST(RunCsv, ManifestKeepsWhatTheOriginalSaidBeyondTheRun) {
    const auto table = test::VectorTable().labels({"no"}).scores({0.5}).build();
    const std::string original =
        R"({"model_name": "old", "sha256": "ab", "n_rows": 9, "delimiter": ";", "team": {"x": 1}})";
    const auto manifest = nlohmann::json::parse(runManifest(*table, "run.csv", original));
    EXPECT_EQ(manifest["team"]["x"], 1);
    EXPECT_EQ(manifest["model_name"], table->info().model);
    EXPECT_EQ(manifest["delimiter"], ",");
    EXPECT_EQ(manifest["n_rows"], 1);
    EXPECT_FALSE(manifest.contains("sha256"));
}

}  // namespace
}  // namespace reckoner
