#include "core/import/byte_scan.h"

#include <algorithm>

namespace reckoner {

std::uint64_t portable::countLineEnds(const char* p, const char* end) {
    std::uint64_t lines = 0;
    for (; p < end; ++p)
        if (*p == '\n' || (*p == '\r' && p[1] != '\n')) ++lines;
    return lines;
}

#if RECKONER_SSE2

std::uint64_t countLineEnds(const char* p, const char* end) {
    const __m128i lf = _mm_set1_epi8('\n');
    const __m128i cr = _mm_set1_epi8('\r');
    std::uint64_t lines = 0;
    while (end - p >= 16) {
        // A byte lane counts to 255 before it must be emptied.
        __m128i lanes = _mm_setzero_si128();
        const std::ptrdiff_t steps = std::min<std::ptrdiff_t>((end - p) / 16, 255);
        for (std::ptrdiff_t i = 0; i < steps; ++i, p += 16) {
            const __m128i bytes = scan_detail::load(p);
            const __m128i next = scan_detail::load(p + 1);
            const __m128i lone = _mm_andnot_si128(_mm_cmpeq_epi8(next, lf), _mm_cmpeq_epi8(bytes, cr));
            lanes = _mm_sub_epi8(lanes, _mm_or_si128(_mm_cmpeq_epi8(bytes, lf), lone));
        }
        const __m128i sums = _mm_sad_epu8(lanes, _mm_setzero_si128());
        lines += static_cast<std::uint64_t>(_mm_cvtsi128_si64(sums)) +
                 static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
    }
    return lines + portable::countLineEnds(p, end);
}

#else

std::uint64_t countLineEnds(const char* p, const char* end) {
    return portable::countLineEnds(p, end);
}

#endif

}  // namespace reckoner
