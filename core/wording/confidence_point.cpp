#include "core/wording/confidence_point.h"

#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr double kEverybody = -std::numeric_limits<double>::infinity();

double stepOf(const ClassAnalysis& run) {
    return std::pow(10.0, std::floor(std::log10((run.axisHi - run.axisLo) / 100) + 1e-9));
}

bool trustsAll(double confidence) {
    return confidence == kEverybody;
}

}  // namespace

double shownConfidence(const ClassAnalysis& run, double confidence) {
    return trustsAll(confidence) ? run.axisLo : confidence;
}

double settledConfidence(const ClassAnalysis& run, double value) {
    return value <= run.axisLo ? kEverybody : value;
}

double roundedConfidence(const ClassAnalysis& run, double raw) {
    const double step = stepOf(run);
    const double steps = std::round(raw / step);
    // Divided where it can be: 31 * 0.01 is not the double people mean by 0.31.
    return step >= 1 ? steps * step : steps / std::round(1 / step);
}

std::optional<double> neighbourConfidence(const ClassAnalysis& run, double now, int direction) {
    const ThresholdSweep& answers = run.sweep->answers();
    const auto next = direction > 0 ? answers.above(now) : answers.below(now);
    if (next) return std::isinf(*next) ? std::nullopt : next;
    return direction < 0 && !trustsAll(now) ? std::optional(kEverybody) : std::nullopt;
}

std::string confidenceText(const ClassAnalysis& run, double confidence) {
    const double at = shownConfidence(run, confidence);
    if (std::isinf(at)) return thresholdExact(at);
    return fixed(at, std::max(0, static_cast<int>(std::lround(-std::log10(stepOf(run))))));
}

Sentence confidenceHeadline(const ClassAnalysis& run, double confidence) {
    const ConfidenceSweep::Split split = run.sweep->at(confidence);
    const std::string start = trustsAll(confidence) ? std::string("Trusting every answer, ")
                                                    : "Trusting answers from confidence " +
                                                          confidenceText(run, confidence) + " up, ";
    if (!split.accuracy()) return {{start + "none is left"}};
    return {{start}, {fineShareText(split.accuracy()), Emphasis::Accent}, {" are right"}};
}

std::string confidenceDetail(const ClassAnalysis& run, double confidence, const std::string& samples) {
    const ConfidenceSweep::Split split = run.sweep->at(confidence);
    const ConfidenceSweep::Split whole = run.sweep->at(kEverybody);
    const std::uint64_t all = run.samples();
    if (split.reviewed.n == 0)
        return fmt::format("The model answers all {} {}; nobody reviews.", count(all), samples);
    const double weight = split.right.weight + split.wrong.weight + split.reviewed.weight;
    const Value reviewed = ratio(split.reviewed.weight, weight, Reason::NoSamples);
    return fmt::format("{} of {} {} go to review, {}; the model answers {}. Without review {} are right.",
                       count(split.reviewed.n), count(all), samples, fineShareText(reviewed),
                       count(split.right.n + split.wrong.n), fineShareText(whole.accuracy()));
}

}  // namespace reckoner
