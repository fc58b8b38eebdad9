// The manifest beside a data file: what a run is, said by whoever wrote it (CLI.md, "Manifest").
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/import/import_plan.h"

namespace reckoner {

struct ManifestColumn {
    std::string column;
    ColumnRole role;
    std::string classOf;
};

struct Manifest {
    std::string json;  // as read
    std::string fileName;
    std::string modelName, modelVersion, algorithm, evalSet, runDate, parent, changelog, notes, dataFile;
    std::optional<Task> task;
    std::optional<FileFormat> format;
    std::optional<char> delimiter, decimal;
    std::optional<Encoding> encoding;
    std::optional<std::uint64_t> rows;
    std::string positive;
    std::vector<std::string> classes;
    std::optional<ScoreKind> kind;
    std::optional<double> threshold;
    std::optional<std::string> sha256;
    bool hasColumns = false;
    std::vector<ManifestColumn> columns;
    std::vector<std::string> unknownKeys;  // kept, and shown
};

// Throws Error{BadInput} naming the file and the key that is wrong.
Manifest readManifest(const std::filesystem::path& file);
Manifest parseManifest(const std::string& json, const std::string& fileName);
// NAME.manifest.json beside NAME.csv, .tsv, .jsonl, ...; nothing when there is none.
std::optional<std::filesystem::path> sidecarOf(const std::filesystem::path& dataFile);

// "utf-8", "latin-1", "cp1252", "utf-16-le", ... in any case; nothing when not known.
std::optional<Encoding> encodingNamed(std::string_view name);
// "tab", "comma", ";" ...; nothing when not one character.
std::optional<char> delimiterNamed(std::string_view name);

}  // namespace reckoner
