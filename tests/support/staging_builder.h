// Stages a run from vectors, as an import would: ids, categories, numbers and texts become chunks in a file.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "core/store/column_chunk.h"
#include "core/store/staged_run.h"

namespace reckoner::test {

class StagingBuilder {
 public:
    explicit StagingBuilder(const std::filesystem::path& stagingFile)
        : out_(stagingFile, std::ios::binary | std::ios::trunc) {
        run_.stagingFile = stagingFile;
        run_.model = "credit";
        run_.version = "1.0";
        run_.evalSet = "week-1";
        run_.info.classes = {"no", "yes"};
        run_.info.positive = "yes";
        run_.sourceName = "run.csv";
        run_.sourceSha256 = "5e";
        run_.fingerprint = "f1";
        run_.ids.columnName = "id";
    }

    StagedRun& run() { return run_; }

    StagingBuilder& ids(const std::vector<std::string>& ids) {
        run_.ids.chunks = texts(ids, {});
        run_.info.rows = ids.size();
        run_.info.scored = ids.size();
        return *this;
    }
    // Codes into `dictionary`; dictionary.size() means missing.
    StagingBuilder& category(const std::string& name, ColumnRole role, std::vector<std::string> dictionary,
                             const std::vector<std::uint32_t>& codes) {
        StagedColumn& column = add(name, role, ColumnType::Category);
        const auto distinct = static_cast<std::uint32_t>(dictionary.size());
        column.info.distinct = distinct;
        column.info.missing = static_cast<std::uint64_t>(std::count(codes.begin(), codes.end(), distinct));
        column.dictionary = std::move(dictionary);
        inChunks(codes, [&](RowIndex first, std::span<const std::uint32_t> part) {
            column.chunks.push_back(write(encodeCodes(first, part, distinct)));
        });
        return *this;
    }
    StagingBuilder& real(const std::string& name, ColumnRole role, const std::vector<double>& values,
                         ColumnType type = ColumnType::Real) {
        StagedColumn& column = add(name, role, type);
        if (type == ColumnType::Timestamp) column.timeFormat = "second";
        for (const double value : values)
            column.info.missing += isMissingReal(value);
        inChunks(values, [&](RowIndex first, std::span<const double> part) {
            column.chunks.push_back(write(encodeReals(first, part)));
        });
        return *this;
    }
    StagingBuilder& text(const std::string& name, ColumnRole role, const std::vector<std::string>& values,
                         const std::vector<std::uint8_t>& missing = {}) {
        StagedColumn& column = add(name, role, ColumnType::Text);
        column.chunks = texts(values, missing);
        return *this;
    }
    StagingBuilder& classOf(const std::string& name) {
        run_.columns.back().info.classOf = name;
        return *this;
    }
    StagingBuilder& contentHash(const std::string& hash) {
        run_.columns.back().contentHash = hash;
        return *this;
    }

    // What has been built so far, ready to publish.
    const StagedRun& staged() {
        out_.flush();
        return run_;
    }

 private:
    StagedColumn& add(const std::string& name, ColumnRole role, ColumnType type) {
        StagedColumn& column = run_.columns.emplace_back();
        column.info.name = name;
        column.info.role = role;
        column.info.type = type;
        return column;
    }

    template <class T, class F>
    static void inChunks(const std::vector<T>& values, F&& f) {
        for (std::size_t first = 0; first < values.size(); first += kChunkRows)
            f(static_cast<RowIndex>(first),
              std::span<const T>(values).subspan(first,
                                                 std::min<std::size_t>(kChunkRows, values.size() - first)));
    }

    std::vector<StagedChunk> texts(const std::vector<std::string>& values,
                                   const std::vector<std::uint8_t>& missing) {
        std::vector<StagedChunk> chunks;
        for (std::size_t first = 0; first < values.size(); first += kTextChunkRows) {
            const std::size_t last = std::min(values.size(), first + kTextChunkRows);
            std::string bytes;
            std::vector<std::uint32_t> ends;
            std::vector<std::uint8_t> absent;
            for (std::size_t i = first; i < last; ++i) {
                bytes += values[i];
                ends.push_back(static_cast<std::uint32_t>(bytes.size()));
                absent.push_back(missing.empty() ? 0 : missing[i]);
            }
            chunks.push_back(write(encodeTexts(static_cast<RowIndex>(first), ends, bytes, absent)));
        }
        return chunks;
    }

    StagedChunk write(EncodedChunk chunk) {
        StagedChunk staged;
        staged.offset = static_cast<std::uint64_t>(out_.tellp());
        staged.storedBytes = static_cast<std::uint32_t>(chunk.bytes.size());
        out_.write(reinterpret_cast<const char*>(chunk.bytes.data()),
                   static_cast<std::streamsize>(chunk.bytes.size()));
        chunk.bytes.clear();
        staged.head = std::move(chunk);
        return staged;
    }

    StagedRun run_;
    std::ofstream out_;
};

// "a-0", "a-1", ...
inline std::vector<std::string> numberedIds(const std::string& prefix, std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i)
        ids.push_back(prefix + std::to_string(i));
    return ids;
}

// A small binary run: label, score and one segment, deterministic.
inline StagingBuilder& fillBinaryRun(StagingBuilder& builder, const std::vector<std::string>& ids) {
    std::vector<std::uint32_t> labels, segments;
    std::vector<double> scores;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        labels.push_back(static_cast<std::uint32_t>(i % 3 == 0));
        segments.push_back(static_cast<std::uint32_t>(i % 4));
        scores.push_back(static_cast<double>(i % 101) / 101.0);
    }
    return builder.ids(ids)
        .category("label", ColumnRole::Label, {"no", "yes"}, labels)
        .real("score", ColumnRole::Score, scores)
        .category("country", ColumnRole::Segment, {"AT", "CH", "DE"}, segments);
}

}  // namespace reckoner::test
