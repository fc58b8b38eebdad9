// Cuts CSV text into records and fields: RFC 4180 plus what people send.
#pragma once

#include <cstddef>
#include <string>

#include "core/import/cell.h"

namespace reckoner {

// Rules: a quote opens a quoted field only as its first character; inside, two quotes are one quote, and
// delimiters and line ends are text. Text after the closing quote belongs to the field as it stands. LF, CR
// LF and CR alone end a record.
class CsvScanner {
 public:
    enum class Outcome {
        Record,
        NeedMore,  // the record is not complete in [pos, end); never with last = true
        Unclosed,  // last = true and a quote was never closed
        End,       // nothing is left
    };

    explicit CsvScanner(char delimiter) : delimiter_(delimiter) {}

    // Reads one record from pos and moves pos behind it. Writes at most `capacity` cells to `out` and sets
    // `fields` to how many the record has. Text with doubled quotes is put together in `scratch`, whose
    // capacity must hold it without growing (end - pos is always enough). [end, end + kScanPadding) must be
    // readable. last: the file ends at `end`.
    Outcome next(const char*& pos, const char* end, bool last, Cell* out, std::size_t capacity,
                 std::size_t& fields, std::string& scratch) const;

 private:
    // Reads the quoted field whose opening quote is at p; returns where it ends, or nullptr: not complete.
    const char* quotedField(const char* p, const char* end, bool last, Cell& cell, std::string& scratch,
                            bool& unclosed) const;

    char delimiter_;
};

}  // namespace reckoner
