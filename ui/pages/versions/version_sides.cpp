#include "ui/pages/versions/version_sides.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/wording/run_names.h"
#include "core/wording/version_words.h"
#include "ui/pages/versions/production_policy.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/state_rules.h"

namespace reckoner::versions {
namespace {

using Kind = VersionSide::Kind;

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        parts.push_back(text.substr(at, comma - at));
        at = comma + 1;
    }
    return parts;
}

std::optional<SideChoice> choiceOf(const ReviewSession& session, const std::string& key) {
    if (key == "nobody") return SideChoice{Kind::FlagNobody};
    if (key == "everybody") return SideChoice{Kind::FlagEverybody};
    RunId id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
    const RunRow* row = session.contents().run(id);
    if (!row || row->modelId != session.state().model) return std::nullopt;
    return SideChoice{Kind::Run, id};
}

// The newest run of every other version on the eval set of the run.
std::vector<SideChoice> usualSides(const ReviewSession& session, std::size_t most) {
    std::vector<SideChoice> sides;
    std::vector<std::int64_t> versions;
    const auto run = session.runRow();
    const auto base = session.baselineRow();
    if (!run) return sides;
    versions.push_back(run->versionId);
    if (base) versions.push_back(base->versionId);
    for (const RunRow& row : possibleRuns(session)) {
        const bool known = std::find(versions.begin(), versions.end(), row.versionId) != versions.end();
        if (row.evalSetId != run->evalSetId || known || sides.size() == most) continue;
        versions.push_back(row.versionId);
        sides.push_back({Kind::Run, row.info.id});
    }
    return sides;
}

std::optional<double> onePolicy(const ReviewSession& session, const std::optional<RunRow>& row) {
    if (!row) return std::nullopt;
    const auto policy = session.contents().policy(row->versionId);
    if (!policy || policy->tiers) return std::nullopt;
    return policy->threshold;
}

}  // namespace

std::string SideChoice::key() const {
    switch (kind) {
        case Kind::FlagNobody:
            return "nobody";
        case Kind::FlagEverybody:
            return "everybody";
        case Kind::Run:
            break;
    }
    return std::to_string(run);
}

std::vector<RunRow> possibleRuns(const ReviewSession& session) {
    std::vector<RunRow> rows;
    const auto run = session.runRow();
    if (!run) return rows;
    for (const RunRow& row : session.contents().runs)
        if (row.modelId == run->modelId && row.info.id != run->info.id) rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(), [&](const RunRow& a, const RunRow& b) {
        const auto rank = [&](const RunRow& row) {
            return std::tuple(row.evalSetId == run->evalSetId, row.info.runDate, row.info.id);
        };
        return rank(a) > rank(b);
    });
    return rows;
}

std::vector<SideChoice> furtherSides(const ReviewSession& session) {
    const std::size_t most = kMostSides - 2;
    const std::string text = option(session.state(), kSides);
    if (text.empty()) {
        std::vector<SideChoice> sides = usualSides(session, most);
        // One version alone is judged against the rules anybody can follow.
        if (sides.empty() && !session.baselineRow()) sides.push_back({Kind::FlagEverybody});
        return sides;
    }
    std::vector<SideChoice> sides;
    for (const std::string& key : split(text)) {
        const auto choice = choiceOf(session, key);
        const bool taken = choice && choice->kind == Kind::Run &&
                           (choice->run == session.state().run || choice->run == session.state().baseline);
        if (choice && !taken && sides.size() < most &&
            std::find(sides.begin(), sides.end(), *choice) == sides.end())
            sides.push_back(*choice);
    }
    return sides;
}

void setFurtherSides(ReviewSession& session, const std::vector<SideChoice>& sides) {
    std::string text;
    for (const SideChoice& side : sides)
        text += (text.empty() ? "" : ",") + side.key();
    session.apply([&](ReviewState& state) { setOption(state, kSides, text.empty() ? "none" : text); });
}

SideChoices sideChoices(const ReviewSession& session) {
    SideChoices choices;
    const auto run = session.runRow();
    if (!run) return choices;
    const auto base = session.baselineRow();
    const SideChoice judged{Kind::Run, run->info.id};
    const SideChoice against = base ? SideChoice{Kind::Run, base->info.id} : SideChoice{Kind::FlagNobody};
    choices.sides = furtherSides(session);
    std::erase(choices.sides, against);
    choices.sides.push_back(judged);
    choices.sides.push_back(against);
    const auto rank = [&](const SideChoice& side) {
        const RunRow* row = session.contents().run(side.run);
        return std::tuple(side.kind == Kind::Run, row ? row->info.runDate : std::string(), side.run);
    };
    std::stable_sort(choices.sides.begin(), choices.sides.end(),
                     [&](const SideChoice& a, const SideChoice& b) { return rank(a) < rank(b); });
    const auto placeOf = [&](const SideChoice& side) {
        return static_cast<std::size_t>(std::find(choices.sides.begin(), choices.sides.end(), side) -
                                        choices.sides.begin());
    };
    choices.judged = placeOf(judged);
    choices.base = placeOf(against);
    return choices;
}

std::string sideName(const ReviewSession& session, const SideChoices& choices, std::size_t side) {
    const SideChoice& one = choices.sides[side];
    if (one.kind != Kind::Run) return ruleSideName(one.kind, session.words());
    const RunRow* row = session.contents().run(one.run);
    if (!row) return {};
    bool twice = false;
    for (const SideChoice& other : choices.sides) {
        const RunRow* beside = session.contents().run(other.run);
        twice = twice || (beside && beside != row && beside->versionId == row->versionId);
    }
    return versionName(row->info.version) + (twice ? " " + row->info.evalSet : "");
}

double sharedThreshold(ReviewSession& session) {
    const RunAnalysisPtr run = session.run();
    const double now = session.threshold();
    if (!run) return now;
    const auto policy = session.policy();
    const double start =
        run->startingThreshold(policy ? std::optional(policy->threshold) : std::optional<double>());
    if (now != start) return now;
    if (const auto production = ProductionPolicy::of(session).point()) return production->threshold;
    if (policy && !policy->tiers) return now;
    return onePolicy(session, session.baselineRow()).value_or(now);
}

}  // namespace reckoner::versions
