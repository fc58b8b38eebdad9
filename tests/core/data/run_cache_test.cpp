#include "core/data/run_cache.h"

#include <map>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

class ThousandNumbers final : public ColumnSource {
 public:
    const std::vector<ColumnInfo>& columns() const override { return columns_; }
    ColumnPtr load(ColumnId, const TaskContext&) const override {
        return std::make_shared<RealColumn>(std::vector<double>(1'000));
    }

 private:
    std::vector<ColumnInfo> columns_{ColumnInfo{1, "score", ColumnRole::Score, ColumnType::Real, "", 0, 0}};
};

class RunCacheTest : public testing::Test {
 protected:
    EvalTablePtr load(RunId id) {
        ++opened_[id];
        if (id < 0) throw Error(ErrorCode::Usage, "There is no such run.");
        RunInfo info;
        info.id = id;
        info.rows = 1'000;
        return std::make_shared<EvalTable>(info, std::make_shared<ThousandNumbers>());
    }
    std::map<RunId, int> opened_;
    RunCache cache_{[this](RunId id) { return load(id); }, 20'000};
};

TEST_F(RunCacheTest, ARunIsOpenedOnce) {
    const EvalTablePtr table = cache_.open(1);
    EXPECT_EQ(cache_.open(1), table);
    EXPECT_EQ(opened_[1], 1);
}

TEST_F(RunCacheTest, TheLeastRecentlyUsedRunGoesWhenColumnsFillTheBudget) {
    for (const RunId id : {1, 2})
        cache_.open(id)->column(1);
    EXPECT_EQ(cache_.bytes(), 16'000U);
    cache_.open(1);
    cache_.open(3)->column(1);
    EXPECT_EQ(cache_.bytes(), 24'000U);  // columns came after open()
    cache_.open(3);
    EXPECT_EQ(cache_.bytes(), 16'000U);
    cache_.open(1);
    EXPECT_EQ(opened_[1], 1);
    cache_.open(2);
    EXPECT_EQ(opened_[2], 2);
}

TEST_F(RunCacheTest, OneRunBeyondTheBudgetIsKeptWhileItIsUsed) {
    RunCache small([this](RunId id) { return load(id); }, 100);
    const EvalTablePtr table = small.open(7);
    table->column(1);
    EXPECT_EQ(small.open(7), table);
    small.open(8);
    EXPECT_EQ(small.bytes(), 0U);
    EXPECT_EQ(table->rows(), 1'000U);
}

TEST_F(RunCacheTest, ClearingOpensAgainAndErrorsAreNotKept) {
    cache_.open(1);
    cache_.clear();
    cache_.open(1);
    EXPECT_EQ(opened_[1], 2);
    EXPECT_THROW(cache_.open(-1), Error);
    EXPECT_THROW(cache_.open(-1), Error);
    EXPECT_EQ(opened_[-1], 2);
}

TEST(RunCache, TheDefaultBudgetIsAtMostTwoGibibytes) {
    EXPECT_GT(RunCache::defaultBudget(), 0U);
    EXPECT_LE(RunCache::defaultBudget(), std::size_t{2} << 30);
}

}  // namespace
}  // namespace reckoner
