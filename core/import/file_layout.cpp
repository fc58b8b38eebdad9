#include "core/import/file_layout.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/trimmed.h"
#include "core/import/csv_scanner.h"

namespace reckoner {

namespace {

constexpr std::size_t kMostColumns = 10'000;

std::vector<std::string> usableNames(const std::vector<std::string>& found, std::vector<std::string>* notes) {
    std::set<std::string> taken(found.begin(), found.end());
    std::set<std::string> seen;
    std::vector<std::string> names;
    const auto note = [notes](std::string sentence) {
        if (notes != nullptr) notes->push_back(std::move(sentence));
    };
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::string name = found[i];
        if (name.empty()) name = "column " + std::to_string(i + 1);
        const std::string wanted = name;
        const bool given = !found[i].empty();
        for (int n = 2; seen.contains(name) || ((!given || n > 2) && taken.contains(name)); ++n)
            name = wanted + " (" + std::to_string(n) + ")";
        if (found[i].empty())
            note("Column " + std::to_string(i + 1) + " has no name in the header and is called \"" + name +
                 "\".");
        else if (name != found[i])
            note("The header has \"" + found[i] + "\" more than once; column " + std::to_string(i + 1) +
                 " is called \"" + name + "\".");
        seen.insert(name);
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

std::vector<std::string> readCsvHeader(BlockBuffer& buffer, char delimiter, std::vector<std::string>* notes) {
    const CsvScanner scanner(delimiter);
    std::vector<Cell> cells(kMostColumns);
    std::string scratch;
    while (true) {
        scratch.clear();
        scratch.reserve(static_cast<std::size_t>(buffer.end() - buffer.pos));
        std::size_t fields = 0;
        const auto outcome = scanner.next(buffer.pos, buffer.end(), buffer.last(), cells.data(), cells.size(),
                                          fields, scratch);
        if (outcome == CsvScanner::Outcome::End) return {};
        if (outcome == CsvScanner::Outcome::NeedMore && !buffer.tooLong()) {
            buffer.refill();
            continue;
        }
        if (outcome != CsvScanner::Outcome::Record || fields > cells.size())
            throw Error(
                ErrorCode::BadInput,
                "The first line is no header of a table: it has a quote that is never closed, or no end; "
                "check that the file is CSV.",
                "line 1");
        std::vector<std::string> found;
        for (std::size_t i = 0; i < fields; ++i)
            found.emplace_back(trimmed(cells[i].text()));
        if (fields == 1 && found[0].empty()) continue;
        return usableNames(found, notes);
    }
}

FileLayout::FileLayout(const ImportPlan& plan) : plan_(plan) {
    for (const PlannedColumn& column : plan.columns)
        if (plan.dialect.format == FileFormat::Csv || column.role) columns_.push_back(&column);
}

std::unique_ptr<RecordReader> FileLayout::open(BlockBuffer& buffer, ProblemLog& log) const {
    if (plan_.dialect.format == FileFormat::JsonLines) {
        std::vector<std::string> paths;
        for (const PlannedColumn* column : columns_)
            paths.push_back(column->name);
        return makeJsonLinesReader(buffer, paths, log);
    }
    const std::vector<std::string> header = readCsvHeader(buffer, plan_.dialect.delimiter, nullptr);
    const bool same = std::equal(header.begin(), header.end(), columns_.begin(), columns_.end(),
                                 [](const std::string& a, const PlannedColumn* b) { return a == b->name; });
    if (!same)
        throw Error(ErrorCode::BadInput,
                    "\"" + plan_.file.filename().string() +
                        "\" has other columns than when it was looked at; "
                        "import it again.",
                    plan_.file.string());
    return makeCsvReader(buffer, plan_.dialect.delimiter, columns_.size(), log);
}

}  // namespace reckoner
