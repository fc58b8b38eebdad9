#include "core/metrics/fairness_board.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/base/cancel_every.h"
#include "core/cost/part_costs.h"
#include "core/cost/point_costs.h"
#include "core/metrics/cohort_rows.h"
#include "core/metrics/intervals.h"
#include "core/metrics/probability_scale.h"
#include "core/metrics/segments.h"

namespace reckoner {
namespace {

// Mean and spread of a weighted quantity: sums of w, w x, (w x)^2, w^2 x and w^2.
struct MeanSums {
    std::uint64_t n = 0;
    double weight = 0;
    double sum = 0;
    double product = 0;  // (w x)^2
    double crossed = 0;  // w^2 x
    double weightSq = 0;

    void add(double weightedValue, double w) {
        ++n;
        weight += w;
        sum += weightedValue;
        product += weightedValue * weightedValue;
        crossed += weightedValue * w;
        weightSq += w * w;
    }
    double mean() const { return sum / weight; }
    // sqrt(sum of w^2 (x - mean)^2) / sum of w, with n / (n - 1): Cochran 1977, 6.4.
    std::optional<double> error() const {
        if (n < 2 || !(weight > 0)) return std::nullopt;
        const double m = mean();
        const double squares = std::max(0.0, product - 2 * m * crossed + m * m * weightSq);
        return std::sqrt(squares * static_cast<double>(n) / static_cast<double>(n - 1)) / weight;
    }
};

// The scored samples' score - truth by group; nothing when scores are no probabilities.
void setCalibration(FairSet& set, const RunAnalysis& run, const TaskContext& context) {
    const ScoredRows& rows = run.rows;
    const ProbabilityScale probability(run.request.table->info().kind);
    std::vector<MeanSums> gaps(set.groups.size());
    std::vector<double> happened(set.groups.size());
    const bool known = static_cast<bool>(run.probability.brier);
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const std::uint32_t group = set.grouping.codes[rows.rows[i]];
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        const double truth = rows.positiveBits[i] != 0 ? 1 : 0;
        happened[group] += weight * truth;
        gaps[group].add(known ? weight * (probability(rows.scores[i]) - truth) : 0, weight);
    }
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        FairGroup& group = set.groups[g];
        group.happened = ratio(happened[g], gaps[g].weight, Reason::NoSamples);
        if (!known || !group.happened) {
            group.predicted = group.calibrationGap = known ? Reason::NoSamples : Reason::NotProbabilities;
            continue;
        }
        group.calibrationGap = gaps[g].mean();
        group.predicted = *group.happened + gaps[g].mean();
        if (const auto error = gaps[g].error())
            group.calibrationInterval =
                Interval{gaps[g].mean() - kZ95 * *error, gaps[g].mean() + kZ95 * *error};
    }
}

FairSet setOf(Grouping grouping, const RunAnalysis& run, const RowSet& cohort, const TaskContext& context) {
    FairSet set;
    set.columns = grouping.columns;
    set.groups.resize(grouping.groups());
    const auto scores = segmentScores(run.rows, grouping, run.request.table->info().kind, &cohort, context);
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        FairGroup& group = set.groups[g];
        group.key = grouping.keys[g];
        group.n = scores[g].n;
        group.positives = scores[g].positives;
        group.rows = scores[g].n + scores[g].excluded.value_or(0);
        group.ece10 = scores[g].ece10;
    }
    set.grouping = std::move(grouping);
    setCalibration(set, run, context);
    return set;
}

}  // namespace

std::vector<std::string> likelyProtected(const EvalTable& table) {
    static constexpr std::string_view kWords[] = {
        "age",         "sex",       "gender",  "race",        "ethnicity",   "ethnic",
        "religion",    "faith",     "marital", "disab",       "disability",  "disabled",
        "pregnant",    "pregnancy", "citizen", "citizenship", "nationality", "origin",
        "orientation", "caste",     "veteran", "birthplace",  "language",    "immigrant"};
    const auto isWord = [](const std::string& word) {
        return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
    };
    std::vector<std::string> names;
    std::vector<std::string> taken;  // the word that told, of each
    for (const std::string& name : possibleSegmentColumns(table)) {
        std::string word;
        std::string told;
        bool place = false;  // "origin_hub" is where something is, not who somebody is
        for (const char c : name + " ") {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (letter) {
                word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                continue;
            }
            if (isWord(word) && told.empty()) told = word;
            place |= word == "hub" || word == "airport" || word == "station" || word == "rate";
            word.clear();
        }
        // Segment columns and categories come first, so a number that says the same again is left out.
        if (told.empty() || place || std::find(taken.begin(), taken.end(), told) != taken.end()) continue;
        taken.push_back(told);
        names.push_back(name);
    }
    return names;
}

std::shared_ptr<const FairnessBoard> FairnessBoard::build(RunAnalysisPtr run, std::vector<SegmentSet> sets,
                                                          const TaskContext& context) {
    auto board = std::make_shared<FairnessBoard>();
    const RowSet cohort = cohortRows(run->request, context);
    std::vector<Grouping> groupings;
    for (const SegmentSet& set : sets)
        groupings.push_back(Grouping::of(*run->request.table, set, context));
    board->sweep_ = SegmentSweep::build(*run->request.table, run->rows, run->measures, groupings, context);
    for (Grouping& grouping : groupings)
        board->sets_.push_back(setOf(std::move(grouping), *run, cohort, context));
    board->run_ = std::move(run);
    board->chosen_ = std::move(sets);
    return board;
}

FairReading FairnessBoard::at(const OperatingPoint& point, std::size_t set) const {
    FairReading reading;
    const double threshold = countedFrom(point);
    reading.point = point;
    reading.threshold = threshold;
    reading.tallies.resize(sets_[set].groups.size());
    sweep_->at(threshold, set, reading.tallies);
    reading.figures = fairness(reading.tallies, kFewestInGroup);
    reading.whole = run_->sweep->at(threshold);
    const std::vector<double> totals =
        partTotals(*run_, point, reading.tallies.size(),
                   [&](double at, std::span<Tally> out) { sweep_->at(at, set, out); });
    for (std::size_t g = 0; g < totals.size(); ++g)
        reading.moneyEach.push_back(
            ratio(totals[g], partWeight(run_->cost, reading.tallies[g]), Reason::NoSamples));
    return reading;
}

std::vector<std::optional<Interval>> groupMoneyIntervals(const RunAnalysis& run, const Grouping& grouping,
                                                         const OperatingPoint& point,
                                                         const TaskContext& context) {
    const SampleCosts each(run, context);
    const PointCosts costs(run, each, point);
    const ClassShift& shift = run.cost.shift();
    std::vector<MeanSums> sums(grouping.groups());
    for (std::size_t i = 0; i < run.rows.rows.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const double weight = (run.rows.weights.empty() ? 1 : run.rows.weights[i]) *
                              (run.rows.positiveBits[i] != 0 ? shift.positives : shift.negatives);
        sums[grouping.codes[run.rows.rows[i]]].add(costs.at(i), weight);
    }
    std::vector<std::optional<Interval>> intervals(sums.size());
    for (std::size_t g = 0; g < sums.size(); ++g)
        // Costs that are all the same say nothing about how they spread.
        if (const auto error = sums[g].error(); error && *error > 0)
            intervals[g] = Interval{sums[g].mean() - kZ95 * *error, sums[g].mean() + kZ95 * *error};
    return intervals;
}

}  // namespace reckoner
