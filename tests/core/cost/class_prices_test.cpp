#include "core/cost/class_prices.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// Nine different entries: a transposed table cannot pass.
ClassPrices ninePrices() {
    return {{"cat", "dog", "eel"}, {0, 2, 3, 40, 0, 60, 700, 800, 0}};
}

TEST(ClassPrices, AreReadByTruthThenByWhatItWasCalled) {
    const ClassPrices prices = ninePrices();
    EXPECT_EQ(prices.at(1, 2), 60);
    EXPECT_EQ(prices.at(2, 1), 800);
    const ClassPrices changed = withPrice(prices, 2, 0, -5);
    EXPECT_EQ(changed.money, (std::vector<double>{0, 2, 3, 40, 0, 60, -5, 800, 0}));
}

TEST(ClassPrices, ACopiedRowIsOfTheTruth) {
    // What mistakes with a cat cost, now also for an eel: called a dog 2; called a cat, what calling a cat an
    // eel costs.
    EXPECT_EQ(withRowCopied(ninePrices(), 0, 2).money, (std::vector<double>{0, 2, 3, 40, 0, 60, 3, 2, 0}));
    EXPECT_EQ(withRowCopied(ninePrices(), 1, 1), ninePrices());
}

TEST(ClassPrices, TheUpperHalfIsFilledDownwards) {
    EXPECT_EQ(withSymmetricFill(ninePrices()).money, (std::vector<double>{0, 2, 3, 2, 0, 60, 3, 60, 0}));
}

TEST(ClassPrices, EvenOnesChargeMistakesOnly) {
    EXPECT_EQ(evenPrices({"a", "b"}, 7).money, (std::vector<double>{0, 7, 7, 0}));
    EXPECT_TRUE(evenPrices({}, 7).empty());
}

}  // namespace
}  // namespace reckoner
