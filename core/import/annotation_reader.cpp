#include "core/import/annotation_reader.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/import/byte_scan.h"
#include "core/import/csv_scanner.h"
#include "core/import/text_source.h"
#include "core/report/annotation_file.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNoteBytes = 256 * 1024 * 1024;
constexpr std::size_t kMostNoteColumns = 256;

[[noreturn]] void refuseNotes(const fs::path& file, std::uint64_t line, std::string_view sentence) {
    throw Error(ErrorCode::BadInput, std::string(sentence),
                fmt::format("{}, line {}", file.filename().string(), line));
}

std::string headOf(const fs::path& file) {
    std::string head(4'096, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return head;
}

std::string textOf(const fs::path& file) {
    const std::string head = headOf(file);
    TextSource source(file, detectEncoding(head, head.size() < 4'096), true);
    std::string text;
    std::string block(1 << 20, '\0');
    while (const std::size_t got = source.read(block.data(), block.size())) {
        text.append(block, 0, got);
        if (text.size() > kMostNoteBytes)
            throw Error(ErrorCode::BadInput,
                        fmt::format("\"{}\" is too long to be a file of notes: nothing was stored.",
                                    file.filename().string()));
    }
    return text;
}

void add(std::vector<ReadNote>& notes, const fs::path& file, std::uint64_t line, AnnotationRecord record) {
    if (record.note.sampleId.empty()) refuseNotes(file, line, "The note does not say its sample_id.");
    notes.push_back({std::move(record), line});
}

class CsvNotes {
 public:
    explicit CsvNotes(const fs::path& file) : file_(file), text_(textOf(file)), size_(text_.size()) {
        text_.append(kScanPadding, '\0');
        scratch_.reserve(size_);
        pos_ = text_.data();
        end_ = pos_ + size_;
        counted_ = pos_;
    }

    std::vector<ReadNote> read() {
        scanner_ = CsvScanner(delimiter());
        std::vector<std::string> cells;
        if (!next(cells)) refuseNotes(file_, 1, "The file is empty: it has no header.");
        const std::vector<std::string> header = cells;
        if (std::find(header.begin(), header.end(), "sample_id") == header.end())
            refuseNotes(file_, line_, "The header has no column sample_id.");
        std::vector<ReadNote> notes;
        while (next(cells)) {
            if (cells.size() == 1 && cells[0].empty()) continue;
            if (cells.size() != header.size())
                refuseNotes(
                    file_, line_,
                    fmt::format("The row has {} fields, the header {}.", cells.size(), header.size()));
            add(notes, file_, line_, record(header, cells));
        }
        return notes;
    }

 private:
    char delimiter() const {
        const std::string_view header = std::string_view(text_).substr(0, text_.find_first_of("\r\n"));
        char best = ',';
        for (const char one : {',', ';', '\t'})
            if (std::count(header.begin(), header.end(), one) >
                std::count(header.begin(), header.end(), best))
                best = one;
        return best;
    }

    bool next(std::vector<std::string>& cells) {
        line_ = lineOf(pos_);
        row_.assign(kMostNoteColumns, {});
        scratch_.clear();
        std::size_t fields = 0;
        const auto outcome = scanner_.next(pos_, end_, true, row_.data(), kMostNoteColumns, fields, scratch_);
        if (outcome == CsvScanner::Outcome::End) return false;
        if (outcome != CsvScanner::Outcome::Record)
            refuseNotes(file_, line_, "A quote in the record that begins here is never closed.");
        if (fields > kMostNoteColumns)
            refuseNotes(file_, line_, fmt::format("The row has more than {} fields.", kMostNoteColumns));
        cells.clear();
        for (std::size_t i = 0; i < fields; ++i)
            cells.emplace_back(row_[i].text());
        return true;
    }

    AnnotationRecord record(const std::vector<std::string>& header, const std::vector<std::string>& cells) {
        const auto form = std::find(header.begin(), header.end(), kCsvFormColumn);
        const bool neutral =
            form != header.end() && cells[static_cast<std::size_t>(form - header.begin())] == "neutral";
        AnnotationRecord record;
        try {
            for (std::size_t i = 0; i < header.size(); ++i)
                setAnnotationField(record, header[i], neutral ? plainNoteCell(cells[i]) : cells[i]);
        } catch (const Error& error) {
            refuseNotes(file_, line_, error.what());
        }
        return record;
    }

    std::uint64_t lineOf(const char* at) {
        lines_ += static_cast<std::uint64_t>(std::count(counted_, at, '\n'));
        counted_ = at;
        return lines_;
    }

    const fs::path& file_;
    std::string text_;
    std::size_t size_;
    CsvScanner scanner_{','};
    std::string scratch_;
    std::vector<Cell> row_;
    const char* pos_ = nullptr;
    const char* end_ = nullptr;
    const char* counted_ = nullptr;
    std::uint64_t lines_ = 1;
    std::uint64_t line_ = 1;
};

std::vector<ReadNote> readJsonLines(const fs::path& file) {
    const std::string text = textOf(file);
    std::vector<ReadNote> notes;
    std::uint64_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view one = std::string_view(text).substr(at, end - at);
        at = end + 1;
        ++line;
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto json = nlohmann::ordered_json::parse(one, nullptr, false);
        if (json.is_discarded()) refuseNotes(file, line, "This is not a JSON object.");
        try {
            add(notes, file, line, annotationFromJson(json));
        } catch (const Error& error) {
            if (!error.where().empty()) throw;
            refuseNotes(file, line, error.what());
        }
    }
    return notes;
}

}  // namespace

bool isJsonLinesName(const fs::path& file) {
    const std::string suffix = file.extension().string();
    return suffix == ".jsonl" || suffix == ".ndjson" || suffix == ".json";
}

std::vector<ReadNote> readAnnotations(const fs::path& file) {
    return isJsonLinesName(file) ? readJsonLines(file) : CsvNotes(file).read();
}

}  // namespace reckoner
