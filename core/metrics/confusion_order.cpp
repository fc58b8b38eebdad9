#include "core/metrics/confusion_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/case_fold.h"
#include "core/base/numbers.h"

namespace reckoner {
namespace {

template <class Key>
std::vector<ClassCode> sortedBy(std::size_t classes, const std::vector<Key>& keys) {
    std::vector<ClassCode> order(classes);
    std::iota(order.begin(), order.end(), ClassCode{0});
    std::stable_sort(order.begin(), order.end(), [&](ClassCode a, ClassCode b) { return keys[a] < keys[b]; });
    return order;
}

std::vector<ClassCode> byName(const std::vector<std::string>& names) {
    std::vector<double> numbers;
    std::vector<std::string> folded;
    for (const std::string& name : names) {
        if (const auto number = parseNumber(name); number && std::isfinite(*number))
            numbers.push_back(*number);
        folded.push_back(foldCase(name));
    }
    if (numbers.size() == names.size()) return sortedBy(names.size(), numbers);
    return sortedBy(names.size(), folded);
}

// How often two classes are taken for each other: the mean of both rows' shares. Symmetric, in [0, 1].
class Likeness {
 public:
    explicit Likeness(const ConfusionTable& table) : size_(table.classes()), values_(size_ * size_) {
        std::vector<double> rows;
        for (std::size_t c = 0; c < size_; ++c)
            rows.push_back(table.called.truthTotal(c).weight);
        for (std::size_t a = 0; a < size_; ++a)
            for (std::size_t b = 0; b < size_; ++b) {
                const double there = rows[a] > 0 ? table.called.at(a, b).weight / rows[a] : 0;
                const double back = rows[b] > 0 ? table.called.at(b, a).weight / rows[b] : 0;
                values_[a * size_ + b] = (there + back) / 2;
            }
    }
    double at(std::size_t a, std::size_t b) const { return values_[a * size_ + b]; }
    void set(std::size_t a, std::size_t b, double value) {
        values_[a * size_ + b] = values_[b * size_ + a] = value;
    }
    std::size_t size() const { return size_; }

 private:
    std::size_t size_;
    std::vector<double> values_;
};

using Chain = std::vector<ClassCode>;

// a and b joined so that the ends that meet are as alike as can be; ties leave both as they are.
Chain joined(Chain a, Chain b, const Likeness& classes) {
    if (b.front() < a.front()) std::swap(a, b);
    struct Way {
        double meeting;
        bool turnFirst;
        bool turnSecond;
    };
    const Way ways[] = {{classes.at(a.back(), b.front()), false, false},
                        {classes.at(a.back(), b.back()), false, true},
                        {classes.at(a.front(), b.front()), true, false},
                        {classes.at(a.front(), b.back()), true, true}};
    const Way* best = &ways[0];
    for (const Way& way : ways)
        if (way.meeting > best->meeting) best = &way;
    if (best->turnFirst) std::reverse(a.begin(), a.end());
    if (best->turnSecond) std::reverse(b.begin(), b.end());
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<ClassCode> byConfusion(const ConfusionTable& table) {
    const Likeness classes(table);
    Likeness clusters = classes;
    const std::size_t size = classes.size();
    std::vector<Chain> chains(size);
    std::vector<std::size_t> alive;
    for (std::size_t c = 0; c < size; ++c) {
        chains[c] = {static_cast<ClassCode>(c)};
        alive.push_back(c);
    }
    while (alive.size() > 1) {
        std::size_t first = alive[0];
        std::size_t second = alive[1];
        for (std::size_t i = 0; i < alive.size(); ++i)
            for (std::size_t j = i + 1; j < alive.size(); ++j)
                if (clusters.at(alive[i], alive[j]) > clusters.at(first, second)) {
                    first = alive[i];
                    second = alive[j];
                }
        const auto nFirst = static_cast<double>(chains[first].size());
        const auto nSecond = static_cast<double>(chains[second].size());
        for (const std::size_t other : alive)
            if (other != first && other != second)
                clusters.set(first, other,
                             (nFirst * clusters.at(first, other) + nSecond * clusters.at(second, other)) /
                                 (nFirst + nSecond));
        chains[first] = joined(std::move(chains[first]), std::move(chains[second]), classes);
        alive.erase(std::find(alive.begin(), alive.end(), second));
    }
    return alive.empty() ? Chain() : chains[alive[0]];
}

}  // namespace

std::vector<ClassCode> classOrder(const ConfusionTable& table, const std::vector<std::string>& names,
                                  ClassOrder order) {
    const std::size_t size = table.classes();
    std::vector<double> keys;
    switch (order) {
        case ClassOrder::Given:
            break;
        case ClassOrder::Name:
            return byName(names);
        case ClassOrder::Size:
            for (std::size_t c = 0; c < size; ++c)
                keys.push_back(-table.truthTotal(c).weight);
            return sortedBy(size, keys);
        case ClassOrder::Error:
            for (std::size_t c = 0; c < size; ++c) {
                const double all = table.called.truthTotal(c).weight;
                keys.push_back(all > 0 ? -(1 - table.called.at(c, c).weight / all) : 1);
            }
            return sortedBy(size, keys);
        case ClassOrder::Confusion:
            return byConfusion(table);
    }
    keys.assign(size, 0);
    return sortedBy(size, keys);
}

}  // namespace reckoner
