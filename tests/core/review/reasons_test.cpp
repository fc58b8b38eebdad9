#include "core/review/reasons.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

Annotation noteOn(const std::string& sample, std::vector<std::string> tags, std::optional<double> cost = {}) {
    Annotation note;
    note.sampleId = sample;
    note.tags = std::move(tags);
    note.cost = cost;
    return note;
}

TEST(Reasons, CountSamplesNotNotes) {
    const ErrorReasons all = reasonsOf(
        {noteOn("a", {"thin file"}, 10), noteOn("a", {"thin file"}, 30),
         noteOn("b", {"thin file", "income missing"}), noteOn("c", {}), noteOn("d", {"income missing"})},
        [](const std::string& sample) -> std::optional<double> {
            if (sample == "b") return 5;
            return std::nullopt;
        });
    const auto& reasons = all.reasons;
    EXPECT_EQ(all.samples, 4u) << "each once, with one tag or two";
    EXPECT_EQ(all.costed, 2u);
    ASSERT_EQ(reasons.size(), 3u);
    EXPECT_EQ(reasons[0].tag, "income missing");
    EXPECT_EQ(reasons[0].samples, 2u);
    EXPECT_EQ(reasons[0].cost, 5);
    EXPECT_EQ(reasons[0].costed, 1u);
    EXPECT_EQ(reasons[1].tag, "thin file");
    EXPECT_EQ(reasons[1].samples, 2u);
    EXPECT_EQ(reasons[1].cost, 35) << "the dearer note of a, and b";
    EXPECT_EQ(reasons[2].tag, "");
    EXPECT_EQ(reasons[2].samples, 1u);
}

TEST(Reasons, AreNoneWithoutNotes) {
    EXPECT_TRUE(reasonsOf({}, [](const std::string&) { return std::nullopt; }).reasons.empty());
}

TEST(Reasons, OnlyOfNotesOnRowsThatAreLookedAt) {
    const EvalTablePtr table = test::VectorTable()
                                   .texts("id", {"a", "b", "c", "b"}, ColumnRole::Id)
                                   .labels({"yes", "no", "no", "yes"}, "truth")
                                   .scores({0.9, 0.2, 0.3, 0.4})
                                   .build();
    SampleFacts::Sources sources;
    sources.notes = [] {
        return std::vector<NoteFact>{{"a", "x", "", {}}, {"b", "y", "", {}}, {"elsewhere", "z", "", {}}};
    };
    const SampleFacts facts(table, sources);
    const std::vector<Annotation> notes{noteOn("a", {}), noteOn("b", {}), noteOn("b", {}),
                                        noteOn("elsewhere", {})};
    EXPECT_EQ(notesAmong(facts, RowSet::all(4), notes).size(), 3u);
    EXPECT_EQ(notesAmong(facts, RowSet({2, 3}, 4), notes).size(), 2u) << "the second b is enough";
    EXPECT_TRUE(notesAmong(facts, RowSet({2}, 4), notes).empty());
}

}  // namespace
}  // namespace reckoner
