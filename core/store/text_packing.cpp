#include "core/store/text_packing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "core/store/column_chunk.h"

namespace reckoner {
namespace {

static_assert(std::endian::native == std::endian::little, "stores hold little-endian numbers");

constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kMostBeginning = 255;
constexpr std::uint32_t kMissingEnd = 0x8000'0000U;
constexpr std::uint32_t kPowers[] = {1,       10,        100,        1'000,       10'000,
                                     100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::size_t kMostLengthBytes = 4;

std::byte* putLength(std::byte* out, std::uint32_t number) {
    for (; number >= 0x80; number >>= 7)
        *out++ = static_cast<std::byte>(number | 0x80);
    *out++ = static_cast<std::byte>(number);
    return out;
}

// Reads what putLength wrote; false at the end of the bytes, or when the number is too long to be one.
bool takeLength(const std::byte*& p, const std::byte* end, std::uint32_t& number) {
    number = 0;
    for (std::size_t shift = 0; shift < 7 * kMostLengthBytes && p < end; shift += 7) {
        const auto byte = static_cast<std::uint32_t>(*p++);
        number |= (byte & 0x7F) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

// Eight digits as a number, all at once: pairs, then fours, then all. False: not all are digits.
bool eightDigits(std::uint64_t text, std::uint32_t& number) {
    const std::uint64_t digits = text - 0x3030'3030'3030'3030ULL;
    if (((text + 0x4646'4646'4646'4646ULL) | digits) & 0x8080'8080'8080'8080ULL) return false;
    const std::uint64_t pairs = digits * 10 + (digits >> 8);
    const std::uint64_t high = (pairs & 0x0000'00FF'0000'00FFULL) * 0x000F'4240'0000'0064ULL;
    const std::uint64_t low = ((pairs >> 16) & 0x0000'00FF'0000'00FFULL) * 0x0000'2710'0000'0001ULL;
    number = static_cast<std::uint32_t>((high + low) >> 32);
    return true;
}

bool digitsOneByOne(std::string_view text, std::uint32_t& number) {
    number = 0;
    for (const char c : text) {
        if (!isDigit(c)) return false;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return true;
}

// At most kMostDigits digits. `before`: how many bytes in front of the text may be read.
bool digits(std::string_view text, std::size_t before, std::uint32_t& number) {
    if (text.size() > 8 || before + text.size() < 8) return digitsOneByOne(text, number);
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + text.size() - 8, 8);
    const std::size_t foreign = 8 * (8 - text.size());  // bits of what stands in front
    const std::uint64_t mask = foreign == 64 ? ~0ULL : (1ULL << foreign) - 1;
    return eightDigits((word & ~mask) | (0x3030'3030'3030'3030ULL & mask), number);
}

struct Numbering {
    std::string_view beginning;
    std::size_t width = 0;  // 0: without leading zeros
};

std::size_t digitsAtEnd(std::string_view text) {
    std::size_t count = 0;
    while (count < kMostDigits && count < text.size() && isDigit(text[text.size() - 1 - count]))
        ++count;
    return count;
}

// What the numbering would have to be if there is one.
Numbering numberingOf(std::span<const std::uint32_t> ends, std::string_view bytes) {
    Numbering numbering;
    const std::string_view first = bytes.substr(0, ends[0]);
    const std::size_t count = digitsAtEnd(first);
    numbering.beginning = first.substr(0, first.size() - count);
    bool sameSize = true;
    for (std::size_t i = 1; i < ends.size(); ++i)
        sameSize &= ends[i] - ends[i - 1] == first.size();
    if (sameSize) numbering.width = count;
    return numbering;
}

bool numberOf(std::string_view bytes, std::size_t begin, std::size_t end, const Numbering& numbering,
              std::uint32_t& number) {
    const std::size_t skip = numbering.beginning.size();
    const std::size_t size = end - begin;
    if (size <= skip || size - skip > kMostDigits) return false;
    if (std::memcmp(bytes.data() + begin, numbering.beginning.data(), skip) != 0) return false;
    const std::string_view text = bytes.substr(begin + skip, size - skip);
    if (numbering.width == 0 && text.size() > 1 && text.front() == '0') return false;
    return digits(text, begin + skip, number);
}

// Fills in `ends` and `missing` from the lengths; false when there are too few or they claim too much.
bool takeLengths(const std::byte*& p, const std::byte* end, DecodedTexts& texts) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < texts.ends.size(); ++i) {
        std::uint32_t length = 0;
        if (!takeLength(p, end, length)) return false;
        texts.missing[i] = length == 0;
        sum += length == 0 ? 0 : length - 1;
        if (sum > kMaxTextBytes) return false;
        texts.ends[i] = static_cast<std::uint32_t>(sum);
    }
    return true;
}

void resizeRows(DecodedTexts& texts, std::size_t rows) {
    texts.ends.resize(rows);
    texts.missing.assign(rows, 0);
}

}  // namespace

void packTexts(std::span<const std::uint32_t> ends, std::string_view bytes,
               std::span<const std::uint8_t> missing, std::vector<std::byte>& raw) {
    raw.resize(kMostLengthBytes * ends.size() + bytes.size());
    std::byte* out = raw.data();
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const bool isMissing = !missing.empty() && missing[i] != 0;
        out = putLength(out, isMissing ? 0 : ends[i] - begin + 1);
        begin = ends[i];
    }
    if (!bytes.empty()) std::memcpy(out, bytes.data(), bytes.size());
    raw.resize(static_cast<std::size_t>(out - raw.data()) + bytes.size());
}

bool unpackTexts(std::span<const std::byte> raw, std::size_t rows, DecodedTexts& texts) {
    if (raw.size() < rows) return false;  // a length takes a byte at least
    resizeRows(texts, rows);
    const std::byte* p = raw.data();
    const std::byte* const end = p + raw.size();
    if (!takeLengths(p, end, texts)) return false;
    texts.bytes.assign(reinterpret_cast<const char*>(p), static_cast<std::size_t>(end - p));
    return texts.bytes.size() == (rows == 0 ? 0 : texts.ends.back());
}

bool unpackTextsByEnds(std::span<const std::byte> raw, std::size_t rows, DecodedTexts& texts) {
    const std::size_t offsets = rows * 4;
    if (raw.size() < offsets) return false;
    resizeRows(texts, rows);
    texts.bytes.assign(reinterpret_cast<const char*>(raw.data()) + offsets, raw.size() - offsets);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        std::uint32_t stored = 0;
        std::memcpy(&stored, raw.data() + i * 4, 4);
        const std::uint32_t end = stored & ~kMissingEnd;
        const bool isMissing = (stored & kMissingEnd) != 0;
        if (end < begin || end > texts.bytes.size() || (isMissing && end != begin)) return false;
        texts.ends[i] = end;
        texts.missing[i] = isMissing;
        begin = end;
    }
    return begin == texts.bytes.size();
}

bool packNumberedTexts(std::span<const std::uint32_t> ends, std::string_view bytes,
                       std::vector<std::byte>& raw) {
    if (ends.empty()) return false;
    const Numbering numbering = numberingOf(ends, bytes);
    const std::size_t skip = numbering.beginning.size();
    if (skip > kMostBeginning || skip == ends[0]) return false;
    raw.resize(2 + skip + 4 * ends.size());
    raw[0] = static_cast<std::byte>(numbering.width);
    raw[1] = static_cast<std::byte>(skip);
    std::memcpy(raw.data() + 2, numbering.beginning.data(), skip);
    std::byte* out = raw.data() + 2 + skip;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        std::uint32_t number = 0;
        if (!numberOf(bytes, begin, end, numbering, number)) return false;
        std::memcpy(out, &number, 4);
        out += 4;
        begin = end;
    }
    return true;
}

bool unpackNumberedTexts(std::span<const std::byte> raw, std::size_t rows, DecodedTexts& texts) {
    if (raw.size() < 2) return false;
    const auto width = static_cast<std::size_t>(raw[0]);
    const auto skip = static_cast<std::size_t>(raw[1]);
    if (width > kMostDigits || raw.size() != 2 + skip + 4 * rows) return false;
    const std::string_view beginning(reinterpret_cast<const char*>(raw.data()) + 2, skip);
    const std::uint32_t limit = kPowers[width == 0 ? kMostDigits : width];
    resizeRows(texts, rows);
    texts.bytes.clear();
    texts.bytes.reserve(rows * (skip + (width == 0 ? kMostDigits : width)));
    for (std::size_t i = 0; i < rows; ++i) {
        std::uint32_t number = 0;
        std::memcpy(&number, raw.data() + 2 + skip + 4 * i, 4);
        if (number >= limit) return false;
        std::array<char, kMostDigits + 1> digitsOf;
        const char* const end = std::to_chars(digitsOf.data(), digitsOf.data() + digitsOf.size(), number).ptr;
        const auto count = static_cast<std::size_t>(end - digitsOf.data());
        texts.bytes.append(beginning);
        texts.bytes.append(width > count ? width - count : 0, '0');
        texts.bytes.append(digitsOf.data(), count);
        texts.ends[i] = static_cast<std::uint32_t>(texts.bytes.size());
    }
    return true;
}

}  // namespace reckoner
