#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/report/metrics_json.h"
#include "core/report/metrics_text.h"
#include "core/report/multiclass_report.h"

namespace reckoner::cli {
namespace {

class Metrics final : public Subcommand {
 public:
    std::string_view name() const override { return "metrics"; }
    std::string_view summary() const override { return "Every number of a run at a threshold"; }
    std::string_view examples() const override {
        return "reckoner metrics 2 --threshold 0.31\n"
               "reckoner metrics 2.0.0@credit-applications-cv5 --by job --json\n"
               "reckoner metrics 2 --cost fp=5,fn=30 --where 'home = \"rent\" and age > 40'\n"
               "reckoner metrics 2 --cost 'fn=0.5*amount,fp=0.15*amount' --bootstrap 2000";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option(
            "--threshold", threshold_,
            "flag scores from here up (default: the policy in force, else the starting threshold)");
        app.add_option(
            "--cost", cost_,
            "money per outcome: fp=5,fn=30,tp=-10,tn=0; an outcome may be 0.5*amount or 2+0.15*amount");
        app.add_option("--by", by_, "segment column, or several separated by commas for their cross")
            ->allow_extra_args(false);
        app.add_option("--where", where_, "only the samples for which this expression holds");
        app.add_option("--positive", positive_, "the class to look for, against all others");
        app.add_flag("--curve", curve_, "with --json: counts at every distinct score");
        app.add_option("--bootstrap", bootstrap_,
                       "replicates for intervals that have no formula (2000 is usual)");
    }

    int run(const Session& session) override {
        MetricsRequest request;
        request.threshold = numberOption("--threshold", threshold_);
        request.replicates = replicates();
        if (!cost_.empty()) request.costs = parseCosts(cost_);
        request.where = where_;
        request.positive = positive_;
        request.curve = curve_;

        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow row = store->resolveRun(run_);
        request.table = store->openTable(row.info.id);
        request.by = segmentColumns(*request.table);
        if (row.info.task == Task::Multiclass && positive_.empty()) return allClasses(session, request);
        if (const auto policy = store->policyInForce(row.versionId)) request.policy = policy->threshold;
        if (const auto costs = store->costModel(row.modelId)) {
            request.words = costs->words;
            if (!request.costs) request.costs = costs->costs;
        }

        Executor* executor = request.replicates > 0 ? &session.executor() : nullptr;
        const MetricsReport report = metricsReport(request, executor, session.task);
        print(session.json ? jsonText(metricsJson(report, session.task)) : metricsText(report));
        return 0;
    }

 private:
    std::uint32_t replicates() const {
        const auto number = numberOption("--bootstrap", bootstrap_);
        if (!number) return 0;
        if (*number < 1 || *number > 1e6 || *number != static_cast<std::uint32_t>(*number))
            throw Error(ErrorCode::Usage, "--bootstrap needs a whole number from 1 to 1000000.");
        return static_cast<std::uint32_t>(*number);
    }

    // A column whose name holds a comma is found as it is.
    std::vector<std::string> segmentColumns(const EvalTable& table) const {
        std::vector<std::string> columns;
        for (const std::string& text : by_) {
            if (table.find(text)) {
                columns.push_back(text);
                continue;
            }
            for (const std::string& column : listOption(text))
                columns.push_back(column);
        }
        return columns;
    }

    // What asks for a threshold or for costs needs one class to look at.
    int allClasses(const Session& session, const MetricsRequest& request) const {
        if (!threshold_.empty() || !cost_.empty() || curve_ || !bootstrap_.empty()) {
            std::string classes;
            for (const std::string& name : request.table->info().classes)
                classes += (classes.empty() ? "" : ", ") + name;
            throw Error(ErrorCode::Usage,
                        "--threshold, --cost, --curve and --bootstrap look at one class against the rest; "
                        "say which with "
                        "--positive CLASS (" +
                            classes + ").");
        }
        const MulticlassReport report =
            multiclassReport(request.table, request.where, request.by, session.task);
        print(session.json ? jsonText(multiclassJson(report)) : multiclassText(report));
        return 0;
    }

    std::string run_, threshold_, cost_, where_, positive_, bootstrap_;
    std::vector<std::string> by_;
    bool curve_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeMetrics() {
    return std::make_unique<Metrics>();
}

}  // namespace reckoner::cli
