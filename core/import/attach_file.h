// A file of what became known later (CSV or JSON Lines), read for Attachments::attach().
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/import/import_plan.h"
#include "core/store/attachment.h"

namespace reckoner {

struct AttachFileRequest {
    struct Wanted {
        std::string column;
        ColumnRole role;  // one that canBeAttached()
    };
    std::filesystem::path file;
    std::string id;  // column with the sample's id
    std::vector<Wanted> columns;
    std::vector<std::string> classes;  // of the model: a label "NA" is missing unless it is one
    std::optional<char> delimiter, decimal;
    std::optional<Encoding> encoding;
    double maxBad = 0.05;  // share of lines that may be unreadable
};

struct AttachFile {
    NewAttachment attachment;       // `who` unset
    std::uint64_t withoutId = 0;    // rows without an id: left out
    std::vector<Problem> problems;  // the first 1,000
    std::uint64_t problemCount = 0;
    std::vector<std::string> notes;  // how the file was read
};

// Label, override, outcome, acted on, actionable, segment, numeric, amount, text, timestamp.
bool canBeAttached(ColumnRole role);

// What a model's runs call their columns; may be empty.
struct KnownNames {
    std::string id;
    std::string label;
};

// A file's columns with their first values and what they are taken as until a person says otherwise: the id,
// roles that can be attached, or left out. Throws Error{BadInput}.
struct AttachPreview {
    std::vector<PlannedColumn> columns;
    std::vector<std::string> notes;
};
AttachPreview previewAttachFile(const std::filesystem::path& file, const KnownNames& known = {});

// Repeated ids: the last value that is not missing counts. Rows without an id are left out and counted.
// Throws Error{BadInput}: no such column (naming near ones), a column asked for twice, a role that cannot be
// attached, too many unreadable lines, more than 65,535 different values in one column other
// than text, no usable row.
AttachFile readAttachFile(const AttachFileRequest& request, const TaskContext& context = {});

}  // namespace reckoner
