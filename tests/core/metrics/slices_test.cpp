// Against brute force: every slice of up to three columns, counted one by one.
#include "core/metrics/slices.h"

#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/metrics/significance.h"

namespace reckoner {
namespace {

struct SliceShape {
    std::size_t samples;
    std::size_t columns;
    std::uint64_t values;
    bool money;
    bool weighted;
    double errors;
};

SliceData randomSliceData(const SliceShape& shape, std::uint64_t seed) {
    Random random(seed);
    SliceData data;
    data.columns.resize(shape.columns);
    for (std::size_t c = 0; c < shape.columns; ++c) {
        data.columns[c].name = "c" + std::to_string(c);
        const std::uint64_t values = 1 + random.below(shape.values);
        for (std::uint64_t v = 0; v < values; ++v)
            data.columns[c].values.push_back(v == 0 ? std::nullopt : std::optional(std::to_string(v)));
        for (std::size_t i = 0; i < shape.samples; ++i) {
            // Columns that hang together: slices with the same samples occur.
            const bool copy = c > 0 && random.unit() < 0.5;
            const std::uint64_t value = copy ? data.columns[c - 1].codes[i] % values : random.below(values);
            data.columns[c].codes.push_back(static_cast<std::uint32_t>(value));
        }
    }
    for (std::size_t i = 0; i < shape.samples; ++i) {
        const bool hot = shape.columns > 1 && data.columns[0].codes[i] == 1 && data.columns[1].codes[i] == 1;
        const bool wrong = random.unit() < (hot ? 3 : 1) * shape.errors;
        data.errors.push_back(!wrong ? 0 : shape.money ? std::floor(random.unit() * 50) : 1);
        if (shape.weighted) data.weights.push_back(random.unit() < 0.1 ? 0 : 2 * random.unit());
    }
    return data;
}

SliceCount countOf(const SliceData& data, const std::vector<SlicePart>& parts) {
    SliceCount count;
    for (std::size_t i = 0; i < data.errors.size(); ++i) {
        bool inside = true;
        for (const SlicePart& part : parts)
            inside = inside && data.columns[part.column].codes[i] == part.value;
        if (!inside) continue;
        const double weight = data.weights.empty() ? 1 : data.weights[i];
        ++count.n;
        count.weight += weight;
        count.errors += weight * data.errors[i];
    }
    return count;
}

// Every slice that counts, best first.
std::vector<Slice> bruteForce(const SliceData& data, const SliceOptions& options) {
    const SliceCount whole = countOf(data, {});
    const double share = std::ceil(options.minimumShare * static_cast<double>(whole.n));
    const auto minimum = std::max<std::uint64_t>(options.minimum, static_cast<std::uint64_t>(share));
    std::vector<Slice> all;
    const std::function<void(std::vector<SlicePart>, std::uint32_t)> grow = [&](std::vector<SlicePart> parts,
                                                                                std::uint32_t from) {
        if (!parts.empty()) {
            const SliceCount count = countOf(data, parts);
            if (count.n == 0) return;
            if (count.n >= minimum && count.errors > 0) {
                Slice slice;
                slice.parts = parts;
                slice.count = count;
                slice.score =
                    options.alpha * (count.errors / count.weight / (whole.errors / whole.weight) - 1) -
                    (1 - options.alpha) * (whole.weight / count.weight - 1);
                if (slice.score > 0) all.push_back(slice);
            }
        }
        if (parts.size() == options.maxColumns) return;
        for (std::uint32_t c = from; c < data.columns.size(); ++c)
            for (std::uint32_t v = 0; v < data.columns[c].values.size(); ++v) {
                std::vector<SlicePart> longer = parts;
                longer.push_back({c, v});
                grow(longer, c + 1);
            }
    };
    grow({}, 0);
    std::sort(all.begin(), all.end(), [](const Slice& a, const Slice& b) {
        if (a.score != b.score) return a.score > b.score;
        if (a.parts.size() != b.parts.size()) return a.parts.size() < b.parts.size();
        return a.parts < b.parts;
    });
    if (all.size() > options.top) all.resize(options.top);
    return all;
}

void expectSameSlices(const SliceData& data, const SliceOptions& options, Executor* executor,
                      const std::string& where) {
    const SliceSearch found = findSlices(data, options, executor);
    const std::vector<Slice> expected = bruteForce(data, options);
    ASSERT_EQ(found.slices.size(), expected.size()) << where;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Slice& ours = found.slices[i];
        EXPECT_NEAR(ours.score, expected[i].score, 1e-9) << where << " place " << i;
        const SliceCount count = countOf(data, ours.parts);
        EXPECT_EQ(ours.count.n, count.n) << where;
        EXPECT_NEAR(ours.count.errors, count.errors, 1e-9) << where;
        EXPECT_NEAR(ours.count.weight, count.weight, 1e-9) << where;
        // Where sums are whole numbers, also ties come in the same order.
        if (data.weights.empty()) {
            EXPECT_EQ(ours.parts, expected[i].parts) << where << " place " << i;
        }
    }
}

TEST(Slices, AreThoseOfBruteForceOnTwoHundredRandomTables) {
    Executor executor{2};
    Random random(1);
    for (std::uint64_t table = 0; table < 200; ++table) {
        SliceShape shape{20 + random.below(400), 1 + random.below(5), 1 + random.below(6),
                         random.unit() < 0.4,    random.unit() < 0.3, 0.02 + 0.4 * random.unit()};
        const SliceData data = randomSliceData(shape, 100 + table);
        SliceOptions options;
        options.minimum = random.unit() < 0.5 ? 32 : 1 + random.below(12);
        options.minimumShare = 0.01;
        options.top = 1 + random.below(30);
        options.maxColumns = 1 + random.below(3);
        options.alpha = random.unit() < 0.6 ? 0.95 : 0.5 + 0.49 * random.unit();
        expectSameSlices(data, options, table % 2 ? &executor : nullptr, "table " + std::to_string(table));
    }
}

TEST(Slices, FindThePlantedSliceOfThreeColumns) {
    Random random(9);
    SliceData data;
    data.columns.resize(8);
    for (std::size_t c = 0; c < 8; ++c)
        for (int v = 0; v < 10; ++v)
            data.columns[c].values.emplace_back(std::to_string(v));
    for (int i = 0; i < 60'000; ++i) {
        for (auto& column : data.columns)
            column.codes.push_back(static_cast<std::uint32_t>(random.unit() < 0.4 ? 3 : random.below(10)));
        const bool planted = data.columns[1].codes.back() == 3 && data.columns[4].codes.back() == 3 &&
                             data.columns[6].codes.back() == 3;
        data.errors.push_back(random.unit() < (planted ? 0.6 : 0.05) ? 1 : 0);
    }
    Executor executor{2};
    const SliceSearch search = findSlices(data, {}, &executor);
    ASSERT_FALSE(search.slices.empty());
    const Slice& worst = search.slices.front();
    EXPECT_EQ(worst.parts, (std::vector<SlicePart>{{1, 3}, {4, 3}, {6, 3}}));
    // Each parent with one condition left out: the extra condition matters.
    ASSERT_EQ(worst.parents.size(), 3u);
    for (std::size_t out = 0; out < 3; ++out) {
        std::vector<SlicePart> kept = worst.parts;
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(out));
        EXPECT_EQ(worst.parents[out].n, countOf(data, kept).n);
        EXPECT_LT(worst.parents[out].rate(), worst.count.rate());
    }
    EXPECT_LT(*worst.qValue, 1e-6);
    EXPECT_GE(*worst.qValue, *worst.pValue);
}

TEST(Slices, SayTheSameOnAnyNumberOfThreads) {
    const SliceData data = randomSliceData({3000, 7, 6, false, false, 0.1}, 77);
    Executor executor{4};
    const SliceSearch alone = findSlices(data, {});
    const SliceSearch many = findSlices(data, {}, &executor);
    EXPECT_EQ(alone.tests, many.tests);
    ASSERT_EQ(alone.slices.size(), many.slices.size());
    for (std::size_t i = 0; i < alone.slices.size(); ++i) {
        EXPECT_EQ(alone.slices[i].parts, many.slices[i].parts);
        EXPECT_EQ(*alone.slices[i].qValue, *many.slices[i].qValue);
    }
}

TEST(Slices, OfARunWithoutErrorsAreNone) {
    SliceData data = randomSliceData({100, 2, 3, false, false, 0.2}, 3);
    std::fill(data.errors.begin(), data.errors.end(), 0.0);
    EXPECT_TRUE(findSlices(data, {}).slices.empty());
    EXPECT_TRUE(findSlices({}, {}).slices.empty());
}

TEST(Slices, StopWhenAskedTo) {
    const SliceData data = randomSliceData({5000, 6, 6, false, false, 0.2}, 4);
    std::stop_source stop;
    int reports = 0;
    const TaskContext context(stop.get_token(), [&](double fraction, std::string_view) {
        EXPECT_GE(fraction, 0);
        EXPECT_LE(fraction, 1);
        if (++reports == 3) stop.request_stop();
    });
    EXPECT_THROW(findSlices(data, {}, nullptr, context), Error);
    EXPECT_EQ(reports, 3);
}

// The plain test of the error rates, against the rest.
TEST(Slices, HaveTheTwoProportionTestAgainstTheRest) {
    const SliceData data = randomSliceData({4000, 3, 4, false, false, 0.1}, 8);
    const SliceSearch search = findSlices(data, {});
    ASSERT_FALSE(search.slices.empty());
    for (const Slice& slice : search.slices) {
        const auto n = static_cast<double>(slice.count.n);
        const double rest = static_cast<double>(search.whole.n) - n;
        if (rest == 0) continue;
        const Value p = twoProportionP({slice.count.errors / n, n},
                                       {(search.whole.errors - slice.count.errors) / rest, rest});
        EXPECT_EQ(*slice.pValue, *p);
        EXPECT_GE(*slice.qValue, *slice.pValue);
    }
}

}  // namespace
}  // namespace reckoner
