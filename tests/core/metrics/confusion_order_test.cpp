#include "core/metrics/confusion_order.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/support/random_classes.h"

namespace reckoner {
namespace {

using Order = std::vector<ClassCode>;

ConfusionTable smallTable() {
    ConfusionTable table(4);
    const auto add = [&](std::size_t t, std::size_t p, int n) {
        for (int i = 0; i < n; ++i)
            table.called.add(t, p, 1);
    };
    add(0, 0, 9);
    add(0, 1, 1);
    add(1, 1, 1);
    add(1, 0, 1);
    add(3, 3, 20);
    return table;
}

TEST(ClassOrder, ByWhatIsAskedFor) {
    const ConfusionTable table = smallTable();
    const std::vector<std::string> names{"b", "A", "c", "B"};
    EXPECT_EQ(classOrder(table, names, ClassOrder::Given), (Order{0, 1, 2, 3}));
    EXPECT_EQ(classOrder(table, names, ClassOrder::Name), (Order{1, 0, 3, 2}));
    EXPECT_EQ(classOrder(table, {"10", "9", "-1", "2.5"}, ClassOrder::Name), (Order{2, 3, 1, 0}));
    EXPECT_EQ(classOrder(table, names, ClassOrder::Size), (Order{3, 0, 1, 2}));
    // Class 2 has no samples: it is not the best, it stands last.
    EXPECT_EQ(classOrder(table, names, ClassOrder::Error), (Order{1, 0, 3, 2}));
}

// Groups of classes that are taken for each other, in a random order of classes: each group stands together.
TEST(ClassOrder, ConfusedClassesStandTogether) {
    Random random(5);
    for (int trial = 0; trial < 30; ++trial) {
        const std::size_t groups = 1 + random.below(5);
        const std::size_t size = 2 + random.below(4);
        const std::size_t classes = groups * size;
        std::vector<std::size_t> groupOf(classes);
        for (std::size_t c = 0; c < classes; ++c)
            groupOf[c] = c % groups;
        ConfusionTable table(classes);
        for (std::size_t t = 0; t < classes; ++t)
            for (std::size_t p = 0; p < classes; ++p) {
                const double likely = t == p ? 100 : groupOf[t] == groupOf[p] ? 30 + random.unit() : 1;
                table.called.add(t, p, likely);
            }
        const Order order = classOrder(table, test::letters(classes), ClassOrder::Confusion);
        for (std::size_t i = 0; i < classes; ++i)
            EXPECT_EQ(groupOf[order[i]], groupOf[order[i / size * size]]) << trial;
    }
}

// Neighbours along a line (an ordinal scale, shuffled) come out as that line, in one direction or the other.
TEST(ClassOrder, AScaleIsFoundAgain) {
    const std::vector<std::size_t> place{3, 0, 4, 1, 5, 2};
    ConfusionTable table(6);
    for (std::size_t t = 0; t < 6; ++t)
        for (std::size_t p = 0; p < 6; ++p) {
            const std::size_t apart = place[t] > place[p] ? place[t] - place[p] : place[p] - place[t];
            table.called.add(t, p, apart == 0 ? 100 : apart == 1 ? 20 + static_cast<double>(place[t]) : 0.1);
        }
    Order order = classOrder(table, test::letters(6), ClassOrder::Confusion);
    std::vector<std::size_t> places;
    for (const ClassCode code : order)
        places.push_back(place[code]);
    if (places.front() > places.back()) std::reverse(places.begin(), places.end());
    EXPECT_EQ(places, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5}));
}

TEST(ClassOrder, EveryOrderIsAPermutationAndTheSameTwice) {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        Random random(seed);
        const std::size_t classes = seed == 0 ? 1 : seed == 1 ? 200 : 1 + random.below(30);
        ConfusionTable table(classes);
        for (std::size_t i = 0; i < 3 * classes; ++i)
            table.called.add(random.below(classes), random.below(classes),
                             static_cast<double>(random.below(3)));
        for (const ClassOrder kind : {ClassOrder::Given, ClassOrder::Name, ClassOrder::Size,
                                      ClassOrder::Error, ClassOrder::Confusion}) {
            const Order order = classOrder(table, test::letters(classes), kind);
            EXPECT_EQ(order, classOrder(table, test::letters(classes), kind));
            Order sorted = order;
            std::sort(sorted.begin(), sorted.end());
            Order all(classes);
            std::iota(all.begin(), all.end(), ClassCode{0});
            EXPECT_EQ(sorted, all);
        }
    }
    EXPECT_TRUE(classOrder(ConfusionTable(0), {}, ClassOrder::Confusion).empty());
}

}  // namespace
}  // namespace reckoner
