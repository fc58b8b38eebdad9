// Numbers with few decimals, as files hold them, in half the room: whole numbers and one power of ten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reckoner {

// Layout: u32 power (0-9), then one i32 a number. The number is i32 / 10^power, which rounds as reading its
// decimal text does; the smallest i32 stands for a missing number.

// True: `raw` holds the numbers, and unpacking gives every bit back. False: some number has no such form (too
// many digits, a NaN, an infinity, a negative zero). O(n).
bool packDecimals(std::span<const double> values, std::vector<std::byte>& raw);

inline std::uint64_t packedDecimalsSize(std::uint64_t rows) {
    return 4 + 4 * rows;
}
// False: the power is out of range. Precondition: raw.size() is packedDecimalsSize(out.size()).
bool unpackDecimals(std::span<const std::byte> raw, std::span<double> out);

}  // namespace reckoner
