#include "core/metrics/slices.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/parallel_for.h"
#include "core/metrics/significance.h"
#include "core/metrics/slice_cells.h"
#include "core/metrics/slice_contrast.h"

namespace reckoner {
namespace {

// Room for rounding between a bound and a score; what is within it is counted.
constexpr double kSlack = 1e-9;
constexpr std::size_t kMostValues = 254;

bool before(const Slice& a, const Slice& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.parts.size() != b.parts.size()) return a.parts.size() < b.parts.size();
    return a.parts < b.parts;
}

// The best so far, whoever finds them in whatever order.
class Best {
 public:
    explicit Best(std::size_t most) : most_(most) {}
    void offer(std::vector<Slice> found) {
        const std::lock_guard lock(mutex_);
        for (Slice& slice : found) {
            slices_.insert(std::move(slice));
            if (slices_.size() > most_) slices_.erase(std::prev(slices_.end()));
        }
        if (slices_.size() == most_ && most_ > 0) least_ = std::prev(slices_.end())->score;
    }
    // A slice needs at least this score; never above what is needed in the end.
    double needed() const { return least_; }
    std::vector<Slice> take() { return {slices_.begin(), slices_.end()}; }

 private:
    const std::size_t most_;
    std::mutex mutex_;
    std::set<Slice, bool (*)(const Slice&, const Slice&)> slices_{before};
    std::atomic<double> least_ = 0;
};

class Search {
 public:
    Search(const SliceData& data, const SliceOptions& options, Executor* executor, const TaskContext& context)
        : data_(data),
          options_(options),
          executor_(executor),
          context_(context),
          countable_(SliceCells::countable(data)),
          cells_(data, countable_),
          best_(options.top) {}

    SliceSearch run();

 private:
    using Pair = std::pair<std::size_t, std::size_t>;
    struct Triple {
        std::size_t a, b, c;
        double bound;
    };

    void countWhole();
    void countColumns();
    void countPairs();
    std::vector<Triple> triples();
    void countTriple(const Triple& triple);
    Triple boundOf(std::size_t a, std::size_t b, std::size_t c, std::uint64_t& tests) const;
    double upperBound(const SliceCount& most) const;
    bool valid(const SliceCount& count) const { return count.n >= result_.minimum && count.errors > 0; }
    void consider(std::vector<SlicePart> parts, const SliceCount& count, std::vector<Slice>& found) const;
    const SliceCount& pairCount(std::size_t a, std::size_t b, std::uint32_t i, std::uint32_t j) const {
        return pairs_.at({a, b})[i * columns_[b].size() + j];
    }
    SlicePart part(std::size_t column, std::uint32_t code) const {
        return {columns_[column].column, columns_[column].values[code - 1]};
    }
    void setParents(Slice& slice) const;
    void setPValue(Slice& slice) const;
    void setQValues();
    std::pair<std::size_t, std::uint32_t> placeOf(const SlicePart& part) const;

    const SliceData& data_;
    const SliceOptions& options_;
    Executor* executor_;
    const TaskContext& context_;
    const bool countable_;
    const SliceCells cells_;
    Best best_;
    SliceSearch result_;
    double mostError_ = 0;
    std::vector<SliceCodes> columns_;  // those with a value that can make a slice
    std::map<Pair, std::vector<SliceCount>> pairs_;
};

void Search::countWhole() {
    const std::size_t n = data_.errors.size();
    result_.whole.n = n;
    for (std::size_t i = 0; i < n; ++i) {
        const double weight = data_.weights.empty() ? 1 : data_.weights[i];
        result_.whole.weight += weight;
        result_.whole.errors += weight * data_.errors[i];
        if (weight > 0) mostError_ = std::max(mostError_, data_.errors[i]);
    }
    const double share = std::ceil(options_.minimumShare * static_cast<double>(n));
    result_.minimum = std::max<std::uint64_t>(options_.minimum, static_cast<std::uint64_t>(share));
}

void Search::countColumns() {
    std::vector<Slice> found;
    for (std::uint32_t c = 0; c < data_.columns.size(); ++c) {
        context_.checkCancelled();
        const SliceColumn& column = data_.columns[c];
        const std::vector<SliceCount> counts = cells_.count(column);
        SliceCodes codes;
        codes.column = c;
        std::vector<std::uint8_t> place(counts.size(), 0);
        for (std::uint32_t value = 0; value < counts.size(); ++value) {
            if (counts[value].n >= result_.minimum) ++result_.tests;
            if (!valid(counts[value])) continue;
            if (codes.values.size() == kMostValues)
                throw Error(ErrorCode::Internal,
                            "A slice of a 254th of all samples is too small to look for.");
            codes.values.push_back(value);
            codes.counts.push_back(counts[value]);
            place[value] = static_cast<std::uint8_t>(codes.values.size());
            consider({{c, value}}, counts[value], found);
        }
        if (codes.values.empty()) continue;
        codes.codes.resize(column.codes.size());
        std::transform(column.codes.begin(), column.codes.end(), codes.codes.begin(),
                       [&](std::uint32_t code) { return place[code]; });
        columns_.push_back(std::move(codes));
    }
    best_.offer(std::move(found));
}

void Search::consider(std::vector<SlicePart> parts, const SliceCount& count,
                      std::vector<Slice>& found) const {
    if (!valid(count) || !(count.weight > 0)) return;
    const double score = sliceScore(count, result_.whole, options_.alpha);
    if (!(score > 0) || score < best_.needed()) return;
    Slice slice;
    slice.parts = std::move(parts);
    slice.count = count;
    slice.score = score;
    found.push_back(std::move(slice));
}

void Search::countPairs() {
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < columns_.size(); ++a)
        for (std::size_t b = a + 1; b < columns_.size(); ++b)
            pairs.emplace_back(a, b);
    for (const Pair& pair : pairs)
        pairs_[pair];
    std::atomic<std::uint64_t> tests = 0;
    std::atomic<std::size_t> done = 0;
    parallelFor(pairs.size(), executor_, context_, [&](std::size_t p) {
        const auto [a, b] = pairs[p];
        const SliceCodes* both[] = {&columns_[a], &columns_[b]};
        std::vector<SliceCount> counts = cells_.count(both);
        std::vector<Slice> found;
        for (std::uint32_t i = 1; i < columns_[a].size(); ++i)
            for (std::uint32_t j = 1; j < columns_[b].size(); ++j) {
                const SliceCount& count = counts[i * columns_[b].size() + j];
                if (count.n >= result_.minimum) ++tests;
                consider({part(a, i), part(b, j)}, count, found);
            }
        pairs_.at(pairs[p]) = std::move(counts);
        best_.offer(std::move(found));
        context_.report(0.4 * static_cast<double>(++done) / static_cast<double>(pairs.size()), "pairs");
    });
    result_.tests += tests;
}

// The highest score of any slice inside one of this weight and these errors: SliceLine's bound.
double Search::upperBound(const SliceCount& most) const {
    const double smallest = data_.weights.empty() ? static_cast<double>(result_.minimum) : 0;
    const double weight = std::clamp(most.errors / mostError_, std::min(smallest, most.weight), most.weight);
    if (!(weight > 0)) return -HUGE_VAL;
    return sliceScore({most.n, weight, std::min(most.errors, weight * mostError_)}, result_.whole,
                      options_.alpha);
}

Search::Triple Search::boundOf(std::size_t a, std::size_t b, std::size_t c, std::uint64_t& tests) const {
    Triple triple{a, b, c, -HUGE_VAL};
    for (std::uint32_t i = 1; i < columns_[a].size(); ++i)
        for (std::uint32_t j = 1; j < columns_[b].size(); ++j) {
            const SliceCount& ab = pairCount(a, b, i, j);
            if (ab.n < result_.minimum) continue;
            for (std::uint32_t k = 1; k < columns_[c].size(); ++k) {
                const SliceCount& ac = pairCount(a, c, i, k);
                const SliceCount& bc = pairCount(b, c, j, k);
                const SliceCount most{std::min({ab.n, ac.n, bc.n}),
                                      std::min({ab.weight, ac.weight, bc.weight}),
                                      std::min({ab.errors, ac.errors, bc.errors})};
                if (most.n < result_.minimum) continue;
                ++tests;
                if (most.errors > 0) triple.bound = std::max(triple.bound, upperBound(most));
            }
        }
    return triple;
}

std::vector<Search::Triple> Search::triples() {
    std::vector<Triple> all;
    for (std::size_t a = 0; a < columns_.size(); ++a)
        for (std::size_t b = a + 1; b < columns_.size(); ++b)
            for (std::size_t c = b + 1; c < columns_.size(); ++c) {
                context_.checkCancelled();
                const Triple triple = boundOf(a, b, c, result_.tests);
                if (triple.bound > -kSlack) all.push_back(triple);
            }
    // The most promising first: they raise what all others need.
    std::stable_sort(all.begin(), all.end(),
                     [](const Triple& x, const Triple& y) { return x.bound > y.bound; });
    return all;
}

void Search::countTriple(const Triple& t) {
    if (t.bound < best_.needed() - kSlack) return;
    const SliceCodes* three[] = {&columns_[t.a], &columns_[t.b], &columns_[t.c]};
    const std::vector<SliceCount> counts = cells_.count(three);
    std::vector<Slice> found;
    for (std::uint32_t i = 1; i < columns_[t.a].size(); ++i)
        for (std::uint32_t j = 1; j < columns_[t.b].size(); ++j)
            for (std::uint32_t k = 1; k < columns_[t.c].size(); ++k) {
                const std::size_t cell =
                    (i * columns_[t.b].size() + j) * std::size_t{columns_[t.c].size()} + k;
                if (valid(counts[cell]))
                    consider({part(t.a, i), part(t.b, j), part(t.c, k)}, counts[cell], found);
            }
    best_.offer(std::move(found));
}

std::pair<std::size_t, std::uint32_t> Search::placeOf(const SlicePart& wanted) const {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (columns_[c].column != wanted.column) continue;
        const auto& values = columns_[c].values;
        const auto at = std::find(values.begin(), values.end(), wanted.value) - values.begin();
        return {c, static_cast<std::uint32_t>(at) + 1};
    }
    throw Error(ErrorCode::Internal, "A slice is of a column that was not searched.");
}

void Search::setParents(Slice& slice) const {
    if (slice.parts.size() == 1) {
        slice.parents = {result_.whole};
        return;
    }
    for (std::size_t out = 0; out < slice.parts.size(); ++out) {
        std::vector<std::pair<std::size_t, std::uint32_t>> kept;
        for (std::size_t p = 0; p < slice.parts.size(); ++p)
            if (p != out) kept.push_back(placeOf(slice.parts[p]));
        slice.parents.push_back(
            kept.size() == 1 ? columns_[kept[0].first].counts[kept[0].second - 1]
                             : pairCount(kept[0].first, kept[1].first, kept[0].second, kept[1].second));
    }
}

void Search::setPValue(Slice& slice) const {
    const SliceCount& whole = result_.whole;
    if (slice.count.n == whole.n) {
        slice.pValue = Reason::NoSamples;
        return;
    }
    if (countable_) {
        const auto shareOf = [](double errors, std::uint64_t n) {
            return Share{errors / static_cast<double>(n), static_cast<double>(n)};
        };
        slice.pValue = twoProportionP(shareOf(slice.count.errors, slice.count.n),
                                      shareOf(whole.errors - slice.count.errors, whole.n - slice.count.n));
        return;
    }
    // The spread of weight x e needs a pass of its own.
    std::vector<std::uint8_t> members(data_.errors.size(), 1);
    for (const SlicePart& one : slice.parts)
        for (std::size_t i = 0; i < members.size(); ++i)
            members[i] &= data_.columns[one.column].codes[i] == one.value ? 1 : 0;
    slice.pValue = sliceContrast(data_, members);
}

void Search::setQValues() {
    std::vector<Slice>& slices = result_.slices;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        slices[i].qValue = slices[i].pValue;
        if (slices[i].pValue) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *slices[a].pValue < *slices[b].pValue; });
    double smallest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        Slice& slice = slices[order[rank - 1]];
        const double tests = static_cast<double>(std::max<std::uint64_t>(result_.tests, order.size()));
        smallest = std::min(smallest, *slice.pValue * tests / static_cast<double>(rank));
        slice.qValue = smallest;
    }
}

SliceSearch Search::run() {
    countWhole();
    if (!(result_.whole.errors > 0) || options_.top == 0) return result_;
    countColumns();
    if (options_.maxColumns >= 2) countPairs();
    if (options_.maxColumns >= 3) {
        const std::vector<Triple> wanted = triples();
        std::atomic<std::size_t> done = 0;
        parallelFor(wanted.size(), executor_, context_, [&](std::size_t i) {
            countTriple(wanted[i]);
            context_.report(0.4 + 0.6 * static_cast<double>(++done) / static_cast<double>(wanted.size()),
                            "triples");
        });
    }
    result_.slices = best_.take();
    for (Slice& slice : result_.slices) {
        context_.checkCancelled();
        setParents(slice);
        setPValue(slice);
    }
    setQValues();
    return std::move(result_);
}

}  // namespace

double sliceScore(const SliceCount& slice, const SliceCount& whole, double alpha) {
    return alpha * (slice.rate() / whole.rate() - 1) - (1 - alpha) * (whole.weight / slice.weight - 1);
}

SliceSearch findSlices(const SliceData& data, const SliceOptions& options, Executor* executor,
                       const TaskContext& context) {
    return Search(data, options, executor, context).run();
}

}  // namespace reckoner
