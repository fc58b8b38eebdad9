// Money by true and called class, as people entered it: classes by name, so that it outlives an order.
#pragma once

#include <string>
#include <vector>

namespace reckoner {

// Rows = truth, columns = called, both in the order of `classes`. Negative = a gain. Empty: not entered.
struct ClassPrices {
    std::vector<std::string> classes;
    std::vector<double> money;  // classes x classes

    bool empty() const { return money.empty(); }
    double at(std::size_t truth, std::size_t called) const { return money[truth * classes.size() + called]; }
    bool operator==(const ClassPrices&) const = default;
};

// Every entry the same but the diagonal, which is 0: what a grid begins with.
ClassPrices evenPrices(std::vector<std::string> classes, double mistake);
// The entry for a truth called something; nothing else changes. Precondition: both are in range.
ClassPrices withPrice(ClassPrices prices, std::size_t truth, std::size_t called, double money);
// What the mistakes of `from` cost also for `to`: row `to` gets the entries of row `from` by called class.
// The diagonals stay, and what calling `from` "to" costs becomes what calling `to` "from" costs.
ClassPrices withRowCopied(ClassPrices prices, std::size_t from, std::size_t to);
// Calling a "b" costs what calling b "a" costs: the entries above the diagonal go below it.
ClassPrices withSymmetricFill(ClassPrices prices);

}  // namespace reckoner
