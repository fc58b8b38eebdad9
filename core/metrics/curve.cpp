#include "core/metrics/curve.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

constexpr std::size_t kMaxPoints = 2000;
constexpr double kColumns = 245;  // of each of the two axes; each keeps up to four points

// First, last, lowest and highest point of the column being walked through.
class ColumnKeeper {
 public:
    void add(double column, double threshold, double height, std::vector<double>& kept) {
        if (column != column_) {
            flush(kept);
            column_ = column;
            first_ = lowest_ = highest_ = threshold;
            lowestAt_ = highestAt_ = height;
        }
        last_ = threshold;
        if (height < lowestAt_) {
            lowest_ = threshold;
            lowestAt_ = height;
        }
        if (height > highestAt_) {
            highest_ = threshold;
            highestAt_ = height;
        }
    }
    void flush(std::vector<double>& kept) const {
        if (!std::isnan(column_)) kept.insert(kept.end(), {first_, last_, lowest_, highest_});
    }

 private:
    double column_ = std::numeric_limits<double>::quiet_NaN();
    double first_ = 0;
    double last_ = 0;
    double lowest_ = 0;
    double highest_ = 0;
    double lowestAt_ = 0;
    double highestAt_ = 0;
};

std::vector<double> keptThresholds(const Sweep& sweep, const BoundCost& cost, const TaskContext& context) {
    std::vector<double> kept;
    const double lo = sweep.lowest();
    const double width = sweep.highest() / kColumns - lo / kColumns;
    const auto samples = static_cast<double>(sweep.samples());
    ColumnKeeper byScore;
    ColumnKeeper byShare;
    std::uint64_t visited = 0;
    sweep.scan([&](double threshold, const Tally& tally) {
        if (visited++ % kCancelEvery == 0) context.checkCancelled();
        if (std::isinf(threshold)) return true;
        const double scoreColumn = width > 0 ? std::floor((threshold - lo) / width) : 0;
        byScore.add(scoreColumn, threshold, cost.total(tally), kept);
        const auto flagged = static_cast<double>(tally.flagged());
        const double precision = static_cast<double>(tally.tp.n) / flagged;
        byShare.add(std::floor(kColumns * flagged / samples), threshold, precision, kept);
        return true;
    });
    byScore.flush(kept);
    byShare.flush(kept);
    return kept;
}

}  // namespace

std::vector<CurvePoint> thinnedCurve(const Sweep& sweep, const BoundCost& cost, std::optional<double> keep,
                                     const TaskContext& context) {
    std::vector<CurvePoint> points;
    if (sweep.distinctScores() < kMaxPoints) {
        sweep.scan([&](double threshold, const Tally& tally) {
            points.push_back({threshold, tally});
            return true;
        });
        return points;
    }
    std::vector<double> kept = keptThresholds(sweep, cost, context);
    kept.push_back(std::numeric_limits<double>::infinity());
    if (keep) kept.push_back(*keep);
    std::sort(kept.begin(), kept.end(), std::greater<>());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    for (const double threshold : kept)
        points.push_back({threshold, sweep.at(threshold)});
    return points;
}

}  // namespace reckoner
