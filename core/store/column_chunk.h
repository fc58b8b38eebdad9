// How samples lie on disk: a column is cut in chunks, each with its own checksum.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/column.h"

namespace reckoner {

inline constexpr RowIndex kChunkRows = 65'536;     // every column but text
inline constexpr RowIndex kTextChunkRows = 4'096;  // and at most kTextChunkBytes
inline constexpr std::size_t kTextChunkBytes = 256 * 1024;
inline constexpr std::size_t kMaxTextBytes = 64 * 1024 * 1024;  // of one text, and so of one chunk

// Stored as column_chunk.encoding: never renumber.
enum class ChunkEncoding : std::uint8_t {
    Codes8 = 1,
    Codes16 = 2,
    Codes32 = 3,
    Real64 = 4,
    TextByEnds = 5,     // texts as they were written before TextByLengths
    Sequence = 6,       // ordinals first, first + 1, ...: 4 bytes whatever the length
    Decimals = 7,       // core/store/decimal_packing.h
    TextByLengths = 8,  // core/store/text_packing.h
    NumberedText = 9,   // core/store/text_packing.h
};

// One encoded chunk; bytes are compressed (zstd, level 1) when that pays.
struct EncodedChunk {
    RowIndex firstRow = 0;
    RowIndex rows = 0;
    ChunkEncoding encoding = ChunkEncoding::Real64;
    bool compressed = false;
    std::uint32_t rawBytes = 0;  // before compression
    // XXH3-64 of the stored bytes, seeded with firstRow, rows, encoding, compressed and rawBytes.
    std::uint64_t checksum = 0;
    std::vector<std::byte> bytes;
};

// A chunk whose bytes lie elsewhere (a database's buffer, a mapped file).
struct ChunkView {
    RowIndex firstRow = 0;
    RowIndex rows = 0;
    ChunkEncoding encoding = ChunkEncoding::Real64;
    bool compressed = false;
    std::uint32_t rawBytes = 0;
    std::uint64_t checksum = 0;
    std::span<const std::byte> bytes;

    ChunkView() = default;
    ChunkView(const EncodedChunk& chunk) : ChunkView(chunk, chunk.bytes) {}  // NOLINT: a chunk is a view
    ChunkView(const EncodedChunk& head, std::span<const std::byte> stored)
        : firstRow(head.firstRow),
          rows(head.rows),
          encoding(head.encoding),
          compressed(head.compressed),
          rawBytes(head.rawBytes),
          checksum(head.checksum),
          bytes(stored) {}
};

// Encoders. Codes take the narrowest width for `distinct` (+ missing). Thread-safe.
EncodedChunk encodeCodes(RowIndex firstRow, std::span<const std::uint32_t> codes, std::uint32_t distinct);
// Reals that have few decimals are kept as such, in half the room; every bit comes back either way.
EncodedChunk encodeReals(RowIndex firstRow, std::span<const double> values);
EncodedChunk encodeOrdinals(RowIndex firstRow, std::span<const std::uint32_t> ordinals);
// ends[i] is the end of text i in `bytes`; missing[i] beside it (may be empty: none is missing). A missing
// text is empty. Throws Error{BadInput} when the bytes exceed kMaxTextBytes.
EncodedChunk encodeTexts(RowIndex firstRow, std::span<const std::uint32_t> ends, std::string_view bytes,
                         std::span<const std::uint8_t> missing);

// Decoders check the checksum, the sizes and every code; a damaged or hostile chunk throws Error{Store}
// naming `what` ("column score, rows 65536-131071"), and never reads or writes out of bounds. The width a
// chunk was written in and the width it is read into need not agree. out.size() must be chunk.rows.
void decodeCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<std::uint8_t> out,
                 std::string_view what);
void decodeCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<std::uint16_t> out,
                 std::string_view what);
void decodeCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<std::uint32_t> out,
                 std::string_view what);
void decodeReals(const ChunkView& chunk, std::span<double> out, std::string_view what);
void decodeOrdinals(const ChunkView& chunk, std::span<std::uint32_t> out, std::string_view what);
struct DecodedTexts {
    std::vector<std::uint32_t> ends;
    std::vector<std::uint8_t> missing;
    std::string bytes;
    RowIndex rows() const { return static_cast<RowIndex>(ends.size()); }
    std::string_view at(RowIndex i) const {
        const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
        return std::string_view(bytes).substr(begin, ends[i] - begin);
    }
};
DecodedTexts decodeTexts(const ChunkView& chunk, std::string_view what);

// The checksum this head and these bytes should carry.
std::uint64_t chunkChecksum(const ChunkView& chunk);
// Throws as the decoders do when the checksum is another or the bytes cannot hold these rows.
void checkChunk(const ChunkView& chunk, std::string_view what);
// "column score, rows 65536-131071"
std::string chunkName(std::string_view column, RowIndex firstRow, RowIndex rows);

}  // namespace reckoner
