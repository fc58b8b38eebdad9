// What a board of versions says about the one that is judged: a rule, not a taste.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/review/version_board.h"

namespace reckoner {

// How the judged run stands to one requirement, in the words of whoever evaluated it.
struct JudgedRequirement {
    enum class State { Met, TargetMet, Failed, LeaningMet, LeaningFailed, Waived, Unknown };
    std::string text;    // "recall of part-timers reaches 75"
    std::string result;  // "62.7, between 57 and 68"; why it is not known
    State state = State::Unknown;
    std::optional<std::uint64_t> samplesNeeded = {};  // leaning: more samples that would settle it
    std::uint64_t n = 0;                              // samples it is judged on; 0: not known
};

enum class Advice {
    NotComparable,   // nothing can be said
    Identical,       // every sample is scored alike
    Hold,            // worse, worse for somebody, or a requirement failed
    MoreEvidence,    // a requirement is neither met nor failed, or nothing is paired
    NothingAgainst,  // and no requirements are written
    Ship,            // nothing against it, and all requirements are met or waived
};

struct VersionVerdict {
    Advice advice = Advice::NotComparable;
    // Overall: money, and where money shows no difference, the ranking.
    Verdict overall = Verdict::NotComparable;
    std::optional<std::size_t> overallRow;  // of the board
    // The segment that falls furthest beyond noise.
    std::optional<std::size_t> segmentRow;
    std::optional<std::size_t> requirement;  // the first failed, else the first leaning one
    std::size_t met = 0;                     // target met ones among them
    std::size_t waived = 0;
    // Only the few samples or the one class it has keep it from being said more.
    bool oneClass = false;
};

// What a verdict rests on, whatever is compared.
struct VerdictFacts {
    std::uint64_t baseSamples = 0;
    std::uint64_t judgedSamples = 0;
    bool oneClass = false;
    bool identical = false;
    Verdict overall = Verdict::NotComparable;
    std::optional<std::size_t> overallRow;
    std::optional<std::size_t> segmentRow;  // the group that falls furthest beyond noise
};
VersionVerdict verdictOn(const VerdictFacts& facts, std::span<const JudgedRequirement> requirements);

// In this order: nothing to compare, identical, a failed requirement, a segment worse beyond noise, worse
// overall, a leaning or unknown requirement, nothing against it. Never Ship without a requirement that is
// met. O(rows + requirements).
VersionVerdict versionVerdict(const VersionBoard& board, std::span<const JudgedRequirement> requirements);

}  // namespace reckoner
