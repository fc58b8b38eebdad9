#include "core/import/demo_policies.h"

#include <map>

#include "core/metrics/run_analysis.h"
#include "core/store/policy_book.h"

namespace reckoner {
namespace {

constexpr const char* kModel = "credit-default";
constexpr const char* kEvalSet = "credit-applications-cv5";
constexpr const char* kWho = "Credit review, illustrative";

struct Adoption {
    const char* version;
    const char* at;
    double threshold;
    const char* reviewBy;
    const char* why;
    bool tiers = false;
};

constexpr Adoption kAdoptions[] = {
    {"1.0.0", "2024-03-05T09:00:00.000Z", 0.55, "2024-04-15",
     "First version in production: refuse only where the score is clear, and watch six weeks of losses."},
    {"1.0.0", "2024-04-16T09:00:00.000Z", 0.5, "",
     "Losses were higher than expected, so the line goes to the middle. Holds until v2 takes over."},
    {"2.0.0", "2024-06-11T09:00:00.000Z", 0.5, "2024-06-25",
     "v2 replaces v1 at the same threshold; the first two weeks decide."},
    {"2.0.0", "2024-06-24T09:00:00.000Z", 0.42, "2024-07-26",
     "At 0.50 we approved too many loans that went bad. 0.42 catches 162 more of them, and the branches can "
     "still "
     "explain each refusal by hand."},
    {"3.0.0", "2024-07-30T09:00:00.000Z", 0, "",
     "On trial beside v2, not in production: an underwriter sees the uncertain ones until part-time workers "
     "are "
     "caught as before.",
     true},
    {"2.0.0", "2024-07-30T09:30:00.000Z", 0.42, "2024-07-31",
     "v2 stays where it is while v3 is on trial. Set again as soon as week 30 has been looked at."},
};

TierPlan trialTiers() {
    TierPlan plan;
    plan.cutoffs = {0.35, 0.65};
    plan.tiers = {{"approve", TierAct::None, "pay out", "branch", "1 day"},
                  {"second look", TierAct::Review, "ask for papers", "underwriter", "2 days"},
                  {"refuse", TierAct::Automatic, "refuse in writing", "branch", "1 day"}};
    plan.minutes = 20;
    return plan;
}

Policy policyOf(const Adoption& adoption, std::int64_t version, const DemoCalendar& calendar) {
    Policy policy;
    policy.versionId = version;
    policy.threshold = adoption.threshold;
    if (adoption.tiers) {
        policy.tiers = trialTiers();
        policy.threshold = actingThreshold(*policy.tiers);
    }
    policy.who = kWho;
    policy.why = adoption.why;
    policy.adoptedAt = calendar.moved(adoption.at);
    policy.reviewBy = calendar.moved(adoption.reviewBy);
    return policy;
}

}  // namespace

void addDemoPolicies(const std::shared_ptr<Store>& store, const DemoCalendar& calendar,
                     const TaskContext& context) {
    std::map<std::string, RunRow> runs;
    for (const RunRow& run : store->runs())
        if (run.info.model == kModel && run.info.evalSet == kEvalSet) runs.emplace(run.info.version, run);
    std::map<std::string, RunAnalysisPtr> analyses;
    PolicyBook book(store);
    for (const Adoption& adoption : kAdoptions) {
        const auto run = runs.find(adoption.version);
        if (run == runs.end()) continue;
        const auto costs = store->costModel(run->second.modelId);
        RunAnalysisPtr& analysis = analyses[adoption.version];
        if (!analysis) {
            AnalysisRequest request;
            request.table = store->openTable(run->second.info.id);
            if (costs) request.costs = costs->costs;
            analysis = analyse(request, context);
        }
        const Policy policy = policyOf(adoption, run->second.versionId, calendar);
        std::optional<OperatingPoint> before;
        if (const auto inForce = store->policyInForce(policy.versionId)) before = pointOf(*inForce);
        book.adopt(policy, freezeEvidence(*analysis, evidenceSource(run->second, costs), pointOf(policy),
                                          before, context));
    }
}

}  // namespace reckoner
