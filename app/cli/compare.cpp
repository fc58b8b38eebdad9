#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cohort_option.h"
#include "app/cli/cost_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/cost/class_costs.h"
#include "core/report/class_compare_report.h"
#include "core/report/compare_report.h"
#include "core/review/operating_threshold.h"
#include "core/review/version_thresholds.h"
#include "core/store/stored_facts.h"

namespace reckoner::cli {
namespace {

class Compare final : public Subcommand {
 public:
    std::string_view name() const override { return "compare"; }
    std::string_view summary() const override {
        return "Two runs side by side: differences with intervals, flips";
    }
    std::string_view examples() const override {
        return "reckoner compare 1 2\n"
               "reckoner compare 2 3 --threshold 0.42 --by job\n"
               "reckoner compare 2 3 --same-number\n"
               "reckoner compare 2.0.0@credit-applications-cv5 3 --threshold 0.42 --threshold-b 0.38 --json";
    }
    void declare(CLI::App& app) override {
        app.add_option("a", first_,
                       "the run compared with: its number, VERSION@EVALSET or "
                       "MODEL/VERSION@EVALSET")
            ->required();
        app.add_option("b", second_, "the run that is judged")->required();
        app.add_option("--threshold", threshold_,
                       "of both, or of A with --threshold-b (default: each its own policy or start)");
        app.add_option("--threshold-b", thresholdB_, "of B");
        app.add_flag("--best", best_, "each at the threshold with its own lowest cost");
        app.add_flag("--same-number", sameNumber_, "B at the threshold where it flags as many as A");
        app.add_option("--cost", cost_, "money per outcome, as in `metrics`");
        app.add_option("--scenario", scenario_, kScenarioHelp);
        app.add_option("--by", by_, "segment column, or several separated by commas for their cross")
            ->allow_extra_args(false);
        app.add_option("--where", where_, "only the samples of A for which this expression holds");
        app.add_option("--cohort", cohort_, kCohortHelp);
        app.add_option("--positive", positive_, "the class to look for, against all others");
        app.add_option(
            "--bootstrap", bootstrap_,
            "replicates of the intervals, drawn sample by sample (default: 2000, in a quicker way from "
            "10,000 samples up; 0: none)");
    }

    int run(const Session& session) override {
        ComparisonRequest request;
        request.replicates = replicates();
        request.sampleBySample = !bootstrap_.empty();
        request.positive = positive_;
        request.by = by_.empty() ? std::vector<std::string>{} : listOption(by_);
        if (!cost_.empty()) request.costs = parseCosts(cost_);

        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow first = store->resolveRun(first_);
        const RunRow second = store->resolveRun(second_);
        const bool several = first.info.task == Task::Multiclass && positive_.empty();
        if (several != (second.info.task == Task::Multiclass && positive_.empty()))
            throw Error(ErrorCode::Usage,
                        "One run has two classes and the other several: say which class both look for with "
                        "--positive CLASS.");
        request.where = filterOption(store, first.modelId, where_, cohort_);
        request.first = store->openTable(first.info.id);
        request.second = store->openTable(second.info.id);
        request.facts = std::make_shared<const SampleFacts>(request.first, storedFacts(store, first, second));
        request.alignment = alignmentOf(store, first, second, request, session.task);
        if (several) return runClasses(session, *store, first, request);
        const auto pointA = pointOf(store, first, threshold_);
        const auto pointB = pointOf(store, second, thresholdB_.empty() ? threshold_ : thresholdB_);
        if (pointA) request.firstThreshold = countedFrom(*pointA), request.firstTiers = pointA->tiers;
        if (pointB) request.secondThreshold = countedFrom(*pointB), request.secondTiers = pointB->tiers;
        Vocabulary words;
        if (const auto costs = storedCosts(store, first.modelId, scenario_, request.where)) {
            words = costs->row.words;
            if (!request.costs && second.modelId == first.modelId) request.costs = costs->row.costs;
            // What --cost says of outcomes says nothing of the reviews of tiers.
            if (!cost_.empty() && request.costs->review == 0) {
                request.costs->review = costs->row.costs.review;
                request.costs->reviewerAccuracy = costs->row.costs.reviewerAccuracy;
            }
        }
        matchThresholds(request, session.task);
        Executor* executor = request.replicates > 0 ? &session.executor() : nullptr;
        const Comparison comparison = compareRuns(request, executor, session.task);
        print(session.json ? jsonText(compareJson(comparison, request))
                           : compareText(comparison, request, words));
        return 0;
    }

 private:
    int runClasses(const Session& session, const Store& store, const RunRow& first,
                   const ComparisonRequest& asked) const {
        if (!(threshold_ + thresholdB_ + cost_).empty() || best_ || sameNumber_)
            throw Error(
                ErrorCode::Usage,
                "Runs of several classes are compared by their answers, without a threshold or costs; "
                "for one class against the rest say --positive CLASS.");
        ClassComparisonRequest request;
        request.first = asked.first;
        request.second = asked.second;
        request.alignment = asked.alignment;
        request.where = asked.where;
        request.by = asked.by;
        request.replicates = asked.replicates;
        request.facts = asked.facts;
        Vocabulary words;
        if (const auto costs = store.costModel(first.modelId)) {
            words = costs->words;
            request.costs = classCosts(costs->costs, asked.first->info().classes);
        }
        const ClassComparison comparison = compareClasses(request, session.task);
        print(session.json ? jsonText(classCompareJson(comparison, request))
                           : classCompareText(comparison, request, words));
        return 0;
    }

    // Each at its own lowest cost, or B where it flags as many as A.
    void matchThresholds(ComparisonRequest& request, const TaskContext& context) const {
        if (!best_ && !sameNumber_) return;
        if (best_ && sameNumber_) throw Error(ErrorCode::Usage, "Say either --best or --same-number.");
        if (!thresholdB_.empty() || (best_ && !threshold_.empty()))
            throw Error(ErrorCode::Usage, "A threshold that is said cannot be looked for as well.");
        const auto sideOf = [&](const EvalTablePtr& table, const std::optional<double>& threshold) {
            AnalysisRequest analysis;
            analysis.table = table;
            analysis.where = request.where;
            analysis.positive = request.positive;
            analysis.costs = request.costs.value_or(CostModel());
            analysis.threshold = threshold;
            if (table == request.first) analysis.facts = request.facts;
            return ThresholdSide{analyse(analysis, context), threshold};
        };
        const std::vector<ThresholdSide> sides{sideOf(request.first, request.firstThreshold),
                                               sideOf(request.second, request.secondThreshold)};
        if (sides[0].run->sweep->samples() == 0 || sides[1].run->sweep->samples() == 0) return;
        const double same = sides[0].run->startingThreshold(request.firstThreshold);
        const auto thresholds =
            thresholdsBy(best_ ? ThresholdRule::Best : ThresholdRule::SameNumber, sides, same, 0);
        request.firstThreshold = thresholds[0];
        request.secondThreshold = thresholds[1];
        request.firstTiers.reset();
        request.secondTiers.reset();
    }

    std::optional<OperatingPoint> pointOf(const std::shared_ptr<Store>& store, const RunRow& run,
                                          const std::string& asked) const {
        if (const auto number = numberOption("--threshold", asked)) return OperatingPoint(*number);
        return positive_.empty() ? pointInForce(*store, run.versionId) : std::nullopt;
    }

    static SampleAlignment alignmentOf(const std::shared_ptr<Store>& store, const RunRow& first,
                                       const RunRow& second, const ComparisonRequest& request,
                                       const TaskContext& context) {
        if (first.evalSetId != second.evalSetId)
            return SampleAlignment::byId(*request.first, *request.second, context);
        return SampleAlignment::byOrdinal(store->ordinals(first.info.id, context),
                                          store->ordinals(second.info.id, context));
    }

    std::uint32_t replicates() const {
        const auto number = numberOption("--bootstrap", bootstrap_);
        if (!number) return kReplicates;
        if (*number < 0 || *number > 1e6 || *number != static_cast<std::uint32_t>(*number))
            throw Error(ErrorCode::Usage, "--bootstrap needs a whole number from 0 to 1000000.");
        return static_cast<std::uint32_t>(*number);
    }

    std::string first_, second_, threshold_, thresholdB_, cost_, scenario_, by_, where_, cohort_, positive_,
        bootstrap_;
    bool best_ = false;
    bool sameNumber_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeCompare() {
    return std::make_unique<Compare>();
}

}  // namespace reckoner::cli
