#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cohort_option.h"
#include "app/cli/cost_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/slices_report.h"
#include "core/review/operating_threshold.h"
#include "core/store/stored_facts.h"

namespace reckoner::cli {
namespace {

class SlicesCommand final : public Subcommand {
 public:
    std::string_view name() const override { return "slices"; }
    std::string_view summary() const override { return "Where a run fails most, up to three columns deep"; }
    std::string_view examples() const override {
        return "reckoner slices 2\n"
               "reckoner slices 2 --of cost --max-columns 2 --top 10\n"
               "reckoner slices 2 --by home,job,income=quantile:4 --distinct --json";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option("--of", of_, "errors or cost")->check(CLI::IsMember({"errors", "cost"}));
        app.add_option("--max-columns", columns_, "columns of a slice, 1 to 3")->check(CLI::Range(1, 3));
        app.add_option("--top", top_, "slices listed")->check(CLI::Range(1, 10'000));
        app.add_flag("--distinct", distinct_,
                     "one finding once: leave out slices that mostly overlap with "
                     "one listed");
        app.add_option("--by", by_,
                       "columns to cut by, with commas; COLUMN=quantile:4, COLUMN=width:10 for numbers "
                       "(default: the segment columns)");
        app.add_option("--threshold", threshold_, "instead of the policy's, the run's own or 0.5");
        app.add_option("--cost", cost_, "money per outcome, as in `metrics`");
        app.add_option("--scenario", scenario_, kScenarioHelp);
        app.add_option("--where", where_, "only the samples for which this expression holds");
        app.add_option("--cohort", cohort_, kCohortHelp);
        app.add_option("--positive", positive_, "the class to look for, against all others");
    }

    int run(const Session& session) override {
        AnalysisRequest analysis;
        const bool asked = !cost_.empty();
        if (asked) analysis.costs = parseCosts(cost_);
        analysis.positive = positive_;
        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow row = store->resolveRun(run_);
        analysis.where = filterOption(store, row.modelId, where_, cohort_);
        if (row.info.task == Task::Multiclass && positive_.empty())
            throw Error(ErrorCode::Usage,
                        "Slices are of one class against the rest; say which with --positive CLASS.");
        analysis.table = store->openTable(row.info.id);
        analysis.facts =
            std::make_shared<const SampleFacts>(analysis.table, storedFacts(store, row, std::nullopt));
        Vocabulary words;
        if (const auto costs = storedCosts(store, row.modelId, scenario_, analysis.where)) {
            words = costs->row.words;
            if (!asked) analysis.costs = costs->row.costs;
            if (!asked) analysis.prevalenceOf = prevalenceOf(*costs);
        }
        const auto policy = pointInForce(*store, row.versionId);
        const auto wanted = numberOption("--threshold", threshold_);
        analysis.threshold = wanted;
        if (!wanted && policy) analysis.threshold = countedFrom(*policy);
        const RunAnalysisPtr run = analyse(analysis, session.task);
        SlicesRequest request = requested();
        request.point = wanted ? OperatingPoint(*wanted) : startingPoint(*run, policy);
        const SlicesReport report = slicesReport(run, request, words, &session.executor(), session.task);
        print(session.json ? jsonText(slicesJson(report)) : slicesText(report));
        return 0;
    }

 private:
    SlicesRequest requested() const {
        SlicesRequest request;
        request.of = of_ == "cost" ? SliceOf::Cost : SliceOf::Errors;
        request.options.maxColumns = static_cast<std::size_t>(columns_);
        request.options.top = static_cast<std::size_t>(top_);
        request.distinct = distinct_;
        for (const std::string& part : CLI::detail::split(by_, ',')) {
            if (part.empty()) continue;
            const std::size_t sign = part.rfind('=');
            if (sign == std::string::npos)
                request.columns.push_back({part});
            else
                request.columns.push_back({part.substr(0, sign), Binning::parse(part.substr(sign + 1))});
        }
        return request;
    }

    std::string run_, of_ = "errors", by_, threshold_, cost_, scenario_, where_, cohort_, positive_;
    int columns_ = 3;
    int top_ = 20;
    bool distinct_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeSlices() {
    return std::make_unique<SlicesCommand>();
}

}  // namespace reckoner::cli
