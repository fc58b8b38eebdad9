#include "core/review/picks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/review/case_list.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

using PickedRows = std::vector<RowIndex>;

PickedRows picked(const CaseView& view, const RowSet& base, Pick pick, const PickSources& sources = {}) {
    PickedRows rows;
    if (const auto set = pickedRows(view, base, pick, sources))
        set->forEach([&](RowIndex row) { rows.push_back(row); });
    return rows;
}

// Missed defaults from 500 EUR up at 0.31: the list of the picture.
struct CreditMisses {
    EvalTablePtr table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    CaseView view;
    RowSet base;
    CreditMisses()
        : view(table, point()),
          base(Filter::parse("outcome = missed and amount >= 500").apply(*table, point().outcome)) {}
    static CaseView::Point point() {
        CaseView::Point result;
        result.outcome = {"bad", 0.31};
        result.costs.fn = {0, 0.5, "amount"};
        result.costs.fp = {0, 0.15, "amount"};
        return result;
    }
};

TEST(Picks, TheCreditDemoHasTheNumbersOfThePicture) {
    const CreditMisses credit;
    ASSERT_EQ(credit.base.size(), 276u);
    EXPECT_EQ(picked(credit.view, credit.base, Pick::Expensive).size(), 276u);
    EXPECT_EQ(picked(credit.view, credit.base, Pick::Confident).size(), 276u);
    EXPECT_EQ(picked(credit.view, credit.base, Pick::Nearest).size(), 28u);
    EXPECT_EQ(picked(credit.view, credit.base, Pick::Segment).size(), 22u);
    EXPECT_EQ(picked(credit.view, credit.base, Pick::Random).size(), 276u);
    EXPECT_FALSE(pickedRows(credit.view, credit.base, Pick::New, {}));

    // Those that v1 had caught at the same threshold.
    const auto before = test::demoRun("credit_default/credit_default_v1_logreg.csv").build();
    PickSources sources;
    sources.broken.emplace();
    Filter::parse("outcome = caught").apply(*before, {"bad", 0.31}).forEach([&](RowIndex row) {
        if (credit.view.outcome(row) == RowOutcome::Missed) sources.broken->push_back(row);
    });
    EXPECT_EQ(picked(credit.view, credit.base, Pick::New, sources).size(), 54u);

    const auto dearest = sortedCases(credit.view, credit.base, pickSort(credit.view, Pick::Expensive, 7));
    EXPECT_EQ(credit.view.cost(dearest.front()), 2000);
    const auto surest = sortedCases(credit.view, credit.base, pickSort(credit.view, Pick::Confident, 7));
    const auto nearest = sortedCases(credit.view, credit.base, pickSort(credit.view, Pick::Nearest, 7));
    EXPECT_LT(credit.view.score(surest.front()), credit.view.score(surest.back()));
    EXPECT_EQ(nearest.front(), surest.back());
}

TEST(Picks, AgreeWithLookingAtEveryRow) {
    for (const std::uint64_t seed : {1, 2, 3}) {
        Random random(seed);
        std::vector<double> scores;
        std::vector<std::string> labels, jobs, plans;
        for (int i = 0; i < 400; ++i) {
            scores.push_back(random.below(12) == 0 ? missingReal() : random.unit());
            labels.push_back(random.below(9) == 0 ? "" : random.below(2) ? "yes" : "no");
            jobs.push_back(random.below(9) == 0 ? ""
                                                : std::string(1, static_cast<char>('a' + random.below(5))));
            plans.push_back(std::string(1, static_cast<char>('x' + random.below(3))));
        }
        const auto table = test::VectorTable()
                               .labels(labels)
                               .scores(scores)
                               .segment("job", jobs)
                               .segment("plan", plans)
                               .build();
        CaseView::Point point;
        point.outcome = {"yes", 0.4};
        point.costs.fn.fixed = 5;
        point.costs.tp.fixed = -1;
        point.costs.fp.fixed = 0;
        const CaseView view(table, point);
        PickSources sources;
        PickedRows some, missed, wrong, nearby, unnoted;
        for (RowIndex row = 0; row < 400; ++row) {
            if (random.below(4) == 0) continue;
            some.push_back(row);
            const bool noted = random.below(5) == 0;
            if (noted) sources.noted.push_back(row);
            if (!noted) unnoted.push_back(row);
            if (view.outcome(row) == RowOutcome::Missed) missed.push_back(row);
            if (view.outcome(row) == RowOutcome::Missed || view.outcome(row) == RowOutcome::FalseAlarm)
                wrong.push_back(row);
            if (std::abs(scores[row] - 0.4) <= 0.02) nearby.push_back(row);
        }
        const RowSet base(some, 400);
        EXPECT_EQ(picked(view, base, Pick::Expensive), missed);
        EXPECT_EQ(picked(view, base, Pick::Confident), wrong);
        EXPECT_EQ(picked(view, base, Pick::Nearest), nearby);
        EXPECT_EQ(picked(view, base, Pick::Unnoted, sources), unnoted);
        EXPECT_EQ(picked(view, base, Pick::Random), some);

        // One of each value, the dearest there is, none twice.
        const PickedRows drawn = oneFromEachSegment(view, base);
        EXPECT_EQ(drawn.size(), 8u);
        EXPECT_EQ(std::set<RowIndex>(drawn.begin(), drawn.end()).size(), drawn.size());
        for (std::size_t i = 0; i < 5; ++i) {
            EXPECT_EQ(jobs[drawn[i]], std::string(1, static_cast<char>('a' + i)));
            for (const RowIndex row : some) {
                const bool rival = jobs[row] == jobs[drawn[i]] && !std::isnan(view.cost(row));
                EXPECT_LE(rival ? view.cost(row) : -HUGE_VAL, view.cost(drawn[i]));
            }
        }
    }
}

// One of each value, column by column, by looking at every row for each.
PickedRows drawnTheLongWay(const CaseView& view, const RowSet& base,
                           const std::vector<std::vector<std::string>>& columns) {
    PickedRows drawn;
    for (const std::vector<std::string>& values : columns) {
        const PickedRows before = drawn;
        std::set<std::string> names(values.begin(), values.end());
        names.erase("");
        for (const std::string& name : names) {
            std::optional<RowIndex> best;
            base.forEach([&](RowIndex row) {
                if (values[row] != name || std::find(before.begin(), before.end(), row) != before.end())
                    return;
                const auto weight = [&](RowIndex one) {
                    return std::isnan(view.cost(one)) ? -HUGE_VAL : view.cost(one);
                };
                if (!best || weight(row) > weight(*best)) best = row;
            });
            if (best) drawn.push_back(*best);
        }
    }
    return drawn;
}

TEST(Picks, OneFromEachSegmentGoesOnWhereTheDearestAreTaken) {
    for (const std::uint64_t seed : {1, 2, 3, 4}) {
        Random random(seed);
        const std::size_t size = 60 + random.below(9000);
        std::vector<double> scores, amounts;
        std::vector<std::string> labels, jobs, homes;
        for (std::size_t i = 0; i < size; ++i) {
            scores.push_back(random.unit());
            amounts.push_back(static_cast<double>(random.below(30)));
            labels.push_back(random.below(9) == 0 ? "" : random.below(2) ? "yes" : "no");
            jobs.push_back(random.below(9) == 0 ? ""
                                                : std::string(1, static_cast<char>('a' + random.below(3))));
            homes.push_back(std::string(1, static_cast<char>('k' + random.below(7))));
        }
        // The same column twelve times: each draws what the ones before it left.
        std::vector<std::vector<std::string>> columns(12, jobs);
        columns.insert(columns.begin() + 3, homes);
        test::VectorTable data;
        data.labels(labels).scores(scores).amounts(amounts);
        for (std::size_t i = 0; i < columns.size(); ++i)
            data.segment("column " + std::to_string(i), columns[i]);
        const auto table = data.build();
        CaseView::Point point;
        point.outcome = {"yes", 0.5};
        point.costs.fn = {1, 0.5, "amount"};
        const CaseView view(table, point);
        PickedRows some;
        for (RowIndex row = 0; row < size; ++row)
            if (random.below(3) != 0) some.push_back(row);
        for (const RowSet& base :
             {RowSet::all(static_cast<RowIndex>(size)), RowSet(some, static_cast<RowIndex>(size))})
            EXPECT_EQ(oneFromEachSegment(view, base), drawnTheLongWay(view, base, columns)) << seed;
    }
}

TEST(Picks, AreNamed) {
    for (const char* text : {"expensive", "confident", "nearest", "new", "segment", "unnoted", "random"})
        EXPECT_EQ(name(pickNamed(text).value()), text);
    EXPECT_FALSE(pickNamed("dearest"));
}

TEST(Picks, SeveralClassesHaveMistakesButNoMoney) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v1_multinomial.csv").build();
    const CaseView view(table, {});
    const RowSet base = Filter::parse("label = 'M' and predicted = 'F'").apply(*table);
    EXPECT_GT(base.size(), 0u);
    EXPECT_FALSE(pickedRows(view, base, Pick::Expensive, {}));
    EXPECT_FALSE(pickedRows(view, base, Pick::Nearest, {}));
    EXPECT_EQ(picked(view, base, Pick::Confident).size(), base.size());
    const auto sorted = sortedCases(view, base, CaseSort::parse("-score").value());
    for (std::size_t i = 1; i < sorted.size(); ++i)
        EXPECT_GE(view.score(sorted[i - 1]), view.score(sorted[i]));
}

TEST(Picks, SeveralClassesHaveTheirDearestWherePricesAreKnown) {
    CaseQuery query;
    query.table = test::demoRun("hpc_jobs/hpc_jobs_v1_multinomial.csv").build();
    ClassCosts costs;
    costs.classes = 4;
    costs.review = 0.25;
    for (int truth = 0; truth < 4; ++truth)
        for (int called = 0; called < 4; ++called)
            costs.money.push_back(truth == called ? 0 : 10 * truth + called);
    query.point.classCosts = costs;
    query.point.outcome.confidence = 0.4;
    const CaseView view(query.table, query.point);
    ASSERT_TRUE(view.knowsCosts());
    const ClassDecisions& classes = *view.classes();
    PickedRows dear;
    for (RowIndex row = 0; row < query.table->rows(); ++row) {
        const bool reviewed = classes.confidence(row) < 0.4;
        const double expected = reviewed ? 0.25 : costs.at(classes.truth(row), classes.named(row));
        ASSERT_EQ(view.cost(row), expected) << row;
        if (expected > 0) dear.push_back(row);
    }
    EXPECT_EQ(picked(view, RowSet::all(query.table->rows()), Pick::Expensive), dear);
    const auto rows = finishList(beginList(query, 100));
    for (std::size_t i = 1; i < rows.size(); ++i)
        ASSERT_GE(view.cost(rows[i - 1]), view.cost(rows[i]));
    // Prices of other classes are no prices.
    query.point.classCosts->classes = 3;
    EXPECT_FALSE(CaseView(query.table, query.point).knowsCosts());
}

TEST(Picks, SeveralClassesBeginWithTheSurestMistakes) {
    CaseQuery query;
    query.table = test::demoRun("hpc_jobs/hpc_jobs_v1_multinomial.csv").build();
    const auto rows = finishList(beginList(query, 100));
    ASSERT_EQ(rows.size(), query.table->rows());
    const CaseView view(query.table, {});
    std::size_t mistakes = 0;
    for (RowIndex row = 0; row < query.table->rows(); ++row)
        mistakes += isMistake(view.outcome(row)) ? 1 : 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(isMistake(view.outcome(rows[i])), i < mistakes) << i;
        if (i > 0 && i != mistakes) {
            EXPECT_GE(view.score(rows[i - 1]), view.score(rows[i])) << i;
        }
    }
}

}  // namespace
}  // namespace reckoner
