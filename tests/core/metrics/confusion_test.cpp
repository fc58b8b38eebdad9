#include "core/metrics/confusion.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

ConfusionTable randomConfusion(std::size_t classes, std::uint64_t seed) {
    Random random(seed);
    ConfusionTable table(classes);
    const auto samples = 5 * classes * classes;
    for (std::size_t i = 0; i < samples; ++i) {
        const std::size_t truth = random.below(classes);
        const double weight = static_cast<double>(random.below(9)) / 4;
        if (random.below(6) == 0)
            table.review[truth] += {1, weight, weight * weight};
        else
            table.called.add(truth, random.below(3) ? truth : random.below(classes), weight);
    }
    return table;
}

std::vector<ClassCode> givenOrder(std::size_t classes) {
    std::vector<ClassCode> order;
    for (std::size_t c = 0; c < classes; ++c)
        order.push_back(static_cast<ClassCode>(c));
    return order;
}

TEST(ConfusedPairs, AreTheLargestMistakesInOrder) {
    ConfusionTable table(3);
    for (int i = 0; i < 5; ++i)
        table.called.add(0, 1, 1);
    for (int i = 0; i < 5; ++i)
        table.called.add(2, 0, 1);
    table.called.add(0, 0, 1);
    table.called.add(1, 2, 1);
    const auto pairs = confusedPairs(table, 10);
    ASSERT_EQ(pairs.size(), 3u);
    // Five each: the one that is a larger share of its class comes first.
    EXPECT_EQ(pairs[0].truth, 2);
    EXPECT_EQ(pairs[0].predicted, 0);
    EXPECT_EQ(pairs[0].shareOfTruth, 1);
    EXPECT_EQ(pairs[1].truth, 0);
    EXPECT_DOUBLE_EQ(pairs[1].shareOfTruth, 5.0 / 6);
    EXPECT_EQ(pairs[2].cell.n, 1u);
    EXPECT_EQ(confusedPairs(table, 2).size(), 2u);
    EXPECT_TRUE(confusedPairs(ConfusionTable(3), 5).empty());
}

TEST(ConfusedPairs, AreTheFirstOfAllInOrderHoweverFewAreAskedFor) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const ConfusionTable table = randomConfusion(3 + 2 * seed, seed);
        const std::size_t classes = table.classes();
        // All of them, put in order one by one.
        std::vector<std::tuple<double, double, std::size_t, std::size_t>> all;
        for (std::size_t t = 0; t < classes; ++t)
            for (std::size_t p = 0; p < classes; ++p) {
                const ClassMatrix::Cell& cell = table.called.at(t, p);
                if (t == p || cell.n == 0) continue;
                const double of = table.truthTotal(t).weight;
                all.emplace_back(-cell.weight, of > 0 ? -cell.weight / of : 0, t, p);
            }
        std::sort(all.begin(), all.end());
        for (const std::size_t most : {1u, 3u, 20u, 5000u}) {
            const auto pairs = confusedPairs(table, most);
            ASSERT_EQ(pairs.size(), std::min<std::size_t>(most, all.size()));
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                EXPECT_EQ(pairs[i].truth, std::get<2>(all[i])) << seed << " " << most << " " << i;
                EXPECT_EQ(pairs[i].predicted, std::get<3>(all[i])) << seed << " " << most << " " << i;
            }
        }
        EXPECT_TRUE(confusedPairs(table, 0).empty());
    }
}

TEST(ConfusedPairs, CountReviewedSamplesAsPartOfTheirClass) {
    ConfusionTable table(2);
    table.called.add(0, 1, 1);
    table.review[0] = {3, 3, 3};
    EXPECT_DOUBLE_EQ(confusedPairs(table, 1)[0].shareOfTruth, 0.25);
}

TEST(FoldedConfusion, KeepsEverythingWithoutFolding) {
    const ConfusionTable table = randomConfusion(5, 3);
    const std::vector<ClassCode> order{3, 1, 4, 0, 2};
    const FoldedConfusion folded(table, order);
    ASSERT_EQ(folded.size(), 5u);
    for (std::size_t r = 0; r < 5; ++r) {
        EXPECT_FALSE(folded.isOther(r));
        EXPECT_EQ(folded.review(r).n, table.review[order[r]].n);
        EXPECT_EQ(folded.row(r).all.n, table.truthTotal(order[r]).n);
        for (std::size_t c = 0; c < 5; ++c) {
            EXPECT_EQ(folded.at(r, c).all.n, table.called.at(order[r], order[c]).n);
            EXPECT_EQ(folded.at(r, c).wrong.n, r == c ? 0u : folded.at(r, c).all.n);
        }
    }
    EXPECT_EQ(folded.total().all.n, table.total().n);
}

// Whatever is folded, no sample and no mistake gets lost.
TEST(FoldedConfusion, HidesNoMistake) {
    Random random(17);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const std::size_t classes = 2 + random.below(20);
        const ConfusionTable table = randomConfusion(classes, seed);
        const std::vector<bool> folded = smallClasses(table, 1 + random.below(classes));
        const FoldedConfusion view(table, givenOrder(classes), folded);
        std::uint64_t all = 0;
        std::uint64_t wrong = 0;
        for (std::size_t r = 0; r < view.size(); ++r) {
            std::uint64_t inRow = view.review(r).n;
            for (std::size_t c = 0; c < view.size(); ++c) {
                std::uint64_t n = 0;
                std::uint64_t mistakes = 0;
                for (const ClassCode t : view.group(r))
                    for (const ClassCode p : view.group(c)) {
                        n += table.called.at(t, p).n;
                        if (t != p) mistakes += table.called.at(t, p).n;
                    }
                EXPECT_EQ(view.at(r, c).all.n, n);
                EXPECT_EQ(view.at(r, c).wrong.n, mistakes);
                inRow += n;
                all += n;
                wrong += mistakes;
            }
            EXPECT_EQ(view.row(r).all.n, inRow);
        }
        EXPECT_EQ(all + view.reviewed().n, table.total().n);
        EXPECT_EQ(wrong, table.called.total().n - table.called.correct().n);
        EXPECT_EQ(view.total().wrong.n, wrong);
    }
}

TEST(FoldedConfusion, SharesAreOfWhatTheySay) {
    ConfusionTable table(3);
    table.called.add(0, 0, 2);
    table.called.add(0, 1, 1);
    table.review[0] = {1, 1, 1};
    table.called.add(1, 1, 4);
    const FoldedConfusion view(table, givenOrder(3));
    using Of = FoldedConfusion::Of;
    EXPECT_DOUBLE_EQ(*view.share(Of::Truth, 0, 0), 0.5);
    EXPECT_DOUBLE_EQ(*view.share(Of::Called, 0, 1), 0.2);
    EXPECT_DOUBLE_EQ(*view.share(Of::All, 1, 1), 0.5);
    EXPECT_DOUBLE_EQ(*view.reviewShare(Of::Truth, 0), 0.25);
    EXPECT_DOUBLE_EQ(*view.reviewShare(Of::Called, 0), 1);
    EXPECT_DOUBLE_EQ(*view.rowError(0), 0.25);
    EXPECT_DOUBLE_EQ(*view.columnError(1), 0.2);
    // A class that does not occur has no share, not a share of 0.
    EXPECT_FALSE(view.share(Of::Truth, 2, 0));
    EXPECT_FALSE(view.rowError(2));
    EXPECT_FALSE(view.columnError(2));
}

TEST(SmallClasses, AreThoseWithFewSamplesAndNeverOneAlone) {
    ConfusionTable table(4);
    for (const auto& [truth, weight] : {std::pair{0, 1.0}, {1, 9.0}, {2, 1.0}, {3, 5.0}})
        table.called.add(static_cast<std::size_t>(truth), 0, weight);
    EXPECT_EQ(smallClasses(table, 2), (std::vector<bool>{true, false, true, false}));
    EXPECT_EQ(smallClasses(table, 3), (std::vector<bool>{false, false, false, false}));
    EXPECT_EQ(smallClasses(table, 1), (std::vector<bool>{true, false, true, true}));
    EXPECT_EQ(smallClasses(table, 9), (std::vector<bool>{false, false, false, false}));
}

}  // namespace
}  // namespace reckoner
