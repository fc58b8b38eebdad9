#include "ui/pages/segments/segment_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/wording/segment_words.h"

namespace reckoner {
namespace {

Value figureOf(const SegmentBoard& board, const BoardReading& reading, std::size_t i, std::string_view key) {
    const BoardSegment& segment = board.segments()[i];
    const SegmentReading& now = reading.segments[i];
    if (key == "n") return static_cast<double>(segment.n);
    if (key == "prevalence") return static_cast<double>(segment.positives) / static_cast<double>(segment.n);
    if (key == "selected") return findMetric("selection_rate")->value(now.tally);
    if (key == "errors") return now.tally.fp.weight + now.tally.fn.weight;
    if (key == "value") return now.value;
    if (key == "difference") return now.difference;
    if (key == "q") return now.qValue;
    if (key == "companion") return companionOf(*reading.metric).value(now.tally);
    if (key == "cost") return now.cost;
    if (key == "best") return segment.cheapest.threshold;
    if (key == "saves") return board.ownBestSaves(segment, now);
    return Reason::NotComparable;
}

}  // namespace

std::vector<std::size_t> segmentOrder(const SegmentBoard& board, const BoardReading& reading,
                                      const std::string& sort) {
    if (sort.empty()) return worstBeyondNoise(reading);
    const bool down = sort.front() == '-';
    const std::string key = down ? sort.substr(1) : sort;
    std::vector<std::size_t> order(board.segments().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (key == "name") {
        if (down) std::reverse(order.begin(), order.end());
        return order;
    }
    std::vector<double> figures;
    for (const std::size_t i : order) {
        const Value figure = figureOf(board, reading, i, key);
        figures.push_back(figure ? (down ? -*figure : *figure) : std::nan(""));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (std::isnan(figures[b])) return !std::isnan(figures[a]);
        return figures[a] < figures[b];
    });
    return order;
}

}  // namespace reckoner
