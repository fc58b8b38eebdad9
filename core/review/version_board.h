// Two to four versions side by side on the samples they share: every figure of each, and what it differs by
// from the one they are compared with.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/operating_point.h"
#include "core/data/grouping.h"
#include "core/metrics/comparison.h"
#include "core/metrics/run_analysis.h"
#include "core/review/version_thresholds.h"

namespace reckoner {

// One version, or a rule that is always there to be beaten.
struct VersionSide {
    enum class Kind { Run, FlagNobody, FlagEverybody };
    Kind kind = Kind::Run;
    std::string name;                    // "v3"
    RunAnalysisPtr run;                  // of a rule: the run it is read on
    SampleAlignment fromBase = {};       // from the base's rows to this side's
    std::optional<double> policy = {};   // in force: a threshold, of tiers the one they are counted from
    std::optional<double> chosen = {};   // where somebody set it, for ThresholdRule::Own
    std::optional<TierPlan> tiers = {};  // of the policy, where it decides in tiers
};

struct VersionBoardRequest {
    std::vector<VersionSide> sides;  // two or more
    std::size_t base = 0;            // the side compared with
    std::size_t judged = 1;          // the side that is judged
    ThresholdRule rule = ThresholdRule::Same;
    double same = 0.5;                 // threshold of ThresholdRule::Same, and what SameNumber counts by
    std::vector<std::string> columns;  // segments: each by itself, of the base's table
    std::vector<std::string> protectedColumns;  // those whose selection-rate ratio is told
    bool ownSamples = false;  // each over all its samples, though some are shared: nothing is paired
    std::uint32_t replicates = kReplicates;         // 0: intervals that have a formula only
    std::shared_ptr<const SampleFacts> facts = {};  // of the base, where the cohort asks for them
};

enum class FigureScale { Money, Hundred, Plain, Milliseconds, Ratio };

// One line of the table.
struct FigureRow {
    std::string metric;  // "cost", an id of figureNames(), "latency_p95", "selection_rate_ratio"
    std::string column;  // of a segment or of a ratio; empty: everybody
    Grouping::Key key;   // of a segment
    Direction direction = Direction::HigherIsBetter;
    FigureScale scale = FigureScale::Hundred;
    std::vector<Value> values;                           // by side
    std::vector<std::optional<Difference>> differences;  // by side, side - base; nothing for the base
    std::vector<Value> q;                                // by side; of segments: Benjamini-Hochberg
    std::uint64_t trials = 0;  // of a segment: samples the share is of, in the judged pair
    bool segment() const { return !key.values.empty(); }
};

// One value of one column, for the charts of intervals.
struct SideSegment {
    std::string column;
    Grouping::Key key;
    std::uint64_t n = 0;
    std::vector<Tally>
        tallies;  // by side: on the samples shared with the base; of the base in the judged pair
    Flips flips;  // base to judged
    // What those that changed hands cost a period, judged minus base.
    double fixedCost = 0;
    double brokenCost = 0;
    double otherwiseCost = 0;  // flagged by one and sent to a person by the other
};

// What is done otherwise by judged than by base, in the end: flagged, passed, or sent to a person. The first
// four by truth, sent to a person counting as flagged; the last two are flagged by one and sent by the other.
struct FlipGroup {
    enum class Kind { NowCaught, NowMissed, NoLongerFlagged, NowFlagged, NowReviewed, NoLongerReviewed };
    static constexpr std::size_t kKinds = 6;
    Kind kind = Kind::NowCaught;
    std::uint64_t n = 0;
    std::uint64_t byPeople = 0;  // of them: a person decides in base or judged
    double cost = 0;  // a period: judged minus base over these samples, of tiers with their reviews
    // The segment that holds more of them than its share of the class lets expect; none: they are spread.
    std::optional<std::size_t> where;  // in VersionBoard::segments
    std::uint64_t there = 0;
};

// Score of the base against score of the judged, counted in equal bins over both axes.
struct ScoreDensity {
    static constexpr std::size_t kBins = 48;
    Interval base{0, 1};  // axes; the same where both scores are of one kind
    Interval judged{0, 1};
    std::vector<std::uint64_t> cells;  // kBins x kBins, [judged * kBins + base]; empty: nothing is paired
    std::uint64_t highest = 0;
};

// How the samples of one side meet those of the base.
struct SampleOverlap {
    bool paired = true;
    std::uint64_t both = 0;  // compared
    std::uint64_t onlyBase = 0;
    std::uint64_t onlySide = 0;
    std::uint64_t conflicting = 0;  // labels changed
    std::uint64_t unscored = 0;
    bool partial() const { return onlyBase + onlySide + conflicting > 0; }
};

// Immutable, shared between threads.
struct VersionBoard {
    VersionBoardRequest request;
    std::vector<double> thresholds;       // by side; of tiers the one they are counted from
    std::vector<OperatingPoint> points;   // by side: in tiers under ThresholdRule::Policy, where it has them
    std::vector<Tally> tallies;           // by side
    std::vector<SampleOverlap> overlaps;  // by side; of the base: of the judged pair
    std::vector<Flips> flips;             // by side; of the base all 0
    std::vector<FigureRow> rows;  // money, quality, segments beyond noise, ratios, latency, further quality
    std::vector<SideSegment> segments;                   // of all columns asked for
    std::array<FlipGroup, FlipGroup::kKinds> changes{};  // base to judged
    McNemar decisions;                                   // base to judged
    ScoreDensity density;
    std::optional<std::size_t> worst;  // of rows: the judged side's worst beyond noise
    bool identical = false;            // judged and base score every sample alike
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;  // 0: bootstrap intervals are still to come

    const VersionSide& base() const { return request.sides[request.base]; }
    const VersionSide& judged() const { return request.sides[request.judged]; }
    const FigureRow* row(const std::string& metric) const;          // of everybody
    const Difference* difference(const std::string& metric) const;  // of everybody, judged - base
};
using VersionBoardPtr = std::shared_ptr<const VersionBoard>;

// Called on the calling thread with the board before what needs resampling is counted (replicates 0).
using VersionBoardSink = std::function<void(VersionBoardPtr)>;

// Throws Error{BadInput} as compareRuns(), Error{Cancelled}. Preconditions: every side's run has samples.
VersionBoardPtr versionBoard(const VersionBoardRequest& request, Executor* executor = nullptr,
                             const TaskContext& context = {}, const VersionBoardSink& early = {});

}  // namespace reckoner
