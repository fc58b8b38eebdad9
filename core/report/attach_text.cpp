#include "core/report/attach_text.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

constexpr std::size_t kShownAttachProblems = 5;

std::string modelName(const std::vector<std::pair<std::int64_t, std::string>>& models, std::int64_t id) {
    for (const auto& [number, name] : models)
        if (number == id) return name;
    return std::to_string(id);
}

std::string roleWords(ColumnRole role) {
    std::string words(name(role));
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

// "1 id is", "3 ids are"
std::string many(std::uint64_t n, const char* one, const char* more) {
    return count(n) + " " + (n == 1 ? one : more);
}

Json columnsJson(const std::vector<ColumnInfo>& columns) {
    Json list = Json::array();
    for (const ColumnInfo& column : columns)
        list.push_back(
            {{"name", column.name}, {"role", std::string(name(column.role))}, {"missing", column.missing}});
    return list;
}

Json differencesJson(std::uint64_t n, const std::vector<AttachedDifference>& examples) {
    Json list = Json::array();
    for (const AttachedDifference& difference : examples)
        list.push_back({{"id", difference.sampleId},
                        {"run", difference.run},
                        {"column", difference.column},
                        {"own", difference.own},
                        {"attached", difference.attached}});
    return {{"samples", n}, {"examples", list}};
}

Json effectsJson(const std::vector<AttachedEffect>& effects) {
    Json list = Json::array();
    for (const AttachedEffect& effect : effects)
        list.push_back(
            {{"run", effect.run}, {"scored_before", effect.scoredBefore}, {"scored", effect.scoredAfter}});
    return list;
}

std::string effectsText(const std::vector<AttachedEffect>& effects) {
    std::string text;
    for (const AttachedEffect& effect : effects)
        text += "  Run " + std::to_string(effect.run) + ": " + count(effect.scoredAfter) +
                " samples are scored, " + count(effect.scoredBefore) + " before\n";
    return text;
}

std::string differencesText(std::uint64_t n, const std::vector<AttachedDifference>& examples,
                            const char* what) {
    if (n == 0) return {};
    std::string text = "  " + many(n, "sample has", "samples have") + " another " + what +
                       " in a run than in the file; the run's stays:\n";
    for (const AttachedDifference& difference : examples)
        text += "    " +
                terminalText(difference.sampleId + " in run " + std::to_string(difference.run) + ": " +
                             difference.column + " is \"" + difference.own + "\", the file says \"" +
                             difference.attached + "\"") +
                "\n";
    return text;
}

std::string listed(const std::vector<std::string>& texts, std::uint64_t all) {
    std::string text;
    for (const std::string& one : texts)
        text += (text.empty() ? "" : ", ") + terminalText(one);
    return all > texts.size() ? text + ", ..." : text;
}

}  // namespace

Json attachJson(const AttachFile& file, const AttachReport& report, const std::string& model) {
    Json problems = Json::array();
    for (const Problem& problem : file.problems)
        problems.push_back({{"line", problem.line}, {"message", problem.message}});
    return {{"attachment", report.row.id},
            {"model", model},
            {"file", report.row.sourceName},
            {"sha256", report.row.sourceSha256},
            {"ids", report.row.ids},
            {"matched", report.row.matched},
            {"unmatched", {{"ids", report.unmatched}, {"examples", report.unmatchedExamples}}},
            {"repeated_ids", report.row.repeatedIds},
            {"without_id", file.withoutId},
            {"rejected", report.row.rejectedRows},
            {"unexpected_label", report.unexpectedLabels},
            {"different_labels", differencesJson(report.labelDifferences, report.labelExamples)},
            {"different_values", differencesJson(report.otherDifferences, report.otherExamples)},
            {"columns", columnsJson(report.row.columns)},
            {"runs", effectsJson(report.effects)},
            {"problems", problems},
            {"problem_count", file.problemCount}};
}

std::string attachText(const AttachFile& file, const AttachReport& report, const std::string& model) {
    const AttachmentRow& row = report.row;
    std::string text = terminalText(row.sourceName) + ": attachment " + std::to_string(row.id) + " to " +
                       terminalText(model) + "\n  " + many(row.matched, "id", "ids") + " of " +
                       count(row.ids) + (row.matched == 1 ? " is a sample" : " are samples") + " of it\n";
    if (report.unmatched > 0)
        text += "  " + many(report.unmatched, "id is", "ids are") +
                " no sample of it: " + listed(report.unmatchedExamples, report.unmatched) + "\n";
    if (row.repeatedIds > 0)
        text += "  " + many(row.repeatedIds, "row repeats", "rows repeat") +
                " an id that stood before; the last value counts\n";
    if (file.withoutId > 0)
        text += "  " + many(file.withoutId, "row has", "rows have") +
                (file.withoutId == 1 ? " no id and was left out\n" : " no id and were left out\n");
    if (row.rejectedRows > 0)
        text += "  " + count(row.rejectedRows) + " could not be read and were left out\n";
    if (report.unexpectedLabels > 0)
        text += "  " + many(report.unexpectedLabels, "label is", "labels are") + " no class of the model\n";
    for (const ColumnInfo& column : row.columns)
        text += "  " + terminalText(column.name) + ": " + roleWords(column.role) + ", given for " +
                count(row.ids - column.missing) + " of " + many(row.ids, "id", "ids") + "\n";
    text += differencesText(report.labelDifferences, report.labelExamples, "label");
    text += differencesText(report.otherDifferences, report.otherExamples, "value");
    text += effectsText(report.effects);
    const std::size_t shown = std::min(kShownAttachProblems, file.problems.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const Problem& problem = file.problems[i];
        text += "  " + (problem.line > 0 ? "line " + std::to_string(problem.line) + ": " : std::string()) +
                terminalText(problem.message) + "\n";
    }
    if (file.problemCount > shown)
        text += "  and " + count(file.problemCount - shown) + " more; --json lists them\n";
    return text + "Take it back with: reckoner attach --undo " + std::to_string(row.id) + "\n";
}

Json attachmentsJson(const std::vector<AttachmentRow>& rows,
                     const std::vector<std::pair<std::int64_t, std::string>>& models) {
    Json list = Json::array();
    for (const AttachmentRow& row : rows)
        list.push_back({{"attachment", row.id},
                        {"model", modelName(models, row.modelId)},
                        {"file", row.sourceName},
                        {"sha256", row.sourceSha256},
                        {"ids", row.ids},
                        {"matched", row.matched},
                        {"repeated_ids", row.repeatedIds},
                        {"rejected", row.rejectedRows},
                        {"columns", columnsJson(row.columns)},
                        {"who", row.who},
                        {"attached_at", row.attachedAt},
                        {"withdrawn_at", row.withdrawnAt.empty() ? Json(nullptr) : Json(row.withdrawnAt)}});
    return {{"attachments", list}};
}

std::string attachmentsText(const std::vector<AttachmentRow>& rows,
                            const std::vector<std::pair<std::int64_t, std::string>>& models) {
    if (rows.empty()) return "Nothing is attached in this store.\n";
    TextTable table({{"No.", TextTable::Align::Right},
                     {"Model"},
                     {"File"},
                     {"Ids", TextTable::Align::Right},
                     {"Columns"},
                     {"Attached"},
                     {"Withdrawn"}});
    for (const AttachmentRow& row : rows) {
        std::string columns;
        for (const ColumnInfo& column : row.columns)
            columns += (columns.empty() ? "" : ", ") + column.name + " (" + roleWords(column.role) + ")";
        table.add({std::to_string(row.id), modelName(models, row.modelId), row.sourceName, count(row.ids),
                   columns, row.attachedAt.substr(0, 10), row.withdrawnAt.substr(0, 10)});
    }
    return table.text();
}

Json withdrawnJson(std::int64_t id, const std::vector<AttachedEffect>& effects) {
    return {{"withdrawn", id}, {"runs", effectsJson(effects)}};
}

std::string withdrawnText(std::int64_t id, const std::vector<AttachedEffect>& effects) {
    return "Attachment " + std::to_string(id) + " is withdrawn.\n" + effectsText(effects);
}

}  // namespace reckoner
