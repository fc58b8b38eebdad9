// How the texts of one chunk lie in its raw bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

struct DecodedTexts;

// Lengths first: of each text its length + 1 as a number of 7 bits a byte, the lowest first, the top bit set
// on all but the last; 0 for a missing text. Then the bytes of all texts. missing may be empty: none is.
// Precondition: `ends` rise and end at bytes.size().
void packTexts(std::span<const std::uint32_t> ends, std::string_view bytes,
               std::span<const std::uint8_t> missing, std::vector<std::byte>& raw);
// False: raw does not hold exactly this many texts.
bool unpackTexts(std::span<const std::byte> raw, std::size_t rows, DecodedTexts& texts);

// The layout before: u32 ends, bit 31 set for a missing text, then the bytes. Read, no longer written.
bool unpackTextsByEnds(std::span<const std::byte> raw, std::size_t rows, DecodedTexts& texts);

// Numbered texts, as ids are ("c00017", "row-17"): one beginning and at most 9 digits each, of one width or
// without leading zeros. Layout: u8 width (0: without leading zeros), u8 length of the beginning, the
// beginning, then one u32 a text. False: the texts are not of this kind.
bool packNumberedTexts(std::span<const std::uint32_t> ends, std::string_view bytes,
                       std::vector<std::byte>& raw);
bool unpackNumberedTexts(std::span<const std::byte> raw, std::size_t rows, DecodedTexts& texts);

}  // namespace reckoner
