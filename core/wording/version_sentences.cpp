#include "core/wording/version_sentences.h"

#include <cmath>

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "core/wording/verdict_sentences.h"

namespace reckoner {
namespace {

std::string possessive(const std::string& name) {
    return name + (!name.empty() && name.back() == 's' ? "\u2019" : "\u2019s");
}

// "part-timers' recall falls from 90 to 63 of 100", "recall of job partime falls ...".
std::string segmentClause(const VersionBoard& board, const FigureRow& row, const VersionWords& words) {
    const std::string name = versionSegmentName(board, row.column, row.key, words);
    const std::string metric = row.metric == "fpr" ? "false positive rate" : "recall";
    const std::string what = namedSegment(board, row.column, row.key, words) ? possessive(name) + " " + metric
                                                                             : metric + " of " + name;
    const Value& before = row.values[board.request.base];
    const Value& now = row.values[board.request.judged];
    if (!before || !now) return what + " is worse";
    const char* moves = *now < *before ? "falls" : "rises";
    const auto hundred = [&](double share) {
        const bool apart = ofHundred(*before) != ofHundred(*now);
        return apart ? ofHundred(share) : fixed(share * 100, 1);
    };
    return fmt::format("{} {} from {} to {} of 100", what, moves, hundred(*before), hundred(*now));
}

// "4,200 EUR a month better", "AUC 0.012 worse".
std::string overallClause(const VersionBoard& board, const VersionVerdict& verdict,
                          const VersionWords& words) {
    const FigureRow& row = board.rows[*verdict.overallRow];
    const Sentence cell = differenceText(row, board.request.judged, false);
    const std::string size = cell.empty() ? std::string() : cell.front().text;
    if (row.metric != "cost") return figureTitle(board, row, words) + " " + size;
    const std::size_t word = size.rfind(' ');
    return size.substr(0, word) + " " + amountUnitText(*board.judged().run, words.words) + size.substr(word);
}

std::string samplesText(std::uint64_t n, const VersionWords& words) {
    return fmt::format("{} {}", count(n), n == 1 ? words.words.sample : words.words.samples);
}

Sentence nothingToCompare(const VersionBoard& board, const VersionVerdict& verdict,
                          const VersionWords& words) {
    const std::string& judged = board.judged().name;
    const std::string& base = board.base().name;
    const SampleOverlap& overlap = board.overlaps[board.request.judged];
    const Tally& tally = board.tallies[board.request.judged];
    if (tally.n() == 0 || board.tallies[board.request.base].n() == 0) {
        if (overlap.conflicting > 0)
            return {{fmt::format(
                "{} and {} disagree on the label of every {} they share: nothing can be compared.", judged,
                base, words.words.sample)}};
        return {{fmt::format("{} and {} share no {} with a label and a score: nothing can be compared.",
                             judged, base, words.words.sample)}};
    }
    if (tally.n() == 1)
        return {{fmt::format("Only 1 {} is in both {} and {}: that says nothing.", words.words.sample, judged,
                             base)}};
    if (verdict.oneClass)
        return {{fmt::format("All {} of {} are of one class: there is nothing to tell apart.",
                             samplesText(tally.n(), words), judged)}};
    return {{fmt::format("{} and {} cannot be compared.", judged, base)}};
}

// "v3 at 0.42"; each with its own: "v3 at 0.25 against v2 at 0.31".
std::string whereRead(const VersionBoard& board) {
    const auto at = [&](std::size_t side) {
        const VersionSide& one = board.request.sides[side];
        if (one.kind != VersionSide::Kind::Run || std::isinf(board.thresholds[side])) return one.name;
        if (board.points[side].tiers) return one.name + " in tiers";
        return one.name + " at " + shortThreshold(*one.run, board.thresholds[side]);
    };
    const std::size_t base = board.request.base;
    const std::size_t judged = board.request.judged;
    if (board.points[base] == board.points[judged] || board.base().kind != VersionSide::Kind::Run)
        return at(judged);
    return at(judged) + " against " + at(base);
}

}  // namespace

std::string changelogOpening(const std::string& changelog) {
    constexpr std::size_t kMost = 240;  // about two lines
    std::optional<std::size_t> end;
    for (std::size_t at = 0; at < changelog.size(); ++at) {
        const bool last = at + 1 == changelog.size() || changelog[at + 1] == ' ';
        if (changelog[at] != '.' || !last) continue;
        if (end && at > kMost) break;
        end = at;
    }
    return end ? changelog.substr(0, *end) + "." : changelog;
}

Sentence versionHeadline(const VersionBoard& board, const VersionVerdict& verdict,
                         std::span<const JudgedRequirement> requirements, const VersionWords& words,
                         HeadlineRoom room) {
    const std::string& judged = board.judged().name;
    if (verdict.advice == Advice::NotComparable) return nothingToCompare(board, verdict, words);
    if (verdict.advice == Advice::Identical)
        return {
            {fmt::format("{} scores all {} exactly as {} does: there is nothing to choose between.", judged,
                         samplesText(board.tallies[board.request.judged].n(), words), board.base().name)}};
    Sentence sentence{{whereRead(board) + ": "}};
    const bool pending = board.replicates == 0;
    // What is said of a segment says by itself that the first half is of everybody.
    const bool brief = room == HeadlineRoom::Brief && verdict.segmentRow;
    if (verdict.overall == Verdict::Better || verdict.overall == Verdict::Worse) {
        sentence.push_back(
            {overallClause(board, verdict, words), verdict.segmentRow ? Emphasis::None : Emphasis::Accent});
        if (!brief) sentence.push_back({" overall"});
    } else if (verdict.overall == Verdict::NoDifferenceSeen) {
        sentence.push_back({pending ? "counting how sure the money is"
                            : brief ? "no difference seen"
                                    : "no difference seen overall"});
    } else {
        sentence.push_back({"not comparable overall"});
    }
    if (verdict.segmentRow) {
        sentence.push_back({verdict.overall == Verdict::Worse ? ", and " : ", but "});
        sentence.push_back({segmentClause(board, board.rows[*verdict.segmentRow], words), Emphasis::Accent});
    } else {
        for (Phrase& phrase : requirementClause(verdict, requirements))
            sentence.push_back(std::move(phrase));
    }
    sentence.push_back({"." + adviceText(verdict, requirements.size())});
    return sentence;
}

std::string versionReasons(const VersionBoard& board, const VersionVerdict& verdict,
                           std::span<const JudgedRequirement> requirements, const VersionWords& words,
                           const std::string& changelog) {
    std::string text;
    const auto add = [&text](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    };
    if (!board.overlaps[board.request.judged].paired)
        add("Different samples: intervals are wider than those of the same samples.");
    if (verdict.requirement) {
        add(judgedText(requirements[*verdict.requirement]));
    } else if (!requirements.empty() && verdict.met > 0 && verdict.advice != Advice::Ship) {
        add(fmt::format("{} of {} requirements are met.", count(verdict.met), count(requirements.size())));
    }
    // A reason stands alone where there is one.
    if (!changelog.empty() && !verdict.requirement)
        add(fmt::format("{}: {}", board.judged().name, changelogOpening(changelog)));
    if (text.empty())
        text = fmt::format("Compared with {} on {}.", board.base().name,
                           overlapText(board.overlaps[board.request.judged], words));
    return text;
}

std::string versionWarning(const VersionBoard& board) {
    const FigureRow* auc = board.row("roc_auc");
    if (!auc) return {};
    for (std::size_t side = 0; side < board.request.sides.size(); ++side) {
        const Value& value = auc->values[side];
        if (!value || *value >= 0.5) continue;
        return fmt::format(
            "{}: AUC {}, below one half, so it ranks the wrong way round. Is \u201C{}\u201D the "
            "class its scores are for?",
            board.request.sides[side].name, fixed(*value, 3), board.judged().run->rows.positive);
    }
    return {};
}

}  // namespace reckoner
