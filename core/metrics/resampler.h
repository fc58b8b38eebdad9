// Draws bootstrap replicates: the same ones for every thread count and machine.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "core/base/task_context.h"

namespace reckoner {

class Executor;

inline constexpr std::uint32_t kReplicates = 2'000;
inline constexpr std::uint64_t kBootstrapSeed = 20'260'101;

// Replicate r of n samples is n draws with replacement from Random(seed, r), handed over as how often each
// sample was drawn: nothing is copied and nothing needs sorting again.
class Resampler {
 public:
    // Called once for every replicate, from several threads at once when there is an executor; must touch
    // only what belongs to that replicate. counts.size() == samples; the sum of counts is samples.
    // uint8 is enough: a sample is drawn more than 255 times with a probability under 1e-500.
    using Statistic = std::function<void(std::uint32_t replicate, std::span<const std::uint8_t> counts)>;

    explicit Resampler(std::uint64_t seed = kBootstrapSeed, std::uint32_t replicates = kReplicates)
        : seed_(seed), replicates_(replicates) {}

    std::uint64_t seed() const { return seed_; }
    std::uint32_t replicates() const { return replicates_; }

    // Returns when every replicate is done. The calling thread works too, so it may itself be a job of the
    // executor. Throws Error{Cancelled}, or what a statistic threw. O(replicates x samples).
    void run(std::uint32_t samples, const Statistic& statistic, Executor* executor = nullptr,
             const TaskContext& context = {}) const;

 private:
    std::uint64_t seed_;
    std::uint32_t replicates_;
};

}  // namespace reckoner
