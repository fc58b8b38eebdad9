// Where a column's cells go: collected to chunks, encoded, written to the staging file.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/side_job.h"
#include "core/import/cell.h"
#include "core/import/problem_log.h"
#include "core/import/staging_file.h"

namespace reckoner {

class ColumnSink {
 public:
    virtual ~ColumnSink() = default;
    virtual void add(const RecordBatch& batch, std::size_t column) = 0;
    // Writes what is left; call once. What could not be understood is noted in the log.
    virtual StagedColumn finish(ProblemLog& log) = 0;
};

class ContentHash;

// Texts in chunks of at most 4,096 rows; also the ids. A full chunk is encoded beside the reading of the next
// where the executor (may be null) has a thread free.
class TextSink final : public ColumnSink {
 public:
    TextSink(StagingFile& file, ColumnInfo info, Executor* executor = nullptr);
    ~TextSink() override;
    void add(const RecordBatch& batch, std::size_t column) override;
    void add(std::string_view text, bool missing = false);
    StagedColumn finish(ProblemLog& log) override;

 private:
    struct Texts {
        RowIndex firstRow = 0;
        std::vector<std::uint32_t> ends;
        std::vector<std::uint8_t> missing;
        std::string bytes;
        bool anyMissing = false;
    };
    void flush();
    void encode();
    void stageEncoded();

    StagingFile& file_;
    StagedColumn column_;
    std::unique_ptr<ContentHash> hash_;
    Texts texts_;
    // The job's own while it runs; it goes before they do.
    Texts full_;
    std::optional<EncodedChunk> encoded_;
    SideJob encoding_;
};

// Doubles: numbers, or seconds since 1970 for timestamps.
class RealSink final : public ColumnSink {
 public:
    RealSink(StagingFile& file, ColumnInfo info, char decimal);
    ~RealSink() override;
    void add(const RecordBatch& batch, std::size_t column) override;
    StagedColumn finish(ProblemLog& log) override;
    // Of the batch added last.
    std::span<const double> lastBatch() const { return {batch_.data(), batchRows_}; }

 private:
    double read(const Cell& cell);
    void flush();

    StagingFile& file_;
    StagedColumn column_;
    std::unique_ptr<ContentHash> hash_;
    char decimal_;
    int finestTime_ = 0;
    RowIndex firstRow_ = 0;
    std::vector<double> values_;
    std::array<double, kBatchRows> batch_;
    std::size_t batchRows_ = 0;
    std::uint64_t notRead_ = 0;
    std::string notReadExample_;
};

// Codes into a dictionary in order of first appearance.
class CategorySink final : public ColumnSink {
 public:
    struct Rules {
        // Which texts mean missing: empty and null; labels also NA, N/A, NaN in any case unless a class is
        // called so.
        bool missingTokens = false;
        std::vector<std::string> classes;
        // More different values than this are refused (labels) or make the column a text column.
        std::uint32_t most = 65'535;
        bool refuse = false;
        // Turn to text when more than half of the first chunk's values differ.
        bool guessed = false;
    };
    CategorySink(StagingFile& file, ColumnInfo info, Rules rules);
    ~CategorySink() override;
    void add(const RecordBatch& batch, std::size_t column) override;
    StagedColumn finish(ProblemLog& log) override;

    static constexpr std::uint32_t kMissing = 0xFFFF'FFFF;
    // Codes of the batch added last, kMissing for missing. Precondition: rules.refuse.
    std::span<const std::uint32_t> lastBatch() const { return {batch_.data(), batchRows_}; }
    const std::vector<std::string>& dictionary() const { return column_.dictionary; }
    // How often each code occurs so far, beside dictionary().
    const std::vector<std::uint64_t>& occurrences() const { return occurrences_; }

 private:
    std::uint32_t codeOf(const Cell& cell);
    std::uint32_t newCode(std::string_view text, std::uint64_t key);
    bool isMissing(std::string_view text) const;
    void growTable();
    void flush();
    void becomeText();
    void settleMissingCodes();

    StagingFile& file_;
    StagedColumn column_;
    std::unique_ptr<ContentHash> hash_;
    Rules rules_;
    struct Slot {
        std::uint64_t key = 0;  // a short text itself, a long one's hash
        std::uint32_t size = 0;
        std::uint32_t code = kMissing;
    };
    std::size_t slotOf(std::string_view text, std::uint64_t key) const;
    std::vector<Slot> table_;
    std::size_t dictionaryBytes_ = 0;
    std::vector<std::uint64_t> occurrences_;
    RowIndex firstRow_ = 0;
    std::vector<std::uint32_t> codes_;
    // Beside column_.chunks: the dictionary's size when the chunk was written, which stands for missing in
    // it; 0 when nothing is missing in the chunk.
    std::vector<std::uint32_t> missingCodes_;
    std::array<std::uint32_t, kBatchRows> batch_;
    std::size_t batchRows_ = 0;
    std::unique_ptr<TextSink> text_;
};

}  // namespace reckoner
