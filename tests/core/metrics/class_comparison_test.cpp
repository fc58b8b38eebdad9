#include "core/metrics/class_comparison.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/matrix_figures.h"
#include "core/metrics/tally_bootstrap.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

struct Answers {
    std::vector<std::string> ids, truth, predicted, group;
    std::vector<double> weights;
    std::vector<std::string> classes = {"a", "b", "c"};
    EvalTablePtr table(const std::string& version) const {
        test::VectorTable run;
        run.info.version = version;
        run.info.task = Task::Multiclass;
        run.info.classes = classes;
        run.info.positive.clear();
        run.texts("id", ids, ColumnRole::Id)
            .labels(truth)
            .category("answer", ColumnRole::Prediction, predicted);
        if (!group.empty()) run.segment("group", group);
        if (!weights.empty()) run.weights(weights);
        return run.build();
    }
};

// The second is right more often in the group "x".
std::pair<Answers, Answers> answers(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Answers first, second;
    const char* names[] = {"a", "b", "c"};
    for (std::size_t i = 0; i < n; ++i) {
        const std::string truth = names[random.below(3)];
        const bool x = i % 2 == 0;
        first.ids.push_back("s" + std::to_string(i));
        first.truth.push_back(truth);
        first.group.push_back(x ? "x" : "y");
        first.predicted.push_back(random.unit() < 0.6 ? truth : names[random.below(3)]);
        second.predicted.push_back(random.unit() < (x ? 0.8 : 0.05) ? truth : first.predicted.back());
    }
    second.ids = first.ids;
    second.truth = first.truth;
    return {first, second};
}

ClassComparisonRequest requestOf(const Answers& first, const Answers& second) {
    ClassComparisonRequest request;
    request.first = first.table("1");
    request.second = second.table("2");
    request.alignment = SampleAlignment::byId(*request.first, *request.second);
    request.replicates = 500;
    return request;
}

TEST(ClassComparison, CountsWhatCountingOneByOneCounts) {
    const auto [first, second] = answers(400, 1);
    ClassComparisonRequest request = requestOf(first, second);
    request.by = {"group"};
    const ClassComparison comparison = compareClasses(request);
    Flips flips, ofX, ofB;
    for (std::size_t i = 0; i < first.ids.size(); ++i) {
        const bool before = first.predicted[i] == first.truth[i], now = second.predicted[i] == first.truth[i];
        flips.add(before, now);
        if (first.group[i] == "x") ofX.add(before, now);
        if (first.truth[i] == "b") ofB.add(before, now);
    }
    EXPECT_EQ(comparison.both, 400U);
    EXPECT_EQ(comparison.flips.fixed, flips.fixed);
    EXPECT_EQ(comparison.flips.broken, flips.broken);
    EXPECT_EQ(comparison.decisions.midP, mcnemar(flips.broken, flips.fixed).midP);
    ASSERT_EQ(comparison.segments.size(), 2U);
    EXPECT_EQ(comparison.segments[0].flips.fixed, ofX.fixed);
    EXPECT_LT(*comparison.segments[0].q, 0.01);
    EXPECT_EQ(comparison.perClass[1].hits.c, ofB.fixed);
    const Difference& accuracy = *comparison.difference("accuracy");
    EXPECT_NEAR(*accuracy.value, (static_cast<double>(flips.fixed) - static_cast<double>(flips.broken)) / 400,
                1e-12);
    EXPECT_EQ(accuracy.verdict, Verdict::Better);
    EXPECT_EQ(comparison.differences.size(), matrixFigureNames().size());
    EXPECT_TRUE(comparison.perClass[0].f1.interval);
}

// The public reference; both files hold the same samples in the same order.
TEST(ClassComparison, AgreesWithTheReference) {
    ClassComparisonRequest request;
    request.first = test::demoRun("hpc_jobs/hpc_jobs_v1_multinomial.csv").build();
    request.second = test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build();
    request.by = {"protocol"};
    request.replicates = 0;
    const ClassComparison comparison = compareClasses(request);
    const auto expected = test::referenceNumbers("hpc_jobs")["comparisons"]["v1_vs_v2"];
    EXPECT_EQ(comparison.both, expected["n"].get<std::uint64_t>());
    const auto expectTest = [](const auto& wanted, const McNemar& got) {
        EXPECT_EQ(got.b, wanted["only_first_correct"].template get<std::uint64_t>());
        EXPECT_EQ(got.c, wanted["only_second_correct"].template get<std::uint64_t>());
        EXPECT_NEAR(got.exactP, wanted["exact_p"].template get<double>(), 1e-9);
    };
    expectTest(expected["mcnemar"], comparison.decisions);
    for (const auto& [id, value] : expected["delta_second_minus_first"].items())
        EXPECT_NEAR(*comparison.difference(id)->value, value.get<double>(), 1e-9) << id;
    for (const ClassDifference& one : comparison.perClass)
        EXPECT_NEAR(*one.recall.value, expected["per_class_recall_delta"][one.name].get<double>(), 1e-9)
            << one.name;
    const auto& segments = expected["segments"]["protocol"];
    EXPECT_EQ(comparison.segments.size(), segments.size());
    for (const ClassSegmentDifference& segment : comparison.segments) {
        const auto& wanted = segments[segment.key.values[0].value()];
        EXPECT_EQ(segment.n, wanted["n"].get<std::uint64_t>());
        EXPECT_NEAR(*segment.secondAccuracy - *segment.firstAccuracy, wanted["delta_accuracy"].get<double>(),
                    1e-9);
        expectTest(wanted["mcnemar"], segment.all);
    }
}

TEST(ClassComparison, TheIntervalIsThatOfDrawingSampleBySample) {
    auto [first, second] = answers(300, 2);
    const ClassComparison quick = compareClasses(requestOf(first, second));
    first.weights.assign(300, 1);  // a weight column: sample by sample
    const ClassComparison plain = compareClasses(requestOf(first, second));
    for (const char* id : {"accuracy", "macro_f1", "kappa", "mcc"}) {
        const Interval a = *quick.difference(id)->interval, b = *plain.difference(id)->interval;
        EXPECT_NEAR(a.lo, b.lo, 0.12 * (b.hi - b.lo)) << id;
        EXPECT_NEAR(a.hi, b.hi, 0.12 * (b.hi - b.lo)) << id;
        EXPECT_EQ(*quick.difference(id)->value, *plain.difference(id)->value) << id;
    }
}

TEST(ClassComparison, ClassesInAnotherOrderAreTheSameAndOtherClassesAreRefused) {
    const auto [first, second] = answers(200, 3);
    Answers turned = second;
    turned.classes = {"c", "a", "b"};
    const ClassComparison one = compareClasses(requestOf(first, second));
    const ClassComparison other = compareClasses(requestOf(first, turned));
    EXPECT_EQ(*one.difference("macro_f1")->value, *other.difference("macro_f1")->value);
    EXPECT_EQ(one.flips.fixed, other.flips.fixed);
    turned.classes = {"a", "b", "d"};
    try {
        compareClasses(requestOf(first, turned));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadInput);
        EXPECT_NE(std::string(error.what()).find("\"d\""), std::string::npos);
    }
}

TEST(ClassComparison, IdenticalDisjointOneSampleAndOneClassHaveNoNonsense) {
    const auto [first, second] = answers(100, 4);
    const ClassComparison same = compareClasses(requestOf(first, first));
    EXPECT_EQ(*same.difference("accuracy")->value, 0);
    EXPECT_EQ(same.difference("accuracy")->verdict, Verdict::NoDifferenceSeen);
    EXPECT_EQ(same.decisions.midP, 1);
    Answers elsewhere = second;
    for (std::string& id : elsewhere.ids)
        id = "t" + id;
    const ClassComparison apart = compareClasses(requestOf(first, elsewhere));
    EXPECT_FALSE(apart.paired);
    EXPECT_EQ(apart.onlyFirst, 100U);
    EXPECT_TRUE(apart.difference("accuracy")->interval);
    EXPECT_TRUE(apart.segments.empty());
    Answers joined = elsewhere;
    joined.ids[0] = first.ids[0];
    joined.truth[0] = first.truth[0];
    const ClassComparison one = compareClasses(requestOf(first, joined));
    EXPECT_EQ(one.both, 1U);
    EXPECT_FALSE(one.difference("accuracy")->interval) << "one class, and one sample";
    EXPECT_EQ(one.difference("accuracy")->verdict, Verdict::NotComparable);
    for (const auto& [id, difference] : one.differences)
        if (difference.value) {
            EXPECT_FALSE(std::isnan(*difference.value)) << id;
        }
}

TEST(ClassComparison, OnlyTheCohortCounts) {
    const auto [first, second] = answers(300, 5);
    ClassComparisonRequest request = requestOf(first, second);
    request.where = "group = 'x'";
    EXPECT_EQ(compareClasses(request).both, 150U);
    request.replicates = 0;
    const ClassComparison bare = compareClasses(request);
    EXPECT_EQ(bare.replicates, 0U);
    EXPECT_FALSE(bare.difference("accuracy")->interval);
}

}  // namespace
}  // namespace reckoner
