#include "core/store/column_chunk.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <xxhash.h>
#include <zstd.h>

#include "core/base/error.h"
#include "core/store/decimal_packing.h"
#include "core/store/text_packing.h"

namespace reckoner {
namespace {

constexpr int kZstdLevel = 1;
constexpr std::size_t kProbeSlice = 2048;
constexpr std::size_t kProbeSlices = 3;
constexpr std::size_t kSmallest = 256;  // below this, compressing cannot save a page

enum class Effort { Always, WhenItPays };

[[noreturn]] void damaged(std::string_view what, std::string_view why) {
    throw Error(ErrorCode::Store,
                fmt::format("The store is damaged at {}: {}. Run a check, and restore a backup or import the "
                            "file again.",
                            what, why),
                std::string(what));
}

struct CompressorDeleter {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct DecompressorDeleter {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Making a context costs more than compressing a small chunk with it.
ZSTD_CCtx* compressor() {
    thread_local const std::unique_ptr<ZSTD_CCtx, CompressorDeleter> context(ZSTD_createCCtx());
    return context.get();
}
ZSTD_DCtx* decompressor() {
    thread_local const std::unique_ptr<ZSTD_DCtx, DecompressorDeleter> context(ZSTD_createDCtx());
    return context.get();
}

// Compresses three short slices: numbers that look random show it there, and then cost nothing more.
bool probePays(std::span<const std::byte> raw) {
    constexpr std::size_t sampleSize = kProbeSlice * kProbeSlices;
    if (raw.size() < 2 * sampleSize) return true;
    std::array<std::byte, sampleSize> sample;
    for (std::size_t slice = 0; slice < kProbeSlices; ++slice) {
        const std::size_t from = (raw.size() - kProbeSlice) / (kProbeSlices - 1) * slice;
        std::memcpy(sample.data() + slice * kProbeSlice, raw.data() + from, kProbeSlice);
    }
    std::array<std::byte, ZSTD_COMPRESSBOUND(sampleSize)> packed;
    const std::size_t size = ZSTD_compressCCtx(compressor(), packed.data(), packed.size(), sample.data(),
                                               sample.size(), kZstdLevel);
    return !ZSTD_isError(size) && size < sampleSize * 6 / 10;
}

// The compressed bytes, or nothing when they would not be a good deal smaller.
bool compressInto(std::vector<std::byte>& out, std::span<const std::byte> raw, Effort effort) {
    if (raw.size() < kSmallest) return false;
    if (effort == Effort::WhenItPays && !probePays(raw)) return false;
    thread_local std::vector<std::byte> room;
    room.resize(ZSTD_compressBound(raw.size()));
    const std::size_t size =
        ZSTD_compressCCtx(compressor(), room.data(), room.size(), raw.data(), raw.size(), kZstdLevel);
    if (ZSTD_isError(size) || size >= raw.size() - raw.size() / 8) return false;
    out.assign(room.begin(), room.begin() + static_cast<std::ptrdiff_t>(size));
    return true;
}

EncodedChunk seal(RowIndex firstRow, RowIndex rows, ChunkEncoding encoding, std::span<const std::byte> raw,
                  Effort effort) {
    EncodedChunk chunk;
    chunk.firstRow = firstRow;
    chunk.rows = rows;
    chunk.encoding = encoding;
    chunk.rawBytes = static_cast<std::uint32_t>(raw.size());
    chunk.compressed = compressInto(chunk.bytes, raw, effort);
    if (!chunk.compressed) chunk.bytes.assign(raw.begin(), raw.end());
    chunk.checksum = chunkChecksum(chunk);
    return chunk;
}

RowIndex checkedRows(std::size_t rows) {
    if (rows > kChunkRows) throw Error(ErrorCode::Internal, "A chunk was given more rows than it can hold.");
    return static_cast<RowIndex>(rows);
}

template <class Narrow>
EncodedChunk encodeNarrow(RowIndex firstRow, std::span<const std::uint32_t> codes, ChunkEncoding encoding) {
    thread_local std::vector<Narrow> narrow;
    narrow.assign(codes.begin(), codes.end());
    return seal(firstRow, checkedRows(codes.size()), encoding, std::as_bytes(std::span(narrow)),
                Effort::WhenItPays);
}

// How many raw bytes these rows take, or nothing when the encoding does not say (texts).
std::optional<std::uint64_t> fixedSize(const ChunkView& chunk, std::string_view what) {
    const std::uint64_t rows = chunk.rows;
    switch (chunk.encoding) {
        case ChunkEncoding::Codes8:
            return rows;
        case ChunkEncoding::Codes16:
            return rows * 2;
        case ChunkEncoding::Codes32:
            return rows * 4;
        case ChunkEncoding::Real64:
            return rows * 8;
        case ChunkEncoding::Sequence:
            return 4;
        case ChunkEncoding::Decimals:
            return packedDecimalsSize(rows);
        case ChunkEncoding::TextByEnds:
        case ChunkEncoding::TextByLengths:
        case ChunkEncoding::NumberedText:
            return std::nullopt;
    }
    damaged(what, "its encoding is not known");
}

// Of one row, beside the characters of its text.
constexpr std::uint64_t kMostBytesBesideText = 4;
std::uint64_t leastTextBytes(ChunkEncoding encoding) {
    return encoding == ChunkEncoding::TextByLengths ? 1 : 4;
}

void checkSizes(const ChunkView& chunk, std::string_view what) {
    if (chunk.rows > kChunkRows) damaged(what, "it claims more rows than a chunk can hold");
    if (const auto size = fixedSize(chunk, what)) {
        if (chunk.rawBytes != *size) damaged(what, "its size does not fit its rows");
    } else {
        const std::uint64_t least = std::uint64_t{chunk.rows} * leastTextBytes(chunk.encoding);
        const std::uint64_t most = std::uint64_t{chunk.rows} * kMostBytesBesideText + kMaxTextBytes;
        if (chunk.rawBytes < least || chunk.rawBytes > most) damaged(what, "its size does not fit its rows");
    }
    if (!chunk.compressed && chunk.bytes.size() != chunk.rawBytes)
        damaged(what, "bytes are missing or too many");
}

// The raw bytes: the chunk's own, or decompressed into `room`.
std::span<const std::byte> rawBytes(const ChunkView& chunk, std::vector<std::byte>& room,
                                    std::string_view what) {
    checkChunk(chunk, what);
    if (!chunk.compressed) return chunk.bytes;
    room.resize(chunk.rawBytes);
    const std::size_t size =
        ZSTD_decompressDCtx(decompressor(), room.data(), room.size(), chunk.bytes.data(), chunk.bytes.size());
    if (ZSTD_isError(size) || size != chunk.rawBytes) damaged(what, "its compressed bytes cannot be read");
    return room;
}

template <class Stored, class Out>
void copyCodes(std::span<const std::byte> raw, std::uint32_t distinct, std::span<Out> out,
               std::string_view what) {
    if (out.empty()) return;
    Stored highest = 0;
    if constexpr (sizeof(Stored) == sizeof(Out)) {
        std::memcpy(out.data(), raw.data(), raw.size());
        for (const Out code : out)
            highest = std::max(highest, static_cast<Stored>(code));
    } else {
        for (std::size_t i = 0; i < out.size(); ++i) {
            Stored code;
            std::memcpy(&code, raw.data() + i * sizeof(Stored), sizeof(Stored));
            highest = std::max(highest, code);
            out[i] = static_cast<Out>(code);
        }
    }
    if (highest > distinct) damaged(what, "a category code is out of range");
}

template <class Out>
void decodeAnyCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<Out> out,
                    std::string_view what) {
    if (out.size() != chunk.rows) damaged(what, "it holds another number of rows");
    if (distinct > std::numeric_limits<Out>::max())
        throw Error(ErrorCode::Internal, "Category codes were read into numbers too narrow for them.");
    thread_local std::vector<std::byte> room;
    const std::span<const std::byte> raw = rawBytes(chunk, room, what);
    switch (chunk.encoding) {
        case ChunkEncoding::Codes8:
            return copyCodes<std::uint8_t>(raw, distinct, out, what);
        case ChunkEncoding::Codes16:
            return copyCodes<std::uint16_t>(raw, distinct, out, what);
        case ChunkEncoding::Codes32:
            return copyCodes<std::uint32_t>(raw, distinct, out, what);
        default:
            damaged(what, "it does not hold category codes");
    }
}

}  // namespace

std::uint64_t chunkChecksum(const ChunkView& chunk) {
    const std::array<std::uint32_t, 4> head{
        chunk.firstRow, chunk.rows,
        static_cast<std::uint32_t>(chunk.encoding) | (chunk.compressed ? 0x100U : 0U), chunk.rawBytes};
    const std::uint64_t seed = XXH3_64bits(head.data(), sizeof(head));
    return XXH3_64bits_withSeed(chunk.bytes.data(), chunk.bytes.size(), seed);
}

void checkChunk(const ChunkView& chunk, std::string_view what) {
    checkSizes(chunk, what);
    if (chunkChecksum(chunk) != chunk.checksum) damaged(what, "its checksum does not match");
}

std::string chunkName(std::string_view column, RowIndex firstRow, RowIndex rows) {
    return fmt::format("{}, rows {}-{}", column, firstRow, std::uint64_t{firstRow} + std::max(rows, 1U) - 1);
}

EncodedChunk encodeCodes(RowIndex firstRow, std::span<const std::uint32_t> codes, std::uint32_t distinct) {
    if (distinct <= 0xFF) return encodeNarrow<std::uint8_t>(firstRow, codes, ChunkEncoding::Codes8);
    if (distinct <= 0xFFFF) return encodeNarrow<std::uint16_t>(firstRow, codes, ChunkEncoding::Codes16);
    return seal(firstRow, checkedRows(codes.size()), ChunkEncoding::Codes32, std::as_bytes(codes),
                Effort::WhenItPays);
}

EncodedChunk encodeReals(RowIndex firstRow, std::span<const double> values) {
    const RowIndex rows = checkedRows(values.size());
    thread_local std::vector<std::byte> raw;
    if (packDecimals(values, raw))
        return seal(firstRow, rows, ChunkEncoding::Decimals, raw, Effort::WhenItPays);
    return seal(firstRow, rows, ChunkEncoding::Real64, std::as_bytes(values), Effort::WhenItPays);
}

EncodedChunk encodeOrdinals(RowIndex firstRow, std::span<const std::uint32_t> ordinals) {
    const RowIndex rows = checkedRows(ordinals.size());
    bool sequence = true;
    for (std::size_t i = 0; i < ordinals.size(); ++i)
        sequence &= ordinals[i] == ordinals[0] + static_cast<std::uint32_t>(i);
    if (sequence && !ordinals.empty())
        return seal(firstRow, rows, ChunkEncoding::Sequence, std::as_bytes(ordinals.first(1)),
                    Effort::WhenItPays);
    return seal(firstRow, rows, ChunkEncoding::Codes32, std::as_bytes(ordinals), Effort::WhenItPays);
}

EncodedChunk encodeTexts(RowIndex firstRow, std::span<const std::uint32_t> ends, std::string_view bytes,
                         std::span<const std::uint8_t> missing) {
    if (bytes.size() > kMaxTextBytes)
        throw Error(ErrorCode::BadInput,
                    fmt::format("A text of {} bytes is too long: at most {} bytes can be kept.", bytes.size(),
                                kMaxTextBytes));
    const RowIndex rows = checkedRows(ends.size());
    if ((ends.empty() ? 0 : ends.back()) != bytes.size())
        throw Error(ErrorCode::Internal, "Texts were given another number of bytes than they end at.");
    std::uint32_t begin = 0;
    bool anyMissing = false;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const bool isMissing = !missing.empty() && missing[i] != 0;
        if (ends[i] < begin || (isMissing && ends[i] != begin))
            throw Error(ErrorCode::Internal, "Texts end before they begin, or a missing text is not empty.");
        anyMissing |= isMissing;
        begin = ends[i];
    }
    thread_local std::vector<std::byte> raw;
    if (!anyMissing && packNumberedTexts(ends, bytes, raw))
        return seal(firstRow, rows, ChunkEncoding::NumberedText, raw, Effort::WhenItPays);
    packTexts(ends, bytes, missing, raw);
    return seal(firstRow, rows, ChunkEncoding::TextByLengths, raw, Effort::Always);
}

void decodeCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<std::uint8_t> out,
                 std::string_view what) {
    decodeAnyCodes(chunk, distinct, out, what);
}
void decodeCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<std::uint16_t> out,
                 std::string_view what) {
    decodeAnyCodes(chunk, distinct, out, what);
}
void decodeCodes(const ChunkView& chunk, std::uint32_t distinct, std::span<std::uint32_t> out,
                 std::string_view what) {
    decodeAnyCodes(chunk, distinct, out, what);
}

void decodeReals(const ChunkView& chunk, std::span<double> out, std::string_view what) {
    if (out.size() != chunk.rows) damaged(what, "it holds another number of rows");
    if (chunk.encoding == ChunkEncoding::Decimals) {
        thread_local std::vector<std::byte> room;
        if (!unpackDecimals(rawBytes(chunk, room, what), out))
            damaged(what, "its numbers have no known form");
        return;
    }
    if (chunk.encoding != ChunkEncoding::Real64) damaged(what, "it does not hold numbers");
    checkChunk(chunk, what);
    if (!chunk.compressed) {
        if (!out.empty()) std::memcpy(out.data(), chunk.bytes.data(), chunk.bytes.size());
        return;
    }
    const std::size_t size = ZSTD_decompressDCtx(decompressor(), out.data(), out.size_bytes(),
                                                 chunk.bytes.data(), chunk.bytes.size());
    if (ZSTD_isError(size) || size != out.size_bytes()) damaged(what, "its compressed bytes cannot be read");
}

void decodeOrdinals(const ChunkView& chunk, std::span<std::uint32_t> out, std::string_view what) {
    if (chunk.encoding != ChunkEncoding::Sequence)
        return decodeCodes(chunk, std::numeric_limits<std::uint32_t>::max() - 1, out, what);
    if (out.size() != chunk.rows) damaged(what, "it holds another number of rows");
    std::vector<std::byte> room;
    std::uint32_t first = 0;
    std::memcpy(&first, rawBytes(chunk, room, what).data(), 4);
    if (std::uint64_t{first} + chunk.rows > std::numeric_limits<std::uint32_t>::max())
        damaged(what, "a sample number is out of range");
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = first + static_cast<std::uint32_t>(i);
}

DecodedTexts decodeTexts(const ChunkView& chunk, std::string_view what) {
    std::vector<std::byte> room;
    DecodedTexts texts;
    bool good = false;
    switch (chunk.encoding) {
        case ChunkEncoding::TextByEnds:
            good = unpackTextsByEnds(rawBytes(chunk, room, what), chunk.rows, texts);
            break;
        case ChunkEncoding::TextByLengths:
            good = unpackTexts(rawBytes(chunk, room, what), chunk.rows, texts);
            break;
        case ChunkEncoding::NumberedText:
            good = unpackNumberedTexts(rawBytes(chunk, room, what), chunk.rows, texts);
            break;
        default:
            damaged(what, "it does not hold texts");
    }
    if (!good) damaged(what, "its texts do not fit their lengths");
    return texts;
}

}  // namespace reckoner
