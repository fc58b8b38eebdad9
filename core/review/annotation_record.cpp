#include "core/review/annotation_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/base/trimmed.h"

namespace reckoner {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 22> kFields = {
    "model",      "sample_id", "text",     "expected",        "produced",   "happened",
    "user",       "context",   "action",   "owner",           "tags",       "severity",
    "cost",       "status",    "author",   "seen_on_version", "created_at", "changed_at",
    "changed_by", "uid",       "revision", "conflict_with"};

constexpr auto kReplace = Json::error_handler_t::replace;

struct TextField {
    std::string_view name;
    std::string Annotation::*member;
};
constexpr TextField kTextFields[] = {
    {"sample_id", &Annotation::sampleId},
    {"text", &Annotation::text},
    {"expected", &Annotation::expected},
    {"produced", &Annotation::produced},
    {"happened", &Annotation::happened},
    {"user", &Annotation::user},
    {"context", &Annotation::context},
    {"action", &Annotation::action},
    {"owner", &Annotation::owner},
    {"author", &Annotation::author},
    {"seen_on_version", &Annotation::seenOnVersion},
    {"created_at", &Annotation::createdAt},
    {"changed_at", &Annotation::changedAt},
    {"changed_by", &Annotation::changedBy},
    {"uid", &Annotation::uid},
    {"conflict_with", &Annotation::conflictWith},
};

std::string* textField(AnnotationRecord& record, std::string_view field) {
    if (field == "model") return &record.model;
    for (const TextField& text : kTextFields)
        if (text.name == field) return &(record.note.*text.member);
    return nullptr;
}

[[noreturn]] void refuse(std::string_view field, std::string_view value, std::string_view wanted) {
    throw Error(ErrorCode::BadInput, fmt::format("The {} is \"{}\", not {}.", field, value, wanted));
}

std::vector<std::string> splitTags(std::string_view text) {
    std::vector<std::string> tags;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (const auto tag = trimmed(text.substr(0, end)); !tag.empty()) tags.emplace_back(tag);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return tags;
}

std::vector<std::string> tagsFromJson(const Json& json) {
    std::vector<std::string> tags;
    if (!json.is_array()) refuse("tags", json.dump(-1, ' ', false, kReplace), "a list of texts");
    for (const Json& tag : json) {
        if (!tag.is_string()) refuse("tags", json.dump(-1, ' ', false, kReplace), "a list of texts");
        tags.push_back(tag.get<std::string>());
    }
    return tags;
}

std::vector<std::string> tagsFromText(std::string_view text) {
    if (!text.starts_with('[')) return splitTags(text);
    const Json json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? splitTags(text) : tagsFromJson(json);
}

std::string tagsText(const std::vector<std::string>& tags) {
    const std::string text = fmt::format("{}", fmt::join(tags, "; "));
    if (tagsFromText(text) == tags) return text;
    return Json(tags).dump(-1, ' ', false, kReplace);
}

Severity severityFrom(std::string_view text) {
    if (text.empty()) return Severity::None;
    const auto found = severity(text);
    if (!found) refuse("severity", text, "none, low, medium or high");
    return *found;
}

CaseStatus statusFrom(std::string_view text) {
    if (text.empty()) return CaseStatus::Open;
    const auto found = caseStatus(text);
    if (!found) refuse("status", text, "open, explained, fixed or wont_fix");
    return *found;
}

std::optional<double> costFrom(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto cost = parseNumber(text);
    if (!cost || !std::isfinite(*cost)) refuse("cost", text, "a number");
    return cost;
}

std::int64_t revisionFrom(std::string_view text) {
    std::int64_t revision = 0;
    if (text.empty()) return revision;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), revision);
    if (problem != std::errc{} || end != text.data() + text.size() || revision < 0)
        refuse("revision", text, "a whole number");
    return revision;
}

}  // namespace

std::span<const std::string_view> annotationFields() {
    return kFields;
}

std::string annotationField(const AnnotationRecord& record, std::string_view field) {
    const Annotation& note = record.note;
    if (field == "tags") return tagsText(note.tags);
    if (field == "severity") return std::string(name(note.severity));
    if (field == "cost") return note.cost ? shortestNumber(*note.cost) : "";
    if (field == "status") return std::string(name(note.status));
    if (field == "revision") return fmt::format("{}", note.revision);
    AnnotationRecord copy = record;
    const std::string* text = textField(copy, field);
    return text ? *text : "";
}

void setAnnotationField(AnnotationRecord& record, std::string_view field, std::string_view text) {
    Annotation& note = record.note;
    if (field == "tags")
        note.tags = tagsFromText(text);
    else if (field == "severity")
        note.severity = severityFrom(text);
    else if (field == "cost")
        note.cost = costFrom(text);
    else if (field == "status")
        note.status = statusFrom(text);
    else if (field == "revision")
        note.revision = revisionFrom(text);
    else if (std::string* member = textField(record, field))
        *member = text;
}

Json annotationJson(const AnnotationRecord& record) {
    Json json = Json::object();
    for (const std::string_view field : kFields)
        json[std::string(field)] = annotationField(record, field);
    json["tags"] = record.note.tags;
    json["cost"] = record.note.cost ? Json(*record.note.cost) : Json(nullptr);
    json["revision"] = record.note.revision;
    return json;
}

AnnotationRecord annotationFromJson(const Json& json) {
    if (!json.is_object()) throw Error(ErrorCode::BadInput, "A note has to be a JSON object.");
    AnnotationRecord record;
    for (const auto& [field, value] : json.items()) {
        if (value.is_null() || std::find(kFields.begin(), kFields.end(), field) == kFields.end()) continue;
        if (field == "tags")
            record.note.tags = tagsFromJson(value);
        else if (value.is_string())
            setAnnotationField(record, field, value.get<std::string>());
        else if (value.is_number() && field == "cost")
            record.note.cost = costFrom(shortestNumber(value.get<double>()));
        else if (value.is_number_integer() && field == "revision")
            record.note.revision = revisionFrom(value.dump());
        else
            refuse(field, value.dump(-1, ' ', false, kReplace), "a text");
    }
    return record;
}

}  // namespace reckoner
