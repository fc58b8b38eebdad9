#include "core/metrics/confidence.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <variant>

#include "core/base/cancel_every.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::infinity();
constexpr double kNothingYet = -kUnknown;

// Cell of a sample: truth * classes + predicted.
using TruthCells = std::variant<std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

double usable(double weight) {
    return std::isfinite(weight) && weight > 0 ? weight : 0;
}

}  // namespace

std::vector<double> confidences(const EvalTable& table, const ClassifiedRows& rows,
                                const TaskContext& context) {
    std::vector<double> result(rows.rows.size(), kNothingYet);
    for (const auto& scores : classScores(table, context)) {
        context.checkCancelled();
        const double* values = scores->values().data();
        for (std::size_t i = 0; i < result.size(); ++i) {
            const double score = values[rows.rows[i]];
            // NaN marks a row that cannot become known again.
            result[i] = std::isfinite(score) ? (score > result[i] ? score : result[i])
                                             : std::numeric_limits<double>::quiet_NaN();
        }
    }
    for (double& confidence : result)
        if (!std::isfinite(confidence)) confidence = kUnknown;
    return result;
}

struct ConfidenceSweep::Impl {
    std::size_t classes = 0;
    std::shared_ptr<const ThresholdSweep> answers;
    TruthCells cells;             // surest first
    std::vector<double> weights;  // beside cells, or empty
    std::size_t spacing = 1;
    std::vector<std::uint32_t> counts;  // [checkpoint][cell]: before every spacing-th sample
    std::vector<double> sums;           // [checkpoint][cell][weight, weight squared]; empty without weights
    ConfusionTable everything;

    template <class Cell>
    void checkpoints(const std::vector<Cell>& ordered, const TaskContext& context);
    template <class Cell>
    void addUpTo(std::size_t kept, const std::vector<Cell>& ordered, ClassMatrix& matrix) const;
};

template <class Cell>
void ConfidenceSweep::Impl::checkpoints(const std::vector<Cell>& ordered, const TaskContext& context) {
    const std::size_t size = classes * classes;
    std::vector<std::uint32_t> running(size);
    std::vector<double> runningSums(weights.empty() ? 0 : 2 * size);
    for (std::size_t i = 0;; ++i) {
        if (i % spacing == 0) {
            counts.insert(counts.end(), running.begin(), running.end());
            sums.insert(sums.end(), runningSums.begin(), runningSums.end());
        }
        if (i % kCancelEvery == 0) context.checkCancelled();
        if (i == ordered.size()) break;
        ++running[ordered[i]];
        if (weights.empty()) continue;
        runningSums[2 * ordered[i]] += weights[i];
        runningSums[2 * ordered[i] + 1] += weights[i] * weights[i];
    }
    for (std::size_t cell = 0; cell < size; ++cell) {
        ClassMatrix::Cell& all = everything.called.at(cell / classes, cell % classes);
        all.n = running[cell];
        all.weight = weights.empty() ? running[cell] : runningSums[2 * cell];
        all.weightSq = weights.empty() ? running[cell] : runningSums[2 * cell + 1];
    }
}

template <class Cell>
void ConfidenceSweep::Impl::addUpTo(std::size_t kept, const std::vector<Cell>& ordered,
                                    ClassMatrix& matrix) const {
    const std::size_t size = classes * classes;
    const std::size_t checkpoint = kept / spacing;
    std::vector<std::uint32_t> running(counts.begin() + static_cast<std::ptrdiff_t>(checkpoint * size),
                                       counts.begin() + static_cast<std::ptrdiff_t>((checkpoint + 1) * size));
    std::vector<double> runningSums;
    if (!weights.empty())
        runningSums.assign(sums.begin() + static_cast<std::ptrdiff_t>(checkpoint * 2 * size),
                           sums.begin() + static_cast<std::ptrdiff_t>((checkpoint + 1) * 2 * size));
    for (std::size_t i = checkpoint * spacing; i < kept; ++i) {
        ++running[ordered[i]];
        if (weights.empty()) continue;
        runningSums[2 * ordered[i]] += weights[i];
        runningSums[2 * ordered[i] + 1] += weights[i] * weights[i];
    }
    for (std::size_t cell = 0; cell < size; ++cell)
        matrix.at(cell / classes, cell % classes) = {
            running[cell], weights.empty() ? running[cell] : runningSums[2 * cell],
            weights.empty() ? running[cell] : runningSums[2 * cell + 1]};
}

ConfidenceSweep::ConfidenceSweep(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ConfidenceSweep::~ConfidenceSweep() = default;

std::shared_ptr<const ConfidenceSweep> ConfidenceSweep::build(const EvalTable& table,
                                                              const ClassifiedRows& rows,
                                                              const TaskContext& context) {
    return build(confidences(table, rows, context), rows.truth, rows.predicted, rows.weights,
                 rows.classes.size(), context);
}

std::shared_ptr<const ConfidenceSweep> ConfidenceSweep::build(std::span<const double> confidence,
                                                              std::span<const ClassCode> truth,
                                                              std::span<const ClassCode> predicted,
                                                              std::span<const double> weights,
                                                              std::size_t classes,
                                                              const TaskContext& context) {
    auto impl = std::make_unique<Impl>();
    impl->classes = classes;
    impl->everything = ConfusionTable(classes);
    const std::size_t n = confidence.size();
    std::vector<std::uint8_t> right(n);
    for (std::size_t i = 0; i < n; ++i)
        right[i] = truth[i] == predicted[i];
    impl->answers = ThresholdSweep::build(confidence, right, weights, {}, {}, 1, context);

    const std::vector<OrderedScore> order = orderScores(confidence, {}, context);
    // Twice the cells: a scan then costs about what filling the matrix does.
    impl->spacing = std::max<std::size_t>(1024, 2 * classes * classes);
    if (!weights.empty())
        for (const OrderedScore& one : order)
            impl->weights.push_back(usable(weights[one.position]));
    const auto fill = [&](auto ordered) {
        ordered.reserve(n);
        for (const OrderedScore& one : order) {
            const std::size_t cell = truth[one.position] * classes + predicted[one.position];
            ordered.push_back(static_cast<typename decltype(ordered)::value_type>(cell));
        }
        impl->checkpoints(ordered, context);
        impl->cells = std::move(ordered);
    };
    if (classes <= 256)
        fill(std::vector<std::uint16_t>());
    else
        fill(std::vector<std::uint32_t>());
    return std::shared_ptr<const ConfidenceSweep>(new ConfidenceSweep(std::move(impl)));
}

Value ConfidenceSweep::Split::accuracy() const {
    return ratio(right.weight, right.weight + wrong.weight, Reason::NoSamples);
}

ConfidenceSweep::Split ConfidenceSweep::at(double threshold) const {
    const Tally tally = impl_->answers->at(threshold);
    Sums reviewed = tally.fn;
    reviewed += tally.tn;
    return {tally.tp, tally.fp, reviewed};
}

ConfusionTable ConfidenceSweep::table(double threshold) const {
    assert(!std::isnan(threshold));
    const std::uint64_t kept = impl_->answers->at(threshold).flagged();
    if (kept == impl_->answers->samples()) return impl_->everything;
    ConfusionTable table(impl_->classes);
    std::visit([&](const auto& ordered) { impl_->addUpTo(kept, ordered, table.called); }, impl_->cells);
    for (std::size_t truth = 0; truth < impl_->classes; ++truth) {
        const ClassMatrix::Cell all = impl_->everything.called.truthTotal(truth);
        const ClassMatrix::Cell stands = table.called.truthTotal(truth);
        // No remainder of rounding where nobody is reviewed.
        if (all.n == stands.n) continue;
        table.review[truth] = {all.n - stands.n, all.weight - stands.weight, all.weightSq - stands.weightSq};
    }
    return table;
}

const ThresholdSweep& ConfidenceSweep::answers() const {
    return *impl_->answers;
}

bool ConfidenceSweep::known() const {
    return impl_->answers->samples() > 0 && impl_->answers->lowest() < kUnknown;
}

std::size_t ConfidenceSweep::classes() const {
    return impl_->classes;
}

std::size_t ConfidenceSweep::bytes() const {
    const std::size_t cells =
        std::visit([](const auto& ordered) { return ordered.capacity() * sizeof(ordered[0]); }, impl_->cells);
    return cells + impl_->answers->bytes() +
           (impl_->weights.capacity() + impl_->sums.capacity()) * sizeof(double) +
           impl_->counts.capacity() * sizeof(std::uint32_t);
}

}  // namespace reckoner
