#include "core/review/reasons.h"

#include <gtest/gtest.h>

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
    const auto reasons = reasonsOf(
        {noteOn("a", {"thin file"}, 10), noteOn("a", {"thin file"}, 30),
         noteOn("b", {"thin file", "income missing"}), noteOn("c", {}), noteOn("d", {"income missing"})},
        [](const std::string& sample) -> std::optional<double> {
            if (sample == "b") return 5;
            return std::nullopt;
        });
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
    EXPECT_TRUE(reasonsOf({}, [](const std::string&) { return std::nullopt; }).empty());
}

}  // namespace
}  // namespace reckoner
