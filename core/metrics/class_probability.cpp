#include "core/metrics/class_probability.h"

#include <algorithm>
#include <cmath>

#include "core/base/cancel_every.h"
#include "core/metrics/block_sum.h"
#include "core/metrics/calibration.h"
#include "core/metrics/ranking.h"

namespace reckoner {
namespace {

ClassProbability noProbability(Reason reason) {
    return {reason, reason, reason, reason};
}

}  // namespace

ClassProbability classProbability(const EvalTable& table, const ClassifiedRows& rows,
                                  const TaskContext& context) {
    const ScoreKind kind = table.info().kind;
    if (kind != ScoreKind::Probability && kind != ScoreKind::Percent)
        return noProbability(Reason::NotProbabilities);
    const auto scores = classScores(table, context);
    if (scores.empty()) return noProbability(Reason::NotComparable);
    const double unit = kind == ScoreKind::Percent ? 100 : 1;
    BlockSum loss;
    BlockSum brier;
    BlockSum total;
    ScoredRows answers;  // confidence against "the answer is right"
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        double clippedSum = 0;
        double own = 0;
        double squares = 0;
        double highest = 0;
        bool finite = true;
        for (std::size_t c = 0; c < scores.size(); ++c) {
            const double raw = scores[c]->values()[rows.rows[i]];
            const double p = raw / unit;
            finite = finite && std::isfinite(p);
            if (!finite) break;
            if (p < 0 || p > 1) return noProbability(Reason::NotProbabilities);
            const double clipped = std::min(std::max(p, kLogLossClip), 1 - kLogLossClip);
            const bool isTruth = c == rows.truth[i];
            clippedSum += clipped;
            if (isTruth) own = clipped;
            squares += isTruth ? (1 - p) * (1 - p) : p * p;
            highest = c == 0 ? raw : std::max(highest, raw);
        }
        if (!finite) continue;
        loss.add(-weight * std::log(own / clippedSum));
        brier.add(weight * squares);
        total.add(weight);
        answers.scores.push_back(highest);
        answers.positiveBits.push_back(rows.truth[i] == rows.predicted[i]);
        if (!rows.weights.empty()) answers.weights.push_back(weight);
    }
    return {ratio(loss.value(), total.value(), Reason::NoSamples),
            ratio(brier.value(), total.value(), Reason::NoSamples),
            calibration(answers, kind, 10, BinRule::RightClosed, context).ece,
            calibration(answers, kind, 15, BinRule::RightClosed, context).ece};
}

}  // namespace reckoner
