// What an import hands to the store: everything settled, the chunks waiting in a temporary file.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/data/eval_table.h"
#include "core/data/scored_rows.h"
#include "core/store/column_chunk.h"

namespace reckoner {

// Where an encoded chunk's bytes lie in the staging file.
struct StagedChunk {
    EncodedChunk head;  // bytes empty
    std::uint64_t offset = 0;
    std::uint32_t storedBytes = 0;
};

struct StagedColumn {
    ColumnInfo info;                      // id unset
    std::vector<std::string> dictionary;  // Category
    std::string timeFormat;               // Timestamp: "date", "minute", "second", "millisecond"
    std::vector<StagedChunk> chunks;
    std::string contentHash;  // hex XXH3-128 over type, dictionary and values: equal columns are shared
};

// Ids in file order. Text chunks; the store maps them to ordinals of the eval set at publishing.
struct StagedIds {
    std::string columnName;
    bool generated = false;  // no id column: "row-1", "row-2", ...
    std::vector<StagedChunk> chunks;
    std::uint64_t repeated = 0;  // rows whose id stood before
};

struct StagedRun {
    std::filesystem::path stagingFile;
    // Names.
    std::string model;
    std::string version;
    std::string evalSet;
    RunInfo
        info;  // task, classes, positive, kind, threshold, algorithm, dates, rows, scored, changelog, notes
    std::string parentVersion;
    ExclusionCounts excluded;
    std::uint64_t rejectedRows = 0;  // lines that could not be read
    // Provenance.
    std::string sourceName;    // file name without folder
    std::string sourceSha256;  // hex
    std::uint64_t sourceBytes = 0;
    std::string manifestJson;  // as given, unknown keys and all; may be empty
    // Data.
    StagedIds ids;
    std::vector<StagedColumn> columns;  // without the id column
    std::string fingerprint;            // hex, over (id, class): the eval set's
};

}  // namespace reckoner
