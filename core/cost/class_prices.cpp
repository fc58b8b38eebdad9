#include "core/cost/class_prices.h"

namespace reckoner {

ClassPrices evenPrices(std::vector<std::string> classes, double mistake) {
    ClassPrices prices;
    prices.classes = std::move(classes);
    const std::size_t size = prices.classes.size();
    prices.money.assign(size * size, mistake);
    for (std::size_t i = 0; i < size; ++i)
        prices.money[i * size + i] = 0;
    return prices;
}

ClassPrices withPrice(ClassPrices prices, std::size_t truth, std::size_t called, double money) {
    prices.money[truth * prices.classes.size() + called] = money;
    return prices;
}

ClassPrices withRowCopied(ClassPrices prices, std::size_t from, std::size_t to) {
    if (from == to) return prices;
    const std::size_t size = prices.classes.size();
    for (std::size_t called = 0; called < size; ++called)
        if (called != from && called != to) prices.money[to * size + called] = prices.at(from, called);
    prices.money[to * size + from] = prices.at(from, to);
    return prices;
}

ClassPrices withSymmetricFill(ClassPrices prices) {
    const std::size_t size = prices.classes.size();
    for (std::size_t truth = 1; truth < size; ++truth)
        for (std::size_t called = 0; called < truth; ++called)
            prices.money[truth * size + called] = prices.at(called, truth);
    return prices;
}

}  // namespace reckoner
