#include "core/import/demo_requirements.h"

#include <map>
#include <string>

#include "core/store/registry.h"
#include "core/store/requirement_book.h"

namespace reckoner {
namespace {

constexpr const char* kRequiredModel = "credit-default";

struct Move {
    const char* version;
    Stage stage;
    const char* at;
    const char* who;
    const char* why;
};
constexpr Move kMoves[] = {
    {"1.0.0", Stage::Candidate, "2024-02-20T09:00:00.000Z", "Data",
     "A first model, simple enough to explain."},
    {"1.0.0", Stage::Production, "2024-03-05T09:00:00.000Z", "Product",
     "Better than no score at all; losses are watched for six weeks."},
    {"2.0.0", Stage::Candidate, "2024-05-27T09:00:00.000Z", "Data", "A forest finds what a line cannot."},
    {"2.0.0", Stage::InReview, "2024-06-03T09:00:00.000Z", "Risk",
     "Compared with v1 on the same applications."},
    {"2.0.0", Stage::Production, "2024-06-11T09:00:00.000Z", "Product", "Nothing seen against it."},
    {"3.0.0", Stage::Candidate, "2024-07-30T09:00:00.000Z", "Data",
     "Job was withdrawn from the inputs after a privacy review; on trial beside v2."},
};

struct Known {
    const char* version;
    const char* learntFrom;
    const char* rollbackPlan;
    double costPerPrediction;
    bool baseline;
};
constexpr Known kKnown[] = {
    {"1.0.0", "the same applications, five folds", "Score by hand, as before v1.", 0.0004, true},
    {"2.0.0", "the same applications, five folds", "Point the scoring service at v1; its threshold is 0.50.",
     0.0021, false},
    {"3.0.0", "the same applications without job, five folds",
     "Point the scoring service at v2; its threshold is 0.42.", 0.0016, false},
};

Requirement asked(const char* metric, double floor, const char* owner, const char* because) {
    Requirement requirement;
    requirement.metric = metric;
    requirement.floor = floor;
    requirement.owner = owner;
    requirement.because = because;
    requirement.who = owner;
    requirement.createdAt = "2024-06-24T09:30:00.000Z";
    return requirement;
}

std::vector<Requirement> requirements() {
    Requirement partTime =
        asked("recall", 0.7, "Risk", "they default most often, and v2 catches nine of ten");
    partTime.target = 0.8;
    partTime.cohort = "job = 'partime'";
    partTime.due = "2024-10-31";
    Requirement money =
        asked("cost_per_period", 80'000, "Product", "what refusals and losses may cost together");
    money.target = 72'000;
    Requirement ranking =
        asked("roc_auc", 0, "Data", "a new version must not rank worse than the one it replaces");
    ranking.floor.reset();
    ranking.baseline = "production";
    ranking.byAtMost = 0.01;
    const Requirement precision =
        asked("precision", 0.5, "Product", "of two refused at least one would have defaulted");
    Requirement jobs = asked("recall", 0.6, "Risk", "no kind of work may be a blind spot");
    jobs.column = "job";
    jobs.share = 0.5;
    Requirement fair = asked("selection_rate_ratio", 0.8, "Risk", "the four-fifths rule, for marital status");
    fair.column = "marital";
    const Requirement latency = asked("latency_p95", 40, "Data", "the branch waits for the answer");
    return {partTime, money, ranking, precision, jobs, fair, latency};
}

}  // namespace

void addDemoRequirements(const std::shared_ptr<Store>& store, const DemoCalendar& calendar) {
    for (const ModelRow& model : store->models()) {
        if (model.name != kRequiredModel) continue;
        std::map<std::string, std::int64_t> versions;
        for (const VersionRow& version : store->versions(model.id))
            versions[version.name] = version.id;
        Registry registry(store);
        for (const Move& move : kMoves)
            if (const auto version = versions.find(move.version); version != versions.end())
                registry.move(
                    {0, "", version->second, move.stage, move.who, move.why, calendar.moved(move.at)});
        for (const Known& known : kKnown) {
            const auto version = versions.find(known.version);
            if (version == versions.end()) continue;
            VersionFacts facts;
            facts.versionId = version->second;
            facts.owner = "Data";
            facts.rollbackPlan = known.rollbackPlan;
            facts.learntFrom = known.learntFrom;
            facts.costPerPrediction = known.costPerPrediction;
            facts.currency = "EUR";
            facts.baseline = known.baseline;
            facts.who = "Data";
            facts.at = calendar.moved("2024-07-30T09:30:00.000Z");
            registry.describe(facts);
        }
        RequirementBook book(store);
        for (Requirement requirement : requirements()) {
            requirement.modelId = model.id;
            requirement.createdAt = calendar.moved(requirement.createdAt);
            requirement.due = calendar.moved(requirement.due);
            const Requirement kept = book.add(requirement);
            if (kept.metric != "selection_rate_ratio") continue;
            RequirementEvent waiver;
            waiver.requirementId = kept.id;
            waiver.version = "2.0.0";
            waiver.who = "Risk";
            waiver.why = "known since v1; refusals are looked at by hand until a version does better";
            waiver.at = calendar.moved("2024-06-24T10:00:00.000Z");
            book.waive(waiver);
        }
    }
}

}  // namespace reckoner
