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

// Stored as column_chunk.encoding: never renumber.
enum class ChunkEncoding : std::uint8_t {
    Codes8 = 1,
    Codes16 = 2,
    Codes32 = 3,
    Real64 = 4,
    Text = 5,      // u32 end offsets, then bytes; a missing text has bit 31 of its offset set
    Sequence = 6,  // ordinals first, first + 1, ...: 4 bytes whatever the length
};

// One encoded chunk; bytes are compressed (zstd, level 1) when that pays.
struct EncodedChunk {
    RowIndex firstRow = 0;
    RowIndex rows = 0;
    ChunkEncoding encoding = ChunkEncoding::Real64;
    bool compressed = false;
    std::uint32_t rawBytes = 0;  // before compression
    std::uint64_t checksum = 0;  // XXH3-64 of the stored bytes, seeded with firstRow, rows, encoding
    std::vector<std::byte> bytes;
};

// Encoders. Codes take the narrowest width for `distinct` (+ missing).
EncodedChunk encodeCodes(RowIndex firstRow, std::span<const std::uint32_t> codes, std::uint32_t distinct);
EncodedChunk encodeReals(RowIndex firstRow, std::span<const double> values);
EncodedChunk encodeOrdinals(RowIndex firstRow, std::span<const std::uint32_t> ordinals);
// ends[i] is the end of text i in `bytes`; missing[i] beside it (may be empty: none is missing).
EncodedChunk encodeTexts(RowIndex firstRow, std::span<const std::uint32_t> ends, std::string_view bytes,
                         std::span<const std::uint8_t> missing);

// Decoders check the checksum, the sizes and every code; a damaged or hostile chunk throws Error{Store}
// naming `what` ("column score, rows 65536-131071"), and never reads or writes out of bounds.
void decodeCodes(const EncodedChunk& chunk, std::uint32_t distinct, std::span<std::uint8_t> out,
                 std::string_view what);
void decodeCodes(const EncodedChunk& chunk, std::uint32_t distinct, std::span<std::uint16_t> out,
                 std::string_view what);
void decodeCodes(const EncodedChunk& chunk, std::uint32_t distinct, std::span<std::uint32_t> out,
                 std::string_view what);
void decodeReals(const EncodedChunk& chunk, std::span<double> out, std::string_view what);
void decodeOrdinals(const EncodedChunk& chunk, std::span<std::uint32_t> out, std::string_view what);
struct DecodedTexts {
    std::vector<std::uint32_t> ends;
    std::vector<std::uint8_t> missing;
    std::string bytes;
    std::string_view at(RowIndex i) const;
};
DecodedTexts decodeTexts(const EncodedChunk& chunk, std::string_view what);

}  // namespace reckoner
