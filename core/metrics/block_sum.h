// A sum in blocks of a fixed size: the same on every machine, and closer than one long running sum.
#pragma once

#include <cstdint>

namespace reckoner {

class BlockSum {
 public:
    void add(double number) {
        block_ += number;
        if (++inBlock_ == kBlock) {
            sum_ += block_;
            block_ = 0;
            inBlock_ = 0;
        }
    }
    double value() const { return sum_ + block_; }

 private:
    static constexpr std::uint32_t kBlock = 1024;
    double sum_ = 0;
    double block_ = 0;
    std::uint32_t inBlock_ = 0;
};

}  // namespace reckoner
