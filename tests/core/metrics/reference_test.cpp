// Every number of every binary section of tests/fixtures/reference, to 1e-9.
#include <limits>

#include <gtest/gtest.h>

#include "core/cost/optimum.h"
#include "core/metrics/best_points.h"
#include "core/metrics/calibration.h"
#include "core/metrics/intervals.h"
#include "core/metrics/latency.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/ranking.h"
#include "core/metrics/score_summary.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

using Json = nlohmann::json;

Json numberOrNull(const Value& value) {
    return value ? Json(*value) : Json();
}
Json intervalOrNull(const std::optional<Interval>& interval) {
    return interval ? Json{interval->lo, interval->hi} : Json();
}
Json thresholdOf(double threshold) {
    return std::isinf(threshold) ? Json("inf") : Json(threshold);
}
Json countsOf(const Tally& tally) {
    return {{"tp", tally.tp.n}, {"fp", tally.fp.n}, {"fn", tally.fn.n}, {"tn", tally.tn.n}};
}

// The reference calls some metrics by another name.
Json metricsOf(const Tally& tally) {
    Json result = countsOf(tally);
    for (const MetricEntry& metric : metricList())
        result[metric.id == "kappa" ? "cohen_kappa" : std::string(metric.id)] =
            numberOrNull(metric.value(tally));
    for (const char* id : {"precision", "recall", "specificity", "accuracy"}) {
        const auto share = findMetric(id)->proportion(tally);
        result["wilson95"][id] = intervalOrNull(wilson95(share.successes, share.trials));
    }
    return result;
}

Json calibrationOf(const ScoredRows& rows, ScoreKind kind, int bins) {
    const Calibration ours = calibration(rows, kind, bins);
    const Calibration left = calibration(rows, kind, bins, BinRule::LeftClosed);
    const Calibration quotient = calibration(rows, kind, bins, BinRule::RightClosedQuotient);
    Json result{{"ece", numberOrNull(ours.ece)},
                {"mce", numberOrNull(ours.mce)},
                {"ece_left_closed", numberOrNull(left.ece)},
                {"mce_left_closed", numberOrNull(left.mce)},
                {"ece_with_edges_i_over_M", numberOrNull(quotient.ece)},
                {"n_scores_on_an_inner_edge", ours.onInnerEdge}};
    std::uint64_t moved = 0;
    for (std::size_t b = 0; b < ours.bins.size(); ++b) {
        const CalibrationBin& bin = ours.bins[b];
        const std::uint64_t other = quotient.bins[b].count;
        moved += std::max(bin.count, other) - std::min(bin.count, other);
        result["bins"].push_back({{"lo", bin.lo},
                                  {"hi", bin.hi},
                                  {"count", bin.count},
                                  {"positives", bin.positives},
                                  {"mean_score", numberOrNull(bin.meanScore)},
                                  {"share_positive", numberOrNull(bin.sharePositive)}});
    }
    result["n_rows_in_another_bin_with_edges_i_over_M"] = moved / 2;
    return result;
}

Json optimumOf(const ThresholdSweep& sweep, const Json& matrix) {
    CostModel model;
    model.tp.fixed = matrix.at("TP");
    model.fp.fixed = matrix.at("FP");
    model.fn.fixed = matrix.at("FN");
    model.tn.fixed = matrix.at("TN");
    const BoundCost cost(model, {});
    const Optimum best = optimum(sweep, cost);
    const auto next = sweep.below(best.threshold);
    Json result{{"matrix", matrix},
                {"min_cost", best.total},
                {"threshold_highest", thresholdOf(best.threshold)},
                {"threshold_lowest", thresholdOf(best.lowestAttaining)},
                {"n_thresholds_attaining", best.attaining},
                {"at_highest", countsOf(best.tally)},
                {"next_lower_score", next ? Json(*next) : Json()},
                {"cost_predict_none", best.flagNobody},
                {"cost_predict_all", best.flagEverybody},
                {"bayes_threshold", bayesThreshold(model).value()}};
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i <= 100; ++i) {
        const double total = cost.total(sweep.at(i / 100.0));
        if (total < least) result["grid_0.01"]["threshold_lowest"] = i / 100.0;
        if (total <= least) result["grid_0.01"]["threshold_highest"] = i / 100.0;
        least = std::min(least, total);
    }
    result["grid_0.01"]["min_cost"] = least;
    return result;
}

Json bestOf(const std::optional<BestPoint>& best, const char* valueName) {
    if (!best) return {};
    Json result = countsOf(best->tally);
    result["threshold"] = thresholdOf(best->threshold);
    result[valueName] = best->value;
    result["n_ties"] = best->ties;
    return result;
}

// The number at the end of "max_recall_with_precision>=0.5".
double limitIn(const std::string& name) {
    return parseNumber(name.substr(name.find('=') + 1)).value();
}

Json bestPointsOf(const ThresholdSweep& sweep, const Json& reference) {
    Json result{{"max_f1", bestOf(bestF1(sweep), "f1")}, {"max_youden", bestOf(bestYouden(sweep), "j")}};
    for (const auto& [name, point] : reference.items()) {
        if (name.starts_with("max_recall"))
            result[name] = bestOf(bestRecallWithPrecision(sweep, limitIn(name)), "recall");
        if (name.starts_with("recall_at"))
            result[name] = bestOf(bestRecallWithFpr(sweep, limitIn(name)), "recall");
    }
    return result;
}

Json liftOf(const ThresholdSweep& sweep, double share) {
    const TopShare top = topShare(sweep, share);
    return {{"k", top.k},
            {"positives", top.positives},
            {"capture", numberOrNull(top.capture)},
            {"lift", numberOrNull(top.lift)},
            {"cut_falls_in_a_tie", top.cutFallsInATie}};
}

Json curveOf(const ThresholdSweep& sweep, const Json& reference) {
    Json result{{"n_distinct_thresholds", sweep.distinctScores()}, {"points", Json::array()}};
    for (const Json& point : reference.at("points")) {
        const double threshold = point.at("threshold");
        const Tally tally = sweep.at(threshold);
        Json ours = countsOf(tally);
        ours["threshold"] = sweep.below(std::nextafter(threshold, 1e300)).value();
        ours["tpr_recall"] = numberOrNull(findMetric("recall")->value(tally));
        ours["fpr"] = numberOrNull(findMetric("fpr")->value(tally));
        ours["precision"] = numberOrNull(findMetric("precision")->value(tally));
        result["points"].push_back(ours);
    }
    return result;
}

Json latencyOf(const EvalTable& table) {
    const auto numbers = latencyNumbers(table.real(table.find(ColumnRole::Latency)->id)->values());
    return {{"n", numbers.n},
            {"mean", numberOrNull(numbers.mean)},
            {"std_sample", numberOrNull(numbers.standardDeviation)},
            {"min", numberOrNull(numbers.min)},
            {"p50", numberOrNull(numbers.p50)},
            {"p90", numberOrNull(numbers.p90)},
            {"p95", numberOrNull(numbers.p95)},
            {"p99", numberOrNull(numbers.p99)},
            {"max", numberOrNull(numbers.max)}};
}

RowSet rowsWhere(const EvalTable& table, const std::string& columns, const std::string& values) {
    const std::string cross = " × ";
    const auto cut = columns.find(cross);
    std::vector<std::pair<std::string, std::string>> parts;
    if (cut == std::string::npos) {
        parts.emplace_back(columns, values);
    } else {
        const auto valueCut = values.find(cross);
        parts.emplace_back(columns.substr(0, cut), values.substr(0, valueCut));
        parts.emplace_back(columns.substr(cut + cross.size()), values.substr(valueCut + cross.size()));
    }
    std::vector<RowIndex> rows;
    for (RowIndex row = 0; row < table.rows(); ++row) {
        bool inside = true;
        for (const auto& [column, value] : parts) {
            const auto category = table.category(table.find(column)->id);
            const std::uint32_t wanted =
                value == "(missing)" ? category->missingCode() : category->codeOf(value);
            inside = inside && category->code(row) == wanted;
        }
        if (inside) rows.push_back(row);
    }
    return RowSet(std::move(rows), table.rows());
}

Json segmentOf(const EvalTable& table, const ScoredRows& rows, const Json& reference) {
    const auto sweep = ThresholdSweep::build(table, rows);
    const ScoreSummary summary = scoreSummary(rows);
    const RankingNumbers ranking = rankingNumbers(*sweep);
    const ProbabilityNumbers probability = probabilityNumbers(rows, table.info().kind);
    Json result{{"n", summary.n},
                {"n_positive", summary.positives},
                {"prevalence", numberOrNull(summary.prevalence)},
                {"mean_score", numberOrNull(summary.mean)},
                {"roc_auc", numberOrNull(ranking.rocAuc)},
                {"average_precision", numberOrNull(ranking.averagePrecision)},
                {"brier", numberOrNull(probability.brier)},
                {"ece_10", numberOrNull(probability.ece10)}};
    for (const auto& [threshold, point] : reference.at("at_threshold").items())
        result["at_threshold"][threshold] = metricsOf(sweep->at(parseNumber(threshold).value()));
    return result;
}

// The reference follows scikit-learn where a segment holds positives only; we say that it is undefined.
Json withoutAveragePrecisionOfOneClass(Json segment) {
    if (segment.at("n") == segment.at("n_positive")) segment["average_precision"] = nullptr;
    return segment;
}

Json binarySectionOf(const EvalTable& table, const ScoredRows& rows, const Json& reference,
                     const Json& costMatrices) {
    const auto sweep = ThresholdSweep::build(table, rows);
    const ScoreKind kind = table.info().kind;
    const ScoreSummary summary = scoreSummary(rows);
    const RankingNumbers ranking = rankingNumbers(*sweep);
    const ProbabilityNumbers probability = probabilityNumbers(rows, kind);
    const auto interval = delong(rows);
    Json result{{"n", summary.n},
                {"n_positive", summary.positives},
                {"n_negative", summary.n - summary.positives},
                {"prevalence", numberOrNull(summary.prevalence)},
                {"score_min", numberOrNull(summary.min)},
                {"score_max", numberOrNull(summary.max)},
                {"score_mean", numberOrNull(summary.mean)},
                {"n_distinct_scores", sweep->distinctScores()},
                {"roc_auc", numberOrNull(ranking.rocAuc)},
                {"gini", numberOrNull(gini(ranking))},
                {"average_precision", numberOrNull(ranking.averagePrecision)},
                {"ks", numberOrNull(ranking.ks)},
                {"log_loss", numberOrNull(probability.logLoss)},
                {"log_loss_clip_1e-15", numberOrNull(logLoss(rows, kind, 1e-15))},
                {"brier", numberOrNull(probability.brier)},
                {"brier_skill_score", numberOrNull(brierSkillScore(probability.brier, rows))},
                {"best_points", bestPointsOf(*sweep, reference.at("best_points"))},
                {"auc_delong", {{"ci95", intervalOrNull(interval->ci95)}, {"variance", interval->variance}}}};
    for (const int bins : {10, 15})
        result["calibration"][std::to_string(bins)] = calibrationOf(rows, kind, bins);
    for (const auto& [name, matrix] : costMatrices.items())
        result["cost_optimum"][name] = optimumOf(*sweep, matrix);
    for (const auto& [threshold, point] : reference.at("at_threshold").items()) {
        const Tally tally = sweep->at(parseNumber(threshold).value());
        result["at_threshold"][threshold] = metricsOf(tally);
        for (const auto& [name, matrix] : costMatrices.items()) {
            CostModel model;
            model.tp.fixed = matrix.at("TP");
            model.fp.fixed = matrix.at("FP");
            model.fn.fixed = matrix.at("FN");
            model.tn.fixed = matrix.at("TN");
            result["at_threshold"][threshold]["cost"][name] = BoundCost(model, {}).total(tally);
        }
    }
    for (const auto& [share, lift] : reference.at("lift").items())
        result["lift"][share] = liftOf(*sweep, parseNumber(share).value());
    if (reference.contains("curve")) result["curve"] = curveOf(*sweep, reference.at("curve"));
    if (reference.contains("latency_ms")) result["latency_ms"] = latencyOf(table);
    if (reference.contains("segments"))
        for (const auto& [columns, values] : reference.at("segments").items())
            for (const auto& [value, segment] : values.items())
                result["segments"][columns][value] = segmentOf(
                    table, ScoredRows::of(table, rowsWhere(table, columns, value), rows.positive), segment);
    return result;
}

// Every leaf of the reference is in ours and agrees; returns how many were compared. Fairness has a test of
// its own.
int compareLeaves(const Json& reference, const Json& ours, const std::string& path) {
    int compared = 0;
    if (reference.is_object()) {
        for (const auto& [key, value] : reference.items()) {
            if (key.starts_with("fairness")) continue;
            const bool there = ours.is_object() && ours.contains(key);
            EXPECT_TRUE(there) << path << "/" << key << " is not produced";
            if (there) compared += compareLeaves(value, ours.at(key), path + "/" + key);
        }
        return compared;
    }
    if (reference.is_array()) {
        EXPECT_EQ(reference.size(), ours.size()) << path;
        for (std::size_t i = 0; i < std::min(reference.size(), ours.size()); ++i)
            compared += compareLeaves(reference[i], ours[i], path + "/" + std::to_string(i));
        return compared;
    }
    if (reference.is_number() && ours.is_number())
        EXPECT_TRUE(test::agrees(ours.get<double>(), reference.get<double>()))
            << path << ": " << ours << " instead of " << reference;
    else
        EXPECT_EQ(reference, ours) << path;
    return 1;
}

int expectSection(const EvalTable& table, const Json& reference, const Json& costMatrices,
                  const std::string& where, const std::string& positive = {}) {
    const ScoredRows rows = ScoredRows::of(table, RowSet::all(table.rows()), positive);
    Json expected = reference;
    if (expected.contains("segments"))
        for (auto& [columns, values] : expected["segments"].items())
            for (auto& [value, segment] : values.items())
                segment = withoutAveragePrecisionOfOneClass(segment);
    return compareLeaves(expected, binarySectionOf(table, rows, reference, costMatrices), where);
}

TEST(Reference, CreditDefaultVersions) {
    const Json reference = test::referenceNumbers("credit_default");
    const std::map<std::string, std::string> files{{"v1", "credit_default_v1_logreg.csv"},
                                                   {"v2", "credit_default_v2_forest.csv"},
                                                   {"v3", "credit_default_v3_boosting.jsonl"}};
    int compared = 0;
    for (const auto& [version, file] : files) {
        const auto table = test::demoRun("credit_default/" + file).build();
        compared += expectSection(*table, reference["runs"][version], reference["cost_matrices"], version);
    }
    EXPECT_GT(compared, 10000);
}

TEST(Reference, CreditDefaultWeeks) {
    const Json reference = test::referenceNumbers("credit_default");
    int weeks = 0;
    for (const auto& [week, numbers] : reference["weekly_runs"].items()) {
        const auto table =
            test::demoRun("credit_default/weekly/credit_default_v2_2024-" + week + ".csv").build();
        EXPECT_GT(expectSection(*table, numbers, reference["cost_matrices"], week), 200);
        ++weeks;
    }
    EXPECT_EQ(weeks, 8);
}

TEST(Reference, FlightDelayWeeks) {
    const Json reference = test::referenceNumbers("flight_delay");
    int weeks = 0;
    for (const auto& [week, numbers] : reference["weekly_runs"].items()) {
        const auto table = test::demoRun("flight_delay/flight_delay_v1_2001-" + week + ".csv").build();
        EXPECT_GT(expectSection(*table, numbers, reference["cost_matrices"], week), 1000);
        ++weeks;
    }
    EXPECT_EQ(weeks, 9);
}

TEST(Reference, FlightDelayWeeksPooled) {
    const Json reference = test::referenceNumbers("flight_delay");
    std::vector<std::string> labels;
    std::vector<double> scores;
    for (const auto& [week, numbers] : reference["weekly_runs"].items()) {
        const auto columns = test::readColumns(std::string(RECKONER_RESOURCES) +
                                               "/demo/flight_delay/flight_delay_v1_2001-" + week + ".csv");
        const auto more = test::toNumbers(columns.at("score"));
        labels.insert(labels.end(), columns.at("label").begin(), columns.at("label").end());
        scores.insert(scores.end(), more.begin(), more.end());
    }
    test::VectorTable builder;
    builder.info.classes = {"on_time", "late"};
    builder.info.positive = "late";
    const auto table = builder.labels(labels).scores(scores).build();
    EXPECT_GT(
        expectSection(*table, reference["runs"]["pooled_W05_W13"], reference["cost_matrices"], "pooled"),
        200);
}

TEST(Reference, FoodReviewVersions) {
    const Json reference = test::referenceNumbers("food_reviews");
    const std::map<std::string, std::string> files{{"v1", "food_reviews_v1_naivebayes.csv"},
                                                   {"v2", "food_reviews_v2_tfidf.jsonl"}};
    for (const auto& [version, file] : files) {
        const auto table = test::demoRun("food_reviews/" + file).build();
        EXPECT_GT(expectSection(*table, reference["runs"][version], reference["cost_matrices"], version),
                  500);
    }
}

TEST(Reference, OneClassOfTheJobsAgainstTheRest) {
    const Json reference = test::referenceNumbers("hpc_jobs");
    const std::map<std::string, std::string> files{{"v1", "hpc_jobs_v1_multinomial.csv"},
                                                   {"v2", "hpc_jobs_v2_forest.jsonl"}};
    for (const auto& [version, file] : files) {
        const auto table = test::demoRun("hpc_jobs/" + file).build();
        EXPECT_GT(expectSection(*table, reference["one_vs_rest_class_L"][version], reference["cost_matrices"],
                                version, "L"),
                  200);
    }
}

}  // namespace
}  // namespace reckoner
