#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

// A copy of the demo store that a test may write to.
class AnnotationsTest : public testing::Test {
 protected:
    AnnotationsTest() { fs::copy_file(test::demoStore(), store_); }

    fs::path file(const std::string& name) const { return cli_.folder() / name; }
    nlohmann::json import(const fs::path& notes) const {
        return cli_.json({"annotations", "import", notes.string()});
    }
    // Exports in this form from one store, imports into another without notes and exports from there.
    static void expectRoundTrip(const std::string& name, const std::vector<std::string>& more);
    static nlohmann::json line(const std::string& text) { return nlohmann::json::parse(text); }

    test::TemporaryFolder folder_;
    fs::path store_ = folder_ / "store.reckoner";
    test::Cli cli_{store_};
};

TEST_F(AnnotationsTest, TheFileHoldsEveryNoteOrThoseOfOneModel) {
    const auto all = cli_.json({"annotations", "export", file("all.jsonl").string()});
    EXPECT_EQ(all["annotations"], 27);
    const std::string text = cli_.read(file("all.jsonl"));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 27);
    const auto first = line(text.substr(0, text.find('\n')));
    EXPECT_EQ(first["model"], "credit-default");
    EXPECT_TRUE(first["tags"].is_array());
    EXPECT_TRUE(first["cost"].is_number());

    EXPECT_EQ(cli_.json({"annotations", "export", file("jobs.csv").string(), "--model",
                         "hpc-job-runtime"})["annotations"],
              5);
    EXPECT_EQ(cli_({"annotations", "export", file("x.csv").string(), "--model", "hpc"}).exitCode, 2);
    EXPECT_FALSE(fs::exists(file("x.csv")));
    EXPECT_EQ(cli_({"annotations", "export", store_.string()}).exitCode, 2);
    EXPECT_EQ(cli_({"annotations", "delete", file("x.csv").string()}).exitCode, 2);
}

void AnnotationsTest::expectRoundTrip(const std::string& name, const std::vector<std::string>& more) {
    const test::Cli from(test::demoStore());
    const auto exportTo = [&more](const test::Cli& cli, const fs::path& file) {
        std::vector<std::string> arguments{"annotations", "export", file.string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_EQ(cli(arguments).exitCode, 0);
    };
    const fs::path first = from.folder() / name;
    exportTo(from, first);

    // A store with the same models and no notes.
    const test::Cli to(from.folder() / "to.reckoner");
    for (const std::string run :
         {"credit-default/2.0.0@credit-applications-cv5", "food-review-sentiment/2.0.0@fine-foods-test",
          "hpc-job-runtime/2.0.0@hpc-jobs-cv10"}) {
        const fs::path csv = from.folder() / "run.csv";
        ASSERT_EQ(from({"export", run, csv.string(), "--raw"}).exitCode, 0);
        ASSERT_EQ(to({"import", csv.string()}).exitCode, 0);
    }
    const auto merged = to.json({"annotations", "import", first.string()});
    EXPECT_EQ(merged["added"], 27);
    EXPECT_EQ(merged["conflicts"].size(), 0u);
    const fs::path second = from.folder() / ("again-" + name);
    exportTo(to, second);
    EXPECT_EQ(from.read(second), from.read(first)) << name;
    EXPECT_EQ(to.json({"annotations", "import", first.string()})["unchanged"], 27);
}

TEST_F(AnnotationsTest, EveryFormRoundTripsExactly) {
    expectRoundTrip("notes.jsonl", {});
    expectRoundTrip("raw.csv", {"--raw"});
    expectRoundTrip("neutral.csv", {});
}

TEST_F(AnnotationsTest, FormulasAreNeutralUnlessRaw) {
    const auto notes =
        cli_.write("in.jsonl", R"({"model": "credit-default", "sample_id": "app-00001", "text": "=1+1"})"
                               "\n");
    EXPECT_EQ(import(notes)["added"], 1);
    cli_({"annotations", "export", file("neutral.csv").string()});
    cli_({"annotations", "export", file("raw.csv").string(), "--raw"});
    EXPECT_NE(cli_.read(file("neutral.csv")).find(",'=1+1,"), std::string::npos);
    EXPECT_NE(cli_.read(file("raw.csv")).find(",=1+1,"), std::string::npos);
    EXPECT_EQ(import(file("neutral.csv"))["unchanged"], 28);
}

TEST_F(AnnotationsTest, AFileThatIsThereStaysUnlessForced) {
    const auto kept = cli_.write("kept.csv", "somebody's only copy\n");
    const auto refused = cli_({"annotations", "export", kept.string()});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_NE(refused.err.find("--force"), std::string::npos) << refused.err;
    EXPECT_EQ(cli_.read(kept), "somebody's only copy\n");
    EXPECT_EQ(cli_({"annotations", "export", kept.string(), "--force"}).exitCode, 0);
    EXPECT_EQ(cli_.read(kept).find("model,"), 0u) << cli_.read(kept).substr(0, 80);

    // Nothing is lost with an empty file; a store is never replaced.
    EXPECT_EQ(cli_({"annotations", "export", cli_.write("empty.csv", "").string()}).exitCode, 0);
    fs::copy_file(store_, file("other.reckoner"));
    EXPECT_EQ(cli_({"annotations", "export", file("other.reckoner").string(), "--force"}).exitCode, 2);
    EXPECT_EQ(cli_({"annotations", "import", kept.string(), "--force"}).exitCode, 2);
}

TEST_F(AnnotationsTest, BothSidesOfAConflictAreKeptAndSaid) {
    cli_({"annotations", "export", file("all.jsonl").string()});
    std::string text = cli_.read(file("all.jsonl"));
    const std::string ours = "The surest false alarm of v2";
    text.replace(text.find(ours), ours.size(), "The most certain mistake of v2");
    const auto changed = cli_.write("changed.jsonl", text);
    const auto merged = cli_({"annotations", "import", changed.string()});
    EXPECT_EQ(merged.exitCode, 0) << merged.err;
    EXPECT_NE(merged.out.find("Both kept: the note on app-00693"), std::string::npos) << merged.out;
    // Said once; the second time it is here already.
    EXPECT_EQ(import(changed)["conflicts"].size(), 0u);
    cli_({"annotations", "export", file("after.jsonl").string()});
    const std::string after = cli_.read(file("after.jsonl"));
    EXPECT_NE(after.find(ours), std::string::npos);
    EXPECT_NE(after.find("The most certain mistake of v2"), std::string::npos);
    EXPECT_NE(after.find("\"conflict_with\":\"demo-credit-10\""), std::string::npos);
    EXPECT_EQ(cli_({"check"}).exitCode, 0);
}

TEST_F(AnnotationsTest, ABadFileLeavesTheStoreAsItWas) {
    const std::string good = R"({"model": "credit-default", "sample_id": "app-00001", "text": "x"})";
    const std::string before = cli_.read(store_);
    const auto refused = [&](const std::string& name, const std::string& text, const std::string& said,
                             const std::vector<std::string>& more = {}) {
        std::vector<std::string> arguments{"annotations", "import", cli_.write(name, text).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto result = cli_(arguments);
        EXPECT_EQ(result.exitCode, 3) << result.err;
        EXPECT_NE(result.err.find(said), std::string::npos) << result.err;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_TRUE(cli_.read(store_) == before);
    };
    refused("a.jsonl", good + "\n{\"model\": \"credit\", \"sample_id\": \"a\"}\n",
            "a.jsonl, line 2: Nothing was stored: there is no model \"credit\"");
    refused("b.jsonl", good + "\nno json\n", "b.jsonl, line 2: ");
    refused("c.csv", "model,sample_id,cost\ncredit-default,a,dear\n", "c.csv, line 2: The cost");
    refused("d.csv", "sample_id,text\na,b\n", "d.csv, line 2: The note does not say its model");
    EXPECT_EQ(cli_({"annotations", "import", file("nowhere.csv").string()}).exitCode, 3);

    const auto named = cli_.write("d.csv", "sample_id,text\na,b\n");
    EXPECT_EQ(cli_.json({"annotations", "import", named.string(), "--model", "flight-delay"})["added"], 1);
}

TEST_F(AnnotationsTest, AnotherStoreJoinsThisOneOnce) {
    const test::Cli into(folder_ / "into.reckoner");
    const auto first = into.json({"import", store_.string()});
    EXPECT_EQ(first["runs"].size(), 24u);
    EXPECT_EQ(first["runs"][0]["model"], "credit-default");
    EXPECT_EQ(first["merged"]["annotations"], 27);
    EXPECT_EQ(first["merged"]["cohorts"], 2);
    EXPECT_EQ(first["merged"]["label_corrections"], 3);
    EXPECT_EQ(first["merged"]["policies"], 6);
    EXPECT_EQ(first["merged"]["remarks"].size(), 0u);
    const std::string run = "credit-default/2.0.0@credit-applications-cv5";
    auto ours = into.json({"metrics", run}), theirs = cli_.json({"metrics", run});
    ours.erase("run");
    theirs.erase("run");
    EXPECT_EQ(ours, theirs);

    const auto again = into({"import", store_.string()});
    EXPECT_EQ(again.exitCode, 0) << again.err;
    EXPECT_NE(again.out.find("0 runs added, 24 here already."), std::string::npos) << again.out;
    EXPECT_EQ(into({"check"}).exitCode, 0);
    EXPECT_EQ(into({"import", store_.string(), "--dry-run"}).exitCode, 2);
    EXPECT_EQ(into({"import", (folder_ / "into.reckoner").string()}).exitCode, 2);
    EXPECT_EQ(into({"import", into.write("fake.reckoner", "text").string()}).exitCode, 4);
}

TEST_F(AnnotationsTest, ACohortPicksTheSamplesItsFilterDoes) {
    const std::string run = "credit-default/2.0.0@credit-applications-cv5";
    const auto named = cli_.json({"metrics", run, "--cohort", "Part-time workers"});
    EXPECT_EQ(named["n"], 452);
    EXPECT_EQ(named["positives"], 271);
    EXPECT_EQ(named, cli_.json({"metrics", run, "--where", "job = 'partime'"}));
    EXPECT_EQ(cli_.json({"metrics", run, "--cohort", "Part-time workers", "--where", "age < 30 or age > 60"}),
              cli_.json({"metrics", run, "--where", "(job = 'partime') and (age < 30 or age > 60)"}));
    EXPECT_EQ(cli_.json({"tiers", run, "--review-cost", "5", "--cohort", "Income not on file"}),
              cli_.json({"tiers", run, "--review-cost", "5", "--where", "income is missing"}));
    EXPECT_EQ(
        cli_.json({"export", run, file("cases.csv").string(), "--cohort", "Income not on file"})["cases"],
        381);
    const auto unknown = cli_({"metrics", run, "--cohort", "Part-time worker"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_NE(unknown.err.find("Part-time workers"), std::string::npos) << unknown.err;
}

}  // namespace
}  // namespace reckoner
