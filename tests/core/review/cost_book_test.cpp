#include "core/review/cost_book.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

CostModelRow bookRow(std::int64_t id, double missed, const std::string& scenario, bool removed = false) {
    CostModelRow row;
    row.id = id;
    row.costs.fn.fixed = missed;
    row.scenario = scenario;
    row.removed = removed;
    return row;
}

TEST(CostBook, WithoutAnyEntryOnlyTheLikelyScenarioIsThere) {
    const CostBook book;
    EXPECT_TRUE(book.empty());
    EXPECT_EQ(book.scenarios(), (std::vector<std::string>{"likely"}));
    EXPECT_TRUE(book.has("likely"));
    EXPECT_FALSE(book.has("worst"));
    EXPECT_FALSE(book.inForce());
}

TEST(CostBook, ScenariosStandAsTheyWereFirstSaved) {
    const CostBook book({bookRow(5, 5, "best"), bookRow(4, 4, "calm", true), bookRow(3, 3, "calm"),
                         bookRow(2, 2, "worst"), bookRow(1, 1, "best")});
    EXPECT_EQ(book.scenarios(), (std::vector<std::string>{"likely", "best", "worst"}));
    EXPECT_EQ(book.entry("best")->id, 5);
    EXPECT_EQ(book.entry("calm"), nullptr);
    EXPECT_EQ(book.before(book.history()[0])->id, 1);
    EXPECT_EQ(book.before(book.history()[1])->id, 3);
    EXPECT_EQ(book.before(book.history()[4]), nullptr);
    // Nobody has said what is likely.
    EXPECT_EQ(book.inForce("worst")->row.id, 2);
    EXPECT_FALSE(book.inForce());
}

TEST(CostBook, WordsAndCurrencyAreTheModelsNewest) {
    CostModelRow likely = bookRow(1, 1, "likely");
    likely.words.sample = "loan";
    likely.costs.currency = "EUR";
    CostModelRow worst = bookRow(2, 2, "worst");
    worst.words.sample = "application";
    worst.costs.currency = "CHF";
    worst.costs.period = "week";
    const CostBook book({worst, likely});
    EXPECT_EQ(book.inForce()->row.id, 1);
    EXPECT_EQ(book.inForce()->row.words.sample, "application");
    EXPECT_EQ(book.inForce()->row.costs.currency, "CHF");
    EXPECT_EQ(book.inForce()->row.costs.period, "week");
}

}  // namespace
}  // namespace reckoner
