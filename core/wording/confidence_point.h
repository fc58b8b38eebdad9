// A confidence threshold as people set and read it.
#pragma once

#include <optional>
#include <string>

#include "core/metrics/class_analysis.h"
#include "core/wording/sentence.h"

namespace reckoner {

// Where the slider stands: the axis' left end while every answer is trusted (-infinity).
double shownConfidence(const ClassAnalysis& run, double confidence);
// What a value set by hand means: at the left end and below, every answer is trusted.
double settledConfidence(const ClassAnalysis& run, double value);
// What a drag to `raw` means: rounded to a hundredth of the axis or a rounder step.
double roundedConfidence(const ClassAnalysis& run, double raw);
// The nearest confidence that changes something, above (+1) or below (-1); below the lowest every answer is
// trusted. Nothing at the end.
std::optional<double> neighbourConfidence(const ClassAnalysis& run, double now, int direction);
// "0.50"
std::string confidenceText(const ClassAnalysis& run, double confidence);

// "Trusting answers from confidence 0.50 up, 87.5 % are right", "Trusting every answer, 85.3 % are right".
Sentence confidenceHeadline(const ClassAnalysis& run, double confidence);
// "298 of 4,331 jobs go to review, 6.9 %; the model answers 4,033. Without review 85.3 % are right."
std::string confidenceDetail(const ClassAnalysis& run, double confidence, const std::string& samples);

}  // namespace reckoner
