#include "core/report/import_report_text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/report/metrics_json.h"
#include "core/report/metrics_text.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr std::size_t kShownProblems = 5;

Json rolesJson(const StagedRun& staged) {
    Json roles = Json::object();
    if (!staged.ids.generated) roles[staged.ids.columnName] = std::string(name(ColumnRole::Id));
    for (const StagedColumn& column : staged.columns)
        roles[column.info.name] = std::string(name(column.info.role));
    return roles;
}

std::string rolesText(const StagedRun& staged) {
    TextTable table({{""}, {""}});
    if (!staged.ids.generated) table.add({"  " + staged.ids.columnName, std::string(name(ColumnRole::Id))});
    for (const StagedColumn& column : staged.columns) {
        std::string role(name(column.info.role));
        std::replace(role.begin(), role.end(), '_', ' ');
        if (!column.info.classOf.empty()) role += " of " + column.info.classOf;
        table.add({"  " + column.info.name, role});
    }
    return table.text();
}

std::string problemsText(const ImportReport& report) {
    std::string text;
    const std::size_t shown = std::min(kShownProblems, report.problems.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const Problem& problem = report.problems[i];
        text += "  " + (problem.line > 0 ? "line " + std::to_string(problem.line) + ": " : std::string()) +
                terminalText(problem.message) + "\n";
    }
    if (report.problemCount > shown)
        text += "  and " + count(report.problemCount - shown) + " more; --json lists them\n";
    return text;
}

}  // namespace

Json importJson(const ImportPlan& plan, const ImportReport& report) {
    const StagedRun& staged = report.staged;
    Json problems = Json::array();
    for (const Problem& problem : report.problems)
        problems.push_back({{"line", problem.line}, {"message", problem.message}});
    return {{"run", report.run > 0 ? Json(report.run) : Json(nullptr)},
            {"model", staged.model},
            {"version", staged.version},
            {"eval_set", staged.evalSet},
            {"rows", staged.info.rows},
            {"scored", staged.info.scored},
            {"excluded", excludedJson(staged.excluded)},
            {"problems", problems},
            {"problem_count", report.problemCount},
            {"rejected", staged.rejectedRows},
            {"repeated_ids", staged.ids.repeated},
            {"roles", rolesJson(staged)},
            {"file", plan.file.string()},
            {"sha256", staged.sourceSha256},
            {"task", std::string(name(staged.info.task))},
            {"classes", staged.info.classes},
            {"positive", staged.info.positive.empty() ? Json(nullptr) : Json(staged.info.positive)},
            {"score_kind", std::string(name(staged.info.kind))},
            {"guessed", plan.guesses}};
}

std::string importText(const ImportPlan& plan, const ImportReport& report) {
    const StagedRun& staged = report.staged;
    std::string text = terminalText(plan.file.filename().string()) + ": " +
                       (report.run > 0 ? "run " + std::to_string(report.run) : "would be a run") + " of " +
                       terminalText(staged.model + " " + staged.version) + " on " +
                       terminalText(staged.evalSet) + "\n";
    text += "  " + count(staged.info.rows) + (staged.info.rows == 1 ? " row, " : " rows, ") +
            count(staged.info.scored) + " scored";
    if (const std::string excluded = excludedText(staged.excluded); !excluded.empty())
        text += "; " + excluded;
    text += "\n";
    if (staged.rejectedRows > 0)
        text += "  " + count(staged.rejectedRows) + " could not be read and were left out\n";
    if (staged.ids.repeated > 0)
        text += "  " + count(staged.ids.repeated) + " rows repeat an id that stood before; all rows count\n";
    if (!staged.info.positive.empty())
        text += "  Positive class: " + terminalText(staged.info.positive) + "\n";
    text += rolesText(staged);
    for (const std::string& guess : plan.guesses)
        text += "  Guessed: " + terminalText(guess) + "\n";
    return text + problemsText(report);
}

}  // namespace reckoner
