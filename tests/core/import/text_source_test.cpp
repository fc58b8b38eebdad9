#include "core/import/text_source.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/import/byte_scan.h"
#include "core/import/text_conversion.h"
#include "tests/core/import/reading.h"

namespace reckoner {
namespace {

using test::TemporaryFolder;
using test::writeFile;

struct WholeText {
    std::string text;
    std::string sha256;
    std::uint64_t repaired = 0;
    bool turnedLatin1 = false;
};

WholeText readWhole(const std::string& bytes, Encoding encoding, bool guessed = true, std::size_t piece = 64,
                    Executor* ahead = nullptr) {
    TemporaryFolder folder;
    TextSource source(writeFile(folder / "f", bytes), encoding, guessed);
    if (ahead != nullptr) source.readAhead(*ahead);
    WholeText out;
    std::string buffer(piece + kScanPadding, '\0');
    while (const std::size_t n = source.read(buffer.data(), piece))
        out.text.append(buffer, 0, n);
    out.sha256 = source.sha256();
    out.repaired = source.repaired();
    out.turnedLatin1 = source.turnedLatin1();
    EXPECT_EQ(source.bytesRead(), bytes.size());
    return out;
}

std::string utf16(const std::u16string& text, bool bigEndian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

TEST(TextSource, RecognisesEncodings) {
    EXPECT_EQ(detectEncoding("plain", true), Encoding::Utf8);
    EXPECT_EQ(detectEncoding("caf\xC3\xA9", true), Encoding::Utf8);
    EXPECT_EQ(detectEncoding("cut caf\xC3", false), Encoding::Utf8);
    EXPECT_EQ(detectEncoding("caf\xE9,1", true), Encoding::Latin1);
    EXPECT_EQ(detectEncoding("damaged \xC3\xA9\xC3\xA8 \xFF", true), Encoding::Utf8);
    EXPECT_EQ(detectEncoding("\xEF\xBB\xBFid", true), Encoding::Utf8Bom);
    EXPECT_EQ(detectEncoding(utf16(u"\uFEFFid,label", false), true), Encoding::Utf16Le);
    EXPECT_EQ(detectEncoding(utf16(u"\uFEFFid,label", true), true), Encoding::Utf16Be);
    EXPECT_EQ(detectEncoding(utf16(u"id,label\n1,yes", false), true), Encoding::Utf16Le);
    EXPECT_EQ(detectEncoding(utf16(u"id,label\n1,yes", true), true), Encoding::Utf16Be);
}

TEST(TextSource, ConvertsBlockByBlock) {
    std::u16string wide = u"\uFEFF";
    std::string expected;
    for (int i = 0; i < 200; ++i) {
        wide += u"h\u00e9 \u20ac \U0001F600,";
        expected += "h\u00e9 \u20ac \U0001F600,";
    }
    for (const std::size_t piece : {16, 17, 19, 64, 1000}) {
        EXPECT_EQ(readWhole(utf16(wide, false), Encoding::Utf16Le, true, piece).text, expected);
        EXPECT_EQ(readWhole(utf16(wide, true), Encoding::Utf16Be, true, piece).text, expected);
        EXPECT_EQ(readWhole("\xEF\xBB\xBF" + expected, Encoding::Utf8Bom, true, piece).text, expected);
        EXPECT_EQ(readWhole(expected, Encoding::Utf8, true, piece).text, expected);
    }
    EXPECT_EQ(readWhole("caf\xE9 \x80", Encoding::Latin1).text, "caf\u00e9 \u20ac");
}

TEST(TextSource, Latin1FurtherDownIsNoticed) {
    const std::string plain(1000, 'a');
    const WholeText turned = readWhole(plain + "caf\xE9,\xFC", Encoding::Utf8);
    EXPECT_EQ(turned.text, plain + "caf\u00e9,\u00fc");
    EXPECT_TRUE(turned.turnedLatin1);
    const WholeText broken = readWhole(plain + "caf\xE9,\xFC", Encoding::Utf8, false);
    EXPECT_EQ(broken.text, plain + "caf\uFFFD,\uFFFD");
    EXPECT_EQ(broken.repaired, 2u);
    const WholeText cut = readWhole("\u00e9 and \xE2\x82", Encoding::Utf8, true);
    EXPECT_EQ(cut.text, "\u00e9 and \uFFFD\uFFFD");
}

TEST(TextSource, HashesTheBytesOnDisk) {
    EXPECT_EQ(readWhole("abc", Encoding::Utf8).sha256,
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(readWhole("abc", Encoding::Latin1).sha256,
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(TextSource, RefusesWhatIsNoFile) {
    TemporaryFolder folder;
    EXPECT_THROW(TextSource(folder.path(), Encoding::Utf8, true), Error);
    EXPECT_THROW(TextSource(folder / "nothing.csv", Encoding::Utf8, true), Error);
}

TEST(ByteScan, CountsEveryKindOfLineEnd) {
    std::string text;
    std::uint64_t expected = 0;
    for (int i = 0; i < 9000; ++i) {
        text += i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "x\n" : "y\r";
        // "y\r" is followed by "\r\n": three line ends of their own.
        ++expected;
    }
    std::string padded = text + std::string(kScanPadding, '\0');
    EXPECT_EQ(countLineEnds(padded.data(), padded.data() + text.size()), expected);
}

TEST(TextSource, ReadingAheadGivesTheSameTextAndHash) {
    Executor executor(2);
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, kAheadBytes - 1, kAheadBytes,
                                   kAheadBytes + 1, 2 * kAheadBytes + 77}) {
        std::string bytes = "\xEF\xBB\xBF";
        while (bytes.size() < size)
            bytes += "caf\xC3\xA9,1\n";
        bytes.resize(size);
        if (size > 2 * kAheadBytes) bytes.replace(kAheadBytes + 11, 1, "\xFF");
        for (const std::size_t piece : {std::size_t{1} << 16, kAheadBytes - 3, kAheadBytes + 4096}) {
            const WholeText alone = readWhole(bytes, Encoding::Utf8Bom, false, piece);
            const WholeText beside = readWhole(bytes, Encoding::Utf8Bom, false, piece, &executor);
            EXPECT_TRUE(alone.text == beside.text) << size << " bytes by " << piece;
            EXPECT_EQ(alone.sha256, beside.sha256) << size << " bytes by " << piece;
            EXPECT_EQ(alone.repaired, beside.repaired) << size << " bytes by " << piece;
        }
    }
}

}  // namespace
}  // namespace reckoner
