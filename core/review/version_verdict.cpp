#include "core/review/version_verdict.h"

namespace reckoner {
namespace {

using State = JudgedRequirement::State;

// Fewer samples than this say nothing at all.
constexpr std::uint64_t kFewest = 2;

std::optional<std::size_t> rowOf(const VersionBoard& board, const char* metric) {
    for (std::size_t i = 0; i < board.rows.size(); ++i)
        if (board.rows[i].metric == metric && board.rows[i].column.empty()) return i;
    return std::nullopt;
}

void setOverall(const VersionBoard& board, VerdictFacts& verdict) {
    for (const char* metric : {"cost", "roc_auc"}) {
        const auto row = rowOf(board, metric);
        if (!row) continue;
        const auto& difference = board.rows[*row].differences[board.request.judged];
        if (!difference || difference->verdict == Verdict::NotComparable) continue;
        if (difference->verdict == Verdict::NoDifferenceSeen && verdict.overallRow) continue;
        verdict.overall = difference->verdict;
        verdict.overallRow = row;
        if (difference->verdict != Verdict::NoDifferenceSeen) return;
    }
}

std::optional<std::size_t> firstOf(std::span<const JudgedRequirement> requirements,
                                   std::initializer_list<State> states) {
    for (std::size_t i = 0; i < requirements.size(); ++i)
        for (const State state : states)
            if (requirements[i].state == state) return i;
    return std::nullopt;
}

}  // namespace

VersionVerdict verdictOn(const VerdictFacts& facts, std::span<const JudgedRequirement> requirements) {
    VersionVerdict verdict;
    for (const JudgedRequirement& one : requirements) {
        verdict.met += one.state == State::Met || one.state == State::TargetMet ? 1 : 0;
        verdict.waived += one.state == State::Waived ? 1 : 0;
    }
    verdict.oneClass = facts.oneClass;
    if (facts.baseSamples < kFewest || facts.judgedSamples < kFewest || facts.oneClass) return verdict;

    verdict.overall = facts.overall;
    verdict.overallRow = facts.overallRow;
    verdict.segmentRow = facts.segmentRow;
    if (const auto failed = firstOf(requirements, {State::Failed})) {
        verdict.advice = Advice::Hold;
        verdict.requirement = failed;
        return verdict;
    }
    if (facts.identical) {
        verdict.advice = Advice::Identical;
        return verdict;
    }
    if (verdict.segmentRow || verdict.overall == Verdict::Worse) {
        verdict.advice = Advice::Hold;
        return verdict;
    }
    if (const auto open = firstOf(requirements, {State::LeaningFailed, State::LeaningMet, State::Unknown})) {
        verdict.advice = Advice::MoreEvidence;
        verdict.requirement = open;
        return verdict;
    }
    verdict.advice = verdict.met > 0 ? Advice::Ship : Advice::NothingAgainst;
    return verdict;
}

VersionVerdict versionVerdict(const VersionBoard& board, std::span<const JudgedRequirement> requirements) {
    const Tally& base = board.tallies[board.request.base];
    const Tally& judged = board.tallies[board.request.judged];
    VerdictFacts facts;
    facts.baseSamples = base.n();
    facts.judgedSamples = judged.n();
    for (const Tally* side : {&base, &judged})
        facts.oneClass = facts.oneClass || side->positives() == 0 || side->negatives() == 0;
    facts.identical = board.identical;
    setOverall(board, facts);
    if (board.worst && board.rows[*board.worst].segment()) facts.segmentRow = board.worst;
    return verdictOn(facts, requirements);
}

}  // namespace reckoner
