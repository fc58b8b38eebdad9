#include "core/review/case_list.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// More rows than are put in order at once.
CaseQuery manyCases(std::size_t rows) {
    Random random(5);
    std::vector<double> scores;
    std::vector<std::string> labels, jobs;
    for (std::size_t i = 0; i < rows; ++i) {
        scores.push_back(static_cast<double>(random.below(500)) / 500);
        labels.push_back(random.below(3) == 0 ? "yes" : "no");
        jobs.push_back(random.below(2) == 0 ? "a" : "b");
    }
    CaseQuery query;
    query.table = test::VectorTable().labels(labels).scores(scores).segment("job", jobs).build();
    query.point.outcome = {"yes", 0.5};
    return query;
}

TEST(CaseList, TheFirstScreenIsTheBeginningOfTheWholeOrder) {
    CaseQuery query = manyCases(120'000);
    for (const char* sort : {"score", "-score", "-cost", "column:job", "random:9"}) {
        query.sort = CaseSort::parse(sort);
        const CaseList list = beginList(query, 300);
        ASSERT_FALSE(list.complete);
        ASSERT_EQ(list.rows.size(), 300u);
        const std::vector<RowIndex> all = finishList(list);
        EXPECT_EQ(all.size(), 120'000u);
        EXPECT_TRUE(std::equal(list.rows.begin(), list.rows.end(), all.begin())) << sort;
    }
}

TEST(CaseList, FiltersAndPickLeaveTheirRowsInTheirOrder) {
    CaseQuery query = manyCases(2'000);
    query.filters = {"outcome = wrong", "", "job = 'a' or score > 0.9"};
    EXPECT_EQ(query.where(), "(outcome = wrong) and (job = 'a' or score > 0.9)");
    CaseList list = beginList(query, 10);
    EXPECT_TRUE(list.complete);
    const RowSet wanted = Filter::parse(query.where()).apply(*query.table, query.point.outcome);
    EXPECT_EQ(list.members.size(), wanted.size());
    EXPECT_EQ(list.sort.text(), "-cost");
    query.pick = Pick::Confident;
    list = beginList(query, 10);
    EXPECT_EQ(list.sort.text(), "-distance");
    for (std::size_t i = 1; i < list.rows.size(); ++i)
        EXPECT_GE(list.view->distance(list.rows[i - 1]), list.view->distance(list.rows[i]));
    query.pick = Pick::Segment;
    list = beginList(query, 10);
    EXPECT_TRUE(list.drawn);
    EXPECT_EQ(list.rows, oneFromEachSegment(*list.view, wanted));
    query.sort = CaseSort::parse("score");
    EXPECT_FALSE(beginList(query, 10).drawn);
    query.filters = {"jbo = 'a'"};
    EXPECT_THROW(beginList(query, 10), Error);
}

}  // namespace
}  // namespace reckoner
