#include "core/metrics/class_comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "core/base/error.h"
#include "core/base/undefined.h"
#include "core/cost/sum_interval.h"
#include "core/data/filter.h"
#include "core/metrics/matrix_figures.h"
#include "core/metrics/multinomial.h"
#include "core/metrics/significance.h"
#include "core/metrics/tally_bootstrap.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kFewPairs = 30;
constexpr const char* kOfClass[] = {"precision", "recall", "f1"};

// One sample in both runs: the truth and both answers as places in the first run's classes.
struct Judged {
    RowIndex row;  // of the first run
    ClassCode truth, first, second;
    double weight;
};

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return text;
}

// By place in the second run's classes: the place in the first's.
std::vector<ClassCode> placesInFirst(const EvalTable& first, const EvalTable& second) {
    const std::vector<std::string>& a = first.info().classes;
    std::vector<ClassCode> places;
    for (const std::string& name : second.info().classes) {
        const auto found = std::find(a.begin(), a.end(), name);
        if (found == a.end() || a.size() != second.info().classes.size())
            throw Error(ErrorCode::BadInput, "The runs have other classes, " + listed(a) + " and " +
                                                 listed(second.info().classes) +
                                                 ": compare runs of one task.");
        places.push_back(static_cast<ClassCode>(found - a.begin()));
    }
    return places;
}

RowSet cohortOf(const ClassComparisonRequest& request, const EvalTable& table, const TaskContext& context) {
    if (request.where.empty()) return RowSet::all(table.rows());
    const bool first = &table == request.first.get();
    return Filter::parse(request.where).apply(table, {{}, {}, {}, first ? request.facts : nullptr}, context);
}

std::vector<std::uint32_t> placeOfRow(const ClassifiedRows& rows, RowIndex all) {
    std::vector<std::uint32_t> places(all, SampleAlignment::kNone);
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        places[rows.rows[i]] = static_cast<std::uint32_t>(i);
    return places;
}

std::vector<Judged> pairUp(const ClassComparisonRequest& request, const std::vector<ClassCode>& ofSecond,
                           ClassComparison& comparison, const TaskContext& context) {
    const EvalTable& first = *request.first;
    const EvalTable& second = *request.second;
    const ClassifiedRows a = ClassifiedRows::of(first, RowSet::all(first.rows()), context);
    const ClassifiedRows b = ClassifiedRows::of(second, RowSet::all(second.rows()), context);
    const auto inA = placeOfRow(a, first.rows()), inB = placeOfRow(b, second.rows());
    std::vector<Judged> judged;
    cohortOf(request, first, context).forEach([&](RowIndex row) {
        const RowIndex other = request.alignment(row);
        if (other >= second.rows()) return void(++comparison.onlyFirst);
        const std::uint32_t ours = inA[row], theirs = inB[other];
        if (ours == SampleAlignment::kNone || theirs == SampleAlignment::kNone)
            return void(++comparison.unscored);
        if (a.truth[ours] != ofSecond[b.truth[theirs]]) return void(++comparison.conflicting);
        judged.push_back({row, a.truth[ours], a.predicted[ours], ofSecond[b.predicted[theirs]],
                          a.weights.empty() ? 1 : a.weights[ours]});
    });
    std::vector<bool> met(second.rows(), false);
    for (RowIndex row = 0; row < first.rows(); ++row)
        if (const RowIndex other = request.alignment(row); other < second.rows()) met[other] = true;
    comparison.onlySecond = static_cast<std::uint64_t>(std::count(met.begin(), met.end(), false));
    comparison.both = judged.size();
    comparison.paired = judged.size() + comparison.conflicting + comparison.unscored > 0;
    return judged;
}

// Every figure of a matrix in one row: those of all classes, then precision, recall and F1 of each.
std::vector<double> figuresOf(const MatrixNumbers& numbers) {
    std::vector<double> figures;
    for (const std::string& id : matrixFigureNames())
        figures.push_back(matrixFigure(numbers, id).v.value_or(kUndefined));
    for (const ClassNumbers& ofClass : numbers.perClass)
        for (const char* id : kOfClass)
            figures.push_back(classFigure(ofClass, id).v.value_or(kUndefined));
    return figures;
}

using Intervals = std::vector<std::optional<Interval>>;

// By figure; replicate(r, out) fills the differences of one.
template <class F>
Intervals intervalsOf(std::size_t figures, std::uint32_t replicates, F&& replicate) {
    std::vector<std::vector<double>> values(figures, std::vector<double>(replicates, kUndefined));
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const std::vector<double> drawn = replicate(r);
        for (std::size_t figure = 0; figure < figures; ++figure)
            values[figure][r] = drawn[figure];
    }
    Intervals intervals;
    for (auto& one : values)
        intervals.push_back(percentile95(std::move(one)));
    return intervals;
}

// Of a replicate; all undefined where it holds one class alone, as in runs of two classes.
std::vector<double> difference(const ClassMatrix& first, const ClassMatrix& second) {
    std::size_t present = 0;
    for (std::size_t truth = 0; truth < first.classes(); ++truth)
        present += first.truthTotal(truth).n > 0 ? 1 : 0;
    if (present < 2) return std::vector<double>(matrixFigureNames().size() + 3 * first.classes(), kUndefined);
    const std::vector<double> before = figuresOf(matrixNumbers(first));
    std::vector<double> now = figuresOf(matrixNumbers(second));
    for (std::size_t i = 0; i < now.size(); ++i)
        now[i] -= before[i];
    return now;
}

Intervals pairedIntervals(const std::vector<Judged>& judged, std::size_t classes, std::size_t figures,
                          std::uint32_t replicates, bool weighted, const TaskContext& context) {
    using Joint = std::array<ClassCode, 3>;
    std::map<Joint, std::uint64_t> occupied;
    for (const Judged& one : judged)
        ++occupied[{one.truth, one.first, one.second}];
    std::vector<std::uint64_t> counts;
    for (const auto& [cell, n] : occupied)
        counts.push_back(n);
    std::vector<std::uint64_t> drawn(counts.size());
    return intervalsOf(figures, replicates, [&](std::uint32_t r) {
        context.checkCancelled();
        Random random(kBootstrapSeed, r);
        ClassMatrix first(classes), second(classes);
        if (weighted) {
            for (std::size_t i = 0; i < judged.size(); ++i) {
                const Judged& one = judged[random.below(judged.size())];
                first.add(one.truth, one.first, one.weight);
                second.add(one.truth, one.second, one.weight);
            }
            return difference(first, second);
        }
        resampleCounts(random, counts, drawn);
        std::size_t at = 0;
        for (const auto& [cell, n] : occupied) {
            const auto weight = static_cast<double>(drawn[at]);
            const ClassMatrix::Cell add{drawn[at++], weight, weight};
            first.at(cell[0], cell[1]) += add;
            second.at(cell[0], cell[2]) += add;
        }
        return difference(first, second);
    });
}

ClassMatrix redrawn(const ClassMatrix& matrix, std::uint64_t seed, std::uint32_t replicate) {
    const std::size_t classes = matrix.classes();
    std::vector<std::uint64_t> counts, drawn(classes * classes);
    for (std::size_t cell = 0; cell < drawn.size(); ++cell)
        counts.push_back(matrix.at(cell / classes, cell % classes).n);
    Random random(seed, replicate);
    resampleCounts(random, counts, drawn);
    ClassMatrix result(classes);
    for (std::size_t cell = 0; cell < drawn.size(); ++cell) {
        const auto weight = static_cast<double>(drawn[cell]);
        result.at(cell / classes, cell % classes) = {drawn[cell], weight, weight};
    }
    return result;
}

Difference differenceOf(const Value& first, const Value& second, const std::optional<Interval>& interval) {
    Difference difference;
    difference.value = !first ? first : !second ? second : Value(*second - *first);
    if (difference.value) difference.interval = interval;
    difference.verdict = verdictOf(difference, Direction::HigherIsBetter);
    return difference;
}

void addFigures(ClassComparison& comparison, const Intervals& intervals) {
    const auto intervalAt = [&](std::size_t i) { return i < intervals.size() ? intervals[i] : std::nullopt; };
    std::size_t at = 0;
    for (const std::string& id : matrixFigureNames())
        comparison.differences.emplace_back(
            id, differenceOf(matrixFigure(comparison.first, id), matrixFigure(comparison.second, id),
                             intervalAt(at++)));
    for (std::size_t of = 0; of < comparison.classes.size(); ++of) {
        ClassDifference one;
        one.name = comparison.classes[of];
        one.support = comparison.second.perClass[of].support;
        Difference* const parts[] = {&one.precision, &one.recall, &one.f1};
        for (std::size_t i = 0; i < 3; ++i) {
            one.firstFigures[i] = classFigure(comparison.first.perClass[of], kOfClass[i]);
            one.secondFigures[i] = classFigure(comparison.second.perClass[of], kOfClass[i]);
            *parts[i] = differenceOf(one.firstFigures[i], one.secondFigures[i], intervalAt(at++));
        }
        comparison.perClass.push_back(std::move(one));
    }
}

template <class T>
void correct(std::vector<T>& all, McNemar T::*test) {
    std::vector<Value> p;
    for (const T& one : all)
        p.push_back((one.*test).b + (one.*test).c > 0 ? Value((one.*test).midP) : Value(Reason::TooFew));
    const std::vector<Value> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].q = q[i];
}

void addFlips(ClassComparison& comparison, const std::vector<Judged>& judged) {
    std::vector<Flips> ofClass(comparison.classes.size());
    for (const Judged& one : judged) {
        comparison.flips.add(one.first == one.truth, one.second == one.truth);
        ofClass[one.truth].add(one.first == one.truth, one.second == one.truth);
    }
    comparison.decisions = mcnemar(comparison.flips.broken, comparison.flips.fixed);
    for (std::size_t of = 0; of < ofClass.size(); ++of)
        comparison.perClass[of].hits = mcnemar(ofClass[of].broken, ofClass[of].fixed);
    correct(comparison.perClass, &ClassDifference::hits);
}

void addSegments(ClassComparison& comparison, const std::vector<Judged>& judged,
                 const ClassComparisonRequest& request, const TaskContext& context) {
    const Grouping grouping = Grouping::byColumns(*request.first, request.by, context);
    struct Right {
        double first = 0, second = 0, all = 0;
    };
    std::vector<Right> right(grouping.groups());
    std::vector<Flips> flips(grouping.groups());
    for (const Judged& one : judged) {
        const std::uint32_t group = grouping.codes[one.row];
        flips[group].add(one.first == one.truth, one.second == one.truth);
        right[group].first += one.first == one.truth ? one.weight : 0;
        right[group].second += one.second == one.truth ? one.weight : 0;
        right[group].all += one.weight;
    }
    for (std::uint32_t group = 0; group < grouping.groups(); ++group) {
        if (flips[group].n() == 0) continue;
        ClassSegmentDifference segment;
        segment.key = grouping.keys[group];
        segment.n = flips[group].n();
        segment.firstAccuracy = ratio(right[group].first, right[group].all, Reason::NoSamples);
        segment.secondAccuracy = ratio(right[group].second, right[group].all, Reason::NoSamples);
        segment.flips = flips[group];
        segment.all = mcnemar(flips[group].broken, flips[group].fixed);
        segment.small = segment.n < kFewPairs;
        comparison.segments.push_back(std::move(segment));
    }
    correct(comparison.segments, &ClassSegmentDifference::all);
}

void addCosts(ClassComparison& comparison, const std::vector<Judged>& judged, const ClassCosts& costs,
              const TaskContext& context) {
    const auto factor = [&](const ClassMatrix& matrix) {
        const double weight = matrix.total().weight;
        return costs.volumePerPeriod > 0 && weight > 0 ? costs.volumePerPeriod / weight : 1;
    };
    comparison.firstCost = classTotal(comparison.firstMatrix, costs) * factor(comparison.firstMatrix);
    comparison.secondCost = classTotal(comparison.secondMatrix, costs) * factor(comparison.secondMatrix);
    comparison.cost.value = *comparison.secondCost - *comparison.firstCost;
    if (!comparison.paired || judged.size() < 2) return;
    std::vector<double> differences;
    for (const Judged& one : judged)
        differences.push_back(one.weight *
                              (costs.at(one.truth, one.second) - costs.at(one.truth, one.first)) *
                              factor(comparison.firstMatrix));
    comparison.cost.interval = sumInterval95(differences, context);
    comparison.cost.verdict = verdictOf(comparison.cost, Direction::LowerIsBetter);
}

// The second run's own samples, its answers as places in the first's classes.
ClassMatrix matrixOf(const ClassifiedRows& rows, const std::vector<ClassCode>& places) {
    ClassMatrix matrix(rows.classes.size());
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        matrix.add(places.empty() ? rows.truth[i] : places[rows.truth[i]],
                   places.empty() ? rows.predicted[i] : places[rows.predicted[i]],
                   rows.weights.empty() ? 1 : rows.weights[i]);
    return matrix;
}

}  // namespace

const Difference* ClassComparison::difference(const std::string& id) const {
    for (const auto& [name, one] : differences)
        if (name == id) return &one;
    return nullptr;
}

ClassComparison compareClasses(const ClassComparisonRequest& request, const TaskContext& context) {
    ClassComparison comparison;
    comparison.classes = request.first->info().classes;
    const std::size_t classes = comparison.classes.size();
    const std::vector<ClassCode> ofSecond = placesInFirst(*request.first, *request.second);
    const std::vector<Judged> judged = pairUp(request, ofSecond, comparison, context);
    comparison.firstMatrix = comparison.secondMatrix = ClassMatrix(classes);
    for (const Judged& one : judged) {
        comparison.firstMatrix.add(one.truth, one.first, one.weight);
        comparison.secondMatrix.add(one.truth, one.second, one.weight);
    }
    if (!comparison.paired) {
        comparison.firstMatrix = matrixOf(
            ClassifiedRows::of(*request.first, cohortOf(request, *request.first, context), context), {});
        comparison.secondMatrix = matrixOf(
            ClassifiedRows::of(*request.second, cohortOf(request, *request.second, context), context),
            ofSecond);
    }
    comparison.first = matrixNumbers(comparison.firstMatrix);
    comparison.second = matrixNumbers(comparison.secondMatrix);
    Intervals intervals;
    const bool weighted = request.first->find(ColumnRole::Weight) != nullptr;
    // Apart, a matrix with weights does not tell how they vary inside a cell.
    const bool resampled = comparison.paired || !weighted;
    if (request.replicates > 0 && resampled && comparison.firstMatrix.total().n > 0 &&
        comparison.secondMatrix.total().n > 0) {
        comparison.seed = kBootstrapSeed;
        comparison.replicates = request.replicates;
        const std::size_t figures = matrixFigureNames().size() + 3 * classes;
        intervals = comparison.paired
                        ? pairedIntervals(judged, classes, figures, request.replicates, weighted, context)
                        : intervalsOf(figures, request.replicates, [&](std::uint32_t r) {
                              context.checkCancelled();
                              return difference(redrawn(comparison.firstMatrix, kBootstrapSeed, r),
                                                redrawn(comparison.secondMatrix, kBootstrapSeed + 1, r));
                          });
    }
    addFigures(comparison, intervals);
    if (comparison.paired) addFlips(comparison, judged);
    comparison.sameAnswers =
        std::all_of(judged.begin(), judged.end(), [](const Judged& one) { return one.first == one.second; });
    comparison.firstCost = comparison.secondCost = comparison.cost.value = Reason::NotComparable;
    const bool any = comparison.firstMatrix.total().n > 0 && comparison.secondMatrix.total().n > 0;
    if (request.costs && any) addCosts(comparison, judged, *request.costs, context);
    if (comparison.paired && !request.by.empty()) addSegments(comparison, judged, request, context);
    return comparison;
}

}  // namespace reckoner
