#include "core/metrics/confusion.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace reckoner {

ClassMatrix::Cell ConfusionTable::truthTotal(std::size_t truth) const {
    ClassMatrix::Cell sum = called.truthTotal(truth);
    return sum += review[truth];
}

ClassMatrix::Cell ConfusionTable::reviewed() const {
    ClassMatrix::Cell sum;
    for (const ClassMatrix::Cell& cell : review)
        sum += cell;
    return sum;
}

ClassMatrix::Cell ConfusionTable::total() const {
    ClassMatrix::Cell sum = called.total();
    return sum += reviewed();
}

std::vector<ConfusedPair> confusedPairs(const ConfusionTable& table, std::size_t most) {
    if (most == 0) return {};
    const auto before = [](const ConfusedPair& a, const ConfusedPair& b) {
        return std::tuple(-a.cell.weight, -a.shareOfTruth, a.truth, a.predicted) <
               std::tuple(-b.cell.weight, -b.shareOfTruth, b.truth, b.predicted);
    };
    // The best so far first, and newcomers behind them: a drag asks for these in every frame.
    std::vector<ConfusedPair> pairs;
    const std::size_t room = 4 * most + 64;
    pairs.reserve(room);
    double bound = 0;
    const auto prune = [&] {
        if (pairs.size() <= most) return;
        const auto last = pairs.begin() + static_cast<std::ptrdiff_t>(most);
        std::nth_element(pairs.begin(), last - 1, pairs.end(), before);
        pairs.erase(last, pairs.end());
        bound = pairs.back().cell.weight;
    };
    for (std::size_t truth = 0; truth < table.classes(); ++truth) {
        const double all = table.truthTotal(truth).weight;
        for (std::size_t predicted = 0; predicted < table.classes(); ++predicted) {
            const ClassMatrix::Cell& cell = table.called.at(truth, predicted);
            if (truth == predicted || cell.n == 0 || cell.weight < bound) continue;
            if (pairs.size() == room) prune();
            pairs.push_back({static_cast<ClassCode>(truth), static_cast<ClassCode>(predicted), cell,
                             all > 0 ? cell.weight / all : 0});
        }
    }
    prune();
    std::sort(pairs.begin(), pairs.end(), before);
    return pairs;
}

FoldedConfusion::FoldedConfusion(const ConfusionTable& table, const std::vector<ClassCode>& order,
                                 const std::vector<bool>& folded) {
    std::vector<ClassCode> other;
    for (const ClassCode code : order) {
        if (code < folded.size() && folded[code])
            other.push_back(code);
        else
            groups_.push_back({code});
    }
    if (!other.empty()) groups_.push_back(other);
    std::vector<std::size_t> place(table.classes());
    for (std::size_t g = 0; g < groups_.size(); ++g)
        for (const ClassCode code : groups_[g])
            place[code] = g;

    cells_.resize(size() * size());
    review_.resize(size());
    rows_.resize(size());
    columns_.resize(size());
    for (std::size_t truth = 0; truth < table.classes(); ++truth) {
        const std::size_t r = place[truth];
        for (std::size_t predicted = 0; predicted < table.classes(); ++predicted) {
            const ClassMatrix::Cell& part = table.called.at(truth, predicted);
            if (part.n == 0) continue;  // most of a great matrix
            const std::size_t c = place[predicted];
            for (Cell* sum : {&cells_[r * size() + c], &rows_[r], &columns_[c], &total_}) {
                sum->all += part;
                if (truth != predicted) sum->wrong += part;
            }
        }
        review_[r] += table.review[truth];
        rows_[r].all += table.review[truth];
        total_.all += table.review[truth];
    }
}

ClassMatrix::Cell FoldedConfusion::reviewed() const {
    ClassMatrix::Cell sum;
    for (const ClassMatrix::Cell& cell : review_)
        sum += cell;
    return sum;
}

Value FoldedConfusion::share(Of of, std::size_t row, std::size_t column) const {
    const double whole = of == Of::Truth    ? rows_[row].all.weight
                         : of == Of::Called ? columns_[column].all.weight
                                            : total_.all.weight;
    return ratio(at(row, column).all.weight, whole,
                 of == Of::Called ? Reason::NothingFlagged : Reason::NoSamples);
}

Value FoldedConfusion::reviewShare(Of of, std::size_t row) const {
    const double whole = of == Of::Truth    ? rows_[row].all.weight
                         : of == Of::Called ? reviewed().weight
                                            : total_.all.weight;
    return ratio(review_[row].weight, whole, Reason::NoSamples);
}

Value FoldedConfusion::rowError(std::size_t row) const {
    return ratio(rows_[row].wrong.weight, rows_[row].all.weight, Reason::NoSamples);
}

Value FoldedConfusion::columnError(std::size_t column) const {
    return ratio(columns_[column].wrong.weight, columns_[column].all.weight, Reason::NothingFlagged);
}

std::vector<bool> smallClasses(const ConfusionTable& table, std::size_t shown) {
    std::vector<bool> folded(table.classes(), false);
    if (shown + 1 >= table.classes()) return folded;
    std::vector<std::size_t> bySize(table.classes());
    std::iota(bySize.begin(), bySize.end(), std::size_t{0});
    std::vector<double> sizes;
    for (std::size_t c = 0; c < table.classes(); ++c)
        sizes.push_back(table.truthTotal(c).weight);
    std::stable_sort(bySize.begin(), bySize.end(),
                     [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    for (std::size_t i = shown; i < bySize.size(); ++i)
        folded[bySize[i]] = true;
    return folded;
}

}  // namespace reckoner
