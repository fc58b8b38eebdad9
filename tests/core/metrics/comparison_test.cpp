#include "core/metrics/comparison.h"

#include <fstream>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/demo_table.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

using RefJson = nlohmann::json;

RefJson comparisonsOf(const std::string& name) {
    return RefJson::parse(test::readWhole(std::filesystem::path(RECKONER_FIXTURES) / "reference" /
                                          (name + ".json")))["comparisons"];
}

void expectNumber(const RefJson& expected, const Value& value, const std::string& what) {
    if (expected.is_null()) {
        EXPECT_FALSE(value) << what;
        return;
    }
    ASSERT_TRUE(value) << what;
    EXPECT_NEAR(*value, expected.get<double>(), 1e-9 * std::max(1.0, std::abs(expected.get<double>())))
        << what;
}

void expectMcNemar(const RefJson& expected, const McNemar& test, const std::string& what) {
    EXPECT_EQ(test.b, expected["only_first_correct"].get<std::uint64_t>()) << what;
    EXPECT_EQ(test.c, expected["only_second_correct"].get<std::uint64_t>()) << what;
    EXPECT_NEAR(test.exactP, expected["exact_p"].get<double>(), 1e-9) << what;
}

std::string nameOf(const Grouping::Key& key) {
    return key.values.front().value_or("(missing)");
}

void expectSegments(const RefJson& expected, const std::vector<SegmentDifference>& segments,
                    const std::string& what) {
    EXPECT_EQ(segments.size(), expected.size()) << what;
    for (const SegmentDifference& segment : segments) {
        const std::string name = what + " " + nameOf(segment.key);
        ASSERT_TRUE(expected.contains(nameOf(segment.key))) << name;
        const RefJson& reference = expected[nameOf(segment.key)];
        EXPECT_EQ(segment.n, reference["n"].get<std::uint64_t>()) << name;
        for (const auto& [metric, number] : reference["delta"].items())
            expectNumber(number, segment.difference(metric), name + " " + metric);
        expectMcNemar(reference["mcnemar"], segment.all, name);
        expectMcNemar(reference["mcnemar_positives_only"], segment.positives, name + " positives");
    }
}

void expectReference(const RefJson& expected, const ComparisonRequest& base, const std::string& what) {
    ComparisonRequest request = base;
    request.replicates = 0;
    request.firstThreshold = expected["threshold_first"].get<double>();
    request.secondThreshold = expected["threshold_second"].get<double>();
    const Comparison comparison = compareRuns(request);
    EXPECT_EQ(comparison.both, expected["n"].get<std::uint64_t>()) << what;
    for (const auto& [metric, number] : expected["delta_second_minus_first"].items()) {
        const Difference* difference = comparison.difference(metric);
        if (difference) expectNumber(number, difference->value, what + " " + metric);
    }
    expectMcNemar(expected["mcnemar"], comparison.decisions, what);
    EXPECT_EQ(comparison.flips.stillRight, expected["mcnemar"]["both_correct"].get<std::uint64_t>()) << what;
    EXPECT_EQ(comparison.flips.stillWrong, expected["mcnemar"]["both_wrong"].get<std::uint64_t>()) << what;
    const Difference& auc = *comparison.difference("roc_auc");
    const RefJson& delong = expected["delong_paired"];
    EXPECT_NEAR(*auc.z, delong["z"].get<double>(), 1e-9) << what;
    EXPECT_NEAR(*auc.p, delong["p"].get<double>(), 1e-9) << what;
    EXPECT_NEAR(auc.interval->lo, delong["difference_ci95"][0].get<double>(), 1e-9) << what;
    EXPECT_NEAR(auc.interval->hi, delong["difference_ci95"][1].get<double>(), 1e-9) << what;
    for (const auto& [column, segments] : expected["segments"].items()) {
        request.by = {column};
        expectSegments(segments, compareRuns(request).segments, what + " " + column);
    }
}

// The demo files of one eval set hold the same samples in the same order: row for row.
TEST(ComparisonReference, CreditVersions) {
    const std::map<std::string, std::string> files{{"v1", "credit_default_v1_logreg.csv"},
                                                   {"v2", "credit_default_v2_forest.csv"},
                                                   {"v3", "credit_default_v3_boosting.jsonl"}};
    const RefJson comparisons = comparisonsOf("credit_default");
    ASSERT_EQ(comparisons.size(), 3U);
    for (const auto& [name, expected] : comparisons.items()) {
        ComparisonRequest request;
        request.first = test::demoRun("credit_default/" + files.at(name.substr(0, 2))).build();
        request.second = test::demoRun("credit_default/" + files.at(name.substr(6))).build();
        expectReference(expected, request, name);
    }
}

TEST(ComparisonReference, ReviewVersions) {
    ComparisonRequest request;
    request.first = test::demoRun("food_reviews/food_reviews_v1_naivebayes.csv").build();
    request.second = test::demoRun("food_reviews/food_reviews_v2_tfidf.jsonl").build();
    expectReference(comparisonsOf("food_reviews")["v1_vs_v2"], request, "reviews");
}

struct Pair {
    std::vector<std::string> ids, labels;
    std::vector<double> scores;
    EvalTablePtr table(const std::string& version = "1") const {
        test::VectorTable run;
        run.info.version = version;
        return run.texts("id", ids, ColumnRole::Id).labels(labels).scores(scores).build();
    }
};

ComparisonRequest requestOf(const Pair& first, const Pair& second) {
    ComparisonRequest request;
    request.first = first.table();
    request.second = second.table("2");
    request.alignment = SampleAlignment::byId(*request.first, *request.second);
    request.replicates = 200;
    return request;
}

TEST(Comparison, IsOverWhatBothRunsHaveScoredAndAgreeOn) {
    const Pair first{{"a", "b", "c", "d", "e"}, {"yes", "no", "yes", "no", "yes"}, {0.9, 0.2, 0.8, 0.7, 0.4}};
    const Pair second{
        {"b", "c", "d", "e", "f"}, {"no", "no", "no", "yes", "no"}, {0.1, 0.8, missingReal(), 0.9, 0.3}};
    const Comparison comparison = compareRuns(requestOf(first, second));
    EXPECT_TRUE(comparison.paired);
    EXPECT_EQ(comparison.both, 2U);  // b and e
    EXPECT_EQ(comparison.onlyFirst, 1U);
    EXPECT_EQ(comparison.onlySecond, 1U);
    EXPECT_EQ(comparison.conflicting, 1U);
    EXPECT_EQ(comparison.unscored, 1U);
    EXPECT_EQ(comparison.first.tally.n(), 2U);
    EXPECT_EQ(comparison.flips.fixed, 1U);
    EXPECT_EQ(comparison.flips.stillRight, 1U);
}

TEST(Comparison, IdenticalRunsDifferByNothing) {
    const test::RandomRun random({.samples = 150}, 5);
    Pair run;
    for (std::size_t i = 0; i < random.scores.size(); ++i) {
        run.ids.push_back(std::to_string(i));
        run.labels.push_back(random.positives[i] ? "yes" : "no");
        run.scores.push_back(random.scores[i]);
    }
    const Comparison comparison = compareRuns(requestOf(run, run));
    for (const auto& [id, difference] : comparison.differences) {
        if (!difference.value) continue;
        EXPECT_EQ(*difference.value, 0) << id;
        if (difference.interval) {
            EXPECT_EQ(difference.interval->lo, 0) << id;
            EXPECT_EQ(difference.interval->hi, 0) << id;
        }
        EXPECT_TRUE(difference.verdict == Verdict::NoDifferenceSeen ||
                    difference.verdict == Verdict::NotComparable)
            << id;
    }
    EXPECT_EQ(comparison.decisions.midP, 1);
}

TEST(Comparison, KnowsWhichDirectionIsBetter) {
    Pair poor;
    Pair good;
    for (int i = 0; i < 200; ++i) {
        poor.ids.push_back(std::to_string(i));
        poor.labels.push_back(i % 2 ? "yes" : "no");
        poor.scores.push_back(i % 7 < 3 ? 0.9 : 0.1);
        good.scores.push_back((i % 2) != (i % 20 == 0) ? 0.95 : 0.05);
    }
    good.ids = poor.ids;
    good.labels = poor.labels;
    const Comparison there = compareRuns(requestOf(poor, good));
    const Comparison back = compareRuns(requestOf(good, poor));
    for (const std::string id : {"roc_auc", "f1", "accuracy", "cost", "brier", "log_loss", "fpr"}) {
        EXPECT_EQ(there.difference(id)->verdict, Verdict::Better) << id;
        EXPECT_EQ(back.difference(id)->verdict, Verdict::Worse) << id;
    }
    EXPECT_EQ(there.difference("selection_rate")->verdict, Verdict::NotComparable);
}

TEST(Comparison, WithoutASampleInCommonEachRunIsJudgedOverItsOwn) {
    const Pair first{{"a", "b", "c", "d"}, {"yes", "no", "yes", "no"}, {0.9, 0.2, 0.8, 0.7}};
    const Pair second{{"p", "q", "r"}, {"yes", "no", "no"}, {0.9, 0.2, 0.1}};
    const Comparison comparison = compareRuns(requestOf(first, second));
    EXPECT_FALSE(comparison.paired);
    EXPECT_EQ(comparison.first.tally.n(), 4U);
    EXPECT_EQ(comparison.second.tally.n(), 3U);
    EXPECT_TRUE(comparison.difference("recall")->interval);
    EXPECT_EQ(comparison.flips.n(), 0U);
}

TEST(Comparison, OneJoinedSampleOrOneClassSaysWhyThereIsNoFigure) {
    const Pair first{{"a", "b"}, {"yes", "no"}, {0.9, 0.2}};
    const Pair second{{"a", "c"}, {"yes", "no"}, {0.3, 0.2}};
    const Comparison comparison = compareRuns(requestOf(first, second));
    EXPECT_EQ(comparison.both, 1U);
    const Difference& auc = *comparison.difference("roc_auc");
    EXPECT_FALSE(auc.value);
    EXPECT_FALSE(auc.interval);
    EXPECT_EQ(auc.verdict, Verdict::NotComparable);
    EXPECT_EQ(*comparison.difference("recall")->value, -1);
}

TEST(Comparison, ManySamplesAreResampledTheQuickWayUnlessToldOtherwise) {
    const test::RandomRun run({.samples = kQuickFrom}, 3);
    Pair first, second;
    first.scores = run.scores;
    for (std::size_t i = 0; i < run.scores.size(); ++i) {
        first.ids.push_back(std::to_string(i));
        first.labels.push_back(run.positives[i] ? "yes" : "no");
        second.scores.push_back(i % 9 == 0 ? 1 - run.scores[i] : run.scores[i]);
    }
    second.ids = first.ids;
    second.labels = first.labels;
    ComparisonRequest request = requestOf(first, second);
    request.replicates = 40;
    std::set<std::string> told;
    request.sink = [&told](const std::string& figure, const Interval&) { told.insert(figure); };
    const Comparison quick = compareRuns(request);
    EXPECT_TRUE(quick.difference("f1")->interval);
    EXPECT_TRUE(quick.difference("cost")->interval);
    EXPECT_TRUE(quick.difference("average_precision")->interval);
    EXPECT_TRUE(quick.difference("ks")->interval);
    EXPECT_TRUE(told.contains("roc_auc"));
    request.sampleBySample = true;
    const Comparison plain = compareRuns(request);
    EXPECT_TRUE(plain.difference("average_precision")->interval);
    EXPECT_EQ(*plain.difference("f1")->value, *quick.difference("f1")->value);
}

TEST(Comparison, AnotherPositiveClassIsRefusedByName) {
    const Pair first{{"a"}, {"yes"}, {0.9}};
    test::VectorTable other;
    other.info.classes = {"good", "bad"};
    other.info.positive = "bad";
    ComparisonRequest request;
    request.first = first.table();
    request.second = other.texts("id", {"a"}, ColumnRole::Id).labels({"bad"}).scores({0.4}).build();
    request.alignment = SampleAlignment::byId(*request.first, *request.second);
    try {
        compareRuns(request);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadInput);
        EXPECT_NE(std::string(error.what()).find("\"yes\""), std::string::npos) << error.what();
    }
}

TEST(Comparison, ScoresOfTheOtherClassAreRefusedUnlessTheClassIsSaid) {
    const Pair first{{"a", "b"}, {"yes", "no"}, {0.9, 0.1}};
    test::VectorTable other;
    other.info.positive = "no";
    ComparisonRequest request;
    request.first = first.table();
    request.second =
        other.texts("id", {"a", "b"}, ColumnRole::Id).labels({"yes", "no"}).scores({0.4, 0.6}).build();
    request.alignment = SampleAlignment::byId(*request.first, *request.second);
    EXPECT_THROW(compareRuns(request), Error);
    request.positive = "yes";
    EXPECT_EQ(compareRuns(request).both, 2U);
}

}  // namespace
}  // namespace reckoner
