#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cohort_option.h"
#include "app/cli/cost_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/acts_report.h"
#include "core/report/tiers_report.h"
#include "core/store/stored_facts.h"

namespace reckoner::cli {
namespace {

class TiersCommand final : public Subcommand {
 public:
    std::string_view name() const override { return "tiers"; }
    std::string_view summary() const override {
        return "Best cut-offs where people review the uncertain ones";
    }
    std::string_view examples() const override {
        return "reckoner tiers 2 --review-cost 12\n"
               "reckoner tiers 2 --review-cost 12 --capacity 80 --reviewer-accuracy 0.95\n"
               "reckoner tiers 2 --review-cost 12 --capacity 80 --acts none,review,automatic,review\n"
               "reckoner tiers 2 --review-cost 2 --cost fp=5,fn=30,tp=-10 --json";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option("--review-cost", reviewCost_,
                       "what one human review costs (default: as the cost model says)");
        app.add_option("--capacity", capacity_,
                       "most reviews in a period (in this run, where no volume per period is known)");
        app.add_option("--reviewer-accuracy", accuracy_,
                       "share of reviews that decide right (default: as the cost model says)");
        app.add_option("--acts", acts_,
                       "what two to four tiers do, from the lowest scores up, of none, review and automatic; "
                       "several review tiers share the capacity (default: none,review,automatic)");
        app.add_option("--cost", cost_, "money per outcome, as in `metrics`");
        app.add_option("--scenario", scenario_, kScenarioHelp);
        app.add_option("--where", where_, "only the samples for which this expression holds");
        app.add_option("--cohort", cohort_, kCohortHelp);
        app.add_option("--positive", positive_, "the class to look for, against all others");
    }

    int run(const Session& session) override {
        TiersRequest request;
        const auto reviewCost = numberOption("--review-cost", reviewCost_);
        const auto accuracy = numberOption("--reviewer-accuracy", accuracy_);
        request.capacity = numberOption("--capacity", capacity_);
        AnalysisRequest analysis;
        const bool asked = !cost_.empty();
        if (asked) analysis.costs = parseCosts(cost_);
        analysis.positive = positive_;

        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow row = store->resolveRun(run_);
        analysis.where = filterOption(store, row.modelId, where_, cohort_);
        if (row.info.task == Task::Multiclass && positive_.empty())
            throw Error(ErrorCode::Usage,
                        "Cut-offs are of one class against the rest; say which with --positive CLASS.");
        analysis.table = store->openTable(row.info.id);
        analysis.facts =
            std::make_shared<const SampleFacts>(analysis.table, storedFacts(store, row, std::nullopt));
        Vocabulary words;
        CostModel stored;
        if (const auto costs = storedCosts(store, row.modelId, scenario_, analysis.where)) {
            words = costs->row.words;
            stored = costs->row.costs;
            if (!asked) analysis.costs = stored;
            if (!asked) analysis.prevalenceOf = prevalenceOf(*costs);
        }
        if (!reviewCost && !(stored.review > 0))
            throw Error(ErrorCode::Usage,
                        "The model's costs do not say what a human review costs; say it with --review-cost.");
        request.terms.cost = reviewCost.value_or(stored.review);
        request.terms.accuracy = accuracy.value_or(stored.reviewerAccuracy);
        if (!request.capacity) request.capacity = stored.reviewCapacity;
        if (const auto policy = store->policyInForce(row.versionId)) analysis.threshold = policy->threshold;
        if (!acts_.empty()) {
            const ActsReport report =
                actsReport(analyse(analysis, session.task), request, parseActs(acts_), words, session.task);
            print(session.json ? jsonText(actsJson(report)) : actsText(report));
            return 0;
        }
        const TiersReport report = tiersReport(analyse(analysis, session.task), request, words, session.task);
        print(session.json ? jsonText(tiersJson(report)) : tiersText(report));
        return 0;
    }

 private:
    std::string run_, reviewCost_, capacity_, accuracy_, acts_, cost_, scenario_, where_, cohort_, positive_;
};

}  // namespace

std::unique_ptr<Subcommand> makeTiers() {
    return std::make_unique<TiersCommand>();
}

}  // namespace reckoner::cli
