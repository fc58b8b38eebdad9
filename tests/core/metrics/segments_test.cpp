#include "core/metrics/segments.h"

#include <cmath>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/cost/operating_point.h"
#include "core/metrics/fairness.h"
#include "core/metrics/ranking.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/significance.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

using SegmentJson = nlohmann::json;

std::string segmentName(const Grouping::Key& key) {
    std::string text;
    for (const auto& value : key.values)
        text += (text.empty() ? "" : " × ") + value.value_or("(missing)");
    return text;
}

std::vector<std::string> splitCross(std::string columns) {
    std::vector<std::string> result;
    const std::string sign = " × ";
    for (std::size_t at = columns.find(sign); at != std::string::npos; at = columns.find(sign)) {
        result.push_back(columns.substr(0, at));
        columns.erase(0, at + sign.size());
    }
    result.push_back(columns);
    return result;
}

void expectValue(const Value* ours, const SegmentJson& reference, const std::string& where) {
    ASSERT_TRUE(ours) << where;
    if (reference.is_null() || !*ours) {
        EXPECT_EQ(reference.is_null(), !*ours) << where;
        return;
    }
    EXPECT_TRUE(test::agrees(**ours, reference.get<double>())) << where << ": " << **ours << " " << reference;
}

int expectAtThreshold(const Segment& segment, const SegmentJson& reference, const std::string& where) {
    EXPECT_EQ(segment.tally.tp.n, reference.at("tp").get<std::uint64_t>()) << where;
    EXPECT_EQ(segment.tally.fp.n, reference.at("fp").get<std::uint64_t>()) << where;
    EXPECT_EQ(segment.tally.fn.n, reference.at("fn").get<std::uint64_t>()) << where;
    EXPECT_EQ(segment.tally.tn.n, reference.at("tn").get<std::uint64_t>()) << where;
    int compared = 4;
    for (const char* id : {"accuracy", "precision", "recall", "specificity", "f1", "npv", "fpr", "fnr",
                           "selection_rate", "mcc", "balanced_accuracy"}) {
        expectValue(segment.metric(id), reference.at(id), where + " " + id);
        ++compared;
    }
    expectValue(segment.metric("kappa"), reference.at("cohen_kappa"), where + " kappa");
    for (const auto& [id, bounds] : reference.at("wilson95").items()) {
        const auto interval = segment.interval(id);
        EXPECT_EQ(bounds.is_null(), !interval) << where << " " << id;
        if (!interval || bounds.is_null()) continue;
        EXPECT_TRUE(test::agrees(interval->lo, bounds[0])) << where << " " << id;
        EXPECT_TRUE(test::agrees(interval->hi, bounds[1])) << where << " " << id;
        compared += 2;
    }
    return compared;
}

// Every segment of the reference from one sweep and one walk a column.
int expectReferenceSegments(const EvalTablePtr& table, const SegmentJson& reference,
                            const std::string& where) {
    int compared = 0;
    for (const auto& [columns, values] : reference.items()) {
        AnalysisRequest request;
        request.table = table;
        request.groupBy = splitCross(columns);
        const RunAnalysisPtr analysis = analyse(request);
        const auto scores = segmentScores(*analysis);
        std::map<std::string, SegmentTable> tables;
        for (const auto& [name, reference1] : values.items())
            for (const auto& [threshold, point] : reference1.at("at_threshold").items())
                if (!tables.contains(threshold))
                    tables.emplace(threshold, segmentTable(*analysis->sweep, *analysis->grouping, scores,
                                                           nullptr, parseNumber(threshold).value()));
        for (const auto& [threshold, segments] : tables) {
            EXPECT_EQ(segments.segments.size(), values.size()) << where << columns;
            for (const Segment& segment : segments.segments) {
                const std::string name = segmentName(segment.key);
                const std::string at = where + "/" + columns + "/" + name;
                if (!values.contains(name)) {
                    ADD_FAILURE() << at << " is not in the reference";
                    continue;
                }
                const SegmentJson& expected = values.at(name);
                EXPECT_EQ(segment.scores.n, expected.at("n").get<std::uint64_t>()) << at;
                EXPECT_EQ(segment.scores.positives, expected.at("n_positive").get<std::uint64_t>()) << at;
                EXPECT_TRUE(test::agrees(segment.scores.meanScore, expected.at("mean_score"))) << at;
                expectValue(segment.metric("roc_auc"), expected.at("roc_auc"), at + " roc_auc");
                // scikit-learn gives 1 where there are positives only; we say that it is undefined.
                const bool onlyPositives = expected.at("n") == expected.at("n_positive");
                expectValue(segment.metric("average_precision"),
                            onlyPositives ? SegmentJson() : expected.at("average_precision"), at + " ap");
                expectValue(segment.metric("brier"), expected.at("brier"), at + " brier");
                expectValue(segment.metric("ece_10"), expected.at("ece_10"), at + " ece_10");
                compared += 7 + expectAtThreshold(segment, expected.at("at_threshold").at(threshold),
                                                  at + " at " + threshold);
            }
        }
    }
    return compared;
}

int expectReferenceOf(const std::string& file, const SegmentJson& numbers) {
    return expectReferenceSegments(test::demoRun(file).build(), numbers.at("segments"), file);
}

TEST(SegmentsReference, CreditVersions) {
    const SegmentJson runs = test::referenceNumbers("credit_default").at("runs");
    EXPECT_GT(expectReferenceOf("credit_default/credit_default_v1_logreg.csv", runs.at("v1")), 1500);
    EXPECT_GT(expectReferenceOf("credit_default/credit_default_v2_forest.csv", runs.at("v2")), 1500);
    EXPECT_GT(expectReferenceOf("credit_default/credit_default_v3_boosting.jsonl", runs.at("v3")), 1500);
}

TEST(SegmentsReference, Reviews) {
    const SegmentJson runs = test::referenceNumbers("food_reviews").at("runs");
    EXPECT_GT(expectReferenceOf("food_reviews/food_reviews_v1_naivebayes.csv", runs.at("v1")), 200);
    EXPECT_GT(expectReferenceOf("food_reviews/food_reviews_v2_tfidf.jsonl", runs.at("v2")), 200);
}

TEST(SegmentsReference, FlightWeeks) {
    const SegmentJson reference = test::referenceNumbers("flight_delay");
    for (const auto& [week, numbers] : reference.at("weekly_runs").items())
        EXPECT_GT(expectReferenceOf("flight_delay/flight_delay_v1_2001-" + week + ".csv", numbers), 500);
}

struct RandomRun {
    std::vector<std::string> labels;
    std::vector<double> scores;
    std::vector<std::string> groups;
    std::vector<double> weights;
    EvalTablePtr table;
};

RandomRun randomRun(Random& random, std::size_t rows, std::uint64_t groups, bool weighted) {
    RandomRun run;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto group = random.below(groups + 1);
        run.groups.push_back(group == groups ? "" : "g" + std::to_string(group));
        // Group 0 has one class; labels and scores are sometimes not there.
        run.labels.push_back(random.below(12) == 0 ? "" : group != 0 && random.below(3) == 0 ? "yes" : "no");
        const auto kind = random.below(15);
        run.scores.push_back(kind == 0   ? missingReal()
                             : kind == 1 ? std::nan("")
                                         : static_cast<double>(random.below(20)) / 19);
        run.weights.push_back(static_cast<double>(random.below(5)) / 2 + 0.25);
    }
    test::VectorTable builder;
    builder.labels(run.labels).scores(run.scores).segment("group", run.groups);
    if (weighted) builder.weights(run.weights);
    run.table = builder.build();
    return run;
}

void expectSame(const Value& ours, const Value& expected, const std::string& where) {
    ASSERT_EQ(ours.v.has_value(), expected.v.has_value()) << where;
    if (ours)
        EXPECT_NEAR(*ours, *expected, 1e-12) << where;
    else
        EXPECT_EQ(ours.why, expected.why) << where;
}

// Each segment as a run of its own, and its AUC by looking at every pair.
void expectLikeRunsOfTheirOwn(const RandomRun& run, double threshold) {
    AnalysisRequest request;
    request.table = run.table;
    request.groupBy = {"group"};
    const RunAnalysisPtr analysis = analyse(request);
    const RowSet everything = RowSet::all(run.table->rows());
    const auto scores =
        segmentScores(analysis->rows, *analysis->grouping, ScoreKind::Probability, &everything);
    const SegmentTable table =
        segmentTable(*analysis->sweep, *analysis->grouping, scores, &analysis->cost, threshold);
    std::uint64_t total = 0;
    for (const Segment& segment : table.segments) {
        const std::string where = segmentName(segment.key);
        std::vector<RowIndex> rows;
        for (RowIndex row = 0; row < run.groups.size(); ++row)
            if (run.groups[row] == segment.key.values[0].value_or("")) rows.push_back(row);
        const ScoredRows own = ScoredRows::of(*run.table, RowSet(rows, run.table->rows()));
        const auto sweep = ThresholdSweep::build(*run.table, own);
        const RankingNumbers ranking = rankingNumbers(*sweep);
        const ProbabilityNumbers probability = probabilityNumbers(own, ScoreKind::Probability);
        total += segment.scores.n;
        EXPECT_EQ(segment.scores.n, own.rows.size()) << where;
        EXPECT_EQ(*segment.scores.excluded, own.excluded.total()) << where;
        EXPECT_EQ(segment.tally.n(), own.rows.size()) << where;
        expectSame(segment.scores.rocAuc, ranking.rocAuc, where + " auc");
        expectSame(segment.scores.averagePrecision, ranking.averagePrecision, where + " ap");
        expectSame(segment.scores.ks, ranking.ks, where + " ks");
        expectSame(segment.scores.logLoss, probability.logLoss, where + " log loss");
        expectSame(segment.scores.brier, probability.brier, where + " brier");
        expectSame(segment.scores.ece10, probability.ece10, where + " ece 10");
        expectSame(segment.scores.ece15, probability.ece15, where + " ece 15");
        const auto interval = delong(own);
        ASSERT_EQ(interval.has_value(), segment.scores.rocAucInterval.has_value()) << where;
        if (interval) {
            EXPECT_NEAR(segment.scores.rocAucInterval->lo, interval->ci95.lo, 1e-12) << where;
            EXPECT_NEAR(segment.scores.rocAucInterval->hi, interval->ci95.hi, 1e-12) << where;
        }
        double pairs = 0;
        double better = 0;
        for (std::size_t a = 0; a < own.rows.size(); ++a)
            for (std::size_t b = 0; b < own.rows.size(); ++b) {
                if (!own.positiveBits[a] || own.positiveBits[b]) continue;
                const double w = own.weights.empty() ? 1 : own.weights[a] * own.weights[b];
                pairs += w;
                better += own.scores[a] > own.scores[b] ? w : own.scores[a] == own.scores[b] ? w / 2 : 0;
            }
        if (pairs > 0) {
            EXPECT_NEAR(*segment.scores.rocAuc, better / pairs, 1e-12) << where;
        }
    }
    EXPECT_EQ(total, analysis->rows.rows.size());
}

TEST(Segments, AreLikeRunsOfTheirOwn) {
    Random random(3);
    for (int round = 0; round < 60; ++round) {
        const bool weighted = round % 3 == 0;
        const RandomRun run = randomRun(random, 1 + random.below(300), 1 + random.below(12), weighted);
        expectLikeRunsOfTheirOwn(run, static_cast<double>(random.below(20)) / 19);
    }
}

TEST(Segments, ErrorsAreComparedWithTheRest) {
    // a: 8 of 40 wrong, b: 2 of 40 wrong, c: 1 of 2 wrong.
    std::vector<std::string> labels;
    std::vector<double> scores;
    std::vector<std::string> groups;
    const auto add = [&](const std::string& group, int right, int wrong) {
        for (int i = 0; i < right + wrong; ++i) {
            groups.push_back(group);
            labels.push_back("yes");
            scores.push_back(i < right ? 0.9 : 0.1);
        }
    };
    add("a", 32, 8);
    add("b", 38, 2);
    add("c", 1, 1);
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).segment("g", groups).build();
    request.groupBy = {"g"};
    const SegmentTable table = segmentTable(*analyse(request), 0.5);
    ASSERT_EQ(table.segments.size(), 3u);
    const double expected[] = {*twoProportionP({0.2, 40}, {3.0 / 42, 42}),
                               *twoProportionP({0.05, 40}, {9.0 / 42, 42}),
                               *twoProportionP({0.5, 2}, {0.125, 80})};
    std::vector<Value> p;
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(*table.segments[i].pValue, expected[i], 1e-14);
        p.emplace_back(expected[i]);
    }
    const auto q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(*table.segments[i].qValue, *q[i], 1e-14);
    EXPECT_NEAR(*table.segments[0].coverage, 8.0 / 11, 1e-15);
    EXPECT_NEAR(*table.segments[0].errorRate, 0.2, 1e-15);
    // Without money a missed one costs one false alarm.
    EXPECT_EQ(*table.segments[0].cost, 8);
    EXPECT_EQ(*table.segments[0].costPerDecision, 0.2);
    EXPECT_FALSE(table.segments[0].small);
    EXPECT_TRUE(table.segments[2].small);
    EXPECT_EQ(table.whole.n(), 82u);
}

TEST(Segments, WithoutErrorsNobodyHasAShare) {
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.1}).segment("g", {"a", "b"}).build();
    request.groupBy = {"g"};
    const SegmentTable table = segmentTable(*analyse(request), 0.5);
    EXPECT_EQ(table.segments[0].coverage.why, Reason::NoErrors);
    EXPECT_EQ(*table.segments[0].pValue, 1.0);
    EXPECT_EQ(table.segments[0].scores.rocAuc.why, Reason::SingleClass);
}

TEST(Segments, ASegmentAloneHasNoRest) {
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.8}).segment("g", {"a", "a"}).build();
    request.groupBy = {"g"};
    const SegmentTable table = segmentTable(*analyse(request), 0.5);
    ASSERT_EQ(table.segments.size(), 1u);
    EXPECT_FALSE(table.segments[0].pValue);
    EXPECT_FALSE(table.segments[0].qValue);
}

TEST(Segments, GroupsWithoutSamplesInTheCohortAreLeftOut) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", ""})
                        .scores({0.9, 0.8, 0.7})
                        .segment("g", {"a", "b", "c"})
                        .build();
    request.groupBy = {"g"};
    request.where = "g != 'b'";
    const RunAnalysisPtr analysis = analyse(request);
    EXPECT_EQ(segmentTable(*analysis, 0.5).segments.size(), 1u);
    // With the cohort at hand, a group of unusable samples is shown as such.
    const RowSet cohort({0, 2}, 3);
    const auto scores = segmentScores(analysis->rows, *analysis->grouping, ScoreKind::Probability, &cohort);
    const SegmentTable table = segmentTable(*analysis->sweep, *analysis->grouping, scores, nullptr, 0.5);
    ASSERT_EQ(table.segments.size(), 2u);
    EXPECT_EQ(*table.segments[1].scores.excluded, 1u);
    EXPECT_EQ(table.segments[1].metric("accuracy")->why, Reason::NoSamples);
    EXPECT_EQ(table.segments[1].cost.why, Reason::NoCost);
}

TEST(Segments, ScoresThatAreNoProbabilitiesHaveNoBrier) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "yes", "no"})
                        .scores({9, 0.8, 3, 1})
                        .segment("g", {"a", "a", "b", "b"})
                        .build();
    request.groupBy = {"g"};
    const SegmentTable table = segmentTable(*analyse(request), 2);
    EXPECT_EQ(table.segments[0].metric("brier")->why, Reason::NotProbabilities);
    EXPECT_EQ(**table.segments[0].metric("roc_auc"), 1.0);
    EXPECT_EQ(table.segments[0].metric("nonsense"), nullptr);
}

TEST(Segments, TenThousandSegmentsAreNoTrouble) {
    Random random(5);
    const RandomRun run = randomRun(random, 60'000, 10'000, false);
    AnalysisRequest request;
    request.table = run.table;
    request.groupBy = {"group"};
    const SegmentTable table = segmentTable(*analyse(request), 0.5);
    EXPECT_GT(table.segments.size(), 9'900u);
}

TEST(Segments, ARunWithoutGroupsHasNone) {
    AnalysisRequest request;
    request.table = test::VectorTable().labels({"yes"}).scores({0.9}).build();
    EXPECT_THROW(segmentScores(*analyse(request)), Error);
}

}  // namespace
}  // namespace reckoner
