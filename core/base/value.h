// A number that may be undefined, and then says why.
#pragma once

#include <optional>
#include <string_view>

namespace reckoner {

enum class Reason {
    None,
    NoSamples,         // no scored sample in this cohort
    NothingFlagged,    // 0 predicted positives
    NothingPassed,     // 0 predicted negatives
    NoPositives,       // 0 samples of the positive class
    NoNegatives,       // 0 samples of the other classes
    SingleClass,       // needs both classes
    NotProbabilities,  // a score lies outside [0, 1], or the score kind is margin or raw
    NoCost,            // no cost model
    NotComparable,     // other samples, or no common definition
    TooFew,            // too few samples for this figure
    Weighted,          // not defined for weighted samples
    NoErrors,          // every decision is right: errors have no shares
    ZeroEverywhere,    // the rate is 0 in every group: no ratio
};

// A short clause for "n/a: ...", e.g. "nothing is flagged".
std::string_view describe(Reason reason);

struct Value {
    std::optional<double> v;
    Reason why = Reason::None;

    Value() = default;
    Value(double number) : v(number) {}  // NOLINT(google-explicit-constructor): a number is a value
    Value(Reason reason) : why(reason) {}

    explicit operator bool() const { return v.has_value(); }
    double operator*() const { return *v; }
};

// a / b, or the reason when b is 0.
inline Value ratio(double a, double b, Reason whenZero) {
    if (b == 0) return whenZero;
    return a / b;
}

struct Interval {
    double lo;
    double hi;
};

}  // namespace reckoner
