#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/import/byte_scan.h"
#include "core/import/csv_scanner.h"
#include "core/import/record_reader.h"

namespace reckoner {

namespace {

// More quotes than this that are never closed: the file is not what its dialect says.
constexpr int kUnclosedAllowed = 20;

class CsvReader final : public RecordReader {
 public:
    CsvReader(BlockBuffer& buffer, char delimiter, std::size_t columnCount, ProblemLog& log)
        : buffer_(buffer), scanner_(delimiter), columns_(columnCount), log_(log) {}

    bool next(RecordBatch& batch) override {
        batch.rows = 0;
        while (batch.rows < kBatchRows) {
            if (batch.rows == 0) {
                // The unquoted text of a whole buffer fits, so that views into it stay valid.
                scratch_.clear();
                scratch_.reserve(static_cast<std::size_t>(buffer_.end() - buffer_.pos));
            }
            const char* const begin = buffer_.pos;
            const std::size_t scratchBefore = scratch_.size();
            std::size_t fields = 0;
            const auto outcome = scanner_.next(buffer_.pos, buffer_.end(), buffer_.last(),
                                               batch.row(batch.rows), columns_, fields, scratch_);
            if (outcome == CsvScanner::Outcome::Record) {
                if (accept(begin, batch.row(batch.rows), fields)) ++batch.rows;
                continue;
            }
            scratch_.resize(scratchBefore);
            if (outcome == CsvScanner::Outcome::End) break;
            if (outcome == CsvScanner::Outcome::Unclosed || buffer_.tooLong()) {
                skipBroken(outcome == CsvScanner::Outcome::Unclosed || *begin == '"' ||
                           std::memchr(begin, '"', static_cast<std::size_t>(buffer_.end() - begin)) !=
                               nullptr);
                continue;
            }
            if (batch.rows > 0) return true;  // refilling would move what the batch points to
            buffer_.refill();
        }
        return batch.rows > 0;
    }

 private:
    bool accept(const char* begin, const Cell* cells, std::size_t fields) {
        if (fields == 1 && cells[0].size == 0 && *begin != '"') return false;  // a blank line
        if (fields != columns_) {
            if (fields == 1 && blank(cells[0])) return false;
            rejectRagged(begin, fields);
            return false;
        }
        if (buffer_.hasNul() &&
            std::memchr(begin, 0, static_cast<std::size_t>(buffer_.pos - begin)) != nullptr) {
            reject(begin, [] { return std::string("The row holds a zero byte, which no text has."); });
            return false;
        }
        return true;
    }

    static bool blank(const Cell& cell) {
        const std::string_view text = cell.text();
        return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
    }

    void rejectRagged(const char* begin, std::size_t fields) {
        reject(begin, [this, fields] {
            return "The row has " + std::to_string(fields) + (fields == 1 ? " field" : " fields") +
                   ", the header " + std::to_string(columns_) + ".";
        });
    }

    template <class Words>
    void reject(const char* begin, Words words) {
        if (log_.keeps())
            log_.reject(buffer_.lineOf(begin), words());
        else
            log_.reject(0, {});
    }

    // Goes on behind the first line of the record at pos.
    void skipBroken(bool quote) {
        const std::uint64_t line = buffer_.lineOf(buffer_.pos);
        if (++unclosed_ > kUnclosedAllowed)
            throw Error(ErrorCode::BadInput,
                        "Line " + std::to_string(line) +
                            " and others before it open a quote that is never closed; check how the file "
                            "quotes its text.",
                        "line " + std::to_string(line));
        log_.reject(line, quote ? "A quote in the record that begins here is never closed."
                                : "The line is longer than 16 MiB.");
        const char* end = findFieldEnd(buffer_.pos, buffer_.end(), '\n');
        if (end < buffer_.end() && *end == '\r' && end + 1 < buffer_.end() && end[1] == '\n') ++end;
        buffer_.pos = std::min(end + 1, buffer_.end());
    }

    BlockBuffer& buffer_;
    CsvScanner scanner_;
    std::size_t columns_;
    ProblemLog& log_;
    std::string scratch_;
    int unclosed_ = 0;
};

}  // namespace

std::unique_ptr<RecordReader> makeCsvReader(BlockBuffer& buffer, char delimiter, std::size_t columnCount,
                                            ProblemLog& log) {
    return std::make_unique<CsvReader>(buffer, delimiter, columnCount, log);
}

}  // namespace reckoner
