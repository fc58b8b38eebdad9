#include "core/import/file_head.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <set>

#include "core/base/error.h"
#include "core/import/cell_number.h"
#include "core/import/class_guess.h"
#include "core/import/csv_scanner.h"
#include "core/import/file_layout.h"
#include "core/import/json_shape.h"
#include "core/import/record_reader.h"
#include "core/import/text_source.h"

namespace reckoner {

namespace {

constexpr std::uint64_t kHeadBytes = 1024 * 1024;
constexpr std::size_t kHeadRows = 1000;
constexpr std::size_t kDialectRecords = 100;

std::string quotedName(const std::filesystem::path& file) {
    return "\"" + file.filename().string() + "\"";
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& sentence) {
    throw Error(ErrorCode::BadInput, sentence, file.string());
}

std::string rawHead(const std::filesystem::path& file) {
    // TextSource says what is wrong with the file; Latin-1 changes no byte count and never fails.
    const TextSource probe(file, Encoding::Utf8, false, 0);
    std::ifstream in(file, std::ios::binary);
    std::string head(kHeadBytes, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

// Files that are no text, by their first bytes.
void refuseOtherFormats(const std::filesystem::path& file, std::string_view head) {
    struct Known {
        std::string_view magic;
        const char* what;
    };
    static constexpr std::array<Known, 7> kKnown{{{"PK\x03\x04", "an Excel workbook or zip archive"},
                                                  {"PAR1", "a Parquet file"},
                                                  {"\x1F\x8B", "compressed (gzip)"},
                                                  {"\x28\xB5\x2F\xFD", "compressed (zstd)"},
                                                  {"SQLite format 3", "an SQLite database"},
                                                  {"%PDF", "a PDF"},
                                                  {"\xD0\xCF\x11\xE0", "an old Excel workbook"}}};
    for (const Known& known : kKnown)
        if (head.starts_with(known.magic))
            refuse(file,
                   quotedName(file) + " is " + known.what + ", not text; export it as CSV or JSON Lines.");
}

void refuseBinary(const std::filesystem::path& file, std::string_view head, Encoding encoding) {
    if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be) return;
    const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
    if (zeros * 10 > head.size())
        refuse(file, quotedName(file) + " is no text file; export the data as CSV or JSON Lines.");
}

std::string decodedHead(const std::filesystem::path& file, Encoding encoding) {
    TextSource source(file, encoding, true, kHeadBytes);
    std::string text;
    std::vector<char> piece(256 * 1024);
    while (const std::size_t n = source.read(piece.data(), piece.size()))
        text.append(piece.data(), n);
    return text;
}

FileFormat formatOf(const std::filesystem::path& file, std::string_view text) {
    const std::string extension = lowered(file.extension().string());
    if (extension == ".jsonl" || extension == ".ndjson") return FileFormat::JsonLines;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return FileFormat::Csv;
    if (extension == ".csv" || extension == ".tsv") return FileFormat::Csv;
    return text[first] == '{' ? FileFormat::JsonLines : FileFormat::Csv;
}

// How the text falls into fields with one delimiter.
struct Trial {
    std::size_t columns = 0;  // of the header
    std::size_t records = 0;
    std::size_t agreeing = 0;  // records of as many fields as the header
};

Trial tryDelimiter(std::string text, char delimiter) {
    const std::size_t size = text.size();
    text.resize(size + 64);
    const CsvScanner scanner(delimiter);
    const char* pos = text.data();
    const char* const end = text.data() + size;
    Cell cell;
    std::string scratch;
    scratch.reserve(size);
    Trial trial;
    while (trial.records <= kDialectRecords) {
        std::size_t fields = 0;
        if (scanner.next(pos, end, true, &cell, 1, fields, scratch) != CsvScanner::Outcome::Record) break;
        if (fields == 1 && cell.size == 0) continue;
        if (trial.columns == 0)
            trial.columns = fields;
        else {
            ++trial.records;
            trial.agreeing += fields == trial.columns ? 1 : 0;
        }
    }
    return trial;
}

char detectDelimiter(std::string_view text) {
    constexpr std::array<char, 4> kCandidates{',', ';', '\t', '|'};
    char best = ',';
    double bestScore = -1;
    for (const char candidate : kCandidates) {
        const Trial trial = tryDelimiter(std::string(text.substr(0, 256 * 1024)), candidate);
        if (trial.columns < 2) continue;
        const double share =
            trial.records == 0 ? 1 : static_cast<double>(trial.agreeing) / static_cast<double>(trial.records);
        // Agreement first; more columns only decide between delimiters that agree about equally.
        const double score = share + 0.002 * static_cast<double>(std::min<std::size_t>(trial.columns, 50));
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

std::string delimiterName(char delimiter) {
    switch (delimiter) {
        case ',':
            return "commas";
        case ';':
            return "semicolons";
        case '\t':
            return "tabs";
        case '|':
            return "bars";
        default:
            return std::string("\"") + delimiter + "\"";
    }
}

char detectDecimal(const std::vector<SampleColumn>& columns) {
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const SampleColumn& column : columns)
        for (const SampleCell& cell : column.cells) {
            commas += looksLikeDecimal(cell.text, ',') ? 1 : 0;
            points += looksLikeDecimal(cell.text, '.') ? 1 : 0;
        }
    return commas > points ? ',' : '.';
}

void collect(RecordReader& reader, FileHead& head) {
    RecordBatch batch(head.columns.size());
    while (head.rows < kHeadRows && reader.next(batch))
        for (std::size_t row = 0; row < batch.rows && head.rows < kHeadRows; ++row, ++head.rows)
            for (std::size_t column = 0; column < batch.columns; ++column) {
                const Cell& cell = batch.at(row, column);
                head.columns[column].cells.push_back({std::string(cell.text()), cell.kind});
            }
}

void refuseNoRows(const std::filesystem::path& file, const FileHead& head, const ProblemLog& log) {
    if (head.rows > 0) return;
    if (log.rejected() > 0 && head.dialect.format == FileFormat::Csv)
        refuse(file, quotedName(file) +
                         " is no table: no row has as many fields as its first line; check the "
                         "delimiter (--delimiter).");
    refuse(file, quotedName(file) + (head.dialect.format == FileFormat::Csv
                                         ? " has a header but no rows; there is nothing to import."
                                         : " has no line that is a JSON object; write one object a line."));
}

void readCsvHead(const std::filesystem::path& file, FileHead& head, const DialectAnswers& answers,
                 std::string_view text) {
    head.dialect.delimiter = answers.delimiter ? *answers.delimiter : detectDelimiter(text);
    TextSource source(file, head.dialect.encoding, head.encodingGuessed, kHeadBytes);
    BlockBuffer buffer(source);
    ProblemLog log;
    for (const std::string& name : readCsvHeader(buffer, head.dialect.delimiter, &head.notes))
        head.columns.push_back({name, {}});
    if (head.columns.empty()) refuse(file, quotedName(file) + " is empty; there is nothing to import.");
    const auto reader = makeCsvReader(buffer, head.dialect.delimiter, head.columns.size(), log);
    collect(*reader, head);
    refuseNoRows(file, head, log);
    if (!answers.delimiter && head.columns.size() > 1)
        head.notes.push_back("Fields are separated by " + delimiterName(head.dialect.delimiter) + ".");
    head.dialect.decimal = answers.decimal ? *answers.decimal : detectDecimal(head.columns);
    if (!answers.decimal && head.dialect.decimal == ',')
        head.notes.push_back("Numbers have a decimal comma.");
}

void readJsonHead(const std::filesystem::path& file, FileHead& head, const DialectAnswers& answers,
                  std::string_view text) {
    if (const std::size_t first = text.find_first_not_of(" \t\r\n");
        first != std::string_view::npos && text[first] == '[')
        refuse(file, quotedName(file) + " is one JSON array; write one object a line (JSON Lines).");
    std::vector<std::string> paths = jsonColumns(text);
    for (const std::string& path : answers.paths)
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    TextSource source(file, head.dialect.encoding, false, kHeadBytes);
    BlockBuffer buffer(source);
    ProblemLog log;
    for (const std::string& path : paths)
        head.columns.push_back({path, {}});
    const auto reader = makeJsonLinesReader(buffer, paths, log);
    collect(*reader, head);
    refuseNoRows(file, head, log);
    if (answers.decimal) head.dialect.decimal = *answers.decimal;
}

}  // namespace

FileHead readHead(const std::filesystem::path& file, const DialectAnswers& answers) {
    const std::string raw = rawHead(file);
    if (raw.empty()) refuse(file, quotedName(file) + " is empty; there is nothing to import.");
    FileHead head;
    head.bytes = std::filesystem::file_size(file);
    head.whole = raw.size() >= head.bytes;
    refuseOtherFormats(file, raw);
    head.encodingGuessed = !answers.encoding;
    head.dialect.encoding = answers.encoding ? *answers.encoding : detectEncoding(raw, head.whole);
    refuseBinary(file, raw, head.dialect.encoding);
    const std::string text = decodedHead(file, head.dialect.encoding);
    head.dialect.format = answers.format ? *answers.format : formatOf(file, text);
    if (head.dialect.format == FileFormat::Csv)
        readCsvHead(file, head, answers, text);
    else
        readJsonHead(file, head, answers, text);
    if (head.encodingGuessed && head.dialect.encoding != Encoding::Utf8)
        head.notes.push_back("The text is " + std::string(name(head.dialect.encoding)) + ".");
    return head;
}

}  // namespace reckoner
