#include "core/review/annotation_record.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace reckoner {
namespace {

AnnotationRecord fullRecord() {
    AnnotationRecord record;
    record.model = "credit";
    Annotation& note = record.note;
    note.sampleId = "s1";
    note.uid = "u1";
    note.text = "=1+1, \"quoted\"\nsecond line";
    note.expected = "no";
    note.produced = "yes";
    note.happened = "'=apostrophe";
    note.user = " space around ";
    note.context = "@context";
    note.action = "\tTab";
    note.owner = "Data team";
    note.tags = {"income missing", "thin file"};
    note.severity = Severity::Medium;
    note.cost = 0.1;
    note.status = CaseStatus::WontFix;
    note.author = "Product";
    note.seenOnVersion = "2.0";
    note.createdAt = "2026-03-04T05:06:07.089Z";
    note.changedAt = "2026-03-04T05:06:08.089Z";
    note.revision = 12;
    note.conflictWith = "u0";
    return record;
}

TEST(AnnotationRecord, EveryFieldComesBackFromItsText) {
    AnnotationRecord given = fullRecord();
    for (const std::vector<std::string>& tags :
         {std::vector<std::string>{}, {"a", "b"}, {"a; b", "c"}, {"[x]"}, {"[\"x\"]"}, {" a"}, {"", "b"}}) {
        given.note.tags = tags;
        AnnotationRecord read;
        for (const std::string_view field : annotationFields())
            setAnnotationField(read, field, annotationField(given, field));
        EXPECT_EQ(read, given) << annotationField(given, "tags");
        EXPECT_EQ(annotationFromJson(annotationJson(given)), given);
    }
    EXPECT_EQ(annotationField(fullRecord(), "tags"), "income missing; thin file");
}

TEST(AnnotationRecord, WhatIsAbsentIsEmpty) {
    EXPECT_EQ(annotationFromJson(nlohmann::ordered_json::object()), AnnotationRecord{});
    EXPECT_EQ(annotationFromJson({{"text", nullptr}, {"cost", nullptr}, {"more", 1}}), AnnotationRecord{});
    AnnotationRecord read;
    for (const std::string_view field : annotationFields())
        setAnnotationField(read, field, "");
    setAnnotationField(read, "more", "x");
    EXPECT_EQ(read, AnnotationRecord{});
}

TEST(AnnotationRecord, WhatIsNoValueIsRefusedByName) {
    const auto refusal = [](std::string_view field, std::string_view text) -> std::string {
        AnnotationRecord record;
        try {
            setAnnotationField(record, field, text);
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::BadInput);
            return error.what();
        }
        return {};
    };
    EXPECT_EQ(refusal("severity", "huge"), "The severity is \"huge\", not none, low, medium or high.");
    EXPECT_NE(refusal("status", "done"), "");
    EXPECT_NE(refusal("cost", "12 EUR"), "");
    EXPECT_NE(refusal("cost", "nan"), "");
    EXPECT_NE(refusal("revision", "-1"), "");
    EXPECT_NE(refusal("revision", "1.5"), "");
    for (const nlohmann::ordered_json& json :
         {nlohmann::ordered_json(1), nlohmann::ordered_json{{"tags", "a"}},
          nlohmann::ordered_json{{"tags", {1}}}, nlohmann::ordered_json{{"text", 5}},
          nlohmann::ordered_json{{"cost", "x"}}})
        EXPECT_THROW(annotationFromJson(json), Error) << json.dump();
}

}  // namespace
}  // namespace reckoner
