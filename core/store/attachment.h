// What became known later about samples of a model (labels, outcomes, overrides, segments), by sample id.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/data/eval_table.h"
#include "core/data/id_index.h"

namespace reckoner {

// One column of a file, beside the ids.
struct AttachmentColumn {
    ColumnInfo info;                      // name, role, type, missing, distinct, timeFormat
    std::vector<std::string> dictionary;  // Category
    std::vector<std::uint32_t> codes;     // Category: dictionary.size() is missing
    std::vector<double> values;           // Real, Timestamp: missingReal() is missing
    std::vector<std::string> texts;       // Text
    std::vector<std::uint8_t> present;    // Text: 0 is missing
};

// A file read, ready to be stored: every id once, the last value of it that is not missing counts.
struct NewAttachment {
    std::string sourceName;    // file name without folder
    std::string sourceSha256;  // hex
    IdIndex ids;
    std::vector<AttachmentColumn> columns;  // each of ids.size() values
    std::uint64_t repeatedIds = 0;          // rows whose id stood before
    std::uint64_t rejectedRows = 0;         // lines that could not be read
    std::string who;
};

struct AttachmentRow {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string sourceName;
    std::string sourceSha256;
    std::uint64_t ids = 0;
    std::uint64_t matched = 0;  // ids that were samples of the model when it was attached
    std::uint64_t repeatedIds = 0;
    std::uint64_t rejectedRows = 0;
    std::string who;
    std::string attachedAt;
    std::string withdrawnAt;          // empty: in force
    std::vector<ColumnInfo> columns;  // id: unset
};

// A sample whose value in a run is another than the attached one; the run's stays.
struct AttachedDifference {
    RunId run = 0;
    std::string sampleId;
    std::string column;  // of the run
    std::string own;
    std::string attached;
};

// Per run, what an attachment changed in its counts.
struct AttachedEffect {
    RunId run = 0;
    std::uint64_t scoredBefore = 0;
    std::uint64_t scoredAfter = 0;
};

struct AttachReport {
    AttachmentRow row;
    std::uint64_t unmatched = 0;  // ids that are no sample of the model
    std::vector<std::string> unmatchedExamples;
    // Samples of which a run has another label, another value in some other column, than the file.
    std::uint64_t labelDifferences = 0;
    std::uint64_t otherDifferences = 0;
    std::vector<AttachedDifference> labelExamples;
    std::vector<AttachedDifference> otherExamples;
    std::uint64_t unexpectedLabels = 0;   // ids whose label is no class of the model
    std::vector<AttachedEffect> effects;  // runs whose number of scored rows changed
};

inline constexpr std::size_t kAttachExamples = 10;

}  // namespace reckoner
