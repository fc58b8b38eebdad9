#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/data/scored_rows.h"
#include "tests/core/import/staged_values.h"

namespace reckoner {
namespace {

using test::Imported;
using test::refusal;
using test::TemporaryFolder;
using test::writeFile;
using Texts = std::vector<std::string>;

std::vector<std::filesystem::path> demoFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(RECKONER_RESOURCES "/demo")) {
        const auto extension = entry.path().extension();
        if (extension == ".csv" || extension == ".jsonl") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

TEST(StageImport, EveryDemoFileImportsAsItsManifestSays) {
    const auto files = demoFiles();
    ASSERT_EQ(files.size(), 24u);
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename().string());
        const Imported imported(file);
        const StagedRun& run = imported.report.staged;
        std::ifstream in(file.parent_path() / (file.stem().string() + ".manifest.json"));
        const auto manifest = nlohmann::json::parse(in);
        EXPECT_EQ(run.info.rows, manifest.at("n_rows").get<std::uint64_t>());
        EXPECT_EQ(run.sourceSha256, manifest.at("sha256").get<std::string>());
        EXPECT_EQ(run.model, manifest.at("model_name").get<std::string>());
        EXPECT_EQ(run.version, manifest.at("model_version").get<std::string>());
        EXPECT_EQ(run.evalSet, manifest.at("eval_set").get<std::string>());
        EXPECT_EQ(run.info.classes, manifest.at("classes").get<Texts>());
        EXPECT_EQ(run.rejectedRows, 0u);
        EXPECT_EQ(run.ids.repeated, 0u);
        EXPECT_EQ(run.ids.columnName, manifest.at("columns").at("id").get<std::string>());
        EXPECT_EQ(run.info.scored + run.excluded.total(), run.info.rows);
        const auto& columns = manifest.at("columns");
        for (const auto& segment : columns.at("segments"))
            EXPECT_EQ(imported.column(segment).info.role, ColumnRole::Segment);
        for (const auto& numeric : columns.at("numeric"))
            EXPECT_EQ(imported.column(numeric).info.role, ColumnRole::Numeric);
        const auto scores = columns.value("scores", nlohmann::json::object());
        for (const auto& [className, column] : scores.items())
            EXPECT_EQ(imported.column(column).info.classOf, className);
        EXPECT_TRUE(std::filesystem::exists(run.stagingFile));
    }
}

TEST(StageImport, TheSameRunAsCsvAndJsonLinesHasTheSameColumns) {
    const Imported csv("a.csv", "id,label,score,seg,note\n1,yes,0.25,x,\"a \"\"b\"\"\"\n2,no,0.5,,\n");
    const Imported json(
        "a.jsonl",
        "{\"id\":\"1\",\"label\":\"yes\",\"score\":0.25,\"seg\":\"x\",\"note\":\"a \\\"b\\\"\"}\n"
        "{\"id\":\"2\",\"label\":\"no\",\"score\":0.5,\"seg\":null}\n");
    for (const StagedColumn& column : csv.report.staged.columns)
        EXPECT_EQ(column.contentHash, json.column(column.info.name).contentHash) << column.info.name;
    EXPECT_EQ(csv.report.staged.fingerprint, json.report.staged.fingerprint);
    EXPECT_EQ(csv.ids(), (Texts{"1", "2"}));
    EXPECT_EQ(csv.values("seg"), (Texts{"x", "<missing>"}));
}

TEST(StageImport, TheFingerprintForgetsTheOrderButNotTheLabels) {
    const auto print = [](const std::string& rows) {
        return Imported("a.csv", "id,label,score\n" + rows).report.staged.fingerprint;
    };
    const std::string one = print("a,yes,0.1\nb,no,0.2\n");
    EXPECT_EQ(one, print("b,no,0.9\na,yes,0.8\n"));
    EXPECT_NE(one, print("a,no,0.1\nb,yes,0.2\n"));
    EXPECT_NE(one, print("a,yes,0.1\nb,no,0.2\nb,no,0.2\n"));
}

TEST(StageImport, ExcludesEachRowForOneReasonTheLabelsFirst) {
    ImportAnswers answers;
    answers.classes = {"no", "yes"};
    const Imported imported("a.csv",
                            "id,label,score\n"
                            "1,yes,0.1\n2,,x\n3,N/A,0.5\n4,maybe,inf\n5,no,\n6,no,abc\n7,no,1e999\n8,no,nan\n"
                            "9,NULL,0.5\n10,yes,-inf\n",
                            answers);
    const StagedRun& run = imported.report.staged;
    EXPECT_EQ(run.info.rows, 10u);
    EXPECT_EQ(run.info.scored, 1u);
    ExclusionCounts excluded = run.excluded;
    EXPECT_EQ(excluded[Exclusion::MissingLabel], 3u);
    EXPECT_EQ(excluded[Exclusion::UnexpectedLabel], 1u);
    EXPECT_EQ(excluded[Exclusion::MissingScore], 2u);
    EXPECT_EQ(excluded[Exclusion::NanScore], 1u);
    EXPECT_EQ(excluded[Exclusion::InfiniteScore], 2u);
    EXPECT_EQ(imported.values("score"),
              (Texts{"0.1", "nan", "0.5", "inf", "<missing>", "nan", "inf", "<missing>", "0.5", "-inf"}));
}

TEST(StageImport, PythonsNanAndHugeNumbersCostOneRowEach) {
    const Imported imported(
        "a.jsonl",
        "{\"id\":1,\"label\":true,\"score\":NaN}\n{\"id\":2,\"label\":false,\"score\":1e999}\n"
        "{\"id\":3,\"label\":true,\"score\":-Infinity}\n{\"id\":4,\"label\":true}\n"
        "{\"id\":5,\"label\":false,\"score\":0.5}\n");
    ExclusionCounts excluded = imported.report.staged.excluded;
    EXPECT_EQ(excluded[Exclusion::NanScore], 1u);
    EXPECT_EQ(excluded[Exclusion::InfiniteScore], 2u);
    EXPECT_EQ(excluded[Exclusion::MissingScore], 1u);
    EXPECT_EQ(imported.report.staged.info.classes, (Texts{"false", "true"}));
    EXPECT_EQ(imported.report.staged.info.positive, "true");
}

TEST(StageImport, ATokenThatIsAClassIsNoMissingLabel) {
    ImportAnswers answers;
    answers.classes = {"EU", "NA"};
    const Imported imported("a.csv", "id,label,score,region\n1,NA,0.5,NA\n2,EU,0.1,null\n3,na,0.2,\n",
                            answers);
    EXPECT_EQ(imported.values("label"), (Texts{"NA", "EU", "<missing>"}));
    EXPECT_EQ(imported.values("region"), (Texts{"NA", "<missing>", "<missing>"}));
}

TEST(StageImport, ReadsEveryDialect) {
    const Texts expected{"0.125", "0.75"};
    EXPECT_EQ(Imported("a.csv", "id;label;score\n1;ja;0,125\n2;nein;0,75\n").values("score"), expected);
    EXPECT_EQ(Imported("a.csv", "id\tlabel\tscore\r\n1\tja\t0.125\r\n2\tnein\t0.75\r\n").values("score"),
              expected);
    EXPECT_EQ(Imported("a.csv", "id|label|score\r1|ja|0.125\r2|nein|0.75\r").values("score"), expected);
    EXPECT_EQ(Imported("a.csv", "\xEF\xBB\xBFid,label,score\n1,\"ja\",0.125\n\n2,nein,0.75").values("score"),
              expected);
    const Imported percent("a.csv", "id,label,score\n1,ja,12.5 %\n2,nein,75%\n");
    EXPECT_EQ(percent.values("score"), (Texts{"12.5", "75"}));
    EXPECT_EQ(percent.plan.kind, ScoreKind::Percent);
    const Imported latin("a.csv", "id,label,score\n1,gr\xFC\xDF,0.125\n2,nein,0.75\n");
    EXPECT_EQ(latin.values("label"), (Texts{"gr\u00fc\u00df", "nein"}));
    EXPECT_EQ(latin.plan.dialect.encoding, Encoding::Latin1);
    std::string wide;
    for (const char c : std::string("id,label,score\n1,ja,0.125\n2,nein,0.75\n"))
        wide += {c, '\0'};
    EXPECT_EQ(Imported("a.csv", "\xFF\xFE" + wide).values("score"), expected);
    EXPECT_EQ(Imported("a.csv", wide).values("score"), expected);
}

TEST(StageImport, RaggedRowsAreReportedAndTooManyRefuse) {
    std::string text = "id,label,score\n";
    for (int i = 0; i < 100; ++i)
        text += i == 30 ? "30,yes\n" : std::to_string(i) + (i % 2 ? ",yes,0.5\n" : ",no,0.25\n");
    const Imported imported("a.csv", text);
    EXPECT_EQ(imported.report.staged.info.rows, 99u);
    EXPECT_EQ(imported.report.staged.rejectedRows, 1u);
    ASSERT_EQ(imported.report.problems.size(), 1u);
    EXPECT_EQ(imported.report.problems[0].line, 32u);
    ImportAnswers strict;
    strict.maxBad = 0.005;
    const std::string sentence = refusal("a.csv", text, strict);
    EXPECT_NE(sentence.find("1 of 100 rows"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("line 32"), std::string::npos) << sentence;
}

TEST(StageImport, RepeatedIdsAreCountedAndNamed) {
    const Imported imported("a.csv", "id,label,score\na,yes,0.1\nb,no,0.2\na,yes,0.3\na,no,0.4\n", [] {
        ImportAnswers answers;
        answers.id = "id";
        return answers;
    }());
    EXPECT_EQ(imported.report.staged.ids.repeated, 2u);
    ASSERT_EQ(imported.report.problems.size(), 1u);
    EXPECT_NE(imported.report.problems[0].message.find("\"a\" in rows 1 and 3"), std::string::npos);
    EXPECT_EQ(imported.report.staged.info.scored, 4u);
}

TEST(StageImport, WithoutIdsRowsAreNumbered) {
    const Imported imported("a.csv", "label,score\nyes,0.1\nno,0.2\n");
    EXPECT_TRUE(imported.report.staged.ids.generated);
    EXPECT_EQ(imported.ids(), (Texts{"row-1", "row-2"}));
}

TEST(StageImport, AMissingCodeWrittenEarlyStaysMissing) {
    std::string text = "id,label,score,seg\n";
    Texts expected;
    for (int i = 0; i < 140'000; ++i) {
        const std::string seg = i % 7 == 0 ? "" : i < 70'000 ? "early" : "late" + std::to_string(i % 5);
        text += std::to_string(i) + (i % 2 ? ",yes,0.5," : ",no,0.25,") + seg + "\n";
        expected.push_back(seg.empty() ? "<missing>" : seg);
    }
    const Imported imported("a.csv", text);
    EXPECT_EQ(imported.column("seg").info.distinct, 6u);
    EXPECT_EQ(imported.column("seg").info.missing, 20'000u);
    EXPECT_TRUE(imported.values("seg") == expected);
}

TEST(StageImport, ASegmentWithTooManyValuesBecomesTextOnTheWay) {
    ImportAnswers answers;
    answers.segments = {"city"};
    std::string text = "id,label,score,city\n";
    Texts expected;
    for (int i = 0; i < 150'000; ++i) {
        const std::string city = i % 11 == 0 ? "" : i < 66'000 ? "same" : "city-" + std::to_string(i);
        text += std::to_string(i) + (i % 2 ? ",yes,0.5," : ",no,0.25,") + city + "\n";
        expected.push_back(city.empty() ? "<missing>" : city);
    }
    const Imported imported("a.csv", text, answers);
    EXPECT_EQ(imported.column("city").info.type, ColumnType::Text);
    EXPECT_EQ(imported.column("city").info.role, ColumnRole::Text);
    EXPECT_TRUE(imported.values("city") == expected);
    ASSERT_EQ(imported.report.problems.size(), 1u);
}

TEST(StageImport, OneRowOneClassAndConstantScoresImport) {
    EXPECT_EQ(Imported("a.csv", "id,label,score\n1,yes,0.5\n").report.staged.info.scored, 1u);
    const Imported zeros("a.csv", "id,label,score\n1,0,0.5\n2,0,0.5\n");
    EXPECT_EQ(zeros.report.staged.info.classes, (Texts{"0", "1"}));
    EXPECT_EQ(zeros.report.staged.info.positive, "1");
    EXPECT_EQ(zeros.report.staged.info.scored, 2u);
}

TEST(StageImport, AClassSeenOnlyFarDownIsAClass) {
    std::string text = "id,label,score\n";
    for (int i = 0; i < 5000; ++i)
        text += std::to_string(i) + (i < 4000 ? ",good,0.25\n" : ",bad,0.75\n");
    const Imported imported("a.csv", text);
    EXPECT_EQ(imported.report.staged.info.classes, (Texts{"good", "bad"}));
    EXPECT_EQ(imported.report.staged.info.positive, "bad");
}

TEST(StageImport, BadInputIsOneSentence) {
    TemporaryFolder folder;
    const auto planSentence = [](const std::filesystem::path& file) {
        try {
            planFile(file, std::nullopt, {});
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::BadInput);
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(planSentence(folder.path()).find("is a folder"), std::string::npos);
    EXPECT_NE(planSentence(folder / "none.csv").find("There is no file"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "").find("is empty"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "\n\r\n\n").find("is empty"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "id,label,score\n").find("no rows"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "just some text\nand more\n").find("is no table"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "id,score,x\n1,0.5,7\n").find("No label column"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "id,label,x\n1,yes,7\n").find("No score column"), std::string::npos);
    EXPECT_NE(refusal("a.csv", "PK\x03\x04zipzip").find("Excel"), std::string::npos);
    EXPECT_NE(refusal("a.csv", std::string(1000, '\0')).find("no text"), std::string::npos);
    EXPECT_NE(refusal("a.jsonl", "[{\"id\":1}]").find("array"), std::string::npos);
    EXPECT_NE(refusal("a.jsonl", "hello\n").find("JSON object"), std::string::npos);
    ImportAnswers wrong;
    wrong.score = "label";
    wrong.label = "seg";
    EXPECT_NE(refusal("a.csv", "id,label,score,seg\n1,yes,0.5,a\n", wrong).find("No row"), std::string::npos);
    ImportAnswers missing;
    missing.score = "scroe";
    EXPECT_NE(refusal("a.csv", "id,label,score\n1,yes,0.5\n", missing).find("no column \"scroe\""),
              std::string::npos);
}

TEST(StageImport, LeavesNothingBehindWhenItFailsOrIsStopped) {
    TemporaryFolder folder;
    std::string text = "id,label,score\n";
    for (int i = 0; i < 50'000; ++i)
        text += std::to_string(i) + ",yes,0.5\n";
    const auto file = writeFile(folder / "a.csv", text);
    const ImportPlan plan = planFile(file, std::nullopt, {});
    std::stop_source stop;
    const TaskContext stopsSoon(stop.get_token(), [&](double, std::string_view) { stop.request_stop(); });
    try {
        stageImport(plan, folder.path(), stopsSoon);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Cancelled);
    }
    ImportPlan broken = plan;
    broken.expectedRows = 7;
    EXPECT_THROW(stageImport(broken, folder.path(), {}), Error);
    // Left by a process that is gone; and one of this process, which lives.
    writeFile(folder / ".staging.reckoner.import-999999999-1", "old");
    writeFile(folder / ".staging.reckoner.import-1-1", "alive");
    stageImport(plan, folder.path(), {});
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        files.push_back(entry.path().filename().string());
    EXPECT_EQ(std::count(files.begin(), files.end(), ".staging.reckoner.import-999999999-1"), 0);
    EXPECT_EQ(files.size(), 3u);
}

}  // namespace
}  // namespace reckoner
