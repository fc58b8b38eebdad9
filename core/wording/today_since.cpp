#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "core/wording/today_card.h"

namespace reckoner {
namespace {

TodayRow bullet(Sentence text, TodayTarget target) {
    TodayRow row;
    row.mark = TodayMark::Bullet;
    row.text = std::move(text);
    row.target = std::move(target);
    return row;
}

// What tells one eval set from the other: "W30" and "W29" of "credit-weekly-W30" and "...-W29".
std::pair<std::string, std::string> shortNames(const std::string& now, const std::string& before) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < now.size() && i < before.size() && now[i] == before[i]; ++i)
        if (now[i] == '-' || now[i] == '_' || now[i] == ' ') same = i + 1;
    if (same >= now.size() || same >= before.size()) same = 0;
    return {now.substr(same), before.substr(same)};
}

// "Share of defaults: 38 of 100 in W30, 27 in W29", "income missing: 64 % of W30, was 8 %".
TodayRow changeRow(const NewRun& run, const ShareChange& change, const Vocabulary& words) {
    const auto [now, before] = shortNames(run.row.info.evalSet, run.before->info.evalSet);
    if (change.column.empty()) {
        TodayRow row = bullet({{fmt::format("Share of {}: ", words.realOnes)},
                               {ofHundred(change.now) + " of 100", Emphasis::Strong},
                               {fmt::format(" in {}, {} in {}", now, ofHundred(change.before), before)}},
                              {"decide", run.row.info.id, {}, {}});
        row.shorter = {{capitalised(words.realOnes) + ": "},
                       {ofHundred(change.now) + " of 100", Emphasis::Strong},
                       {fmt::format(" in {}, were {}", now, ofHundred(change.before))}};
        return row;
    }
    TodayRow row = bullet({{fmt::format("{} missing: ", change.column)},
                           {shareText(change.now), Emphasis::Strong},
                           {fmt::format(" of {}, was {}", now, shareText(change.before))}},
                          {"segments",
                           run.row.info.id,
                           {},
                           {{"segments.tab", "coverage"},
                            {"segments.cover.column", change.column},
                            {"segments.cover.against", std::to_string(run.before->info.id)}}});
    row.shorter = {row.text[0], row.text[1], {", was " + shareText(change.before)}};
    return row;
}

void addRuns(const TodayFacts& facts, TodayBlock& block) {
    std::vector<std::string> versions;
    for (const NewRun& run : facts.history.newRuns) {
        for (std::size_t i = 0; i < std::min<std::size_t>(run.changes.size(), 2); ++i)
            block.rows.push_back(changeRow(run, run.changes[i], facts.words));
        const std::string version = versionName(run.row.info.version);
        if (run.before || std::find(versions.begin(), versions.end(), version) != versions.end()) continue;
        versions.push_back(version);
        TodayRow row =
            bullet({{fmt::format("{} is here", version), Emphasis::Strong},
                    {fmt::format(": {}", run.row.info.algorithm.empty() ? run.row.info.evalSet
                                                                        : run.row.info.algorithm)}},
                   {"versions", run.row.info.id, {}, {}});
        row.shorter = {row.text.front()};
        block.rows.push_back(std::move(row));
    }
}

// "Of your 20 cases v3 fixes 5, 15 are wrong".
void addCases(const TodayFacts& facts, TodayBlock& block) {
    if (!facts.history.cases) return;
    const CaseOutcomes& cases = *facts.history.cases;
    const std::uint64_t fixed = cases.count(CaseOutcome::Fixed), wrong = cases.count(CaseOutcome::StillWrong),
                        broken = cases.count(CaseOutcome::NewlyWrong);
    if (fixed + wrong + broken == 0) return;
    // Errors counts by the labels as they were given, so corrected ones are named.
    const bool corrected = cases.corrected > 0;
    const std::string rest =
        corrected ? fmt::format(", {} wrong, {} corrected", count(wrong + broken), count(cases.corrected))
                  : fmt::format(", {} {} wrong", count(wrong + broken), wrong + broken == 1 ? "is" : "are");
    TodayRow row = bullet(
        {{fmt::format("Of {}{} {} {} fixes ", corrected ? "" : "your ", count(cases.cases.size()),
                      cases.cases.size() == 1 ? "case" : "cases", versionName(facts.history.casesVersion))},
         {count(fixed), Emphasis::Strong},
         {rest}},
        {"errors", cases.run, {}, {{"errors.filters", R"(["note is not missing"])"}}});
    row.shorter = {{fmt::format("{} fixes ", versionName(facts.history.casesVersion))},
                   {fmt::format("{} of {}", count(fixed), count(cases.cases.size())), Emphasis::Strong},
                   {fmt::format(" cases, {} wrong", count(wrong + broken))}};
    block.rows.push_back(std::move(row));
}

void addRest(const TodayFacts& facts, TodayBlock& block) {
    for (const PolicyRecord& policy : facts.history.newPolicies)
        block.rows.push_back(bullet({{fmt::format("New policy: {}", policyTitle(policy, facts.words))}},
                                    {"decide", 0, {}, {{"decide.pane", "policies"}}}));
    if (facts.history.newCorrections > 0)
        block.rows.push_back(
            bullet({{fmt::format("{} {} corrected", count(facts.history.newCorrections),
                                 facts.history.newCorrections == 1 ? "label" : "labels")}},
                   {"errors", 0, {}, {{"errors.filters", R"(["corrected is not missing"])"}}}));
}

}  // namespace

TodayBlock todaySince(const TodayFacts& facts) {
    TodayBlock block;
    block.title = facts.history.lastReview
                      ? fmt::format("Since the last review, {}",
                                    shortDayText(facts.history.lastReview->heldOn, facts.history.today))
                      : "Since the first run";
    addRuns(facts, block);
    addCases(facts, block);
    addRest(facts, block);
    if (block.rows.empty())
        block.rows.push_back({TodayMark::None,
                              {{"Nothing new: no run, no policy, no corrected label."}},
                              {},
                              TodayTone::Quiet});
    return block;
}

}  // namespace reckoner
