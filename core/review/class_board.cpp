#include "core/review/class_board.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/latency.h"
#include "core/metrics/latency_difference.h"
#include "core/metrics/matrix_figures.h"

namespace reckoner {
namespace {

constexpr double kClassLevel = 0.05;

using Pairs = std::vector<std::optional<ClassComparison>>;  // by side; nothing for the base

class Board {
 public:
    Board(const ClassBoardRequest& request, const TaskContext& context)
        : request_(request), context_(context), pairs_(request.sides.size()) {}

    ClassBoardPtr all() {
        auto board = std::make_shared<ClassBoard>();
        board->request = request_;
        for (std::size_t side = 0; side < pairs_.size(); ++side) {
            if (side == request_.base) continue;
            context_.report(static_cast<double>(side) / static_cast<double>(pairs_.size() + 1), "comparing");
            pairs_[side] = compareClasses(requestOf(side), context_);
        }
        const ClassComparison& judged = *pairs_[request_.judged];
        board->classes = judged.classes;
        board->baseMatrix = judged.firstMatrix;
        board->judgedMatrix = judged.secondMatrix;
        board->flips = judged.flips;
        board->decisions = judged.decisions;
        board->seed = judged.seed;
        board->replicates = judged.replicates;
        board->identical = judged.paired && judged.both > 0 && judged.sameAnswers;
        for (std::size_t side = 0; side < pairs_.size(); ++side) {
            const ClassComparison& pair = side == request_.base ? judged : *pairs_[side];
            board->overlaps.push_back(
                {pair.paired, pair.both, pair.onlyFirst, pair.onlySecond, pair.conflicting, pair.unscored});
        }
        readRows(*board);
        readSegments(*board);
        return board;
    }

 private:
    ClassComparisonRequest requestOf(std::size_t side) const {
        ClassComparisonRequest request;
        request.first = request_.sides[request_.base].table;
        request.second = request_.sides[side].table;
        request.alignment = request_.sides[side].fromBase;
        request.where = request_.where;
        request.costs = request_.costs;
        request.replicates = request_.replicates;
        request.facts = request_.facts;
        return request;
    }

    FigureRow empty(const std::string& metric, FigureScale scale, Direction direction) const {
        FigureRow row;
        row.metric = metric;
        row.scale = scale;
        row.direction = direction;
        row.values.assign(pairs_.size(), Reason::NotComparable);
        row.differences.resize(pairs_.size());
        row.q.assign(pairs_.size(), Reason::NotComparable);
        return row;
    }

    // valueOf(comparison, second) of every side, differenceOf(comparison) of all but the base.
    template <class V, class D>
    FigureRow filled(FigureRow row, V&& valueOf, D&& differenceOf) const {
        row.values[request_.base] = valueOf(*pairs_[request_.judged], false);
        for (std::size_t side = 0; side < pairs_.size(); ++side) {
            if (!pairs_[side]) continue;
            row.values[side] = valueOf(*pairs_[side], true);
            row.differences[side] = differenceOf(*pairs_[side]);
        }
        return row;
    }

    ClassRow figure(const std::string& id) const {
        const bool share = id == "accuracy" || id == "balanced_accuracy" || id.starts_with("macro_") ||
                           id.starts_with("weighted_");
        return {filled(
                    empty(id, share ? FigureScale::Hundred : FigureScale::Plain, Direction::HigherIsBetter),
                    [&](const ClassComparison& pair, bool second) {
                        return matrixFigure(second ? pair.second : pair.first, id);
                    },
                    [&](const ClassComparison& pair) {
                        const Difference* found = pair.difference(id);
                        return found ? *found : Difference();
                    }),
                {},
                0};
    }

    ClassRow money() const {
        return {filled(
                    empty("cost", FigureScale::Money, Direction::LowerIsBetter),
                    [](const ClassComparison& pair, bool second) {
                        return second ? pair.secondCost : pair.firstCost;
                    },
                    [](const ClassComparison& pair) { return pair.cost; }),
                {},
                0};
    }

    ClassRow recall(std::size_t of) const {
        ClassRow row{
            filled(
                empty("recall", FigureScale::Hundred, Direction::HigherIsBetter),
                [of](const ClassComparison& pair, bool second) {
                    const ClassDifference& one = pair.perClass[of];
                    return second ? one.secondFigures[1] : one.firstFigures[1];
                },
                [of](const ClassComparison& pair) { return beyondNoise(pair.perClass[of], pair.paired); }),
            pairs_[request_.judged]->perClass[of].name, pairs_[request_.judged]->perClass[of].support};
        for (std::size_t side = 0; side < pairs_.size(); ++side)
            if (pairs_[side]) row.figures.q[side] = pairs_[side]->perClass[of].q;
        row.figures.trials = row.support;
        return row;
    }

    // Among as many classes as there are, an interval of its own is not enough.
    static Difference beyondNoise(const ClassDifference& one, bool paired) {
        Difference difference = one.recall;
        const bool told = difference.verdict == Verdict::Better || difference.verdict == Verdict::Worse;
        if (told && paired && (!one.q || *one.q >= kClassLevel))
            difference.verdict = Verdict::NoDifferenceSeen;
        return difference;
    }

    std::optional<std::vector<double>> latencies(const EvalTable& table) const {
        const ColumnInfo* column = table.find(ColumnRole::Latency);
        if (!column || column->type != ColumnType::Real) return std::nullopt;
        std::vector<double> values;
        for (const double value : table.real(column->id, context_)->values())
            if (std::isfinite(value)) values.push_back(value);
        return values;
    }

    std::optional<ClassRow> latency() const {
        FigureRow row = empty("latency_p95", FigureScale::Milliseconds, Direction::LowerIsBetter);
        bool any = false;
        const auto before = latencies(*request_.sides[request_.base].table);
        if (before) row.values[request_.base] = latencyNumbers(*before).p95;
        for (std::size_t side = 0; side < pairs_.size(); ++side) {
            if (side == request_.base) continue;
            Difference difference;
            difference.value = Reason::NotComparable;
            const auto now = latencies(*request_.sides[side].table);
            if (now) row.values[side] = latencyNumbers(*now).p95;
            any = any || now || before;
            if (now && before && row.values[side] && row.values[request_.base]) {
                difference.value = *row.values[side] - *row.values[request_.base];
                difference.interval = quantileDifference95(*before, *now, 0.95);
                difference.verdict = reckoner::verdictOf(difference, Direction::LowerIsBetter);
            }
            row.differences[side] = difference;
        }
        if (!any) return std::nullopt;
        return ClassRow{row, {}, 0};
    }

    void readRows(ClassBoard& board) const {
        board.rows.push_back(figure("accuracy"));
        board.rows.push_back(figure("macro_f1"));
        if (request_.costs) board.rows.push_back(money());
        std::vector<ClassRow> classes;
        for (std::size_t of = 0; of < board.classes.size(); ++of)
            classes.push_back(recall(of));
        const auto change = [&](const ClassRow& row) {
            const auto& difference = row.figures.differences[request_.judged];
            return difference && difference->value ? *difference->value : 0;
        };
        // Who falls furthest first; beyond noise before within.
        const auto worse = [&](const ClassRow& row) {
            const auto& difference = row.figures.differences[request_.judged];
            return difference && difference->verdict == Verdict::Worse;
        };
        std::stable_sort(classes.begin(), classes.end(), [&](const ClassRow& a, const ClassRow& b) {
            if (worse(a) != worse(b)) return worse(a);
            return worse(a) && change(a) < change(b);
        });
        for (ClassRow& row : classes)
            board.rows.push_back(std::move(row));
        if (auto row = latency()) board.rows.push_back(std::move(*row));
        for (const char* id : {"balanced_accuracy", "weighted_f1", "kappa", "mcc"})
            board.rows.push_back(figure(id));
        // A class first, then all of them together.
        for (const bool ofClass : {true, false})
            for (std::size_t i = 0; i < board.rows.size() && !board.worst; ++i)
                if (board.rows[i].classOf.empty() != ofClass && worse(board.rows[i])) board.worst = i;
    }

    void readSegments(ClassBoard& board) const {
        if (!pairs_[request_.judged]->paired) return;
        for (const std::string& column : request_.columns) {
            ClassComparisonRequest request = requestOf(request_.judged);
            request.replicates = 0;
            request.costs.reset();
            request.by = {column};
            for (const ClassSegmentDifference& one : compareClasses(request, context_).segments)
                board.segments.push_back({column, one.key, one.flips, one.q});
        }
    }

    const ClassBoardRequest& request_;
    const TaskContext& context_;
    Pairs pairs_;
};

}  // namespace

const ClassRow* ClassBoard::row(const std::string& metric) const {
    for (const ClassRow& one : rows)
        if (one.figures.metric == metric && one.classOf.empty()) return &one;
    return nullptr;
}

ClassBoardPtr classBoard(const ClassBoardRequest& request, const TaskContext& context) {
    return Board(request, context).all();
}

}  // namespace reckoner
