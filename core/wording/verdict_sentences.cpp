#include "core/wording/verdict_sentences.h"

#include <fmt/format.h>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

using State = JudgedRequirement::State;

std::string stateText(const JudgedRequirement& one) {
    switch (one.state) {
        case State::Met:
            return "met";
        case State::TargetMet:
            return "met, and its target";
        case State::Failed:
            return "failed";
        case State::LeaningMet:
            return "leaning met";
        case State::LeaningFailed:
            return "leaning failed";
        case State::Waived:
            return "waived";
        case State::Unknown:
            break;
    }
    return "not known";
}

}  // namespace

std::string adviceText(const VersionVerdict& verdict, std::size_t requirements) {
    switch (verdict.advice) {
        case Advice::Hold:
            return " Hold.";
        case Advice::MoreEvidence:
            return " Not enough evidence yet.";
        case Advice::Ship:
            return " Ship.";
        case Advice::NothingAgainst:
            return requirements == 0 ? " Nothing seen against it; no requirements written."
                                     : " Nothing seen against it; no requirement is met by measurement.";
        case Advice::NotComparable:
        case Advice::Identical:
            break;
    }
    return "";
}

Sentence requirementClause(const VersionVerdict& verdict, std::span<const JudgedRequirement> requirements) {
    if (verdict.advice == Advice::Hold && verdict.requirement)
        return {{verdict.overall == Verdict::Worse ? ", and it " : ", but it "},
                {"fails \u201C" + requirements[*verdict.requirement].text + "\u201D", Emphasis::Accent}};
    if (verdict.advice != Advice::Ship) return {};
    const std::size_t n = requirements.size();
    if (n == 1) return {{", and its requirement is met"}};
    if (verdict.met == n) return {{fmt::format(", and all {} requirements are met", count(n))}};
    return {{fmt::format(", {} of {} requirements are met and {} waived", count(verdict.met), count(n),
                         count(verdict.waived))}};
}

std::string judgedText(const JudgedRequirement& one) {
    std::string text = fmt::format("Requirement \u201C{}\u201D {}", one.text, stateText(one));
    if (!one.result.empty()) text += ": " + one.result;
    if (one.samplesNeeded && *one.samplesNeeded > 0) text += "; " + settlingText(*one.samplesNeeded, one.n);
    return text + ".";
}

std::string settlingText(std::uint64_t needed, std::uint64_t n) {
    constexpr std::uint64_t kTimes = 100;
    constexpr std::uint64_t kMost = 1'000'000;
    if (needed > kMost || (n > 0 && needed / kTimes > n))
        return "practically no number of further samples would settle it";
    return fmt::format("about {} more samples would settle it", count(needed));
}

}  // namespace reckoner
