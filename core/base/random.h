// Random numbers that are the same on every machine: own generator, own distributions.
#pragma once

#include <cstdint>

namespace reckoner {

// SplitMix64 (Steele, Lea, Flood 2014). A stream is (seed, stream number), so replicate r of a resampling
// draws the same numbers whatever thread runs it.
class Random {
 public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : state_(mix(seed) ^ mix(~stream)) {}

    std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15ULL); }
    // Uniform in [0, bound), without modulo bias (Lemire 2019). Precondition: bound > 0.
    std::uint64_t below(std::uint64_t bound);
    // Uniform in [0, 1) with 53 bits.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    // Standard normal by inversion-free polar method with own rounding; two uniforms a call at least.
    double normal();

 private:
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

}  // namespace reckoner
