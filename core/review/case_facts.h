// Everything that is known about one sample of a run: what its card shows.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/cost/operating_point.h"
#include "core/data/eval_table.h"
#include "core/data/explanation.h"

namespace reckoner {

// One column's value. Neither number nor text: it is missing.
struct CaseField {
    ColumnInfo column;
    std::optional<double> number;
    std::optional<std::string> text;

    bool missing() const { return !number && !text; }
};

// What one version said about the sample.
struct CaseScore {
    RunId run = 0;
    std::string version;
    std::string evalSet;
    bool shown = false;  // the run on the screen
    // Binary, or one class against the rest.
    std::optional<double> score;
    std::optional<double> threshold;  // from this score on it is flagged; of the run on the screen: its start
    // Nobody adopted a threshold for this version: it is read at the one on the screen, as flips are.
    bool followsScreen = false;
    double lo = 0;  // the axis of this run's scores
    double hi = 1;
    // Several classes.
    std::optional<std::string> predicted;
    std::vector<double> classScores;  // in class order, missing ones not a number; empty: the run has none
    std::optional<TierPlan> tiers{};  // of its policy, where that decides in tiers

    // What this version decides by while `screen` is on the screen; nothing: nobody said.
    std::optional<OperatingPoint> decidesBy(const OperatingPoint& screen) const {
        if (shown || followsScreen) return screen;
        if (tiers) return OperatingPoint(0, tiers);
        return threshold ? std::optional<OperatingPoint>(*threshold) : std::nullopt;
    }
    // Where this version decides while `screen` is the threshold on the screen.
    std::optional<double> decidesAt(double screen) const {
        return shown || followsScreen ? std::optional(screen) : threshold;
    }
};

struct CaseFacts {
    RunId run = 0;
    RowIndex row = 0;
    std::string sampleId;
    std::size_t occurrence = 1;
    Task task = Task::Binary;
    std::vector<std::string> classes;
    std::string positive;
    std::optional<std::string> label;
    std::vector<CaseScore> versions;  // by date, oldest first; holds the run on the screen
    std::vector<Factor> factors;      // of the run on the screen
    std::string explanation;          // as it stood, where no factors could be read from it
    std::vector<CaseField> fields;    // segments, numbers, dates in the order of the file
    std::vector<CaseField> later;     // override, actionable, outcome, acted on
    std::vector<CaseField> texts;     // in full
    std::optional<double> amount;     // what the costs are a part of
    // Cost of this sample as caught, false alarm, missed, let through; nothing where its amount is missing.
    std::array<std::optional<double>, 4> costs;

    const CaseScore* shown() const;
    bool isPositive() const { return label && *label == positive; }
};

}  // namespace reckoner
