#include "core/store/column_chunk.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"

namespace reckoner {
namespace {

constexpr std::string_view kWhere = "column score, rows 0-9";

std::vector<std::uint32_t> randomCodes(Random& random, std::size_t rows, std::uint32_t distinct) {
    std::vector<std::uint32_t> codes(rows);
    for (std::uint32_t& code : codes)
        code = static_cast<std::uint32_t>(random.below(std::uint64_t{distinct} + 1));
    return codes;
}

template <class Out>
std::vector<std::uint32_t> decodedCodes(const EncodedChunk& chunk, std::uint32_t distinct) {
    std::vector<Out> out(chunk.rows);
    decodeCodes(chunk, distinct, std::span<Out>(out), kWhere);
    return {out.begin(), out.end()};
}

struct RandomTexts {
    std::vector<std::uint32_t> ends;
    std::vector<std::uint8_t> missing;
    std::string bytes;
};

RandomTexts randomTexts(Random& random, std::size_t rows, std::uint64_t longest) {
    RandomTexts texts;
    for (std::size_t i = 0; i < rows; ++i) {
        const bool missing = random.below(7) == 0;
        const std::uint64_t length = missing ? 0 : random.below(longest + 1);
        for (std::uint64_t k = 0; k < length; ++k)
            texts.bytes += static_cast<char>(random.below(256));
        texts.ends.push_back(static_cast<std::uint32_t>(texts.bytes.size()));
        texts.missing.push_back(missing);
    }
    return texts;
}

// "a", missing, "bcd" with an end each, as chunks were written first.
EncodedChunk textsAsWrittenBefore() {
    const std::vector<std::uint32_t> ends{1, 1U | 0x8000'0000U, 4};
    const std::string_view bytes = "abcd";
    EncodedChunk chunk;
    chunk.rows = 3;
    chunk.encoding = ChunkEncoding::TextByEnds;
    chunk.bytes.resize(sizeof(std::uint32_t) * ends.size() + bytes.size());
    std::memcpy(chunk.bytes.data(), ends.data(), sizeof(std::uint32_t) * ends.size());
    std::memcpy(chunk.bytes.data() + sizeof(std::uint32_t) * ends.size(), bytes.data(), bytes.size());
    chunk.rawBytes = static_cast<std::uint32_t>(chunk.bytes.size());
    chunk.checksum = chunkChecksum(chunk);
    return chunk;
}

std::vector<EncodedChunk> oneOfEachKind() {
    Random random(7);
    const auto texts = randomTexts(random, 60, 20);
    std::vector<double> reals(50);
    for (double& real : reals)
        real = random.normal();
    const std::vector<double> constant(700, 0.25);
    const std::vector<double> decimals{0.25, 17, -3.125, missingReal(), 0.001};
    const std::vector<std::uint32_t> ordinals{3, 4, 5, 6};
    return {encodeCodes(0, randomCodes(random, 40, 5), 5),
            encodeCodes(0, randomCodes(random, 40, 700), 700),
            encodeCodes(0, randomCodes(random, 40, 70'000), 70'000),
            encodeReals(0, reals),
            encodeReals(0, constant),
            encodeReals(0, decimals),
            encodeOrdinals(0, ordinals),
            encodeTexts(0, texts.ends, texts.bytes, texts.missing),
            encodeTexts(0, std::vector<std::uint32_t>{4, 8, 12}, "id07id08id99", {}),
            encodeTexts(0, std::vector<std::uint32_t>{900}, std::string(900, 'x'), {}),
            textsAsWrittenBefore()};
}

// Decodes as whatever the head says; what a reader of a hostile store does.
void decodeAny(const EncodedChunk& chunk) {
    switch (chunk.encoding) {
        case ChunkEncoding::TextByEnds:
        case ChunkEncoding::TextByLengths:
        case ChunkEncoding::NumberedText: {
            const DecodedTexts texts = decodeTexts(chunk, kWhere);
            for (RowIndex i = 0; i < texts.rows(); ++i)
                ASSERT_LE(texts.at(i).size(), texts.bytes.size());
            return;
        }
        case ChunkEncoding::Real64:
        case ChunkEncoding::Decimals: {
            std::vector<double> out(chunk.rows);
            return decodeReals(chunk, out, kWhere);
        }
        case ChunkEncoding::Sequence: {
            std::vector<std::uint32_t> out(chunk.rows);
            return decodeOrdinals(chunk, out, kWhere);
        }
        default: {
            std::vector<std::uint32_t> out(chunk.rows);
            return decodeCodes(chunk, 70'000, std::span(out), kWhere);
        }
    }
}

bool chunkIsRefused(const EncodedChunk& chunk) {
    try {
        decodeAny(chunk);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Store);
        EXPECT_NE(std::string(error.what()).find(kWhere), std::string::npos);
        return true;
    }
    return false;
}

TEST(ColumnChunk, CodesComeBackInTheNarrowestWidthAndAnyWider) {
    Random random(1);
    for (const std::uint32_t distinct : {0U, 1U, 2U, 50U, 254U, 255U, 256U, 65'535U, 65'536U, 4'000'000U}) {
        for (const std::size_t rows : {std::size_t{1}, std::size_t{1000}, std::size_t{kChunkRows}}) {
            const auto codes = randomCodes(random, rows, distinct);
            const EncodedChunk chunk = encodeCodes(128, codes, distinct);
            EXPECT_EQ(chunk.firstRow, 128U);
            EXPECT_EQ(chunk.rows, rows);
            EXPECT_EQ(chunk.rawBytes, rows * (distinct <= 255 ? 1 : distinct <= 65'535 ? 2 : 4));
            if (distinct <= 255) {
                EXPECT_EQ(decodedCodes<std::uint8_t>(chunk, distinct), codes);
            }
            if (distinct <= 65'535) {
                EXPECT_EQ(decodedCodes<std::uint16_t>(chunk, distinct), codes);
            }
            EXPECT_EQ(decodedCodes<std::uint32_t>(chunk, distinct), codes);
        }
    }
}

TEST(ColumnChunk, CodesWrittenWiderThanTheyNeedAreStillRead) {
    const std::vector<std::uint32_t> codes{0, 1, 2, 2, 1};
    EXPECT_EQ(decodedCodes<std::uint8_t>(encodeCodes(0, codes, 100'000), 2), codes);
}

TEST(ColumnChunk, ACodeBeyondTheDictionaryIsRefused) {
    for (const std::uint32_t width : {10U, 1'000U, 100'000U}) {
        const EncodedChunk chunk = encodeCodes(0, std::vector<std::uint32_t>{0, 4, 1}, width);
        EXPECT_NO_THROW(decodedCodes<std::uint8_t>(chunk, 4));
        EXPECT_THROW(decodedCodes<std::uint8_t>(chunk, 3), Error);
        EXPECT_THROW(decodedCodes<std::uint32_t>(chunk, 3), Error);
    }
    // 256 is 0 in one byte: it has to be caught before it is narrowed.
    const EncodedChunk wide = encodeCodes(0, std::vector<std::uint32_t>{256}, 1'000);
    EXPECT_THROW(decodedCodes<std::uint8_t>(wide, 3), Error);
}

TEST(ColumnChunk, RealsKeepEveryBit) {
    Random random(2);
    std::vector<double> values(kChunkRows);
    for (double& value : values)
        value = std::bit_cast<double>(random.next());
    values[0] = missingReal();
    values[1] = std::numeric_limits<double>::infinity();
    values[2] = -0.0;
    values[3] = std::numeric_limits<double>::quiet_NaN();
    const EncodedChunk chunk = encodeReals(0, values);
    EXPECT_FALSE(chunk.compressed);
    std::vector<double> out(values.size());
    decodeReals(chunk, out, kWhere);
    EXPECT_EQ(std::memcmp(out.data(), values.data(), values.size() * 8), 0);
    EXPECT_TRUE(isMissingReal(out[0]));
    EXPECT_FALSE(isMissingReal(out[3]));
}

TEST(ColumnChunk, ValuesThatRepeatAreCompressed) {
    std::vector<double> values(kChunkRows);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i % 10) * 0.1;
    const EncodedChunk chunk = encodeReals(0, values);
    EXPECT_TRUE(chunk.compressed);
    EXPECT_LT(chunk.bytes.size(), values.size());
    std::vector<double> out(values.size());
    decodeReals(chunk, out, kWhere);
    EXPECT_EQ(out, values);
}

TEST(ColumnChunk, ConsecutiveOrdinalsTakeFourBytes) {
    std::vector<std::uint32_t> ordinals(kChunkRows);
    for (std::size_t i = 0; i < ordinals.size(); ++i)
        ordinals[i] = static_cast<std::uint32_t>(1000 + i);
    const EncodedChunk sequence = encodeOrdinals(0, ordinals);
    EXPECT_EQ(sequence.bytes.size(), 4U);
    std::vector<std::uint32_t> out(ordinals.size());
    decodeOrdinals(sequence, out, kWhere);
    EXPECT_EQ(out, ordinals);

    std::reverse(ordinals.begin(), ordinals.end());
    const EncodedChunk shuffled = encodeOrdinals(0, ordinals);
    EXPECT_EQ(shuffled.encoding, ChunkEncoding::Codes32);
    decodeOrdinals(shuffled, out, kWhere);
    EXPECT_EQ(out, ordinals);
}

TEST(ColumnChunk, OrdinalsBeyond32BitsAreRefused) {
    EncodedChunk chunk = encodeOrdinals(0, std::vector<std::uint32_t>{0xFFFF'FFFDU, 0xFFFF'FFFEU});
    std::vector<std::uint32_t> out(2);
    EXPECT_NO_THROW(decodeOrdinals(chunk, out, kWhere));
    chunk.rows = 3;
    chunk.checksum = chunkChecksum(chunk);
    out.resize(3);
    EXPECT_THROW(decodeOrdinals(chunk, out, kWhere), Error);
    EXPECT_THROW(decodeOrdinals(encodeOrdinals(0, std::vector<std::uint32_t>{7, 0xFFFF'FFFFU}),
                                std::span(out).first(2), kWhere),
                 Error);
}

TEST(ColumnChunk, TextsOfAnyBytesComeBack) {
    Random random(3);
    for (const std::size_t rows : {0, 1, 2, 100, 4096}) {
        const RandomTexts texts = randomTexts(random, rows, 50);
        const DecodedTexts out = decodeTexts(encodeTexts(0, texts.ends, texts.bytes, texts.missing), kWhere);
        EXPECT_EQ(out.ends, texts.ends);
        EXPECT_EQ(out.missing, texts.missing);
        EXPECT_EQ(out.bytes, texts.bytes);
    }
}

TEST(ColumnChunk, TextsOfAnOlderStoreAreStillRead) {
    const DecodedTexts out = decodeTexts(textsAsWrittenBefore(), kWhere);
    EXPECT_EQ(out.at(0), "a");
    EXPECT_EQ(out.at(2), "bcd");
    EXPECT_EQ(out.missing, (std::vector<std::uint8_t>{0, 1, 0}));
}

TEST(ColumnChunk, NumbersOfAFileWithFewDecimalsTakeHalfTheRoom) {
    Random random(5);
    std::vector<double> values(kChunkRows);
    for (double& value : values)
        value = static_cast<double>(random.below(1'000'000'000)) / 1e7;
    values[9] = missingReal();
    const EncodedChunk chunk = encodeReals(0, values);
    EXPECT_EQ(chunk.encoding, ChunkEncoding::Decimals);
    EXPECT_LE(chunk.bytes.size(), values.size() * 4 + 4);
    std::vector<double> out(values.size());
    decodeReals(chunk, out, kWhere);
    EXPECT_EQ(std::memcmp(out.data(), values.data(), values.size() * 8), 0);
}

TEST(ColumnChunk, NumberedIdsTakeFourBytes) {
    std::string bytes;
    std::vector<std::uint32_t> ends;
    Random random(6);
    for (int i = 0; i < 4000; ++i) {
        bytes += "customer-" + std::to_string(10'000'000 + random.below(90'000'000));
        ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    const EncodedChunk chunk = encodeTexts(0, ends, bytes, {});
    EXPECT_EQ(chunk.encoding, ChunkEncoding::NumberedText);
    EXPECT_LE(chunk.bytes.size(), 4 * ends.size() + 20);
    EXPECT_EQ(decodeTexts(chunk, kWhere).bytes, bytes);
}

TEST(ColumnChunk, TextsWithNulAndWithoutMissingComeBack) {
    const std::string bytes("a\0b\xFF", 4);
    const DecodedTexts out =
        decodeTexts(encodeTexts(0, std::vector<std::uint32_t>{3, 3, 4}, bytes, {}), kWhere);
    EXPECT_EQ(out.at(0), std::string_view("a\0b", 3));
    EXPECT_EQ(out.at(1), "");
    EXPECT_EQ(out.at(2), "\xFF");
    EXPECT_EQ(out.missing, (std::vector<std::uint8_t>{0, 0, 0}));
}

TEST(ColumnChunk, ATextTooLongForAStoreIsBadInput) {
    const std::string huge(kMaxTextBytes + 1, 'x');
    try {
        encodeTexts(0, std::vector<std::uint32_t>{static_cast<std::uint32_t>(huge.size())}, huge, {});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadInput);
    }
}

TEST(ColumnChunk, EveryFlippedBitIsNoticed) {
    for (const EncodedChunk& good : oneOfEachKind()) {
        EXPECT_FALSE(chunkIsRefused(good));
        for (std::size_t bit = 0; bit < good.bytes.size() * 8; ++bit) {
            EncodedChunk bad = good;
            bad.bytes[bit / 8] ^= std::byte{1} << (bit % 8);
            EXPECT_TRUE(chunkIsRefused(bad)) << "bit " << bit;
        }
    }
}

TEST(ColumnChunk, AChunkInAnotherPlaceIsNoticed) {
    for (const EncodedChunk& good : oneOfEachKind()) {
        EncodedChunk moved = good;
        moved.firstRow += 1;
        EXPECT_TRUE(chunkIsRefused(moved));
        EncodedChunk shorter = good;
        shorter.rows -= 1;
        EXPECT_TRUE(chunkIsRefused(shorter));
        EncodedChunk flagged = good;
        flagged.compressed = !flagged.compressed;
        EXPECT_TRUE(chunkIsRefused(flagged));
        EncodedChunk renamed = good;
        renamed.encoding = static_cast<ChunkEncoding>(99);
        EXPECT_TRUE(chunkIsRefused(renamed));
    }
}

// An attacker writes valid checksums too: anything may come out, but an error or values within bounds
// (the address sanitizer watches).
TEST(ColumnChunk, HostileChunksWithRightChecksumsStayWithinBounds) {
    Random random(4);
    const std::vector<EncodedChunk> kinds = oneOfEachKind();
    for (int round = 0; round < 20'000; ++round) {
        EncodedChunk chunk = kinds[random.below(kinds.size())];
        for (std::uint64_t edits = random.below(4); edits > 0 && !chunk.bytes.empty(); --edits)
            chunk.bytes[random.below(chunk.bytes.size())] = static_cast<std::byte>(random.below(256));
        switch (random.below(6)) {
            case 0:
                chunk.rows = static_cast<RowIndex>(random.below(200));
                break;
            case 1:
                chunk.rawBytes = static_cast<std::uint32_t>(random.below(2000));
                break;
            case 2:
                chunk.bytes.resize(random.below(chunk.bytes.size() + 1));
                break;
            case 3:
                chunk.compressed = !chunk.compressed;
                break;
            case 4:
                chunk.encoding = static_cast<ChunkEncoding>(random.below(11));
                break;
            default:
                break;
        }
        chunk.checksum = chunkChecksum(chunk);
        chunkIsRefused(chunk);
    }
}

TEST(ColumnChunk, ClaimedSizesDoNotDecideHowMuchMemoryIsTaken) {
    EncodedChunk chunk = encodeTexts(0, std::vector<std::uint32_t>{900}, std::string(900, 'x'), {});
    chunk.rawBytes = 0xFFFF'FFFFU;
    chunk.checksum = chunkChecksum(chunk);
    EXPECT_TRUE(chunkIsRefused(chunk));
    chunk.rows = 0xFFFF'FFFFU;
    EXPECT_THROW(checkChunk(chunk, kWhere), Error);
}

TEST(ColumnChunk, NamesItsRows) {
    EXPECT_EQ(chunkName("column score", 65'536, 65'536), "column score, rows 65536-131071");
}

}  // namespace
}  // namespace reckoner
