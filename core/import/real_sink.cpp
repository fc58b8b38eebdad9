#include <cmath>
#include <limits>

#include "core/import/cell_number.h"
#include "core/import/column_sink.h"
#include "core/import/content_hash.h"
#include "core/import/time_text.h"

namespace reckoner {

RealSink::RealSink(StagingFile& file, ColumnInfo info, char decimal)
    : file_(file), hash_(std::make_unique<ContentHash>()), decimal_(decimal) {
    column_.info = std::move(info);
    hash_->add(name(column_.info.type));
    values_.reserve(kChunkRows);
}

RealSink::~RealSink() = default;

double RealSink::read(const Cell& cell) {
    if (cell.kind == CellKind::Missing) return missingReal();
    if (cell.kind == CellKind::NotANumber) return std::numeric_limits<double>::quiet_NaN();
    double value = missingReal();
    if (column_.info.type == ColumnType::Timestamp) {
        if (!isMissingToken(cell.text())) {
            const TimeText time = readTime(cell.text());
            value = time.seconds;
            finestTime_ = std::max(finestTime_, static_cast<int>(time.format));
        }
    } else {
        value = cellNumber(cell.text(), decimal_);
    }
    if (std::isnan(value) && !isMissingReal(value) && ++notRead_ == 1)
        notReadExample_ = std::string(cell.text().substr(0, 60));
    return value;
}

void RealSink::add(const RecordBatch& batch, std::size_t column) {
    batchRows_ = batch.rows;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const double value = read(batch.at(row, column));
        batch_[row] = value;
        column_.info.missing += isMissingReal(value) ? 1 : 0;
        values_.push_back(value);
        if (values_.size() == kChunkRows) flush();
    }
}

void RealSink::flush() {
    if (values_.empty()) return;
    column_.chunks.push_back(file_.append(encodeReals(firstRow_, values_)));
    hash_->add(std::as_bytes(std::span(values_)));
    firstRow_ += static_cast<RowIndex>(values_.size());
    values_.clear();
}

StagedColumn RealSink::finish(ProblemLog& log) {
    flush();
    const bool time = column_.info.type == ColumnType::Timestamp;
    if (time) column_.timeFormat = timeFormatName(static_cast<TimeFormat>(finestTime_));
    if (notRead_ > 0)
        log.note(0, "Column \"" + column_.info.name + "\": " + std::to_string(notRead_) +
                        (notRead_ == 1 ? " value is no " : " values are no ") + (time ? "time" : "number") +
                        (notRead_ == 1 ? " (\"" : "s (the first: \"") + notReadExample_ + "\").");
    column_.contentHash = hash_->hex();
    return std::move(column_);
}

}  // namespace reckoner
