// Scores as probabilities of the positive class.
#pragma once

#include <cmath>

#include "core/data/eval_table.h"

namespace reckoner {

// Percent scores are divided by 100, log-odds go through the sigmoid, probabilities stay; margins and raw
// scores are no probabilities.
class ProbabilityScale {
 public:
    explicit ProbabilityScale(ScoreKind kind) : kind_(kind) {}

    bool exists() const { return kind_ != ScoreKind::Margin && kind_ != ScoreKind::Raw; }
    // Outside [0, 1] when the score was not what its kind says. Precondition: exists().
    double operator()(double score) const {
        if (kind_ == ScoreKind::Percent) return score / 100;
        if (kind_ == ScoreKind::Logit) return 1 / (1 + std::exp(-score));
        return score;
    }
    // A probability in score units. Precondition: exists().
    double scoreOf(double probability) const {
        if (kind_ == ScoreKind::Percent) return probability * 100;
        if (kind_ == ScoreKind::Logit) return std::log(probability / (1 - probability));
        return probability;
    }

 private:
    ScoreKind kind_;
};

}  // namespace reckoner
