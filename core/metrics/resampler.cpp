#include "core/metrics/resampler.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <vector>

#include "core/base/executor.h"
#include "core/base/random.h"

namespace reckoner {
namespace {

// Shared by the caller and its helpers. A helper that begins after the last replicate was claimed touches
// nothing but this.
class Round {
 public:
    Round(std::uint64_t seed, std::uint32_t replicates, std::uint32_t samples,
          const Resampler::Statistic& statistic, const TaskContext& context)
        : seed_(seed),
          replicates_(replicates),
          samples_(samples),
          statistic_(&statistic),
          stop_(TaskContext(context.stopToken())) {}

    // Claims replicates until none is left; `progress` reports after each, on this thread.
    void work(const TaskContext* progress, const std::stop_token& quit = {}) {
        std::vector<std::uint8_t> counts;
        while (!failed_ && !quit.stop_requested()) {
            const std::uint32_t replicate = claim();
            if (replicate == replicates_) return;
            try {
                stop_.checkCancelled();
                draw(replicate, counts);
                (*statistic_)(replicate, counts);
            } catch (...) {
                fail(std::current_exception());
            }
            const std::uint32_t done = settle();
            if (progress) progress->report(static_cast<double>(done) / replicates_, "resampling");
        }
    }

    // Waits for what the helpers have claimed.
    void finish() {
        std::unique_lock lock(mutex_);
        settled_.wait(lock, [this] { return running_ == 0; });
        if (error_) std::rethrow_exception(error_);
    }

 private:
    std::uint32_t claim() {
        const std::lock_guard lock(mutex_);
        if (failed_ || next_ == replicates_) return replicates_;
        ++running_;
        return next_++;
    }
    std::uint32_t settle() {
        const std::lock_guard lock(mutex_);
        --running_;
        ++done_;
        if (running_ == 0) settled_.notify_all();
        return done_;
    }
    void fail(std::exception_ptr error) {
        const std::lock_guard lock(mutex_);
        failed_ = true;
        if (!error_) error_ = std::move(error);
    }
    void draw(std::uint32_t replicate, std::vector<std::uint8_t>& counts) const {
        constexpr std::uint32_t kBetweenChecks = 1 << 20;
        counts.assign(samples_, 0);
        Random random(seed_, replicate);
        for (std::uint32_t drawn = 0; drawn < samples_;) {
            stop_.checkCancelled();
            const std::uint32_t until = drawn + std::min(kBetweenChecks, samples_ - drawn);
            for (; drawn < until; ++drawn)
                ++counts[random.below(samples_)];
        }
    }

    const std::uint64_t seed_;
    const std::uint32_t replicates_;
    const std::uint32_t samples_;
    const Resampler::Statistic* statistic_;  // lives as long as run(), and so as any claimed replicate
    const TaskContext stop_;

    std::mutex mutex_;
    std::condition_variable settled_;
    std::uint32_t next_ = 0;
    std::uint32_t running_ = 0;
    std::uint32_t done_ = 0;
    std::exception_ptr error_;
    std::atomic<bool> failed_ = false;
};

}  // namespace

void Resampler::run(std::uint32_t samples, const Statistic& statistic, Executor* executor,
                    const TaskContext& context) const {
    context.checkCancelled();
    if (samples == 0 || replicates_ == 0) return;
    const auto round = std::make_shared<Round>(seed_, replicates_, samples, statistic, context);
    if (executor)
        for (unsigned helper = 0; helper < std::min(executor->threads(), replicates_ - 1); ++helper)
            executor->submit([round](const std::stop_token& quit) { round->work(nullptr, quit); });
    round->work(&context);
    round->finish();
}

}  // namespace reckoner
