// A note as named texts, for files: the columns of a CSV file, the keys of JSON Lines.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/review/annotation.h"

namespace reckoner {

// A note with its model's name, as it stands in a file; modelId and id say nothing there.
struct AnnotationRecord {
    std::string model;
    Annotation note;

    bool operator==(const AnnotationRecord&) const = default;
};

// In the order they are written: "model", "sample_id", "text", ...
std::span<const std::string_view> annotationFields();

// setAnnotationField(field, annotationField(field)) gives the same note. Tags are separated by "; ", or a
// JSON array when a tag itself would be cut.
std::string annotationField(const AnnotationRecord& record, std::string_view field);
// Names that are no field are passed over. Throws Error{BadInput}: a sentence without the place.
void setAnnotationField(AnnotationRecord& record, std::string_view field, std::string_view text);

nlohmann::ordered_json annotationJson(const AnnotationRecord& record);
// Every key may be absent or null. Throws Error{BadInput}: a sentence without the place.
AnnotationRecord annotationFromJson(const nlohmann::ordered_json& json);

}  // namespace reckoner
