// policies, adopt: who set which threshold, when and why; and setting one.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cost_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/base/near_names.h"
#include "core/report/policy_report.h"
#include "core/store/policy_book.h"
#include "core/wording/policy_words.h"

namespace reckoner::cli {
namespace {

class Policies final : public Subcommand {
 public:
    std::string_view name() const override { return "policies"; }
    std::string_view summary() const override { return "Who set which threshold for a model, when and why"; }
    std::string_view examples() const override {
        return "reckoner policies credit-default\n"
               "reckoner policies credit-default --json";
    }
    void declare(CLI::App& app) override { app.add_option("model", model_, "the model")->required(); }

    int run(const Session& session) override {
        const auto store = session.openStore(OpenMode::ReadOnly);
        std::vector<std::string> names;
        for (const ModelRow& model : store->models()) {
            names.push_back(model.name);
            if (model.name != model_) continue;
            const PolicyReport report{model.name, PolicyBook(store).history(model.id),
                                      isoTime(session.clock.now()).substr(0, 10)};
            print(session.json ? jsonText(policiesJson(report)) : policiesText(report));
            return 0;
        }
        throw Error(ErrorCode::Usage,
                    "There is no model \"" + model_ + "\" in this store" + didYouMean(model_, names));
    }

 private:
    std::string model_;
};

class Adopt final : public Subcommand {
 public:
    std::string_view name() const override { return "adopt"; }
    std::string_view summary() const override {
        return "Make a threshold or tiers the policy of a run's version, with the figures of this run";
    }
    std::string_view examples() const override {
        return "reckoner adopt 2 --threshold 0.42 --who \"Credit review\" --why \"Fits the desk\"\n"
               "reckoner adopt 2 --cutoffs 0.3,0.6 --who Kim --why \"Two underwriters\" --review-by "
               "2026-06-30\n"
               "reckoner adopt 2 --threshold 0.35 --who Kim --why \"Holds in a bad year\" --scenario worst";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option("--threshold", threshold_, "flag from this score up");
        app.add_option("--cutoffs", cutoffs_,
                       "one to three of them: review from the first, automatic from the last");
        app.add_option("--who", who_, "who decides")->required();
        app.add_option("--why", why_, "the reason")->required();
        app.add_option("--review-by", reviewBy_, "to be looked at again by this date, like 2026-06-30");
        app.add_option("--scenario", scenario_, kScenarioHelp);
    }

    int run(const Session& session) override {
        Policy policy;
        policy.who = who_;
        policy.why = why_;
        policy.reviewBy = reviewBy_;
        readPoint(policy);
        const auto store = session.openStore(OpenMode::ReadWrite);
        const RunRow row = store->resolveRun(run_);
        if (row.info.task != Task::Binary)
            throw Error(ErrorCode::Usage, "A policy is a threshold of two classes; this run has several.");
        policy.versionId = row.versionId;
        const std::int64_t id = PolicyBook(store).adopt(policy, frozen(store, row, policy, session.task));
        const std::string sentence = row.info.version + " now flags from " + cutoffsText(policy) + " up.\n";
        print(session.json ? jsonText({{"policy", id}, {"version", row.info.version}}) : sentence);
        return 0;
    }

 private:
    void readPoint(Policy& policy) const {
        const auto threshold = numberOption("--threshold", threshold_);
        const std::vector<std::string> cutoffs = listOption(cutoffs_);
        if (threshold.has_value() == !cutoffs.empty())
            throw Error(ErrorCode::Usage, "Say either --threshold T or --cutoffs A,B.");
        if (threshold) {
            policy.threshold = *threshold;
            return;
        }
        TierPlan plan;
        for (const std::string& cutoff : cutoffs)
            plan.cutoffs.push_back(numberOption("--cutoffs", cutoff).value_or(0));
        if (plan.cutoffs.size() > kMostCutoffs)
            throw Error(ErrorCode::Usage, "There can be at most three cut-offs.");
        plan.tiers = usualTiers(plan.cutoffs.size());
        check(plan);
        policy.threshold = actingThreshold(plan);
        policy.tiers = plan;
    }

    // The figures as they are frozen with the policy, under the scenario that was asked for.
    std::optional<PolicyEvidence> frozen(const std::shared_ptr<Store>& store, const RunRow& row,
                                         const Policy& policy, const TaskContext& task) const {
        AnalysisRequest request;
        request.table = store->openTable(row.info.id);
        const auto inForce = storedCosts(store, row.modelId, scenario_, {});
        std::optional<CostModelRow> costs;
        if (inForce) costs = inForce->row;
        if (costs) request.costs = costs->costs;
        const RunAnalysisPtr run = analyse(request, task);
        if (run->sweep->samples() == 0) return std::nullopt;
        std::optional<OperatingPoint> before;
        if (const auto policyNow = store->policyInForce(row.versionId)) before = pointOf(*policyNow);
        return freezeEvidence(*run, evidenceSource(row, costs), pointOf(policy), before, task);
    }

    std::string run_, threshold_, cutoffs_, who_, why_, reviewBy_, scenario_;
};

}  // namespace

std::unique_ptr<Subcommand> makePolicies() {
    return std::make_unique<Policies>();
}

std::unique_ptr<Subcommand> makeAdopt() {
    return std::make_unique<Adopt>();
}

}  // namespace reckoner::cli
