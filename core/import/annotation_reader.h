// Notes from a file: CSV or JSON Lines, by its suffix.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/review/annotation_record.h"

namespace reckoner {

struct ReadNote {
    AnnotationRecord record;
    std::uint64_t line = 0;  // of the file, on which it begins
};

// ".jsonl", ".ndjson" and ".json" are JSON Lines, everything else CSV (commas, semicolons or tabs).
bool isJsonLinesName(const std::filesystem::path& file);

// All of them, or Error{BadInput}: one sentence; where() names the file and the line. Every note has a sample
// id.
std::vector<ReadNote> readAnnotations(const std::filesystem::path& file);

}  // namespace reckoner
