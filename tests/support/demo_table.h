// A demo run (CSV or JSON Lines beside its manifest) read straight into vectors, so that numbers can be
// tested without importer and store. Only what the demo files contain is understood.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/numbers.h"
#include "tests/support/vector_table.h"

namespace reckoner::test {

inline std::string readWhole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(ErrorCode::Internal, "A test cannot read " + path.string() + ".");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// RFC 4180 with commas; the first record is the header.
inline std::vector<std::vector<std::string>> readCsv(const std::filesystem::path& path) {
    const std::string text = readWhole(path);
    std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            records.back().back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            records.back().emplace_back();
        } else if (!quoted && c == '\n') {
            records.emplace_back(1);
        } else if (quoted || c != '\r') {
            records.back().back() += c;
        }
    }
    if (records.back() == std::vector<std::string>(1)) records.pop_back();
    return records;
}

// Columns of a JSON Lines file as texts by (dotted) name.
inline std::map<std::string, std::vector<std::string>> readJsonLines(const std::filesystem::path& path) {
    std::map<std::string, std::vector<std::string>> columns;
    std::istringstream lines(readWhole(path));
    std::size_t row = 0;
    const auto put = [&](const std::string& name, const nlohmann::json& value) {
        auto& column = columns[name];
        column.resize(row);
        column.push_back(value.is_null() ? "" : value.is_string() ? value.get<std::string>() : value.dump());
    };
    for (std::string line; std::getline(lines, line); ++row) {
        const auto object = nlohmann::json::parse(line);
        for (const auto& [key, value] : object.items()) {
            put(key, value);
            if (value.is_object())
                for (const auto& [inner, number] : value.items())
                    put(key + "." + inner, number);
        }
    }
    for (auto& [name, column] : columns)
        column.resize(row);
    return columns;
}

inline std::map<std::string, std::vector<std::string>> readColumns(const std::filesystem::path& path) {
    if (path.extension() == ".jsonl") return readJsonLines(path);
    const auto records = readCsv(path);
    std::map<std::string, std::vector<std::string>> columns;
    for (std::size_t c = 0; c < records.front().size(); ++c)
        for (std::size_t r = 1; r < records.size(); ++r)
            columns[records.front()[c]].push_back(records[r].at(c));
    return columns;
}

inline std::vector<double> toNumbers(const std::vector<std::string>& texts) {
    std::vector<double> numbers;
    for (const std::string& text : texts)
        numbers.push_back(text.empty() ? missingReal() : parseNumber(text).value());
    return numbers;
}

// A demo run before build(): columns may be added. file: below resources/demo, e.g.
// "credit_default/credit_default_v1_logreg.csv". Timestamps are left out.
inline VectorTable demoRun(const std::string& file) {
    const std::filesystem::path path = std::filesystem::path(RECKONER_RESOURCES) / "demo" / file;
    std::filesystem::path manifestPath = path;
    manifestPath.replace_extension(".manifest.json");
    const auto manifest = nlohmann::json::parse(readWhole(manifestPath));
    const auto columns = readColumns(path);

    VectorTable table;
    table.info.model = manifest.at("model_name");
    table.info.version = manifest.at("model_version");
    table.info.evalSet = manifest.at("eval_set");
    table.info.task = manifest.at("task") == "binary" ? Task::Binary : Task::Multiclass;
    table.info.classes = manifest.at("classes").get<std::vector<std::string>>();
    table.info.positive = manifest.value("positive_class", "");
    table.info.kind = scoreKind(manifest.value("score_kind", "probability")).value();
    if (manifest.contains("decision_threshold"))
        table.info.decisionThreshold = manifest["decision_threshold"].get<double>();

    const auto& roles = manifest.at("columns");
    const auto column = [&](const std::string& role) -> const std::vector<std::string>& {
        return columns.at(roles.at(role).get<std::string>());
    };
    const auto nameOf = [&](const std::string& role) { return roles.at(role).get<std::string>(); };
    table.labels(column("label"), nameOf("label"));
    if (roles.contains("score")) table.scores(toNumbers(column("score")), nameOf("score"));
    if (roles.contains("scores"))
        for (const auto& [classOf, name] : roles["scores"].items())
            table.classScores(classOf, toNumbers(columns.at(name.get<std::string>())));
    if (roles.contains("predicted"))
        table.category(nameOf("predicted"), ColumnRole::Prediction, column("predicted"));
    for (const auto& name : roles.value("segments", nlohmann::json::array()))
        table.segment(name.get<std::string>(), columns.at(name.get<std::string>()));
    for (const auto& name : roles.value("numeric", nlohmann::json::array()))
        table.numeric(name.get<std::string>(), toNumbers(columns.at(name.get<std::string>())));
    if (roles.contains("latency_ms"))
        table.real(nameOf("latency_ms"), ColumnRole::Latency, toNumbers(column("latency_ms")));
    if (roles.contains("text")) table.texts(nameOf("text"), column("text"));
    if (roles.contains("explanation"))
        table.texts(nameOf("explanation"), column("explanation"), ColumnRole::Explanation);
    return table;
}

// tests/fixtures/reference/NAME.json
inline nlohmann::json referenceNumbers(const std::string& name) {
    return nlohmann::json::parse(readWhole(std::string(RECKONER_FIXTURES) + "/reference/" + name + ".json"));
}

// Agreement asked by DEFINITIONS.md: 1e-9 absolute, or relative to values above 1.
inline bool agrees(double ours, double reference) {
    return std::abs(ours - reference) <= 1e-9 * std::max(1.0, std::abs(reference));
}

}  // namespace reckoner::test
