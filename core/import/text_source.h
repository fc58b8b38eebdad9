// A file as UTF-8 text, read once from front to back: hashed as it lies on disk, converted block by block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/import/import_plan.h"

namespace reckoner {

class Executor;

// How much of a file readAhead() keeps ready.
inline constexpr std::size_t kAheadBytes = 1024 * 1024;

// What the first bytes of a file say. `whole`: head is all there is. A file that is all ASCII so far is Utf8.
Encoding detectEncoding(std::string_view head, bool whole);

// Throws Error{BadInput} with one sentence when the file is a folder, missing or unreadable.
class TextSource {
 public:
    // guessed: the encoding was not said by anybody, so text that is no UTF-8 further down may turn out to be
    // Latin-1. maxBytes: read no more of the file than this.
    TextSource(const std::filesystem::path& file, Encoding encoding, bool guessed,
               std::uint64_t maxBytes = ~0ULL);
    ~TextSource();
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;

    // Writes valid UTF-8 of at most `capacity` bytes (at least 16) to `out`; 0 at the end of the file. Never
    // ends inside a character. Throws Error{BadInput} when reading fails.
    std::size_t read(char* out, std::size_t capacity);

    // From now on the next kAheadBytes are read and hashed on a thread of the executor where one is free.
    // Call before the first read().
    void readAhead(Executor& executor);

    std::uint64_t bytesRead() const;
    // Of the whole file, lower-case hex. Call once, when read() has returned 0.
    std::string sha256();
    // Bytes that were no UTF-8 and became U+FFFD.
    std::uint64_t repaired() const;
    // UTF-8 was guessed, but the text went on in Latin-1.
    bool turnedLatin1() const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
