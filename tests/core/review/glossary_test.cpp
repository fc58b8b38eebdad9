#include "core/review/glossary.h"

#include <set>

#include <gtest/gtest.h>

#include "core/metrics/metric_list.h"

namespace reckoner {
namespace {

TEST(Glossary, HasThreeReadingsOfEveryTermAndEachTermOnce) {
    std::set<std::string_view> ids;
    for (const GlossaryEntry& entry : glossary()) {
        EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
        for (const std::string_view reading : {entry.term, entry.agreed, entry.manager, entry.engineer})
            EXPECT_FALSE(reading.empty()) << entry.id;
    }
}

TEST(Glossary, FindsATermAndSaysWhenThereIsNone) {
    ASSERT_NE(findTerm("precision"), nullptr);
    EXPECT_EQ(findTerm("precision")->term, "Precision");
    EXPECT_EQ(findTerm("no such term"), nullptr);
}

TEST(Glossary, KeepsTheTermsOfOnePartTogether) {
    std::set<GlossaryPart> closed;
    GlossaryPart open = glossary().front().part;
    for (const GlossaryEntry& entry : glossary()) {
        if (entry.part == open) continue;
        closed.insert(open);
        open = entry.part;
        EXPECT_FALSE(closed.contains(open)) << entry.id;
    }
}

TEST(Glossary, ExplainsEveryMetricOfTheList) {
    for (const MetricEntry& metric : metricList())
        EXPECT_NE(findTerm(metric.id), nullptr) << metric.id;
}

}  // namespace
}  // namespace reckoner
