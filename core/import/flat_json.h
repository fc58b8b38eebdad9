// The short way through a line of JSON Lines: one object of texts, numbers and words, as programs write it.
#pragma once

#include <string_view>

#include "core/import/cell.h"
#include "core/import/json_path.h"
#include "core/import/text_arena.h"

namespace reckoner {

// Reads the object that fills `line` into `row`, whose cells are Missing before. False: the line holds
// something rarer (an object, an array, \u escapes) or something wrong, and whoever can tell which must read
// it from its beginning; `row` may be half filled then. What it does read, it reads as a full parser does.
// The text is valid UTF-8, and [line.end(), line.end() + kScanPadding) is readable. O(length), no allocation.
bool readFlatJson(std::string_view line, JsonPaths& paths, TextArena& arena, Cell* row);

}  // namespace reckoner
