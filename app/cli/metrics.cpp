#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/cohort_option.h"
#include "app/cli/cost_option.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/subcommand.h"
#include "core/base/error.h"
#include "core/data/corrected_labels.h"
#include "core/data/filter.h"
#include "core/metrics/override_agreement.h"
#include "core/report/confidence_report.h"
#include "core/report/corrected_text.h"
#include "core/report/coverage_report.h"
#include "core/report/metrics_json.h"
#include "core/report/metrics_text.h"
#include "core/report/multiclass_report.h"
#include "core/report/override_text.h"
#include "core/review/operating_threshold.h"
#include "core/store/notebook.h"
#include "core/store/stored_facts.h"
#include "core/wording/run_names.h"

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
               "reckoner metrics 2 --scenario worst\n"
               "reckoner metrics 2 --coverage --against 1\n"
               "reckoner metrics 2 --where 'flip = broken' --baseline 1\n"
               "reckoner metrics 2 --cost 'fn=0.5*amount,fp=0.15*amount' --bootstrap 2000";
    }
    void declare(CLI::App& app) override {
        app.add_option("run", run_, "its number, VERSION@EVALSET or MODEL/VERSION@EVALSET")->required();
        app.add_option(
            "--threshold", threshold_,
            "flag scores from here up (default: the policy in force, else the starting threshold); of "
            "several "
            "classes without --positive: answers whose highest class score is lower go to a person");
        app.add_option(
            "--cost", cost_,
            "money per outcome: fp=5,fn=30,tp=-10,tn=0; an outcome may be 0.5*amount or 2+0.15*amount");
        app.add_option("--scenario", scenario_, kScenarioHelp);
        app.add_option("--by", by_, "segment column, or several separated by commas for their cross")
            ->allow_extra_args(false);
        app.add_option("--where", where_, "only the samples for which this expression holds");
        app.add_option("--cohort", cohort_, kCohortHelp);
        app.add_option("--baseline", baseline_, "the run that \"flip\" in --where compares with");
        app.add_option("--positive", positive_, "the class to look for, against all others");
        app.add_flag("--curve", curve_, "with --json: counts at every distinct score");
        app.add_option("--bootstrap", bootstrap_,
                       "replicates for intervals that have no formula (2000 is usual)");
        app.add_flag("--coverage", coverage_,
                     "also what the data covers: concentration, missing values, groups too small for a claim "
                     "about recall");
        app.add_option("--against", against_, "with --coverage: another run whose values are compared");
        app.add_flag("--corrected", corrected_, "with the labels people corrected in the place of the given");
        app.add_flag("--overrides", overrides_, "also how often people decided as the model did");
        app.add_option("--reviewer", reviewer_,
                       "with --overrides: the column that names the reviewer (default: found by its name)");
    }

    int run(const Session& session) override {
        MetricsRequest request;
        request.threshold = numberOption("--threshold", threshold_);
        request.replicates = replicates();
        if (!cost_.empty()) request.costs = parseCosts(cost_);
        request.positive = positive_;
        request.curve = curve_;

        const auto store = session.openStore(OpenMode::ReadOnly);
        const RunRow row = store->resolveRun(run_);
        request.where = filterOption(store, row.modelId, where_, cohort_);
        const Tables tables = openTables(store, row, session.task);
        request.table = corrected_ ? tables.corrected.table : tables.given;
        request.by = segmentColumns(*request.table);
        request.facts = facts(store, row, request.table);
        if (row.info.task == Task::Multiclass && positive_.empty())
            return allClasses(session, request, tables,
                              storedCosts(store, row.modelId, scenario_, request.where));
        request.policy = pointInForce(*store, row.versionId);
        if (!scenario_.empty() && !cost_.empty())
            throw Error(ErrorCode::Usage, "--scenario names stored costs, --cost says others; give one.");
        if (const auto costs = storedCosts(store, row.modelId, scenario_, request.where)) {
            request.words = costs->row.words;
            // What --cost says of outcomes says nothing of the reviews of a policy in tiers.
            if (request.costs && request.costs->review == 0) {
                request.costs->review = costs->row.costs.review;
                request.costs->reviewerAccuracy = costs->row.costs.reviewerAccuracy;
            }
            if (!request.costs) {
                request.costs = costs->row.costs;
                request.prevalenceOf = prevalenceOf(*costs);
                request.scenario = costs->row.scenario;
                request.cohortCosts = costs->ofCohort;
                request.scenarios = storedScenarios(store, row.modelId, request.where);
            }
        }

        Executor* executor = request.replicates > 0 ? &session.executor() : nullptr;
        const MetricsReport report = metricsReport(request, executor, session.task);
        Labels labels;
        labels.shown = metricsJson(report, session.task);
        labels.corrections =
            correctionsAmong(tables.corrected.rows, correctedRows(report, request, tables, labels, session));
        std::optional<OverrideAgreement> people;
        if (overrides_)
            people = overrideAgreement({request.table, cohort(report, request, session.task),
                                        report.analysis->rows.positive, report.threshold, reviewer_},
                                       session.task);
        std::string text = metricsText(report);
        if (coverage_) addCoverage(store, row, report, session, labels.shown, text);
        finish(session, labels, people, std::move(text));
        return 0;
    }

 private:
    struct Tables {
        EvalTablePtr given;
        CorrectedTable corrected;
    };
    // The document with the labels chosen, and the one with the others where they differ.
    struct Labels {
        Json shown;
        Json other;  // null: the same
        std::uint64_t corrections = 0;
    };

    static Tables openTables(const std::shared_ptr<Store>& store, const RunRow& row,
                             const TaskContext& context) {
        Tables tables;
        tables.given = store->openTable(row.info.id);
        LabelCorrections corrections;
        for (const LabelCorrection& correction : Notebook(store).corrections(row.modelId))
            corrections[correction.sampleId] = correction.corrected;
        tables.corrected = withCorrections(tables.given, corrections, context);
        return tables;
    }

    void addCoverage(const std::shared_ptr<Store>& store, const RunRow& row, const MetricsReport& report,
                     const Session& session, Json& document, std::string& text) const {
        CoverageRequest request;
        request.run = report.analysis;
        for (const std::string& column : possibleSegmentColumns(*report.request.table))
            request.columns.push_back({column});
        if (!against_.empty()) {
            const RunRow other = store->resolveRun(against_);
            if (other.modelId != row.modelId)
                throw Error(ErrorCode::Usage, "--against " + against_ +
                                                  " is a run of another model; name one of \"" +
                                                  row.info.model + "\".");
            request.other = store->openTable(other.info.id);
            request.otherName = versionName(other.info.version) + " \u00B7 " + other.info.evalSet;
        }
        const auto board = CoverageBoard::build(std::move(request), session.task);
        const MetricEntry& recall = *findMetric("recall");
        document["coverage"] = coverageJson(*board, report.threshold, recall);
        text += "\n" + coverageText(*board, report.threshold, recall, report.request.words);
    }

    // The rows the corrected numbers are over; fills labels.other where labels differ.
    std::vector<RowIndex> correctedRows(const MetricsReport& shown, const MetricsRequest& request,
                                        const Tables& tables, Labels& labels, const Session& session) const {
        if (tables.corrected.rows.empty()) return {};
        MetricsRequest other = request;
        other.table = corrected_ ? tables.given : tables.corrected.table;
        other.by.clear();
        other.replicates = 0;
        other.curve = false;
        if (shown.point.tiers)
            other.policy = shown.point;
        else
            other.threshold = shown.threshold;
        const MetricsReport report = metricsReport(other, nullptr, session.task);
        labels.other = metricsJson(report, session.task);
        return corrected_ ? shown.analysis->rows.rows : report.analysis->rows.rows;
    }

    // Also rows without a label: people override those too.
    static RowSet cohort(const MetricsReport& report, const MetricsRequest& request,
                         const TaskContext& context) {
        if (request.where.empty()) return RowSet::all(request.table->rows());
        return Filter::parse(request.where)
            .apply(*request.table, {report.analysis->rows.positive, report.threshold, {}, request.facts},
                   context);
    }

    static RowSet multiclassCohort(const MetricsRequest& request, const TaskContext& context) {
        if (request.where.empty()) return RowSet::all(request.table->rows());
        return Filter::parse(request.where).apply(*request.table, {{}, {}, {}, request.facts}, context);
    }

    void finish(const Session& session, Labels& labels, const std::optional<OverrideAgreement>& people,
                std::string text) const {
        const Json& other = labels.other.is_null() ? labels.shown : labels.other;
        const Json& given = corrected_ ? other : labels.shown;
        const Json& corrected = corrected_ ? labels.shown : other;
        if (session.json) {
            Json document = labels.shown;
            document["labels"] = corrected_ ? "corrected" : "given";
            document["corrected"] = correctedJson(labels.corrections, corrected);
            if (people) document["overrides"] = overridesJson(*people);
            print(jsonText(document));
            return;
        }
        if (const std::string more = correctedText(labels.corrections, given, corrected, corrected_);
            !more.empty())
            text += "\n" + more;
        if (people) text += "\n" + overridesText(*people);
        print(text);
    }

    // Notes, tags and flips for --where, read only where it asks for them.
    SampleFactsPtr facts(const std::shared_ptr<Store>& store, const RunRow& row,
                         const EvalTablePtr& table) const {
        std::optional<RunRow> other;
        if (!baseline_.empty()) other = store->resolveRun(baseline_);
        if (other && other->modelId != row.modelId)
            throw Error(ErrorCode::Usage, "--baseline " + baseline_ +
                                              " is a run of another model; name one of \"" + row.info.model +
                                              "\".");
        return std::make_shared<const SampleFacts>(table, storedFacts(store, row, other));
    }

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

    // What asks for costs needs one class to look at; a threshold is one of confidence.
    int allClasses(const Session& session, const MetricsRequest& request, const Tables& tables,
                   const std::optional<CostsInForce>& costs) const {
        if (!cost_.empty() || curve_ || coverage_ || !bootstrap_.empty()) {
            std::string classes;
            for (const std::string& name : request.table->info().classes)
                classes += (classes.empty() ? "" : ", ") + name;
            throw Error(ErrorCode::Usage,
                        "--cost, --curve, --coverage and --bootstrap look at one class against the rest; say "
                        "which with "
                        "--positive CLASS (" +
                            classes + ").");
        }
        MulticlassReport report =
            multiclassReport(request.table, request.where, request.by, session.task, request.facts);
        if (costs) report.costs = classCosts(costs->row.costs, report.rows.classes);
        Labels labels;
        labels.shown = multiclassJson(report);
        std::string text = multiclassText(report);
        if (request.threshold) {
            const ConfidenceReport confidence =
                confidenceReport(*request.table, report.rows, *request.threshold, session.task);
            labels.shown["confidence"] = confidenceJson(confidence);
            text += "\n" + confidenceText(confidence);
        }
        if (!tables.corrected.rows.empty()) {
            MulticlassReport other = multiclassReport(corrected_ ? tables.given : tables.corrected.table,
                                                      request.where, {}, session.task, request.facts);
            other.costs = report.costs;
            labels.other = multiclassJson(other);
            labels.corrections =
                correctionsAmong(tables.corrected.rows, (corrected_ ? report : other).rows.rows);
        }
        std::optional<OverrideAgreement> people;
        if (overrides_)
            people = overrideAgreement(
                {request.table, multiclassCohort(request, session.task), std::nullopt, 0, reviewer_},
                session.task);
        finish(session, labels, people, std::move(text));
        return 0;
    }

    std::string run_, threshold_, cost_, scenario_, where_, cohort_, positive_, bootstrap_, reviewer_,
        baseline_, against_;
    std::vector<std::string> by_;
    bool curve_ = false;
    bool coverage_ = false;
    bool corrected_ = false;
    bool overrides_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> makeMetrics() {
    return std::make_unique<Metrics>();
}

}  // namespace reckoner::cli
