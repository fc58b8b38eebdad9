// What the table of fairness says: its columns at this width, and the text of every place in it.
#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <vector>

#include <QString>

#include "core/metrics/fair_thresholds.h"
#include "core/wording/fairness_words.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// What is known at one threshold only, and takes a moment.
struct FairEstimates {
    FairnessIntervals gaps;
    std::vector<std::optional<Interval>> money;  // beside the groups
};

// Wilson 95 %.
std::optional<Interval> fairInterval(FairRate rate, const Tally& tally);

enum class FairField { Name, Count, Rate, Calibration, Money, Equal };

struct FairColumn {
    FairField field;
    FairRate rate;  // of Rate
    TwoLines title;
    int left;
    int right;
    int barLeft;
    int barRight;
};

struct FairView {
    FairnessBoardPtr board;
    std::size_t set = 0;
    Vocabulary words;
    std::optional<FairReading> reading;
    std::optional<FairEstimates> estimates;  // while they are known at this threshold
    std::optional<FairThresholds> equal;

    // Ends of the bars, by rate: to whole tenths of what is read when fitScales() is called.
    std::array<Interval, std::size(kFairRates)> scales = wholeScales();
    void fitScales();

    const FairSet& groups() const { return board->sets()[set]; }
    const FairnessIntervals* gaps() const { return estimates ? &estimates->gaps : nullptr; }

    static constexpr std::array<Interval, std::size(kFairRates)> wholeScales() {
        std::array<Interval, std::size(kFairRates)> scales{};
        scales.fill({0, 1});
        return scales;
    }
    // As many columns as fit into the width, from `left` on.
    std::vector<FairColumn> columns(int left, int width) const;
    QString text(const FairColumn& column, std::size_t group) const;
    // Below the rows: gap, its interval, luck, verdict, ratio.
    static constexpr int kFootLines = 5;
    static constexpr int kVerdictLine = 3;
    static constexpr int kRatioLine = 4;
    QString footText(const FairColumn& column, int line) const;
    QString moneyGap(int line) const;
    QString help(const FairColumn& column) const;
    // All of one group.
    QString rowText(const std::vector<FairColumn>& columns, std::size_t group) const;
};

}  // namespace reckoner
