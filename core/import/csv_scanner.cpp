#include "core/import/csv_scanner.h"

#include "core/import/byte_scan.h"

namespace reckoner {

namespace {

constexpr char kQuote = '"';

void appendUnescaped(std::string& out, const char* p, const char* end) {
    while (p < end) {
        const char* quote = findByte(p, end, kQuote);
        if (quote == end) {
            out.append(p, end);
            return;
        }
        out.append(p, quote + 1);
        p = quote + 2;
    }
}

}  // namespace

const char* CsvScanner::quotedField(const char* p, const char* end, bool last, Cell& cell,
                                    std::string& scratch, bool& unclosed) const {
    const char* const text = p + 1;
    const char* close = text;
    bool doubled = false;
    while (true) {
        close = findByte(close, end, kQuote);
        if (close == end) {
            unclosed = last;
            return nullptr;
        }
        if (close + 1 == end) {
            if (!last) return nullptr;
            break;
        }
        if (close[1] != kQuote) break;
        doubled = true;
        close += 2;
    }
    const char* const tail = close + 1;
    const char* const stop = findFieldEnd(tail, end, delimiter_);
    if (stop == end && !last) return nullptr;
    if (!doubled && stop == tail) {
        cell = Cell::of({text, static_cast<std::size_t>(close - text)});
        return stop;
    }
    const std::size_t begin = scratch.size();
    appendUnescaped(scratch, text, close);
    scratch.append(tail, stop);
    cell = Cell::of(std::string_view(scratch).substr(begin));
    return stop;
}

CsvScanner::Outcome CsvScanner::next(const char*& pos, const char* end, bool last, Cell* out,
                                     std::size_t capacity, std::size_t& fields, std::string& scratch) const {
    fields = 0;
    if (pos == end) return last ? Outcome::End : Outcome::NeedMore;
    const char* p = pos;
    while (true) {
        Cell cell;
        const char* stop = nullptr;
        if (p < end && *p == kQuote) {
            bool unclosed = false;
            stop = quotedField(p, end, last, cell, scratch, unclosed);
            if (stop == nullptr) return unclosed ? Outcome::Unclosed : Outcome::NeedMore;
        } else {
            stop = findFieldEnd(p, end, delimiter_);
            if (stop == end && !last) return Outcome::NeedMore;
            cell = {p, static_cast<std::uint32_t>(stop - p), CellKind::Text};
        }
        if (fields < capacity) out[fields] = cell;
        ++fields;
        if (stop == end) {
            pos = end;
            return Outcome::Record;
        }
        p = stop + 1;
        if (*stop == delimiter_) continue;
        if (*stop == '\r') {
            if (p == end && !last) return Outcome::NeedMore;  // LF may follow
            if (p < end && *p == '\n') ++p;
        }
        pos = p;
        return Outcome::Record;
    }
}

}  // namespace reckoner
