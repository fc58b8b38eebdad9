// What an import will do with a file: dialect, roles, names; guessed, then confirmed or changed by a person.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/data/eval_table.h"
#include "core/store/staged_run.h"
#include "core/store/store.h"

namespace reckoner {

class Executor;

enum class FileFormat { Csv, JsonLines };
enum class Encoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Latin1 };
std::string_view name(Encoding encoding);

struct Dialect {
    FileFormat format = FileFormat::Csv;
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    char decimal = '.';
    bool operator==(const Dialect&) const = default;
};

// One column of the file and what it will become.
struct PlannedColumn {
    std::string name;                // CSV: header; JSON Lines: path ("scores.VF")
    std::optional<ColumnRole> role;  // nothing: left out
    std::string classOf;             // ClassScore
    ColumnType type = ColumnType::Real;
    std::string reason;                 // why this role was guessed: a short clause for people
    std::vector<std::string> examples;  // first few values, as in the file
};

// The answers that beat every guess: from flags, from the manifest, from the preview. Empty = not said.
struct ImportAnswers {
    std::string model, version, evalSet;
    std::string id, label, score, prediction, text, weight, timestamp, latency, explanation, overrideColumn,
        actionable, outcome, actedOn;
    std::vector<std::pair<std::string, std::string>> classScores;  // class, column
    std::vector<std::string> segments, numeric, amounts, ignored;
    std::string positive;
    std::vector<std::string> classes;
    std::optional<ScoreKind> scoreKind;
    std::optional<double> threshold;
    std::optional<char> delimiter, decimal;
    std::optional<Encoding> encoding;
    double maxBad = 0.05;
    // A preview that a person completes: a label or score that is not found is a sentence in `guesses`, no
    // error, and `incomplete` is set.
    bool preview = false;
};

struct ImportPlan {
    std::filesystem::path file;
    std::string manifestJson;  // as read; empty without one
    std::string manifestName;
    Dialect dialect;
    bool encodingGuessed = true;         // nobody said it: text that is no UTF-8 further down may be Latin-1
    std::vector<PlannedColumn> columns;  // in file order
    std::string model, version, evalSet, algorithm, runDate, parentVersion, changelog, notes;
    Task task = Task::Binary;
    std::vector<std::string> classes;  // as far as known before reading all
    std::string positive;
    bool positiveGuessed = true;
    bool classesGiven = false;
    ScoreKind kind = ScoreKind::Probability;
    std::optional<double> threshold;
    double maxBad = 0.05;
    bool incomplete = false;            // no label or no score was found; only in a preview
    std::vector<std::string> guesses;   // sentences: what was guessed and why
    std::uint64_t bytes = 0;            // of the file
    std::optional<std::uint64_t> rows;  // where the file is small enough to have been read whole
    // Manifest promises to be checked.
    std::optional<std::string> expectedSha256;
    std::optional<std::uint64_t> expectedRows;
    // The costs its manifest states become the model's, where it has none yet.
    bool adoptCosts = true;
};

struct Problem {
    std::uint64_t line = 0;  // 1-based line in the file where the record begins; 0: the whole file
    std::string message;
};

struct ImportReport {
    RunId run = 0;
    StagedRun staged;               // names, counts, roles (staging file is gone after publishing)
    std::vector<Problem> problems;  // the first 1,000
    std::uint64_t problemCount = 0;
    std::optional<RunId> sameFileAs;  // noticed by hash
};

// Reads the head of the file (and a manifest: given, else NAME.manifest.json beside it) and plans.
// remembered: roles of this model's last import. Throws Error{BadInput}: no table, no label column (when
// guessing), header only, a folder, unreadable.
ImportPlan planImport(const std::filesystem::path& file, const std::optional<std::filesystem::path>& manifest,
                      const ImportAnswers& answers, const Store* store = nullptr);

// Parses the whole file into a staging file (in stagingFolder) and settles everything. Memory is bounded by
// chunks. Throws Error{BadInput} (too many bad rows, promises of the manifest broken, nothing usable) or
// Error{Cancelled}; the staging file is then gone.
// storeName: part of the staging file's name (".NAME.import-PID-N"); left-overs of that name are removed.
// executor: hashes and packs beside the reading where a thread is free; may be null.
ImportReport stageImport(const ImportPlan& plan, const std::filesystem::path& stagingFolder,
                         const TaskContext& context, const std::string& storeName = "staging.reckoner",
                         Executor* executor = nullptr);

// For the next guess. The run is stored already: a store that cannot be written becomes a problem of the
// report, not a failed import.
void rememberRoles(Store& store, ImportReport& report, const std::vector<RememberedRole>& roles);

// The costs the manifest of a published run states become the model's, unless it has costs already. A failure
// becomes a problem of the report: the run is stored.
void adoptManifestCosts(Store& store, ImportReport& report, const std::string& manifestName);

// stageImport + Store::publish + rememberRoles + adoptManifestCosts. The same file again is noticed: imported
// only with again = true, else Error{BadInput} naming the run.
ImportReport importRun(Store& store, const ImportPlan& plan, const TaskContext& context, bool again = false,
                       Executor* executor = nullptr);

}  // namespace reckoner
