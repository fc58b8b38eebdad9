// Looking for a few bytes in a long text, 16 at a time where the processor can (SSE2), else one at a time.
// Every function may read up to kScanPadding bytes past `end`: buffers carry that many spare bytes.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__) && !defined(RECKONER_PORTABLE_SCAN)
#include <emmintrin.h>
#define RECKONER_SSE2 1
#else
#define RECKONER_SSE2 0
#endif

namespace reckoner {

inline constexpr std::size_t kScanPadding = 64;

// One byte at a time.
namespace portable {

inline const char* findFieldEnd(const char* p, const char* end, char delimiter) {
    while (p < end && *p != delimiter && *p != '\n' && *p != '\r')
        ++p;
    return p;
}

inline const char* findByte(const char* p, const char* end, char byte) {
    while (p < end && *p != byte)
        ++p;
    return p;
}

inline const char* findTextEnd(const char* p, const char* end) {
    while (p < end && *p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20)
        ++p;
    return p;
}

inline bool isAscii(const char* p, const char* end) {
    for (; p < end; ++p)
        if (static_cast<signed char>(*p) < 0) return false;
    return true;
}

std::uint64_t countLineEnds(const char* p, const char* end);

}  // namespace portable

#if RECKONER_SSE2

namespace scan_detail {
inline __m128i load(const char* p) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}
}  // namespace scan_detail

// First delimiter, CR or LF in [p, end), or end.
inline const char* findFieldEnd(const char* p, const char* end, char delimiter) {
    const __m128i d = _mm_set1_epi8(delimiter);
    const __m128i lf = _mm_set1_epi8('\n');
    const __m128i cr = _mm_set1_epi8('\r');
    for (; p < end; p += 16) {
        const __m128i bytes = scan_detail::load(p);
        const __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(bytes, d),
                                         _mm_or_si128(_mm_cmpeq_epi8(bytes, lf), _mm_cmpeq_epi8(bytes, cr)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hit));
        if (mask != 0) {
            const char* found = p + std::countr_zero(mask);
            return found < end ? found : end;
        }
    }
    return end;
}

inline const char* findByte(const char* p, const char* end, char byte) {
    const __m128i wanted = _mm_set1_epi8(byte);
    for (; p < end; p += 16) {
        const auto mask =
            static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(scan_detail::load(p), wanted)));
        if (mask != 0) {
            const char* found = p + std::countr_zero(mask);
            return found < end ? found : end;
        }
    }
    return end;
}

// First quote, backslash or control character (below a space) in [p, end), or end.
inline const char* findTextEnd(const char* p, const char* end) {
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i highestControl = _mm_set1_epi8(0x1F);
    for (; p < end; p += 16) {
        const __m128i bytes = scan_detail::load(p);
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, highestControl), bytes);
        const __m128i hit = _mm_or_si128(
            control, _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hit));
        if (mask != 0) {
            const char* found = p + std::countr_zero(mask);
            return found < end ? found : end;
        }
    }
    return end;
}

inline bool isAscii(const char* p, const char* end) {
    for (; end - p >= 16; p += 16)
        if (_mm_movemask_epi8(scan_detail::load(p)) != 0) return false;
    for (; p < end; ++p)
        if (static_cast<signed char>(*p) < 0) return false;
    return true;
}

#else

using portable::findByte;
using portable::findFieldEnd;
using portable::findTextEnd;
using portable::isAscii;

#endif

// Line ends in [p, end): LF, CR LF and CR alone each end one line. A CR that is the last byte counts only
// when no LF stands at `end` (which must be readable).
std::uint64_t countLineEnds(const char* p, const char* end);

}  // namespace reckoner
