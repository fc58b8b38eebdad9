#include "core/report/multiclass_report.h"

#include <nlohmann/json.hpp>

#include "core/data/filter.h"
#include "core/data/grouping.h"
#include "core/metrics/intervals.h"
#include "core/report/metrics_json.h"
#include "core/report/metrics_text.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

// scikit-learn's zero_division = 0, where there is anything at all.
Json zeroWhenUndefined(const Value& value, bool any) {
    if (value) return jsonNumber(*value);
    return any ? Json(0) : Json(nullptr);
}

Json matrixJson(const ClassMatrix& matrix, bool weighted) {
    Json rows = Json::array();
    for (std::size_t truth = 0; truth < matrix.classes(); ++truth) {
        Json row = Json::array();
        for (std::size_t predicted = 0; predicted < matrix.classes(); ++predicted) {
            const ClassMatrix::Cell& cell = matrix.at(truth, predicted);
            row.push_back(weighted ? jsonNumber(cell.weight) : Json(cell.n));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<Interval> accuracyInterval(const ClassMatrix& matrix) {
    const ClassMatrix::Cell all = matrix.total();
    return wilson95Weighted(matrix.correct().weight, all.weight, all.weightSq);
}

Json metricsOf(const MulticlassReport& report) {
    const MatrixNumbers& n = report.numbers;
    const bool any = report.matrix.total().n > 0;
    return {{"accuracy", jsonValue(n.accuracy)},
            {"macro_precision", zeroWhenUndefined(n.macro.precision, any)},
            {"macro_recall", zeroWhenUndefined(n.macro.recall, any)},
            {"macro_f1", zeroWhenUndefined(n.macro.f1, any)},
            {"micro_f1", zeroWhenUndefined(n.micro.f1, any)},
            {"weighted_precision", zeroWhenUndefined(n.weighted.precision, any)},
            {"weighted_recall", zeroWhenUndefined(n.weighted.recall, any)},
            {"weighted_f1", zeroWhenUndefined(n.weighted.f1, any)},
            {"kappa", jsonValue(n.kappa)},
            {"mcc", jsonValue(n.mcc)},
            {"roc_auc_ovr_macro", jsonValue(report.scores.rocAucOvrMacro)},
            {"top_2_accuracy", jsonValue(report.topTwo)},
            {"balanced_accuracy", jsonValue(n.balancedAccuracy)},
            {"roc_auc_ovr_weighted", jsonValue(report.scores.rocAucOvrWeighted)},
            {"average_precision_ovr_macro", jsonValue(report.scores.averagePrecisionMacro)},
            {"top_3_accuracy", jsonValue(report.topThree)},
            {"log_loss", jsonValue(report.probability.logLoss)},
            {"brier", jsonValue(report.probability.brier)},
            {"ece_10", jsonValue(report.probability.ece10)},
            {"ece_15", jsonValue(report.probability.ece15)}};
}

Json perClassJson(const MulticlassReport& report) {
    Json classes = Json::object();
    const bool any = report.matrix.total().n > 0;
    for (std::size_t c = 0; c < report.rows.classes.size(); ++c) {
        const ClassNumbers& n = report.numbers.perClass[c];
        classes[report.rows.classes[c]] = {
            {"precision", zeroWhenUndefined(n.precision, any)},
            {"recall", zeroWhenUndefined(n.recall, any)},
            {"f1", zeroWhenUndefined(n.f1, any)},
            {"support", n.support},
            {"predicted", n.predicted},
            {"roc_auc", jsonValue(report.scores.rocAuc[c])},
            {"average_precision", jsonValue(report.scores.averagePrecision[c])}};
    }
    return classes;
}

Json groupJson(const MulticlassReport::Group& group, const std::vector<std::string>& by, bool weighted) {
    Json values = Json::object();
    for (std::size_t c = 0; c < by.size(); ++c)
        values[by[c]] = group.values[c] ? Json(*group.values[c]) : Json(nullptr);
    const MatrixNumbers numbers = matrixNumbers(group.matrix);
    return {{"values", values},
            {"n", group.matrix.total().n},
            {"matrix", matrixJson(group.matrix, weighted)},
            {"metrics",
             {{"accuracy", jsonValue(numbers.accuracy)},
              {"macro_f1", zeroWhenUndefined(numbers.macro.f1, true)}}},
            {"intervals", {{"accuracy", jsonInterval(accuracyInterval(group.matrix))}}}};
}

// One pass over the rows: a matrix for every group that occurs.
std::vector<MulticlassReport::Group> groupsOf(const ClassifiedRows& rows, const Grouping& grouping) {
    std::vector<MulticlassReport::Group> all;
    for (const Grouping::Key& key : grouping.keys)
        all.push_back({key.values, ClassMatrix(rows.classes.size())});
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        all[grouping.codes[rows.rows[i]]].matrix.add(rows.truth[i], rows.predicted[i],
                                                     rows.weights.empty() ? 1 : rows.weights[i]);
    std::erase_if(all, [](const MulticlassReport::Group& group) { return group.matrix.total().n == 0; });
    return all;
}

std::string figure(const Value& value) {
    return value ? fixed(*value, 3) : "n/a";
}

std::string matrixText(const MulticlassReport& report) {
    std::vector<TextTable::Head> heads{{"Truth \\ predicted"}};
    for (const std::string& name : report.rows.classes)
        heads.push_back({terminalText(name), Align::Right});
    heads.insert(heads.end(), {{"Precision", Align::Right}, {"Recall", Align::Right}, {"F1", Align::Right}});
    TextTable table(heads);
    for (std::size_t c = 0; c < report.rows.classes.size(); ++c) {
        std::vector<std::string> row{report.rows.classes[c]};
        for (std::size_t p = 0; p < report.rows.classes.size(); ++p)
            row.push_back(count(report.matrix.at(c, p).n));
        const ClassNumbers& n = report.numbers.perClass[c];
        for (const Value* value : {&n.precision, &n.recall, &n.f1})
            row.push_back(*value ? fixed(**value, 3) : "n/a (0 in the average)");
        table.add(std::move(row));
    }
    return table.text();
}

std::string multiclassFigures(const MulticlassReport& report) {
    const MatrixNumbers& n = report.numbers;
    const auto interval = accuracyInterval(report.matrix);
    TextTable table({{"Metric"}, {"Value", Align::Right}, {"95 % interval"}});
    table.add({"Accuracy", figure(n.accuracy),
               interval ? fixed(interval->lo, 3) + " to " + fixed(interval->hi, 3) : ""});
    table.add({"Macro precision", figure(n.macro.precision)});
    table.add({"Macro recall", figure(n.macro.recall)});
    table.add({"Macro F1", figure(n.macro.f1)});
    table.add({"Micro F1", figure(n.micro.f1)});
    table.add({"Weighted precision", figure(n.weighted.precision)});
    table.add({"Weighted recall", figure(n.weighted.recall)});
    table.add({"Weighted F1", figure(n.weighted.f1)});
    table.add({"Balanced accuracy", figure(n.balancedAccuracy)});
    table.add({"Cohen's kappa", figure(n.kappa)});
    table.add({"MCC", figure(n.mcc)});
    table.add({"ROC AUC, one class against the rest, macro", figure(report.scores.rocAucOvrMacro)});
    table.add({"Among the two highest scores", figure(report.topTwo)});
    table.add({"Log loss", figure(report.probability.logLoss)});
    table.add({"Brier, summed over the classes", figure(report.probability.brier)});
    table.add({"ECE of the called class, 10 bins", figure(report.probability.ece10)});
    return table.text();
}

std::string groupsText(const MulticlassReport& report) {
    std::vector<TextTable::Head> heads;
    for (const std::string& column : report.by)
        heads.push_back({terminalText(column)});
    heads.insert(heads.end(), {{"n", Align::Right}, {"Accuracy", Align::Right}, {"95 % interval"}});
    TextTable table(heads);
    for (const MulticlassReport::Group& group : report.groups) {
        std::vector<std::string> row;
        for (const auto& value : group.values)
            row.push_back(value.value_or("(missing)"));
        const auto interval = accuracyInterval(group.matrix);
        row.push_back(count(group.matrix.total().n));
        row.push_back(figure(matrixNumbers(group.matrix).accuracy));
        row.push_back(interval ? fixed(interval->lo, 3) + " to " + fixed(interval->hi, 3) : "");
        table.add(std::move(row));
    }
    return table.text();
}

}  // namespace

MulticlassReport multiclassReport(const EvalTablePtr& table, const std::string& where,
                                  const std::vector<std::string>& by, const TaskContext& context,
                                  const std::shared_ptr<const SampleFacts>& facts) {
    MulticlassReport report;
    const RowSet cohort = where.empty() ? RowSet::all(table->rows())
                                        : Filter::parse(where).apply(*table, {{}, {}, {}, facts}, context);
    report.table = table;
    report.rows = ClassifiedRows::of(*table, cohort, context);
    report.matrix = ClassMatrix::of(report.rows);
    report.numbers = matrixNumbers(report.matrix);
    report.scores = classScoreNumbers(*table, cohort, context);
    report.topTwo = topAccuracy(*table, report.rows, 2, context);
    report.topThree = topAccuracy(*table, report.rows, 3, context);
    report.probability = classProbability(*table, report.rows, context);
    report.by = by;
    if (!by.empty()) report.groups = groupsOf(report.rows, Grouping::byColumns(*table, by, context));
    return report;
}

namespace {

double perPeriod(const MulticlassReport& report, double total) {
    const double weight = report.matrix.total().weight;
    return weight > 0 ? total / weight * report.costs->volumePerPeriod : 0;
}

// Every answer is taken as it is; what goes to a person costs nothing here.
Json classCostJson(const MulticlassReport& report) {
    const ClassCosts& costs = *report.costs;
    const double weight = report.matrix.total().weight;
    const double total = classTotal(report.matrix, costs);
    Json document = {{"total", weight > 0 ? jsonNumber(total) : Json(nullptr)},
                     {"per_decision", weight > 0 ? jsonNumber(total / weight) : Json(nullptr)},
                     {"unit", costs.currency}};
    if (costs.volumePerPeriod > 0 && weight > 0) {
        document["per_period"] = jsonNumber(perPeriod(report, total));
        document["volume_per_period"] = jsonNumber(costs.volumePerPeriod);
        document["period"] = costs.period;
    }
    return document;
}

std::string classCostText(const MulticlassReport& report) {
    const ClassCosts& costs = *report.costs;
    const double total = classTotal(report.matrix, costs);
    const bool periodic = costs.volumePerPeriod > 0;
    return "\nBy the costs of calling one class another: " +
           money(periodic ? perPeriod(report, total) : total, costs.currency) +
           (periodic ? " a " + terminalText(costs.period) : std::string(" over these samples")) + ".\n";
}

}  // namespace

Json multiclassJson(const MulticlassReport& report) {
    const bool weighted = !report.rows.weights.empty();
    Json document = {{"run", runJson(report.table->info())},
                     {"task", "multiclass"},
                     {"n", report.matrix.total().n},
                     {"excluded", excludedJson(report.rows.excluded)},
                     {"classes", report.rows.classes},
                     {"matrix", matrixJson(report.matrix, weighted)},
                     {"metrics", metricsOf(report)},
                     {"intervals", {{"accuracy", jsonInterval(accuracyInterval(report.matrix))}}},
                     {"per_class", perClassJson(report)}};
    if (weighted) document["matrix_unweighted"] = matrixJson(report.matrix, false);
    if (report.costs) document["cost"] = classCostJson(report);
    if (report.by.empty()) return document;
    document["segments"] = Json::array();
    for (const MulticlassReport::Group& group : report.groups)
        document["segments"].push_back(groupJson(group, report.by, weighted));
    return document;
}

std::string multiclassText(const MulticlassReport& report) {
    const RunInfo& run = report.table->info();
    std::string text = terminalText(run.model + " " + runName(run) + " on " + run.evalSet) + " (run " +
                       std::to_string(run.id) + ")\n" + count(report.matrix.total().n) +
                       " samples with a class and a prediction\n";
    if (const std::string excluded = excludedText(report.rows.excluded); !excluded.empty())
        text += excluded + "\n";
    text += "\n" + matrixText(report) + "\n" + multiclassFigures(report);
    if (report.costs && report.matrix.total().weight > 0) text += classCostText(report);
    if (!report.by.empty()) text += "\n" + groupsText(report);
    return text + "\n--positive CLASS looks at one class against the rest, with a threshold and costs.\n";
}

}  // namespace reckoner
