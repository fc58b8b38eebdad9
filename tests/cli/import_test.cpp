#include <csignal>
#include <filesystem>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFourRows =
    "id,label,score,country\na,yes,0.9,DE\nb,no,0.2,FR\nc,yes,0.6,DE\nd,no,0.4,FR\n";
constexpr const char* kFourOthers =
    "id,label,score,country\na,yes,0.8,DE\nb,no,0.1,FR\nc,yes,0.7,DE\nd,no,0.3,FR\n";

class ImportTest : public testing::Test {
 protected:
    std::string store() const { return (cli_.folder() / "s.reckoner").string(); }
    test::ProcessResult import(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "import");
        arguments.insert(arguments.end(), {"--store", store()});
        return cli_(arguments);
    }
    nlohmann::json json(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--store", store()});
        return cli_.json(arguments);
    }
    // A refusal: exit code 3, one line, and the store's bytes as they were.
    void expectRefused(const std::vector<std::string>& arguments, const std::string& mention) {
        const std::string before = cli_.read(store());
        const auto result = import(arguments);
        EXPECT_EQ(result.exitCode, 3) << arguments.front() << ": " << result.err;
        EXPECT_EQ(result.out, "");
        EXPECT_NE(result.err.find(mention), std::string::npos) << result.err;
        EXPECT_EQ(cli_.read(store()), before);
        for (const auto& entry : fs::directory_iterator(cli_.folder().path()))
            EXPECT_EQ(entry.path().string().find("journal"), std::string::npos);
    }
    test::Cli cli_;
};

TEST_F(ImportTest, DocumentFollowsTheContract) {
    const auto file = cli_.write(
        "run.csv",
        "id,label,score,country\na,yes,0.9,DE\nb,no,,FR\nc,,0.6,DE\nd,no,NaN,FR\ne,no,inf,FR\nf,no,0.1,\n");
    const auto document = json({"import", file, "--model", "churn", "--model-version", "2.3", "--eval-set",
                                "june", "--positive", "yes"});
    ASSERT_TRUE(document.is_object());
    const auto& run = document.at("runs").at(0);
    EXPECT_EQ(run["run"], 1);
    EXPECT_EQ(run["model"], "churn");
    EXPECT_EQ(run["version"], "2.3");
    EXPECT_EQ(run["eval_set"], "june");
    EXPECT_EQ(run["rows"], 6);
    EXPECT_EQ(run["scored"], 2);
    EXPECT_EQ(run["excluded"]["missing_label"], 1);
    EXPECT_EQ(run["excluded"]["missing_score"].get<int>() + run["excluded"]["nan_score"].get<int>(), 2);
    EXPECT_EQ(run["excluded"]["infinite_score"], 1);
    EXPECT_EQ(run["roles"]["id"], "id");
    EXPECT_EQ(run["roles"]["label"], "label");
    EXPECT_EQ(run["roles"]["score"], "score");
    EXPECT_EQ(run["roles"]["country"], "segment");
    EXPECT_TRUE(run["problems"].is_array());
}

TEST_F(ImportTest, BadLinesAreNamed) {
    std::string text = kFourRows;
    for (int i = 0; i < 40; ++i)
        text += "x" + std::to_string(i) + ",no,0.5,DE\n";
    const auto file = cli_.write("run.csv", text + "short,no\n");
    const auto run = json({"import", file})["runs"][0];
    ASSERT_EQ(run["problems"].size(), 1u);
    EXPECT_EQ(run["problems"][0]["line"], 46);
    EXPECT_EQ(run["rejected"], 1);
    EXPECT_NE(import({file.string(), "--again"}).out.find("line 46"), std::string::npos);
}

TEST_F(ImportTest, PrintsWhatItGuessed) {
    const auto result = import({cli_.write("run.csv", kFourRows).string()});
    ASSERT_EQ(result.exitCode, 0) << result.err;
    EXPECT_NE(result.out.find("Guessed"), std::string::npos);
    EXPECT_NE(result.out.find("Positive class: yes"), std::string::npos);
    EXPECT_NE(result.out.find("country"), std::string::npos);
}

TEST_F(ImportTest, FlagsBeatGuesses) {
    const auto file = cli_.write(
        "run.csv",
        "who;truth;p;eur;when;w;ms;n\na;b1;0,9;10,5;2024-05-01;2;3;7\nb;b2;0,2;20;2024-05-02;1;4;8\n");
    const auto run = json({"import",
                           file,
                           "--id",
                           "who",
                           "--label",
                           "truth",
                           "--score",
                           "p",
                           "--amount",
                           "eur",
                           "--timestamp",
                           "when",
                           "--weight",
                           "w",
                           "--latency",
                           "ms",
                           "--numeric",
                           "n",
                           "--positive",
                           "b2",
                           "--classes",
                           "b1,b2",
                           "--delimiter",
                           ";",
                           "--decimal",
                           ",",
                           "--encoding",
                           "utf-8",
                           "--score-kind",
                           "raw",
                           "--decision-threshold",
                           "-0.25"})["runs"][0];
    ASSERT_TRUE(run.is_object());
    const nlohmann::json roles = {{"who", "id"},     {"truth", "label"},    {"p", "score"},
                                  {"eur", "amount"}, {"when", "timestamp"}, {"w", "weight"},
                                  {"ms", "latency"}, {"n", "numeric"}};
    EXPECT_EQ(run["roles"], roles);
    EXPECT_EQ(run["positive"], "b2");
    EXPECT_EQ(run["classes"], (nlohmann::json{"b1", "b2"}));
    EXPECT_EQ(run["score_kind"], "raw");
    EXPECT_EQ(json({"metrics", "1"})["threshold"], -0.25);
}

TEST_F(ImportTest, ClassScoresMakeAMulticlassRun) {
    const auto file =
        cli_.write("run.csv", "id,label,a,b,c\n1,x,0.7,0.2,0.1\n2,y,0.1,0.8,0.1\n3,z,0.2,0.2,0.6\n");
    const auto run = json(
        {"import", file, "--class-score", "x=a", "--class-score", "y=b", "--class-score", "z=c"})["runs"][0];
    ASSERT_TRUE(run.is_object());
    EXPECT_EQ(run["task"], "multiclass");
    EXPECT_EQ(run["roles"]["a"], "class_score");
}

TEST_F(ImportTest, SeveralFilesAreAllStoredOrNone) {
    const auto a = cli_.write("a.csv", kFourRows);
    const auto b = cli_.write("b.csv", kFourOthers);
    const auto broken = cli_.write("broken.csv", "");
    expectRefused({a.string(), broken.string()}, "broken.csv");
    EXPECT_FALSE(fs::exists(store()));
    const auto runs = json({"import", a, b, "--model", "m"})["runs"];
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[1]["run"], 2);
}

TEST_F(ImportTest, FilesThatContradictEachOtherAreRefusedTogether) {
    const auto a = cli_.write("a.csv", kFourRows);
    const auto b = cli_.write("b.csv", "id,label,score\na,good,0.9\nb,bad,0.2\n");
    expectRefused({a.string(), b.string(), "--model", "m"}, "b.csv");
    EXPECT_FALSE(fs::exists(store()));
}

TEST_F(ImportTest, BadInputIsThreeAndTheStoreStays) {
    ASSERT_EQ(import({cli_.write("good.csv", kFourRows).string()}).exitCode, 0);
    fs::create_directories(cli_.folder() / "folder.csv");
    expectRefused({(cli_.folder() / "absent.csv").string()}, "absent.csv");
    expectRefused({(cli_.folder() / "folder.csv").string()}, "folder.csv");
    expectRefused({cli_.write("empty.csv", "").string()}, "empty.csv");
    expectRefused({cli_.write("head.csv", "id,label,score\n").string()}, "head.csv");
    expectRefused({cli_.write("nolabel.csv", "id,score\na,0.5\nb,0.25\n").string()}, "nolabel.csv");
    expectRefused({cli_.write("bytes.csv", std::string(2000, '\0')).string()}, "bytes.csv");
    expectRefused({cli_.write("ragged.csv", "id,label,score\na,yes\nb,no\nc,no,0.5\n").string()},
                  "ragged.csv");
}

TEST_F(ImportTest, NoStoreIsMadeByARefusal) {
    expectRefused({cli_.write("empty.csv", "").string()}, "empty.csv");
    EXPECT_FALSE(fs::exists(store()));
}

TEST_F(ImportTest, TheSameFileTwiceIsNoticed) {
    const auto file = cli_.write("run.csv", kFourRows);
    ASSERT_EQ(import({file.string()}).exitCode, 0);
    expectRefused({file.string()}, "run 1");
    EXPECT_EQ(json({"import", file, "--again"})["runs"][0]["run"], 2);
}

TEST_F(ImportTest, ADryRunStoresNothing) {
    const auto file = cli_.write("run.csv", kFourRows);
    const auto document = json({"import", file, "--dry-run"});
    EXPECT_TRUE(document["runs"][0]["run"].is_null());
    EXPECT_EQ(document["runs"][0]["scored"], 4);
    EXPECT_FALSE(fs::exists(store()));
}

TEST_F(ImportTest, AManifestAnswersAndItsPromisesAreKept) {
    const auto file = cli_.write("run.csv", kFourRows);
    const nlohmann::json manifest = {{"schema", "model-review-run/1"},
                                     {"model_name", "churn"},
                                     {"model_version", "9"},
                                     {"n_rows", 5},
                                     {"columns", {{"label", "label"}, {"score", "score"}}}};
    const auto path = cli_.write("other.json", manifest.dump());
    expectRefused({file.string(), "--manifest", path.string()}, "5");
    auto right = manifest;
    right["n_rows"] = 4;
    cli_.write("run.manifest.json", right.dump());
    EXPECT_EQ(json({"import", file})["runs"][0]["version"], "9");
    EXPECT_EQ(import({file.string(), file.string(), "--manifest", path.string()}).exitCode, 2);
}

TEST_F(ImportTest, WrongOptionsAreUsage) {
    const auto file = cli_.write("run.csv", kFourRows).string();
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--class-score", "x"},
                                               {"--max-bad", "2"},
                                               {"--max-bad", "many"},
                                               {"--score-kind", "odds"},
                                               {"--encoding", "ebcdic"},
                                               {"--delimiter", "ab"},
                                               {"--decision-threshold", "nan"}}) {
        auto arguments = wrong;
        arguments.insert(arguments.begin(), file);
        EXPECT_EQ(import(arguments).exitCode, 2) << wrong.front();
    }
    EXPECT_FALSE(fs::exists(store()));
}

TEST_F(ImportTest, UnusableStoresAreFour) {
    const auto file = cli_.write("run.csv", kFourRows).string();
    const auto text = cli_.write(
        "s.reckoner", "this is a letter, not a store, and it is long enough to be read as a header of one");
    const std::string before = cli_.read(text);
    EXPECT_EQ(import({file}).exitCode, 4);
    EXPECT_EQ(cli_.read(text), before);
    EXPECT_EQ(cli_({"runs", "--store", (cli_.folder() / "absent.reckoner").string()}).exitCode, 4);
    EXPECT_FALSE(fs::exists(cli_.folder() / "absent.reckoner"));
}

TEST_F(ImportTest, WithoutANameTheLastStoreIsUsed) {
    const auto file = cli_.write("run.csv", kFourRows).string();
    EXPECT_EQ(cli_({"runs"}).exitCode, 4);
    ASSERT_EQ(import({file}).exitCode, 0);
    EXPECT_EQ(cli_.json({"runs"}).at("runs").size(), 1u);
}

TEST_F(ImportTest, TheFirstImportMakesTheDefaultStore) {
    ASSERT_EQ(cli_({"import", cli_.write("run.csv", kFourRows).string()}).exitCode, 0);
    EXPECT_TRUE(fs::exists(cli_.folder() / "home/data/reckoner/default.reckoner"));
}

TEST_F(ImportTest, OneRowOneClassAndConstantScoresImportAndSayWhy) {
    struct Case {
        const char* name;
        const char* text;
        const char* undefined;
    };
    for (const Case& c :
         {Case{"one-row.csv", "id,label,score\na,yes,0.9\n", "roc_auc"},
          Case{"one-class.csv", "id,label,score\na,no,0.9\nb,no,0.2\nc,no,0.3\n", "recall"}}) {
        const auto file = cli_.write(c.name, c.text);
        const auto run =
            json({"import", file, "--model", c.name, "--positive", "yes", "--classes", "no,yes"});
        ASSERT_TRUE(run.is_object()) << c.name << import({file.string(), "--dry-run"}).err;
        const std::string id = run["runs"][0]["run"].dump();
        EXPECT_TRUE(json({"metrics", id})["metrics"][c.undefined].is_null()) << c.name;
        const auto text = cli_({"metrics", id, "--store", store()});
        EXPECT_EQ(text.exitCode, 0);
        EXPECT_NE(text.out.find("n/a"), std::string::npos) << text.out;
    }
    const auto run =
        json({"import", cli_.write("flat.csv", "id,label,score\na,yes,0.5\nb,no,0.5\nc,yes,0.5\n"), "--model",
              "flat", "--positive", "yes"});
    ASSERT_TRUE(run.is_object());
    EXPECT_EQ(json({"metrics", run["runs"][0]["run"].dump()})["metrics"]["roc_auc"], 0.5);
}

TEST_F(ImportTest, AnInterruptStopsCleanly) {
    std::string text = "id,label,score,text\n";
    for (int i = 0; i < 400'000; ++i)
        text += std::to_string(i) + ",no,0.5,some text that takes a moment to read and to keep\n";
    const auto file = cli_.write("large.csv", text);
    const auto interrupt = [](pid_t child) {
        usleep(60'000);
        kill(child, SIGINT);
    };
    const auto result =
        cli_({"import", file.string(), "--store", store(), "--positive", "yes"}, {.whenStarted = interrupt});
    EXPECT_EQ(result.exitCode, 130) << result.err;
    EXPECT_EQ(result.out, "");
    EXPECT_FALSE(fs::exists(store()));
}

}  // namespace
}  // namespace reckoner
