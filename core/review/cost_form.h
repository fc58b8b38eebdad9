// The fields in which people write down costs, as typed, and what they mean.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/cost/dearest.h"
#include "core/review/cost_entry.h"

namespace reckoner {

// By field name: "fn.money", "fn.share", "fn.amount" (also tp, fp, tn), "currency", "volume", "period",
// "review", "accuracy", "capacity", "prevalence", "word.KEY" of vocabularyWords(), "cell.TRUTH.CALLED"
// (places in class order), "who", "why". A field that is not there is empty.
using CostFields = std::map<std::string, std::string>;

std::string costField(Outcome outcome, const char* part);  // costField(Outcome::Missed, "share")
std::string cellField(std::size_t truth, std::size_t called);

// What the fields are about.
struct CostFormFacts {
    std::vector<std::string> amounts;  // columns an amount can be taken from
    std::vector<std::string> classes;  // of several classes; empty: binary
    bool cohort = false;               // a cohort's own costs: reviews, volume and words are not asked for
};

CostFields fieldsOf(const CostModelRow& row, const CostFormFacts& facts);

struct CostProblem {
    std::string field;
    std::string sentence;
};
struct CostReading {
    CostModelRow row;                   // what could be read, the rest as it was
    std::vector<CostProblem> problems;  // impossible as typed: nothing can be stored
    std::vector<std::string> remarks;   // possible, but surely worth a thought
    // Figures only: who and why may still be missing.
    bool figuresStand() const;
    const CostProblem* problem(const std::string& field) const;
};
// base: what is edited; id, model, scenario and cohort stay.
CostReading readFields(const CostFields& fields, const CostModelRow& base, const CostFormFacts& facts);

// A number as people write it: "1,000", "-3.5" with any minus. Nothing for all else, a decimal comma too.
std::optional<double> numberTyped(const std::string& text);

}  // namespace reckoner
