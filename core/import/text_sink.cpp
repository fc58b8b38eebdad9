#include "core/import/column_sink.h"
#include "core/import/content_hash.h"

namespace reckoner {

TextSink::TextSink(StagingFile& file, ColumnInfo info) : file_(file), hash_(std::make_unique<ContentHash>()) {
    column_.info = std::move(info);
    column_.info.type = ColumnType::Text;
    hash_->add(name(ColumnType::Text));
}

TextSink::~TextSink() = default;

void TextSink::add(const RecordBatch& batch, std::size_t column) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const Cell& cell = batch.at(row, column);
        const bool missing =
            cell.size == 0 || cell.kind == CellKind::Missing || cell.kind == CellKind::NotANumber;
        add(missing ? std::string_view() : cell.text(), missing);
    }
}

void TextSink::add(std::string_view text, bool missing) {
    if (ends_.size() == kTextChunkRows || (!ends_.empty() && bytes_.size() + text.size() > kTextChunkBytes))
        flush();
    bytes_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    missing_.push_back(missing);
    anyMissing_ |= missing;
    column_.info.missing += missing ? 1 : 0;
}

void TextSink::flush() {
    if (ends_.empty()) return;
    const auto missing =
        anyMissing_ ? std::span<const std::uint8_t>(missing_) : std::span<const std::uint8_t>();
    column_.chunks.push_back(file_.append(encodeTexts(firstRow_, ends_, bytes_, missing)));
    hash_->add(std::as_bytes(std::span(ends_)));
    hash_->add(std::as_bytes(std::span(missing_)));
    hash_->add(std::as_bytes(std::span(bytes_.data(), bytes_.size())));
    firstRow_ += static_cast<RowIndex>(ends_.size());
    ends_.clear();
    missing_.clear();
    bytes_.clear();
    anyMissing_ = false;
}

StagedColumn TextSink::finish(ProblemLog&) {
    flush();
    column_.contentHash = hash_->hex();
    return std::move(column_);
}

}  // namespace reckoner
