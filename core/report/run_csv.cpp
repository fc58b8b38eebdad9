#include "core/report/run_csv.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/numbers.h"
#include "core/report/cell_text.h"
#include "core/report/json_text.h"

namespace reckoner {
namespace {

constexpr RowIndex kBlock = 4'096;
constexpr std::size_t kPiece = 1 << 20;

// One column as text, block by block.
class ColumnWriter {
 public:
    ColumnWriter(const EvalTable& table, const ColumnInfo& info, const TaskContext& context) {
        switch (info.type) {
            case ColumnType::Category:
                category_ = table.category(info.id, context);
                break;
            case ColumnType::Text:
                text_ = table.text(info.id, context);
                break;
            case ColumnType::Timestamp:
                real_ = table.real(info.id, context);
                form_ = timeFormOf(info, *real_);
                break;
            case ColumnType::Real:
                real_ = table.real(info.id, context);
                break;
        }
        isTime_ = info.type == ColumnType::Timestamp;
    }

    void load(RowIndex first, RowIndex last) {
        first_ = first;
        if (!text_) return;
        block_.assign(last - first, {});
        text_->scan(first, last,
                    [&](RowIndex row, std::string_view text, bool) { block_[row - first] = text; });
    }

    std::string cell(RowIndex row) const {
        if (text_) return block_[row - first_];
        if (category_) {
            const std::uint32_t code = category_->code(row);
            return code == category_->missingCode() ? std::string() : category_->categories()[code];
        }
        const double number = real_->values()[row];
        if (isMissingReal(number)) return {};
        return isTime_ && std::isfinite(number) ? timeText(number, form_) : shortestNumber(number);
    }

 private:
    std::shared_ptr<const CategoryColumn> category_;
    std::shared_ptr<const TextColumn> text_;
    std::shared_ptr<const RealColumn> real_;
    bool isTime_ = false;
    TimeForm form_ = TimeForm::Date;
    RowIndex first_ = 0;
    std::vector<std::string> block_;
};

const char* manifestKey(ColumnRole role) {
    switch (role) {
        case ColumnRole::Id:
            return "id";
        case ColumnRole::Label:
            return "label";
        case ColumnRole::Score:
            return "score";
        case ColumnRole::ClassScore:
            return "scores";
        case ColumnRole::Prediction:
            return "predicted";
        case ColumnRole::Segment:
            return "segments";
        case ColumnRole::Numeric:
            return "numeric";
        case ColumnRole::Text:
            return "text";
        case ColumnRole::Timestamp:
            return "timestamp";
        case ColumnRole::Amount:
            return "amount";
        case ColumnRole::Weight:
            return "weight";
        case ColumnRole::Latency:
            return "latency_ms";
        case ColumnRole::Explanation:
            return "explanation";
        case ColumnRole::Override:
            return "override";
        case ColumnRole::Actionable:
            return "actionable";
        case ColumnRole::Outcome:
            return "outcome";
        case ColumnRole::ActedOn:
            return "acted_on";
    }
    return "";
}

Json columnRoles(const EvalTable& table) {
    Json roles = Json::object();
    for (const ColumnInfo& info : table.columns()) {
        const char* key = manifestKey(info.role);
        if (info.role == ColumnRole::ClassScore)
            roles[key][info.classOf] = info.name;
        else if (info.role == ColumnRole::Segment || info.role == ColumnRole::Numeric)
            roles[key].push_back(info.name);
        else if (!roles.contains(key))
            roles[key] = info.name;
        else if (roles[key].is_array())
            roles[key].push_back(info.name);
        else
            roles[key] = Json::array({roles[key], info.name});
    }
    return roles;
}

}  // namespace

void writeRunCsv(const EvalTable& table, CsvText text, const std::function<void(std::string_view)>& write,
                 const TaskContext& context) {
    std::string piece;
    std::vector<ColumnWriter> writers;
    for (const ColumnInfo& info : table.columns()) {
        if (!writers.empty()) piece += ',';
        appendCsvCell(piece, info.name, text);
        writers.emplace_back(table, info, context);
    }
    piece += '\n';
    for (RowIndex first = 0; first < table.rows(); first += std::min(kBlock, table.rows() - first)) {
        context.checkCancelled();
        context.report(static_cast<double>(first) / table.rows(), "writing");
        const RowIndex last = first + std::min(kBlock, table.rows() - first);
        for (ColumnWriter& writer : writers)
            writer.load(first, last);
        for (RowIndex row = first; row < last; ++row) {
            for (std::size_t c = 0; c < writers.size(); ++c) {
                if (c > 0) piece += ',';
                appendCsvCell(piece, writers[c].cell(row), text);
            }
            piece += '\n';
            if (piece.size() < kPiece) continue;
            write(piece);
            piece.clear();
        }
    }
    write(piece);
}

std::string runManifest(const EvalTable& table, const std::string& dataFile, const std::string& original) {
    const RunInfo& info = table.info();
    Json manifest = Json::parse(original, nullptr, false);
    if (!manifest.is_object()) manifest = Json::object();
    for (const char* promise : {"sha256", "n_rows"})
        manifest.erase(promise);
    manifest.update({{"schema", "model-review-run/1"},
                     {"model_name", info.model},
                     {"model_version", info.version},
                     {"eval_set", info.evalSet},
                     {"task", std::string(name(info.task))},
                     {"format", "csv"},
                     {"delimiter", ","},
                     {"decimal", "."},
                     {"encoding", "utf-8"},
                     {"n_rows", info.rows},
                     {"classes", info.classes},
                     {"score_kind", std::string(name(info.kind))},
                     {"columns", columnRoles(table)},
                     {"data_file", dataFile}});
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty()) manifest[key] = value;
    };
    put("positive_class", info.positive);
    put("algorithm", info.algorithm);
    put("run_date", info.runDate);
    put("changelog", info.changelog);
    put("notes", info.notes);
    if (info.decisionThreshold) manifest["decision_threshold"] = jsonNumber(*info.decisionThreshold);
    return jsonText(manifest);
}

}  // namespace reckoner
