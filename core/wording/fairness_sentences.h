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
    // Of the cost a decision, beside the groups; null while it is not known.
    const std::vector<std::optional<Interval>>* money = nullptr;
};

// The dearest group against the cheapest, of those large enough whose cost is known.
struct MoneyGap {
    std::size_t dearest = 0;
    std::size_t cheapest = 0;
    double difference = 0;
    Interval interval{0, 0};  // 95 %, normal, of two independent means
    bool beyondLuck() const { return interval.lo > 0; }
};
std::optional<MoneyGap> moneyGap(const FairSet& set, const FairReading& reading,
                                 const std::vector<std::optional<Interval>>& money);

// "**age band 18-25**: 55 of 100 applications are refused, against 25 of 100 in **age band 56+**. More than
// luck."
Sentence fairHeadline(const FairFacts& facts, const Vocabulary& words);
// The four-fifths rule in one plain sentence; then how far both mistakes lie apart (equalized odds).
std::string fairSummary(const FairFacts& facts, const Vocabulary& words);
// Whom the differences could hurt: who, what happens to them more often, how many of 100 against how many of
// 100, and money. What could be luck is said in one sentence.
std::vector<Sentence> whoItCouldHurt(const FairFacts& facts, const Vocabulary& words);

// "Refused 28 to 29 of 100 in every group costs at least 66,000 EUR a month: 1,900 more than 0.31 for all."
// found: nothing where there are none.
Sentence equalSentence(const FairFacts& facts, const std::optional<FairThresholds>& found,
                       FairMeasure measure, double tolerance, const Vocabulary& words);
// What to think of before such thresholds are used.
std::string equalWarning(const Vocabulary& words);

}  // namespace reckoner
