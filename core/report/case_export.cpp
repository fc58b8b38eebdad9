#include "core/report/case_export.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/data/id_index.h"
#include "core/report/case_document.h"
#include "core/report/case_record.h"
#include "core/report/csv_cell.h"
#include "core/report/json_text.h"
#include "core/store/notebook.h"

namespace reckoner {
namespace {

constexpr std::size_t kCasePiece = 1 << 20;

// Collects small texts into pieces.
class Pieces {
 public:
    explicit Pieces(const Write& write) : write_(write) {}
    std::string& text() { return text_; }
    void flushIfFull() {
        if (text_.size() >= kCasePiece) flush();
    }
    void flush() {
        if (!text_.empty()) write_(text_);
        text_.clear();
    }

 private:
    const Write& write_;
    std::string text_;
};

void eachCase(const CaseExport& what, const CaseRecordReader& reader, const TaskContext& context,
              const std::function<void(const CaseRecord&)>& use) {
    std::size_t done = 0;
    for (const RowIndex row : what.rows) {
        if (done % 256 == 0) {
            context.checkCancelled();
            context.report(static_cast<double>(done) / static_cast<double>(what.rows.size()), "writing");
        }
        ++done;
        use(reader.read(row));
    }
}

std::vector<std::string> csvHeader(const CaseRecordReader& reader) {
    std::vector<std::string> header{"sample_id",       "run",      "version", "eval_set", "label",
                                    "corrected_label", "decision", "score"};
    std::vector<std::string> noteKeys{"note"};
    for (const NoteField& field : noteFields({}))
        noteKeys.emplace_back(field.key);
    std::set<std::string> taken(header.begin(), header.end());
    taken.insert(noteKeys.begin(), noteKeys.end());
    for (const ColumnInfo& column : reader.columns()) {
        std::string name = column.name;
        for (int n = 2; !taken.insert(name).second; ++n)
            name = column.name + " (" + std::to_string(n) + ")";
        header.push_back(std::move(name));
    }
    header.insert(header.end(), noteKeys.begin(), noteKeys.end());
    return header;
}

void appendRow(std::string& out, const std::vector<std::string>& cells, CsvText text) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        appendCsvCell(out, cells[i], text);
    }
    out += '\n';
}

void writeCsv(const CaseExport& what, const CaseRecordReader& reader, const Write& write,
              const TaskContext& context) {
    Pieces pieces(write);
    appendRow(pieces.text(), csvHeader(reader), what.text);
    const RunInfo& run = reader.run().info;
    eachCase(what, reader, context, [&](const CaseRecord& record) {
        std::vector<std::string> cells{record.id,
                                       std::to_string(run.id),
                                       run.version,
                                       run.evalSet,
                                       record.label.value_or(""),
                                       record.corrected.value_or(""),
                                       record.decision.value_or(""),
                                       record.score ? shortestNumber(*record.score) : ""};
        for (const CaseCell& cell : record.cells)
            cells.push_back(cell.value_or(""));
        const std::size_t plain = cells.size();
        for (std::size_t n = 0; n < std::max<std::size_t>(1, record.notes.size()); ++n) {
            cells.resize(plain);
            if (n < record.notes.size()) {
                cells.push_back(record.notes[n].text);
                for (NoteField& field : noteFields(record.notes[n]))
                    cells.push_back(std::move(field.value));
            } else {
                cells.resize(plain + 1 + noteFields({}).size());
            }
            appendRow(pieces.text(), cells, what.text);
        }
        pieces.flushIfFull();
    });
    pieces.flush();
}

Json cellJson(const CaseCell& cell) {
    return cell ? Json(*cell) : Json(nullptr);
}

Json noteJson(const Annotation& note) {
    Json document = {{"note", note.text}};
    for (const NoteField& field : noteFields(note))
        document[std::string(field.key).substr(5)] = field.value.empty() ? Json(nullptr) : Json(field.value);
    document["tags"] = note.tags;
    document["cost"] = note.cost ? Json(*note.cost) : Json(nullptr);
    document["uid"] = note.uid;
    return document;
}

void writeJsonLines(const CaseExport& what, const CaseRecordReader& reader, const Write& write,
                    const TaskContext& context) {
    Pieces pieces(write);
    const RunInfo& run = reader.run().info;
    eachCase(what, reader, context, [&](const CaseRecord& record) {
        Json columns = Json::object();
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const ColumnInfo& column = reader.columns()[i];
            const bool number = column.type == ColumnType::Real && record.cells[i];
            const auto value = number ? parseNumber(*record.cells[i]) : std::nullopt;
            columns[column.name] = value && std::isfinite(*value) ? Json(*value) : cellJson(record.cells[i]);
        }
        Json notes = Json::array();
        for (const Annotation& note : record.notes)
            notes.push_back(noteJson(note));
        const Json line = {{"id", record.id},
                           {"run", run.id},
                           {"version", run.version},
                           {"eval_set", run.evalSet},
                           {"label", cellJson(record.label)},
                           {"corrected_label", cellJson(record.corrected)},
                           {"decision", cellJson(record.decision)},
                           {"score", record.score ? jsonNumber(*record.score) : Json(nullptr)},
                           {"right", record.right ? Json(*record.right) : Json(nullptr)},
                           {"columns", columns},
                           {"notes", notes}};
        pieces.text() += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
        pieces.flushIfFull();
    });
    pieces.flush();
}

void writePage(const CaseExport& what, const CaseRecordReader& reader, const Write& write,
               const TaskContext& context) {
    Document document = caseDocument(what, reader);
    eachCase(what, reader, context,
             [&](const CaseRecord& record) { document.blocks.emplace_back(caseSection(reader, record)); });
    if (what.format == CaseFormat::Html)
        writeHtml(document, write);
    else
        writeMarkdown(document, write);
}

void refuseDatabase(const Store& store, const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::equivalent(file, store.file(), ignored) || isDatabaseFile(file))
        throw Error(ErrorCode::Usage,
                    "\"" + file.string() + "\" is a store or another database; name another file.");
}

}  // namespace

std::string_view name(CaseFormat format) {
    switch (format) {
        case CaseFormat::Csv:
            return "csv";
        case CaseFormat::JsonLines:
            return "jsonl";
        case CaseFormat::Html:
            return "html";
        case CaseFormat::Markdown:
            return "md";
    }
    return "";
}

std::optional<CaseFormat> caseFormat(std::string_view text) {
    for (const CaseFormat format :
         {CaseFormat::Csv, CaseFormat::JsonLines, CaseFormat::Html, CaseFormat::Markdown})
        if (name(format) == text) return format;
    if (text == "markdown") return CaseFormat::Markdown;
    if (text == "ndjson") return CaseFormat::JsonLines;
    if (text == "htm") return CaseFormat::Html;
    return std::nullopt;
}

std::optional<CaseFormat> caseFormatOf(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    if (extension.empty()) return std::nullopt;
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return caseFormat(extension.substr(1));
}

void writeCases(const std::shared_ptr<Store>& store, const CaseExport& what, const Write& write,
                const TaskContext& context) {
    const CaseRecordReader reader(store, what, context);
    switch (what.format) {
        case CaseFormat::Csv:
            return writeCsv(what, reader, write, context);
        case CaseFormat::JsonLines:
            return writeJsonLines(what, reader, write, context);
        case CaseFormat::Html:
        case CaseFormat::Markdown:
            return writePage(what, reader, write, context);
    }
}

void exportCases(const std::shared_ptr<Store>& store, const CaseExport& what,
                 const std::filesystem::path& file, const TaskContext& context) {
    refuseDatabase(*store, file);
    writeWholeFile(file, [&](const Write& write) { writeCases(store, what, write, context); });
}

std::vector<RowIndex> notedRows(const std::shared_ptr<Store>& store, RunId run, const TaskContext& context) {
    const auto row = store->run(run);
    if (!row) throw Error(ErrorCode::Usage, "There is no run " + std::to_string(run) + " in this store.");
    IdIndex noted;
    for (const Annotation& note : Notebook(store).annotations(row->modelId))
        noted.add(note.sampleId);
    std::vector<RowIndex> rows;
    if (noted.size() == 0) return rows;
    const EvalTablePtr table = store->openTable(run);
    const auto ids = table->text(table->find(ColumnRole::Id)->id, context);
    constexpr RowIndex kWindow = 1 << 20;
    for (RowIndex first = 0; first < table->rows(); first += std::min(kWindow, table->rows() - first)) {
        context.checkCancelled();
        ids->scan(first, first + std::min(kWindow, table->rows() - first),
                  [&](RowIndex at, std::string_view id, bool) {
                      if (noted.find(id) != IdIndex::kNone) rows.push_back(at);
                  });
    }
    return rows;
}

}  // namespace reckoner
