#include "core/metrics/score_order.h"

#include <algorithm>
#include <array>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

constexpr int kMaxBits = 11;  // buckets of one pass: their write positions fit the first-level caches
constexpr std::size_t kSmall = 24;

struct KeyRange {
    std::uint64_t lo = ~std::uint64_t{0};
    std::uint64_t hi = 0;
    void add(std::uint64_t key) {
        lo = std::min(lo, key);
        hi = std::max(hi, key);
    }
};

// How a range of keys falls into buckets: by its own highest varying bits.
struct Split {
    std::uint64_t lo;
    int shift;
    std::size_t buckets;

    Split(const KeyRange& range, std::size_t n) : lo(range.lo) {
        const int keyBits = std::bit_width(range.hi - range.lo);
        const int bits = std::min(keyBits, std::clamp(static_cast<int>(std::bit_width(n)) - 1, 5, kMaxBits));
        shift = keyBits - bits;
        buckets = static_cast<std::size_t>((range.hi - range.lo) >> shift) + 1;
    }
    std::size_t operator()(std::uint64_t key) const { return static_cast<std::size_t>((key - lo) >> shift); }
};

using Offsets = std::array<std::size_t, (1U << kMaxBits) + 1>;

void insertionSort(OrderedScore* items, std::size_t n) {
    for (std::size_t i = 1; i < n; ++i) {
        const OrderedScore moved = items[i];
        std::size_t j = i;
        for (; j > 0 && moved.key < items[j - 1].key; --j)
            items[j] = items[j - 1];
        items[j] = moved;
    }
}

// counts[b + 1] -> where bucket b begins is offsets[b].
void accumulate(Offsets& offsets, std::size_t buckets) {
    for (std::size_t b = 0; b < buckets; ++b)
        offsets[b + 1] += offsets[b];
}

// Stable; each level uses up at least five bits of the keys, so the depth is at most 13.
void sortItems(OrderedScore* items, OrderedScore* scratch, std::size_t n, const TaskContext& context) {
    if (n <= kSmall) return insertionSort(items, n);
    if (n >= kCancelEvery) context.checkCancelled();
    KeyRange range;
    for (std::size_t i = 0; i < n; ++i)
        range.add(items[i].key);
    if (range.lo == range.hi) return;

    const Split split(range, n);
    Offsets offsets;
    std::fill_n(offsets.begin(), split.buckets + 1, 0);
    for (std::size_t i = 0; i < n; ++i)
        ++offsets[split(items[i].key) + 1];
    accumulate(offsets, split.buckets);
    for (std::size_t i = 0; i < n; ++i)
        scratch[offsets[split(items[i].key)]++] = items[i];
    std::copy_n(scratch, n, items);

    // After the scatter offsets[b] is where bucket b ends.
    std::size_t begin = 0;
    for (std::size_t b = 0; b < split.buckets; ++b) {
        const std::size_t size = offsets[b] - begin;
        if (size > 1) sortItems(items + begin, scratch, size, context);
        begin = offsets[b];
    }
}

}  // namespace

std::vector<OrderedScore> orderScores(std::span<const double> scores, std::span<const std::uint32_t> payload,
                                      const TaskContext& context) {
    const std::size_t n = scores.size();
    std::vector<OrderedScore> items(n);
    if (n == 0) return items;
    context.checkCancelled();
    KeyRange range;
    for (const double score : scores)
        range.add(descendingKey(score));

    const Split split(range, n);
    Offsets offsets{};
    for (const double score : scores)
        ++offsets[split(descendingKey(score)) + 1];
    const std::size_t largest = *std::max_element(offsets.begin(), offsets.end());
    accumulate(offsets, split.buckets);
    context.checkCancelled();
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t key = descendingKey(scores[i]);
        items[offsets[split(key)]++] = {key, static_cast<std::uint32_t>(i), payload.empty() ? 0 : payload[i]};
    }
    if (range.lo == range.hi) return items;

    std::vector<OrderedScore> scratch(largest);
    std::size_t begin = 0;
    for (std::size_t b = 0; b < split.buckets; ++b) {
        if (b % 64 == 0) {
            context.checkCancelled();
            context.report(static_cast<double>(begin) / static_cast<double>(n), "sorting");
        }
        sortItems(items.data() + begin, scratch.data(), offsets[b] - begin, context);
        begin = offsets[b];
    }
    return items;
}

}  // namespace reckoner
