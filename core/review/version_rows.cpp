#include "core/review/version_rows.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/metrics/latency_difference.h"
#include "core/metrics/paired_selection.h"
#include "core/metrics/paired_shares.h"
#include "core/metrics/significance.h"

namespace reckoner {
namespace {

constexpr double kLevel = 0.05;
constexpr std::uint64_t kFewestTrials = 30;

// Figures a rule that flags nobody or everybody has none of: it ranks nothing.
bool needsScores(const std::string& metric) {
    for (const char* id : {"roc_auc", "average_precision", "ks", "log_loss", "brier", "ece_10", "ece_15"})
        if (metric == id) return true;
    return false;
}

FigureScale scaleOf(const std::string& metric) {
    if (metric == "cost") return FigureScale::Money;
    if (metric == "f1" || metric == "mcc" || metric == "kappa" || needsScores(metric))
        return FigureScale::Plain;
    return FigureScale::Hundred;
}

class Rows {
 public:
    Rows(const VersionBoardRequest& request, const VersionPairs& pairs,
         const std::vector<OperatingPoint>& points, const TaskContext& context)
        : request_(request), pairs_(pairs), points_(points), context_(context) {}

    std::vector<FigureRow> all() {
        money();
        for (const char* id : {"recall", "precision", "roc_auc"})
            figure(id);
        segments();
        for (const std::string& column : request_.protectedColumns)
            ratio(column);
        latency();
        for (const char* id :
             {"f1", "accuracy", "fpr", "selection_rate", "average_precision", "ece_10", "brier", "log_loss"})
            figure(id);
        return std::move(rows_);
    }

 private:
    std::size_t sides() const { return request_.sides.size(); }
    const VersionPair& judgedPair() const { return *pairs_[request_.judged]; }
    bool ranks(std::size_t side) const { return request_.sides[side].kind == VersionSide::Kind::Run; }

    FigureRow empty(const std::string& metric) const {
        FigureRow row;
        row.metric = metric;
        row.direction = directionOf(metric);
        row.scale = scaleOf(metric);
        row.values.assign(sides(), Reason::NotComparable);
        row.differences.resize(sides());
        row.q.assign(sides(), Reason::NotComparable);
        return row;
    }

    void money() {
        FigureRow row = empty("cost");
        row.values[request_.base] = scaled(judgedPair().comparison.first.cost, judgedPair().baseFactor);
        for (std::size_t side = 0; side < sides(); ++side) {
            if (!pairs_[side]) continue;
            row.values[side] = scaled(pairs_[side]->comparison.second.cost, pairs_[side]->sideFactor);
            row.differences[side] = costDifference(request_, side, *pairs_[side], points_, context_);
        }
        rows_.push_back(std::move(row));
    }

    static Value scaled(const Value& value, double factor) { return value ? Value(*value * factor) : value; }

    void figure(const std::string& metric) {
        FigureRow row = empty(metric);
        const auto of = [&](const ComparedRun& run, std::size_t side) -> Value {
            if (needsScores(metric) && !ranks(side)) return Reason::NotComparable;
            return run.figure(metric);
        };
        row.values[request_.base] = of(judgedPair().comparison.first, request_.base);
        for (std::size_t side = 0; side < sides(); ++side) {
            if (!pairs_[side]) continue;
            row.values[side] = of(pairs_[side]->comparison.second, side);
            row.differences[side] = differenceOf(metric, side);
        }
        rows_.push_back(std::move(row));
    }

    Difference differenceOf(const std::string& metric, std::size_t side) const {
        Difference none;
        none.value = Reason::NotComparable;
        if (needsScores(metric) && (!ranks(side) || !ranks(request_.base))) return none;
        const Difference* found = pairs_[side]->comparison.difference(metric);
        return found ? *found : none;
    }

    // --- segments ---

    struct Segment {
        std::size_t column = 0;
        Grouping::Key key;
        std::vector<const SegmentDifference*> sides;  // by side; null: none of its samples there
    };

    std::vector<Segment> segmentList() const {
        std::vector<Segment> list;
        for (std::size_t column = 0; column < request_.columns.size(); ++column)
            for (std::size_t side = 0; side < sides(); ++side) {
                if (!pairs_[side] || column >= pairs_[side]->segments.size()) continue;
                for (const SegmentDifference& one : pairs_[side]->segments[column]) {
                    auto found = std::find_if(list.begin(), list.end(), [&](const Segment& segment) {
                        return segment.column == column && segment.key.values == one.key.values;
                    });
                    if (found == list.end()) {
                        list.push_back({column, one.key, std::vector<const SegmentDifference*>(sides())});
                        found = list.end() - 1;
                    }
                    found->sides[side] = &one;
                }
            }
        return list;
    }

    static PairedShares recallShares(const SegmentDifference& one) {
        const std::uint64_t caught = one.first.tp.n;
        PairedShares shares;
        shares.onlyFirst = one.positives.b;
        shares.onlySecond = one.positives.c;
        shares.both = caught - one.positives.b;
        shares.neither = one.first.positives() - shares.both - shares.onlyFirst - shares.onlySecond;
        return shares;
    }
    // Flagged among the negatives: broken ones are flagged by the second alone.
    static PairedShares alarmShares(const SegmentDifference& one) {
        const std::uint64_t flagged = one.first.fp.n;
        PairedShares shares;
        shares.onlySecond = one.negatives.b;
        shares.onlyFirst = one.negatives.c;
        shares.both = flagged - one.negatives.c;
        shares.neither = one.first.negatives() - shares.both - shares.onlyFirst - shares.onlySecond;
        return shares;
    }

    void segments() {
        const std::vector<Segment> list = segmentList();
        std::vector<FigureRow> found;
        for (const bool recall : {true, false})
            for (FigureRow& row : family(list, recall))
                found.push_back(std::move(row));
        const auto rank = [&](const FigureRow& row) {
            const auto& judged = row.differences[request_.judged];
            const Verdict verdict = judged ? judged->verdict : Verdict::NotComparable;
            const int group = verdict == Verdict::Worse ? 0 : verdict == Verdict::Better ? 1 : 2;
            return std::tuple(group, judged && judged->value ? -std::fabs(*judged->value) : 0.0);
        };
        std::stable_sort(found.begin(), found.end(),
                         [&](const FigureRow& a, const FigureRow& b) { return rank(a) < rank(b); });
        for (FigureRow& row : found)
            rows_.push_back(std::move(row));
    }

    // Rows of one metric, of segments where some side differs beyond noise.
    std::vector<FigureRow> family(const std::vector<Segment>& list, bool recall) const {
        std::vector<FigureRow> rows;
        for (const Segment& segment : list) {
            FigureRow row = empty(recall ? "recall" : "fpr");
            row.column = request_.columns[segment.column];
            row.key = segment.key;
            for (std::size_t side = 0; side < sides(); ++side)
                if (const SegmentDifference* one = segment.sides[side]) fill(row, side, *one, recall);
            rows.push_back(std::move(row));
        }
        for (std::size_t side = 0; side < sides(); ++side) {
            std::vector<Value> p;
            for (const FigureRow& row : rows)
                p.push_back(row.q[side]);
            const std::vector<Value> q = benjaminiHochberg(p);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                rows[i].q[side] = q[i];
                judge(rows[i], side);
            }
        }
        std::erase_if(rows, [](const FigureRow& row) {
            return std::none_of(row.differences.begin(), row.differences.end(), [](const auto& difference) {
                return difference &&
                       (difference->verdict == Verdict::Better || difference->verdict == Verdict::Worse);
            });
        });
        return rows;
    }

    // q holds the plain p until all segments are there.
    void fill(FigureRow& row, std::size_t side, const SegmentDifference& one, bool recall) const {
        const MetricEntry& entry = *findMetric(row.metric);
        row.values[side] = entry.value(one.second);
        if (side == request_.judged || !row.values[request_.base])
            row.values[request_.base] = entry.value(one.first);
        const PairedShares shares = recall ? recallShares(one) : alarmShares(one);
        if (side == request_.judged) row.trials = shares.n();
        Difference difference;
        difference.value = one.difference(row.metric);
        const bool weighted = !pairs_[side]->rows.first.weights.empty();
        if (difference.value && !weighted) difference.interval = pairedDifference95(shares);
        if (weighted && difference.value) difference.value = Reason::Weighted;
        const McNemar& test = recall ? one.positives : one.negatives;
        if (shares.n() < kFewestTrials || weighted)
            row.q[side] = Reason::TooFew;
        else
            row.q[side] = test.b + test.c > 0 ? Value(test.midP) : Value(Reason::TooFew);
        row.differences[side] = difference;
    }

    static void judge(FigureRow& row, std::size_t side) {
        auto& difference = row.differences[side];
        if (!difference || !difference->value || !difference->interval) return;
        difference->verdict = Verdict::NoDifferenceSeen;
        if (!row.q[side] || *row.q[side] >= kLevel) return;
        if (difference->interval->lo <= 0 && difference->interval->hi >= 0) return;
        const bool rises = difference->interval->lo > 0;
        difference->verdict =
            rises == (row.direction == Direction::HigherIsBetter) ? Verdict::Better : Verdict::Worse;
    }

    // --- fairness and latency ---

    static std::vector<SelectionCells> selectionCells(const PairedRows& rows, const Grouping& grouping,
                                                      double before, double now) {
        std::vector<SelectionCells> groups(grouping.groups());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            SelectionCells& cells = groups[grouping.codes[rows.first.rows[i]]];
            const bool first = rows.first.scores[i] >= before;
            const bool second = rows.second.scores[i] >= now;
            ++(first ? (second ? cells.both : cells.onlyFirst) : (second ? cells.onlySecond : cells.neither));
        }
        std::erase_if(groups, [](const SelectionCells& cells) { return cells.n() < kFewestTrials; });
        return groups;
    }

    void ratio(const std::string& column) {
        FigureRow row = empty("selection_rate_ratio");
        row.column = column;
        row.direction = Direction::HigherIsBetter;
        row.scale = FigureScale::Ratio;
        const Grouping grouping =
            Grouping::byColumns(*request_.sides[request_.base].run->request.table, {column}, context_);
        for (std::size_t side = 0; side < sides(); ++side) {
            if (!pairs_[side] || !pairs_[side]->comparison.paired) continue;
            const auto cells =
                selectionCells(pairs_[side]->rows, grouping, countedFrom(points_[request_.base]),
                               countedFrom(points_[side]));
            const Value before = selectionRatio(cells, false);
            row.values[side] = selectionRatio(cells, true);
            if (side == request_.judged) row.values[request_.base] = before;
            Difference difference;
            difference.value = !before             ? before
                               : !row.values[side] ? row.values[side]
                                                   : Value(*row.values[side] - *before);
            if (difference.value)
                difference.interval = selectionRatioDifference95(cells, kBootstrapSeed, context_);
            setVerdict(difference, true);
            row.differences[side] = difference;
        }
        rows_.push_back(std::move(row));
    }

    static void setVerdict(Difference& difference, bool higherIsBetter) {
        if (!difference.interval) return;
        difference.verdict = Verdict::NoDifferenceSeen;
        if (difference.interval->lo <= 0 && difference.interval->hi >= 0) return;
        difference.verdict =
            (difference.interval->lo > 0) == higherIsBetter ? Verdict::Better : Verdict::Worse;
    }

    void latency() {
        FigureRow row = empty("latency_p95");
        row.direction = Direction::LowerIsBetter;
        row.scale = FigureScale::Milliseconds;
        std::vector<double> before;
        std::vector<double> now;
        bool any = false;
        if (ranks(request_.base)) {
            const Comparison& comparison = judgedPair().comparison;
            if (const auto value =
                    latency95(*comparison.first.table, comparison.first.rows, before, context_)) {
                row.values[request_.base] = *value;
                any = true;
            }
        }
        for (std::size_t side = 0; side < sides(); ++side) {
            if (!pairs_[side]) continue;
            Difference difference;
            difference.value = Reason::NotComparable;
            const Comparison& comparison = pairs_[side]->comparison;
            const auto value =
                ranks(side) ? latency95(*comparison.second.table, comparison.second.rows, now, context_)
                            : std::nullopt;
            if (value) row.values[side] = *value;
            any = any || value;
            if (value && *value && row.values[request_.base]) {
                difference.value = **value - *row.values[request_.base];
                difference.interval = quantileDifference95(before, now, 0.95);
                setVerdict(difference, false);
            }
            row.differences[side] = difference;
        }
        if (any) rows_.push_back(std::move(row));
    }

    const VersionBoardRequest& request_;
    const VersionPairs& pairs_;
    const std::vector<OperatingPoint>& points_;
    const TaskContext& context_;
    std::vector<FigureRow> rows_;
};

}  // namespace

std::vector<FigureRow> versionRows(const VersionBoardRequest& request, const VersionPairs& pairs,
                                   const std::vector<OperatingPoint>& points, const TaskContext& context) {
    return Rows(request, pairs, points, context).all();
}

std::optional<std::size_t> worstRow(const std::vector<FigureRow>& rows, std::size_t judged) {
    const auto worse = [&](const FigureRow& row) {
        return row.differences[judged] && row.differences[judged]->verdict == Verdict::Worse;
    };
    // Segments stand worst first.
    for (const bool segment : {true, false})
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].segment() == segment && worse(rows[i])) return i;
    return std::nullopt;
}

}  // namespace reckoner
