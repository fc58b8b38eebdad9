#include "core/import/byte_scan.h"

#include <string>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

// Text of few different bytes, so that everything looked for occurs, with room behind it to be read.
std::string randomBytes(Random& random, std::size_t size) {
    static constexpr std::string_view kBytes = "ab,;\"\\\r\n\t\x01\x1F \x20~\x7F\x80\xC3\xFF";
    std::string bytes;
    const std::uint64_t plain = random.below(100);
    for (std::size_t i = 0; i < size; ++i)
        bytes += random.below(100) < plain ? 'x' : kBytes[random.below(kBytes.size())];
    return bytes;
}

TEST(ByteScan, TheFastWayFindsWhatTheSimpleOneFinds) {
    Random random(41);
    for (int round = 0; round < 30'000; ++round) {
        const std::size_t size = random.below(round % 50 == 0 ? 9'000 : 90);
        std::string text = randomBytes(random, size);
        // What lies behind the end must not matter, except to whether a CR is followed by an LF.
        text += randomBytes(random, kScanPadding);
        const char* const p = text.data() + random.below(size + 1);
        const char* const end = text.data() + size;
        EXPECT_EQ(findFieldEnd(p, end, ','), portable::findFieldEnd(p, end, ','));
        EXPECT_EQ(findFieldEnd(p, end, ';'), portable::findFieldEnd(p, end, ';'));
        EXPECT_EQ(findByte(p, end, '"'), portable::findByte(p, end, '"'));
        EXPECT_EQ(findTextEnd(p, end), portable::findTextEnd(p, end));
        EXPECT_EQ(isAscii(p, end), portable::isAscii(p, end));
        EXPECT_EQ(countLineEnds(p, end), portable::countLineEnds(p, end));
    }
}

TEST(ByteScan, CountsLineEndsOfEveryKind) {
    const std::string text = std::string("a\nb\r\nc\rd\r\r\n\n") + std::string(kScanPadding, '\0');
    EXPECT_EQ(countLineEnds(text.data(), text.data() + text.size() - kScanPadding), 6U);
}

}  // namespace
}  // namespace reckoner
