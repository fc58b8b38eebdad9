#include "core/review/annotation.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Annotation, NamesOfStatusAndSeverityComeBack) {
    for (const auto status :
         {CaseStatus::Open, CaseStatus::Explained, CaseStatus::Fixed, CaseStatus::WontFix})
        EXPECT_EQ(caseStatus(name(status)), status);
    for (const auto one : {Severity::None, Severity::Low, Severity::Medium, Severity::High})
        EXPECT_EQ(severity(name(one)), one);
    EXPECT_EQ(name(CaseStatus::WontFix), "wont_fix");
    EXPECT_FALSE(caseStatus("won't fix"));
    EXPECT_FALSE(severity(""));
}

TEST(Annotation, BlankMeansNothingWasTypedOrSet) {
    Annotation note;
    note.id = 3;
    note.uid = "u";
    note.modelId = 1;
    note.sampleId = "s1";
    note.author = "Data team";
    note.seenOnVersion = "2.0";
    note.revision = 4;
    EXPECT_TRUE(isBlank(note));
    for (std::string Annotation::*field :
         {&Annotation::text, &Annotation::expected, &Annotation::produced, &Annotation::happened,
          &Annotation::user, &Annotation::context, &Annotation::action, &Annotation::owner}) {
        Annotation typed = note;
        typed.*field = "x";
        EXPECT_FALSE(isBlank(typed));
        EXPECT_FALSE(sameContent(typed, note));
    }
    Annotation set = note;
    set.tags = {"thin file"};
    EXPECT_FALSE(isBlank(set));
    set = note;
    set.cost = 0;
    EXPECT_FALSE(isBlank(set));
    set = note;
    set.severity = Severity::Low;
    EXPECT_FALSE(isBlank(set));
    set = note;
    set.status = CaseStatus::Fixed;
    EXPECT_FALSE(isBlank(set));
}

TEST(Annotation, TheSameContentMayBeWrittenByOthersAtOtherTimes) {
    Annotation a;
    a.modelId = 1;
    a.sampleId = "s1";
    a.text = "Income is missing";
    Annotation b = a;
    b.author = "Product";
    b.changedAt = "2026-03-04T05:06:07.089Z";
    b.revision = 9;
    b.conflictWith = "u";
    EXPECT_TRUE(sameContent(a, b));
    b.sampleId = "s2";
    EXPECT_FALSE(sameContent(a, b));
}

}  // namespace
}  // namespace reckoner
