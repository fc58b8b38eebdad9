// What the charts beside the cost curve say: captions of their axes and labels at the operating point.
#pragma once

#include <string>

#include "core/metrics/metric_list.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// Cases a period, or of this run where no volume is known; by weight, as production is mixed.
double flaggedPerPeriod(const RunAnalysis& run, const Tally& tally);
double caughtPerPeriod(const RunAnalysis& run, const Tally& tally);
double alarmsPerPeriod(const RunAnalysis& run, const Tally& tally);
double missedPerPeriod(const RunAnalysis& run, const Tally& tally);

// A number of cases that need not be whole: "381", "fewer than 1".
std::string casesText(double cases);

std::string metricWithValue(const MetricEntry& metric,
                            const Tally& tally);  // "Recall 0.760", "Precision n/a"
std::string flaggedPerPeriodText(const RunAnalysis& run, const Tally& tally);   // "381 a month"
std::string reviewsText(double cases);                                          // "300 reviews"
std::string capacityText(const RunAnalysis& run, double cases);                 // "300 reviews a month"
std::string atMostText(const RunAnalysis& run, double cases);                   // "at most 300 a month"
std::string flaggedAxisTitle(const RunAnalysis& run, const Vocabulary& words);  // "refused a month"
std::string gainAxisTitle(const Vocabulary& words);                             // "share of defaults caught"
std::string flaggedShareAxisTitle(const Vocabulary& words);  // "share of applications refused"
// "76 % in the first 38 %, lift 1.99"; "nothing flagged".
std::string gainPointWords(const Tally& tally);

}  // namespace reckoner
