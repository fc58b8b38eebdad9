// A person's note on a sample of a model. It hangs on (model, sample id), so it follows the sample through
// versions and weekly eval sets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

enum class CaseStatus { Open, Explained, Fixed, WontFix };
std::string_view name(CaseStatus status);  // "open", "explained", "fixed", "wont_fix"
std::optional<CaseStatus> caseStatus(std::string_view name);

enum class Severity { None, Low, Medium, High };
std::string_view name(Severity severity);  // "none", "low", "medium", "high"
std::optional<Severity> severity(std::string_view name);

struct Annotation {
    std::int64_t id = 0;  // 0: not stored yet
    std::string uid;      // the same in every store it is merged into; made at the first save
    std::int64_t modelId = 0;
    std::string sampleId;

    std::string text;  // the one line that is enough
    std::string expected;
    std::string produced;
    std::string happened;
    std::string user;     // who the user was
    std::string context;  // why it matters
    std::string action;   // what could be done about it
    std::string owner;
    std::vector<std::string> tags;
    Severity severity = Severity::None;
    std::optional<double> cost;  // in the model's currency
    CaseStatus status = CaseStatus::Open;

    std::string author;
    std::string changedBy;      // who saved it last; empty: the author
    std::string seenOnVersion;  // version name on which it was first written
    std::string createdAt;      // ISO times, filled by the store
    std::string changedAt;
    std::int64_t revision = 0;  // counts saves: an edit made elsewhere in between shows by it
    std::string conflictWith;   // uid of the note this one was kept beside; empty: none

    bool operator==(const Annotation&) const = default;
};

// Nothing typed: text, fields and tags are empty and nothing is set.
bool isBlank(const Annotation& annotation);

// What people typed and chose is the same; who, when, where it is stored and its revision may differ.
bool sameContent(const Annotation& a, const Annotation& b);

}  // namespace reckoner
