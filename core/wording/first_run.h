// The sentences of the first-run questions.
#pragma once

#include <string>

#include "core/import/import_plan.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

// "4,454 rows, 20 columns recognised, nothing refused."
std::string recognised(const ImportReport& report);
// "1,254 of 4,454 are bad, 28 of 100. A high score means bad."; says so when the ranking looks upside down.
std::string positiveShare(const RunAnalysis& run);
// "At 0.49 the model misses 150 and raises 55 false alarms in 1,000 samples."
std::string effectAt(const RunAnalysis& run, double threshold);
// "fewest at 0.49: 205 false alarms' worth", in money "lowest at 0.49: 64,100 EUR a month".
std::string lowestLabel(const CostModel& costs, double threshold, double shown);
// What the axis counts: "false alarms' worth, in 1,000 samples", "EUR a month", "EUR in 1,000 samples".
std::string costUnit(const CostModel& costs);
// The cost of a tally on that axis.
double costShown(const CostModel& costs, double total, double samples);

}  // namespace reckoner
