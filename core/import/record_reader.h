// A file as batches of records, whatever its format.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/import/block_buffer.h"
#include "core/import/cell.h"
#include "core/import/problem_log.h"

namespace reckoner {

class RecordReader {
 public:
    virtual ~RecordReader() = default;
    // Fills the batch with the next records, at most kBatchRows; false at the end of the file. The cells are
    // views into the reader, valid until the next call. Records that cannot be read go to the log with their
    // line.
    virtual bool next(RecordBatch& batch) = 0;
};

// The header line has been read from `buffer`; every record must have columnCount fields.
std::unique_ptr<RecordReader> makeCsvReader(BlockBuffer& buffer, char delimiter, std::size_t columnCount,
                                            ProblemLog& log);

// One JSON object a line. A column "a.b" is the key "a.b", or the key "b" inside the object "a".
std::unique_ptr<RecordReader> makeJsonLinesReader(BlockBuffer& buffer,
                                                  const std::vector<std::string>& columns, ProblemLog& log);

}  // namespace reckoner
