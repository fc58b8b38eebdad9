#include "core/store/sample_lookup.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class SampleLookupTest : public testing::Test {
 protected:
    RunRow publish(const std::string& version, const std::string& evalSet,
                   const std::vector<std::string>& ids) {
        test::StagingBuilder builder(folder_ / ("staged-" + version));
        test::fillBinaryRun(builder, ids);
        builder.run().version = version;
        builder.run().evalSet = evalSet;
        builder.run().sourceSha256 = version;
        return *store_->run(store_->publish(builder.staged(), {}));
    }
    SampleLookup lookup() {
        return {store_,
                std::make_shared<RunCache>([store = store_](RunId id) { return store->openTable(id); })};
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "a.reckoner", clock_);
};

// The n-th occurrence of an id belongs to the n-th occurrence of it elsewhere.
TEST_F(SampleLookupTest, PairsLikeComparingEveryIdWithEveryOther) {
    Random random(5);
    const auto shuffledIds = [&random](std::size_t n) {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < n; ++i)
            ids.push_back("id-" + std::to_string(random.below(n)));
        return ids;
    };
    std::vector<std::vector<std::string>> ids;
    std::vector<RunRow> runs;
    const std::pair<const char*, const char*> specs[] = {
        {"1", "week-1"}, {"2", "week-1"}, {"3", "week-2"}, {"4", "week-2"}};
    for (const auto& [version, evalSet] : specs) {
        ids.push_back(shuffledIds(60));
        runs.push_back(publish(version, evalSet, ids.back()));
    }
    SampleLookup lookup = this->lookup();
    for (std::size_t a = 0; a < runs.size(); ++a)
        for (std::size_t b = 0; b < runs.size(); ++b)
            for (RowIndex row = 0; row < 60; ++row) {
                const std::string& id = ids[a][row];
                const auto nth =
                    static_cast<std::size_t>(std::count(ids[a].begin(), ids[a].begin() + row + 1, id));
                std::optional<RowIndex> expected;
                std::size_t seen = 0;
                for (RowIndex other = 0; other < 60; ++other)
                    if (ids[b][other] == id && ++seen == nth) expected = other;
                EXPECT_EQ(lookup.find(runs[a], row, runs[b]), expected) << a << " " << b << " " << row;
                EXPECT_EQ(lookup.find(runs[b].info.id, id, nth), expected);
                EXPECT_EQ(lookup.occurrenceOf(runs[a].info.id, row), nth);
            }
}

TEST_F(SampleLookupTest, FindsNothingThatIsNotThere) {
    const RunRow run = publish("1", "week-1", test::numberedIds("a", 5));
    SampleLookup lookup = this->lookup();
    EXPECT_FALSE(lookup.find(run.info.id, "a5", 1));
    EXPECT_FALSE(lookup.find(run.info.id, "a1", 2));
    EXPECT_FALSE(lookup.find(run.info.id, "a1", 0));
    EXPECT_FALSE(lookup.find(run.info.id, "", 1));
    EXPECT_EQ(lookup.find(run.info.id, "a1", 1), 1u);
}

}  // namespace
}  // namespace reckoner
