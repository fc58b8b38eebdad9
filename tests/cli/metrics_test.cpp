#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

constexpr const char* kCredit = "2.0.0@credit-applications-cv5";

class MetricsTest : public testing::Test {
 protected:
    test::Cli cli_{test::demoStore()};
};

TEST_F(MetricsTest, DocumentHasEveryKeyOfTheContract) {
    const auto document = cli_.json({"metrics", kCredit, "--by", "job", "--curve"});
    ASSERT_TRUE(document.is_object());
    for (const char* key : {"run", "task", "positive", "threshold", "n", "positives", "excluded", "confusion",
                            "metrics", "intervals", "cost", "segments", "fairness", "curve"})
        EXPECT_TRUE(document.contains(key)) << key;
    for (const char* key : {"id", "model", "version", "eval_set"})
        EXPECT_TRUE(document["run"].contains(key)) << key;
    for (const char* key :
         {"accuracy", "precision", "recall", "specificity", "f1", "mcc", "balanced_accuracy",
          "selection_rate", "roc_auc", "average_precision", "log_loss", "brier", "ece_10", "ece_15", "ks"})
        EXPECT_TRUE(document["metrics"].contains(key)) << key;
    for (const char* key : {"accuracy", "precision", "recall", "specificity", "selection_rate", "roc_auc"})
        EXPECT_EQ(document["intervals"][key].size(), 2u) << key;
    EXPECT_EQ(document["intervals"].size(), 6u);
    for (const char* key : {"total", "per_decision", "best", "bayes_threshold", "savings"})
        EXPECT_TRUE(document["cost"].contains(key)) << key;
    EXPECT_EQ(document["cost"]["best"]["plateau"].size(), 2u);
    for (const char* key :
         {"values", "n", "positives", "confusion", "metrics", "intervals", "cost", "p_value", "q_value"})
        EXPECT_TRUE(document["segments"][0].contains(key)) << key;
    for (const char* key : {"selection_rate_ratio", "tpr_difference", "fpr_difference", "fpr_ratio",
                            "equalized_odds_difference"})
        EXPECT_TRUE(document["fairness"]["job"].contains(key)) << key;
}

TEST_F(MetricsTest, MissingSegmentValuesAreNull) {
    const auto segments = cli_.json({"metrics", kCredit, "--by", "job"})["segments"];
    EXPECT_TRUE(segments.back()["values"]["job"].is_null());
    EXPECT_EQ(segments.back()["n"], 2);
}

TEST_F(MetricsTest, CurveHasEveryDistinctScore) {
    const auto curve = cli_.json({"metrics", kCredit, "--curve"})["curve"];
    ASSERT_EQ(curve["thresholds"].size(), 4437u);
    EXPECT_EQ(curve["thresholds"][0], 0.932487);
    EXPECT_EQ(curve["tp"].back(), 1254);
    EXPECT_EQ(curve["fp"].back(), 3200);
}

TEST_F(MetricsTest, FlagNobodyIsAThresholdToo) {
    const auto document = cli_.json({"metrics", kCredit, "--threshold", "inf", "--cost", "tp=5,fp=100,fn=1"});
    EXPECT_EQ(document["threshold"], "inf");
    EXPECT_EQ(document["confusion"]["tp"], 0);
    EXPECT_TRUE(document["metrics"]["precision"].is_null());
    EXPECT_EQ(document["cost"]["best"]["threshold"], "inf");
    const auto text = cli_({"metrics", kCredit, "--threshold", "inf"});
    EXPECT_NE(text.out.find("nothing is flagged"), std::string::npos) << text.out;
}

TEST_F(MetricsTest, CostsMayDependOnAnAmount) {
    const auto own = cli_.json({"metrics", kCredit, "--threshold", "0.31"})["cost"];
    const auto said = cli_.json(
        {"metrics", kCredit, "--threshold", "0.31", "--cost", "fp=0.15*amount,fn=0.5*amount"})["cost"];
    EXPECT_EQ(said["total"], own["total"]);
    EXPECT_TRUE(said["bayes_threshold"].is_null());
}

TEST_F(MetricsTest, WithoutCostsFalseAlarmsAreCounted) {
    const auto cost =
        cli_.json({"metrics", "food-review-sentiment/1.0.0@fine-foods-test", "--threshold", "0.5"})["cost"];
    EXPECT_EQ(cost["unit"], "false alarms");
    EXPECT_EQ(cost["total"], 114 + 88);
}

TEST_F(MetricsTest, ACohortIsAnExpression) {
    const auto document = cli_.json({"metrics", kCredit, "--where", "home = \"rent\""});
    ASSERT_TRUE(document.is_object());
    EXPECT_LT(document["n"].get<int>(), 4454);
    EXPECT_EQ(document["where"], "home = \"rent\"");
}

TEST_F(MetricsTest, FlipsNeedARunToCompareWith) {
    const char* before = "1.0.0@credit-applications-cv5";
    const auto alone = cli_({"metrics", kCredit, "--where", "flip = broken"});
    EXPECT_EQ(alone.exitCode, 3);
    EXPECT_NE(alone.err.find("--baseline RUN"), std::string::npos) << alone.err;

    std::uint64_t total = 0;
    for (const char* flip : {"fixed", "broken", "still wrong", "still right"}) {
        const auto document =
            cli_.json({"metrics", kCredit, "--where", std::string("flip = ") + flip, "--baseline", before});
        ASSERT_TRUE(document.is_object()) << flip;
        const auto& counts = document["confusion"];
        const bool wrong = std::string(flip) == "broken" || std::string(flip) == "still wrong";
        EXPECT_EQ(counts[wrong ? "tp" : "fp"], 0) << flip;
        EXPECT_EQ(counts[wrong ? "tn" : "fn"], 0) << flip;
        total += document["n"].get<std::uint64_t>();
    }
    EXPECT_EQ(total, 4454u);
    const auto other = cli_({"metrics", kCredit, "--where", "flip = broken", "--baseline",
                             "food-review-sentiment/1.0.0@fine-foods-test"});
    EXPECT_EQ(other.exitCode, 2) << other.err;
}

TEST_F(MetricsTest, AnErrorInACohortPointsAtThePlace) {
    const auto result = cli_({"metrics", kCredit, "--where", "home = = 3"});
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_NE(result.err.find('^'), std::string::npos) << result.err;
}

TEST_F(MetricsTest, BootstrapFillsTheOtherIntervals) {
    const auto document = cli_.json({"metrics", kCredit, "--bootstrap", "200"});
    ASSERT_TRUE(document.is_object());
    EXPECT_EQ(document["bootstrap"]["replicates"], 200);
    const double f1 = document["metrics"]["f1"];
    EXPECT_LT(document["intervals"]["f1"][0].get<double>(), f1);
    EXPECT_GT(document["intervals"]["f1"][1].get<double>(), f1);
    EXPECT_TRUE(document["intervals"].contains("mcc"));
    EXPECT_EQ(cli_.json({"metrics", kCredit, "--bootstrap", "200"})["intervals"], document["intervals"]);
}

TEST_F(MetricsTest, OneClassOfSeveralIsABinaryDocument) {
    const auto document = cli_.json({"metrics", "hpc-job-runtime/1.0.0@hpc-jobs-cv10", "--positive", "L"});
    ASSERT_TRUE(document.is_object());
    EXPECT_EQ(document["task"], "binary");
    EXPECT_EQ(document["positive"], "L");
    EXPECT_EQ(document["positives"], 259);
    EXPECT_NEAR(document["metrics"]["roc_auc"].get<double>(), 0.9655268866958453, 1e-9);
}

TEST_F(MetricsTest, SeveralClassesAreOneMatrix) {
    const auto document = cli_.json({"metrics", "hpc-job-runtime/1.0.0@hpc-jobs-cv10", "--by", "protocol"});
    ASSERT_TRUE(document.is_object());
    EXPECT_EQ(document["task"], "multiclass");
    EXPECT_EQ(document["matrix"][0], (nlohmann::json{2020, 187, 4, 0}));
    for (const char* key :
         {"accuracy", "macro_precision", "macro_recall", "macro_f1", "micro_f1", "weighted_precision",
          "weighted_recall", "weighted_f1", "kappa", "mcc", "roc_auc_ovr_macro", "top_2_accuracy"})
        EXPECT_TRUE(document["metrics"][key].is_number()) << key;
    EXPECT_TRUE(document["segments"][0].contains("matrix"));
    const auto wrong = cli_({"metrics", "hpc-job-runtime/1.0.0@hpc-jobs-cv10", "--cost", "fp=1,fn=5"});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_NE(wrong.err.find("--positive"), std::string::npos);
}

TEST_F(MetricsTest, AConfidenceSendsUnsureAnswersToAPerson) {
    const std::string jobs = "hpc-job-runtime/2.0.0@hpc-jobs-cv10";
    const auto whole = cli_.json({"metrics", jobs});
    EXPECT_FALSE(whole.contains("confidence"));
    auto document = cli_.json({"metrics", jobs, "--threshold", "0.5"});
    EXPECT_EQ(document["confidence"]["threshold"], 0.5);
    EXPECT_EQ(document["confidence"]["reviewed"], 298);
    EXPECT_EQ(document["confidence"]["answered"], 4033);
    EXPECT_NEAR(document["confidence"]["accuracy"].get<double>(), 3527.0 / 4033, 1e-12);
    // What is said of all answers stays as it is.
    document.erase("confidence");
    EXPECT_EQ(document, whole);
    EXPECT_NE(cli_({"metrics", jobs, "--threshold", "0.5"}).out.find("298 samples go to review"),
              std::string::npos);
}

TEST_F(MetricsTest, UnknownNamesSayWhatThereIs) {
    const auto run = cli_({"metrics", "2.0.0@credit-aplications-cv5"});
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_NE(run.err.find("credit-applications-cv5"), std::string::npos) << run.err;
    EXPECT_EQ(cli_({"metrics", "999"}).exitCode, 2);
    const auto column = cli_({"metrics", kCredit, "--by", "jobb"});
    EXPECT_EQ(column.exitCode, 3);
    EXPECT_NE(column.err.find("jobb"), std::string::npos);
    EXPECT_EQ(cli_({"metrics", kCredit, "--positive", "ugly"}).exitCode, 3);
}

TEST_F(MetricsTest, WrongValuesAreUsage) {
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--threshold", "nan"},
                                               {"--threshold", "high"},
                                               {"--cost", "fp"},
                                               {"--cost", "xx=1"},
                                               {"--bootstrap", "0"},
                                               {"--bootstrap", "1.5"},
                                               {"--bootstrap", "1e12"},
                                               {"--nonsense"}}) {
        std::vector<std::string> arguments{"metrics", kCredit};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        const auto result = cli_(arguments);
        EXPECT_EQ(result.exitCode, 2) << wrong.front() << " " << wrong.back() << result.err;
        EXPECT_EQ(result.out, "");
    }
}

TEST_F(MetricsTest, PeopleReadSentences) {
    const auto result = cli_({"metrics", kCredit, "--threshold", "0.31", "--by", "home"});
    ASSERT_EQ(result.exitCode, 0);
    for (const char* text : {"4,454 applications scored", "953", "744", "64,100 EUR a month", "61,400 EUR",
                             "at 0.259", "Precision", "0.562", "ROC AUC", "0.835", "few"})
        EXPECT_NE(result.out.find(text), std::string::npos) << text << "\n" << result.out;
    EXPECT_EQ(result.err, "");
}

TEST_F(MetricsTest, AFullDiskIsNoticedHere) {
    EXPECT_EQ(cli_({"metrics", kCredit, "--json"}, {.stdoutFile = "/dev/full"}).exitCode, 74);
}

TEST_F(MetricsTest, AnInterruptIs130) {
    const auto interrupt = [](pid_t child) {
        usleep(300'000);
        kill(child, SIGINT);
    };
    const auto result = cli_({"metrics", kCredit, "--bootstrap", "1000000"}, {.whenStarted = interrupt});
    EXPECT_EQ(result.exitCode, 130) << result.err;
    EXPECT_EQ(result.out, "");
}

TEST_F(MetricsTest, ReadingLeavesTheStoresBytes) {
    const std::string before = cli_.read(test::demoStore());
    cli_({"metrics", kCredit});
    cli_({"runs"});
    cli_({"check"});
    EXPECT_TRUE(cli_.read(test::demoStore()) == before);
}

}  // namespace
}  // namespace reckoner
