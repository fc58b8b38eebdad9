#include "core/wording/step_sentences.h"

#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/wording/chart_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

// "4 more defaults caught", "hardly a change in defaults caught".
std::string moreText(double cases, const std::string& one, const std::string& many) {
    const std::string word = std::signbit(cases) ? "fewer" : "more";
    const double size = std::fabs(cases);
    if (size == 0) return "no " + word + " " + many;
    if (size < 0.5) return "hardly a change in " + many;
    if (std::round(size) == 1) return "1 " + word + " " + one;
    return count(static_cast<std::uint64_t>(std::llround(size))) + " " + word + " " + many;
}

// The same without the noun: "5 fewer".
std::string moreText(double cases) {
    const double size = std::fabs(cases);
    if (size < 0.5) return size == 0 ? "none" : "hardly any";
    return count(static_cast<std::uint64_t>(std::llround(size))) + (std::signbit(cases) ? " fewer" : " more");
}

struct Step {
    bool left;
    double threshold;
    double caught;      // more cases a period
    double alarms;      // more cases a period
    double difference;  // of the cost a period
};

class Steps {
 public:
    Steps(const RunAnalysis& run, const Vocabulary& words, double threshold)
        : run_(run), words_(words), threshold_(threshold), now_(run.sweep->at(threshold)) {
        const double step = thresholdStep(run);
        const double perStep = std::round(1 / step * 1000) / 1000;
        const double position = threshold * perStep;
        const double left = (std::ceil(position - 1e-6) - 1) / perStep;
        const double right = (std::floor(position + 1e-6) + 1) / perStep;
        if (left >= run.axisLo - 1e-12) left_ = stepTo(left, true);
        if (right <= run.axisHi + 1e-12) right_ = stepTo(right, false);
    }

    const Step* cheaper() const {
        if (!left_ || !right_) return left_ ? &*left_ : right_ ? &*right_ : nullptr;
        return left_->difference <= right_->difference ? &*left_ : &*right_;
    }
    const Step* other() const {
        if (!left_ || !right_) return nullptr;
        return cheaper() == &*left_ ? &*right_ : &*left_;
    }

    std::string inFull(const Step& step) const {
        if (unchanged(step)) return start(step) + "nothing changes.";
        // A side without change still takes the direction's word: 0 to the right is "no fewer".
        const double sign = step.left ? 1 : -1;
        const auto signedCases = [sign](double cases) { return cases == 0 ? sign * 0.0 : cases; };
        const std::string many = words_.realOnes + " caught";
        const std::string period = run_.volume() > 0 ? perPeriodText(run_) : std::string(" in this run");
        return start(step) + moreText(signedCases(step.caught), "of the " + many, many) + " and " +
               moreText(signedCases(step.alarms), words_.falseAlarmOne, words_.falseAlarmMany) + period +
               ", " + costText(step) + ".";
    }
    std::string inShort(const Step& step) const {
        if (unchanged(step)) return start(step) + "nothing changes.";
        return start(step) + moreText(step.caught) + " and " + moreText(step.alarms) + ", " + costText(step) +
               ".";
    }
    std::string inBrief(const Step& step) const { return start(step) + costText(step) + "."; }
    std::string costAlone(const Step& step) const {
        const std::string text = start(step) + costText(step) + ".";
        return (step.left ? "L" : "R") + text.substr(std::string("One step l").size());
    }

 private:
    Step stepTo(double target, bool left) const {
        const Tally after = run_.sweep->at(target);
        return {left, target, caughtPerPeriod(run_, after) - caughtPerPeriod(run_, now_),
                alarmsPerPeriod(run_, after) - alarmsPerPeriod(run_, now_), total(after) - total(now_)};
    }
    double total(const Tally& tally) const { return run_.perPeriod(run_.cost.total(tally)); }
    static bool unchanged(const Step& step) { return step.caught == 0 && step.alarms == 0; }
    std::string start(const Step& step) const {
        // Between two steps both may read alike in two digits.
        const bool alike = shortThreshold(run_, step.threshold) == shortThreshold(run_, threshold_);
        return fmt::format(
            "One step {}, {}: ", step.left ? "left" : "right",
            alike ? fullThreshold(run_, step.threshold) : shortThreshold(run_, step.threshold));
    }
    std::string costText(const Step& step) const {
        if (step.difference == 0) return "at the same cost";
        const double rounded = roundedDifference(step.difference, total(now_));
        const std::string size = rounded == 0 ? "slightly" : amountText(run_, words_, std::fabs(rounded));
        return fmt::format("{} {}", size, step.difference < 0 ? "less" : "more");
    }

    const RunAnalysis& run_;
    const Vocabulary& words_;
    double threshold_;
    Tally now_;
    std::optional<Step> left_;
    std::optional<Step> right_;
};

bool canStep(const RunAnalysis& run, double threshold) {
    return !std::isinf(threshold) && run.sweep->samples() > 0;
}

}  // namespace

std::string nextStepSentence(const RunAnalysis& run, const Vocabulary& words, double threshold) {
    if (!canStep(run, threshold)) return {};
    const Steps steps(run, words, threshold);
    const Step* cheaper = steps.cheaper();
    return cheaper == nullptr ? std::string() : steps.inFull(*cheaper);
}

std::string nextStepsSentence(const RunAnalysis& run, const Vocabulary& words, double threshold,
                              StepRoom room) {
    if (!canStep(run, threshold)) return {};
    const Steps steps(run, words, threshold);
    const Step* cheaper = steps.cheaper();
    if (cheaper == nullptr) return {};
    const std::string text = room == StepRoom::Brief ? steps.inBrief(*cheaper) : steps.inFull(*cheaper);
    const Step* other = steps.other();
    if (other == nullptr) return text;
    return text + " " + (room == StepRoom::Wide ? steps.inShort(*other) : steps.costAlone(*other));
}

}  // namespace reckoner
