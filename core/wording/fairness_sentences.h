// What the Fairness tab says: who is treated differently, whom it could hurt, what equal would take.
#pragma once

#include <string>
#include <vector>

#include "core/metrics/fair_thresholds.h"
#include "core/metrics/fairness_board.h"
#include "core/metrics/fairness_intervals.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/sentence.h"

namespace reckoner {

// One set of groups at one threshold. intervals: null while they are not known there.
struct FairFacts {
    const FairnessBoard* board = nullptr;
    std::size_t set = 0;
    const FairReading* reading = nullptr;
    const FairnessIntervals* intervals = nullptr;
};

// "Of 100 **age band 18-25** 55 are refused, of 100 **age band 56+** 25: the ratio 0.46 is below four
// fifths."
Sentence fairHeadline(const FairFacts& facts, const Vocabulary& words);
// "Equalized odds: a gap of 26 points, between 21 and 38; chance alone makes up to 17. 5 groups of age band;
// 1 under 30 is listed and in no gap."
std::string fairSummary(const FairFacts& facts, const Vocabulary& words);
// Whom the differences could hurt, the heaviest first; what is within chance is said in one sentence.
std::vector<Sentence> whoItCouldHurt(const FairFacts& facts, const Vocabulary& words);

// "Refused within 1 point of each other costs at least 66,000 EUR a month: 1,900 more than 0.31 for all."
// found: nothing where there are none.
Sentence equalSentence(const FairFacts& facts, const std::optional<FairThresholds>& found,
                       FairMeasure measure, double tolerance, const Vocabulary& words);
// What to think of before such thresholds are used.
std::string equalWarning(const Vocabulary& words);

}  // namespace reckoner
