#include "core/import/column_sink.h"
#include "core/import/content_hash.h"

namespace reckoner {

TextSink::TextSink(StagingFile& file, ColumnInfo info, Executor* executor)
    : file_(file), hash_(std::make_unique<ContentHash>()), encoding_(executor) {
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
    const bool full = texts_.ends.size() == kTextChunkRows ||
                      (!texts_.ends.empty() && texts_.bytes.size() + text.size() > kTextChunkBytes);
    if (full) flush();
    texts_.bytes.append(text);
    texts_.ends.push_back(static_cast<std::uint32_t>(texts_.bytes.size()));
    texts_.missing.push_back(missing);
    texts_.anyMissing |= missing;
    column_.info.missing += missing ? 1 : 0;
}

void TextSink::flush() {
    if (texts_.ends.empty()) return;
    stageEncoded();
    std::swap(texts_, full_);
    texts_.firstRow = full_.firstRow + static_cast<RowIndex>(full_.ends.size());
    texts_.ends.clear();
    texts_.missing.clear();
    texts_.bytes.clear();
    texts_.anyMissing = false;
    encoding_.start([this] { encode(); });
}

void TextSink::encode() {
    const auto missing =
        full_.anyMissing ? std::span<const std::uint8_t>(full_.missing) : std::span<const std::uint8_t>();
    encoded_ = encodeTexts(full_.firstRow, full_.ends, full_.bytes, missing);
    hash_->add(std::as_bytes(std::span(full_.ends)));
    hash_->add(std::as_bytes(std::span(full_.missing)));
    hash_->add(std::as_bytes(std::span(full_.bytes.data(), full_.bytes.size())));
}

void TextSink::stageEncoded() {
    encoding_.wait();
    if (encoded_) column_.chunks.push_back(file_.append(std::move(*encoded_)));
    encoded_.reset();
}

StagedColumn TextSink::finish(ProblemLog&) {
    flush();
    stageEncoded();
    column_.contentHash = hash_->hex();
    return std::move(column_);
}

}  // namespace reckoner
