#include "core/store/decimal_packing.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/data/column.h"

namespace reckoner {
namespace {

constexpr double kTens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
constexpr std::int32_t kMissing = std::numeric_limits<std::int32_t>::min();
constexpr double kLargest = std::numeric_limits<std::int32_t>::max();
// A double this large has no fraction: adding and taking it away rounds to the nearest whole number.
constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52

// The whole number for this value; `good` turns false when there is none.
std::int32_t scaled(double value, double power, bool& good) {
    if (isMissingReal(value)) return kMissing;
    const double whole = (value * power + kRounder) - kRounder;
    if (!(std::fabs(whole) <= kLargest)) {
        good = false;
        return 0;
    }
    const auto number = static_cast<std::int32_t>(whole);
    const double back = static_cast<double>(number) / power;
    good &= std::bit_cast<std::uint64_t>(back) == std::bit_cast<std::uint64_t>(value);
    return number;
}

// How many values from the front have the form with this power.
std::size_t pack(std::span<const double> values, double power, std::byte* out) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        bool good = true;
        const std::int32_t number = scaled(values[i], power, good);
        if (!good) return i;
        std::memcpy(out + 4 * i, &number, 4);
    }
    return values.size();
}

// The least power from `power` on that fits this value, or the number of powers.
std::size_t powerFor(double value, std::size_t power) {
    for (; power < std::size(kTens); ++power) {
        bool good = true;
        scaled(value, kTens[power], good);
        if (good) break;
    }
    return power;
}

}  // namespace

bool packDecimals(std::span<const double> values, std::vector<std::byte>& raw) {
    constexpr std::size_t kLook = 64;
    std::size_t power = 0;
    // A few values spread over all tell most often which power it is, or that there is none.
    const std::size_t stride = values.size() / kLook + 1;
    for (std::size_t i = 0; i < values.size() && power < std::size(kTens); i += stride)
        power = powerFor(values[i], power);
    raw.resize(packedDecimalsSize(values.size()));
    while (power < std::size(kTens)) {
        const std::size_t done = pack(values, kTens[power], raw.data() + 4);
        if (done == values.size()) {
            const auto stored = static_cast<std::uint32_t>(power);
            std::memcpy(raw.data(), &stored, 4);
            return true;
        }
        power = powerFor(values[done], power + 1);
    }
    return false;
}

bool unpackDecimals(std::span<const std::byte> raw, std::span<double> out) {
    std::uint32_t stored = 0;
    std::memcpy(&stored, raw.data(), 4);
    if (stored >= std::size(kTens)) return false;
    const double power = kTens[stored];
    const std::byte* from = raw.data() + 4;
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::int32_t number = 0;
        std::memcpy(&number, from + 4 * i, 4);
        const double value = static_cast<double>(number) / power;
        out[i] = number == kMissing ? missingReal() : value;
    }
    return true;
}

}  // namespace reckoner
