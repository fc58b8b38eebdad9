// The one headline of the Errors page, for every selection.
#pragma once

#include <optional>
#include <string>

#include "core/cost/dearest.h"
#include "core/metrics/confusion.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/sentence.h"

namespace reckoner {

// What a cell's filter expression picks (errors.cell).
struct CellChoice {
    std::optional<Cell> outcome;
    std::string label;          // true class; empty: any
    std::string predicted;      // empty: any
    std::optional<bool> right;  // every right decision, or every mistake
    bool empty() const { return !outcome && label.empty() && predicted.empty() && !right; }
    // Anything that is no cell picks nothing.
    static CellChoice of(const std::string& expression);
};

// What is picked out in the page's outcome colour: as Emphasis::Accent in the sentence.
struct ErrorsHeadline {
    Sentence sentence;
    std::optional<Cell> tone;  // colour of the accent; none: ink
};

// Binary, or one class against the rest. `dearest`: of the cell chosen (missed where none is); nothing while
// it is not known.
ErrorsHeadline errorsHeadline(const RunAnalysis& run, const Vocabulary& words, double threshold,
                              const CellChoice& choice, const std::optional<Dearest>& dearest);
// The outcome errorsHeadline() asks the dearest of.
Outcome dearestOutcome(const CellChoice& choice);

// Several classes, at a confidence: what goes to a person is neither right nor wrong. `names`: in class
// order.
ErrorsHeadline errorsHeadline(const ConfusionTable& table, const std::vector<std::string>& names,
                              const Vocabulary& words, const CellChoice& choice);

// The outcome in the file of a selection: "missed defaults", "M called F", "all".
std::string choiceName(const CellChoice& choice, const Vocabulary& words);

}  // namespace reckoner
