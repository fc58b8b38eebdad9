#include "core/data/eval_table.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// Counts how often a column is really loaded.
class CountingSource final : public ColumnSource {
 public:
    CountingSource() {
        columns_.push_back({1, "label", ColumnRole::Label, ColumnType::Category, {}, 0, 1});
        columns_.push_back({2, "score", ColumnRole::Score, ColumnType::Real, {}, 0, 0});
        columns_.push_back({3, "margin", ColumnRole::Score, ColumnType::Real, {}, 0, 0});
    }
    const std::vector<ColumnInfo>& columns() const override { return columns_; }
    ColumnPtr load(ColumnId id, const TaskContext& context) const override {
        context.checkCancelled();
        ++loads;
        if (id == 1)
            return std::make_shared<CategoryColumn>(std::vector<std::uint8_t>{0, 0},
                                                    std::vector<std::string>{"yes"});
        return std::make_shared<RealColumn>(std::vector<double>{0.25, 0.5});
    }
    mutable int loads = 0;

 private:
    std::vector<ColumnInfo> columns_;
};

RunInfo twoRows() {
    RunInfo info;
    info.rows = 2;
    return info;
}

TEST(EvalTable, FindsColumnsByExactNameRoleAndId) {
    const EvalTable table(twoRows(), std::make_shared<CountingSource>());
    EXPECT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.find("score")->id, 2);
    EXPECT_EQ(table.find("Score"), nullptr);
    EXPECT_EQ(table.find(ColumnRole::Score)->name, "score");  // the first of two
    EXPECT_EQ(table.find(ColumnRole::Amount), nullptr);
    EXPECT_EQ(table.find(ColumnId{3})->name, "margin");
    EXPECT_EQ(table.find(ColumnId{9}), nullptr);
}

TEST(EvalTable, LoadsAColumnWhenFirstAskedForAndOnlyOnce) {
    const auto source = std::make_shared<CountingSource>();
    const EvalTable table(twoRows(), source);
    EXPECT_EQ(table.bytes(), 0U);
    EXPECT_EQ(source->loads, 0);
    EXPECT_EQ(table.real(2)->values()[1], 0.5);
    EXPECT_EQ(table.column(2), table.column(2));
    EXPECT_EQ(source->loads, 1);
    EXPECT_EQ(table.bytes(), 2 * sizeof(double));
    EXPECT_EQ(table.category(1)->code(0), 0U);
    EXPECT_EQ(source->loads, 2);
}

TEST(EvalTable, ReadingAColumnAsAnotherTypeIsOurOwnMistake) {
    const EvalTable table(twoRows(), std::make_shared<CountingSource>());
    for (const auto& wrong : std::vector<std::function<void()>>{
             [&] { table.category(2); }, [&] { table.real(1); }, [&] { table.text(1); }}) {
        try {
            wrong();
            FAIL() << "did not throw";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::Internal);
        }
    }
}

TEST(EvalTable, ACancelledLoadLeavesNothingBehindAndMayBeRepeated) {
    const auto source = std::make_shared<CountingSource>();
    const EvalTable table(twoRows(), source);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(table.column(2, TaskContext(stop.get_token())), Error);
    EXPECT_EQ(table.bytes(), 0U);
    EXPECT_EQ(table.real(2)->rows(), 2U);
}

TEST(EvalTable, TasksAndScoreKindsHaveTheNamesOfTheManifest) {
    EXPECT_EQ(name(Task::Binary), "binary");
    EXPECT_EQ(name(Task::Multiclass), "multiclass");
    for (const ScoreKind kind :
         {ScoreKind::Probability, ScoreKind::Percent, ScoreKind::Logit, ScoreKind::Margin, ScoreKind::Raw})
        EXPECT_EQ(scoreKind(name(kind)), kind);
    EXPECT_EQ(scoreKind("odds"), std::nullopt);
    EXPECT_EQ(scoreKind(""), std::nullopt);
}

}  // namespace
}  // namespace reckoner
