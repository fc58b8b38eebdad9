#include "core/metrics/run_analysis.h"

#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

// A refused good customer costs 15 % of the amount, a missed default half of it.
AnalysisRequest creditRequest() {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.costs.fp = {0, 0.15, "amount"};
    request.costs.fn = {0, 0.5, "amount"};
    request.costs.currency = "EUR";
    request.costs.volumePerPeriod = 1000;
    return request;
}

TEST(RunAnalysis, KnowsTheWholeRun) {
    const RunAnalysisPtr analysis = analyse(creditRequest());
    const auto reference = test::referenceNumbers("credit_default")["runs"]["v2"];
    EXPECT_EQ(analysis->rows.rows.size(), 4454u);
    EXPECT_TRUE(test::agrees(*analysis->ranking.rocAuc, reference["roc_auc"]));
    EXPECT_TRUE(test::agrees(*analysis->probability.brier, reference["brier"]));
    EXPECT_TRUE(test::agrees(analysis->aucInterval->ci95.lo, reference["auc_delong"]["ci95"][0]));
    EXPECT_EQ(analysis->axisLo, 0);
    EXPECT_EQ(analysis->axisHi, 1);
    EXPECT_FALSE(analysis->grouping);
    ASSERT_TRUE(analysis->best);
    for (const CurvePoint& point : analysis->curve)
        EXPECT_GE(analysis->cost.total(point.tally), analysis->best->total);
    EXPECT_EQ(analysis->perPeriod(4454), 1000);
}

TEST(RunAnalysis, ChargesAmountsSampleBySample) {
    const AnalysisRequest request = creditRequest();
    const RunAnalysisPtr analysis = analyse(request);
    const auto amounts = request.table->real(request.table->find("amount")->id);
    double total = 0;
    for (std::size_t i = 0; i < analysis->rows.rows.size(); ++i) {
        const bool flagged = analysis->rows.scores[i] >= 0.42;
        const double amount = amounts->values()[analysis->rows.rows[i]];
        if (flagged && !analysis->rows.positiveBits[i]) total += 0.15 * amount;
        if (!flagged && analysis->rows.positiveBits[i]) total += 0.5 * amount;
    }
    EXPECT_NEAR(analysis->cost.total(analysis->sweep->at(0.42)), total, 1e-6 * total);
}

TEST(RunAnalysis, KeepsToTheCohort) {
    AnalysisRequest request = creditRequest();
    request.where = "home = 'rent'";
    const RunAnalysisPtr analysis = analyse(request);
    const auto reference = test::referenceNumbers("credit_default")["runs"]["v2"]["segments"]["home"]["rent"];
    EXPECT_EQ(analysis->sweep->samples(), reference["n"].get<std::uint64_t>());
    EXPECT_TRUE(test::agrees(*analysis->ranking.rocAuc, reference["roc_auc"]));
    request.where = "home = 'castle'";
    const RunAnalysisPtr nobody = analyse(request);
    EXPECT_EQ(nobody->sweep->samples(), 0u);
    EXPECT_FALSE(nobody->best);
    EXPECT_EQ(nobody->ranking.rocAuc.why, Reason::NoSamples);
    EXPECT_EQ(nobody->curve.size(), 1u);
    EXPECT_EQ(nobody->perPeriod(0), 0);
    EXPECT_EQ(nobody->histogram(4).positives, (std::vector<std::uint64_t>(4)));
    request.where = "home =";
    EXPECT_THROW(analyse(request), Error);
}

// A month holds 1,000 decisions, and only some of them are of the cohort.
TEST(RunAnalysis, ACohortTakesItsShareOfAPeriod) {
    AnalysisRequest request = creditRequest();
    test::VectorTable table = test::demoRun("credit_default/credit_default_v2_forest.csv");
    table.info.scored = 4454;
    request.table = table.build();
    const RunAnalysisPtr all = analyse(request);
    double parts = 0;
    double decisions = 0;
    for (const char* where : {"home = 'rent'", "not (home = 'rent')"}) {
        request.where = where;
        const RunAnalysisPtr part = analyse(request);
        parts += part->perPeriod(part->cost.total(part->sweep->at(0.42)));
        decisions += part->volume();
    }
    EXPECT_NEAR(parts, all->perPeriod(all->cost.total(all->sweep->at(0.42))), 1e-6);
    EXPECT_NEAR(decisions, 1000, 1e-9);
}

TEST(RunAnalysis, CountsByGroup) {
    AnalysisRequest request = creditRequest();
    request.groupBy = {"home"};
    const RunAnalysisPtr analysis = analyse(request);
    const auto reference = test::referenceNumbers("credit_default")["runs"]["v2"]["segments"]["home"];
    ASSERT_TRUE(analysis->grouping);
    ASSERT_EQ(analysis->sweep->groups(), reference.size());
    std::vector<Tally> groups(analysis->sweep->groups());
    analysis->sweep->at(0.3, groups);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::string value = analysis->grouping->keys[g].values[0].value_or("(missing)");
        const auto& expected = reference[value]["at_threshold"]["0.3"];
        EXPECT_EQ(groups[g].tp.n, expected["tp"].get<std::uint64_t>()) << value;
        EXPECT_EQ(groups[g].fp.n, expected["fp"].get<std::uint64_t>()) << value;
        EXPECT_EQ(groups[g].fn.n, expected["fn"].get<std::uint64_t>()) << value;
        EXPECT_EQ(groups[g].tn.n, expected["tn"].get<std::uint64_t>()) << value;
    }
}

TEST(RunAnalysis, HistogramHoldsEverySampleOnce) {
    test::VectorTable builder;
    const auto table = builder.labels({"no", "yes", "no", "yes", "yes", "no"})
                           .scores({0, 0.25, 0.2499, 1, 0.75, 0.5})
                           .build();
    AnalysisRequest request;
    request.table = table;
    const ScoreHistogram histogram = analyse(request)->histogram(4);
    EXPECT_EQ(histogram.negatives, (std::vector<std::uint64_t>{2, 0, 1, 0}));
    EXPECT_EQ(histogram.positives, (std::vector<std::uint64_t>{0, 1, 0, 2}));
    const ScoreHistogram demo = analyse(creditRequest())->histogram(60);
    EXPECT_EQ(std::accumulate(demo.positives.begin(), demo.positives.end(), std::uint64_t{0}), 1254u);
    EXPECT_EQ(std::accumulate(demo.negatives.begin(), demo.negatives.end(), std::uint64_t{0}), 3200u);
}

RunAnalysisPtr analysisOf(ScoreKind kind, std::vector<double> scores) {
    test::VectorTable builder;
    builder.info.kind = kind;
    AnalysisRequest request;
    request.table = builder.labels({"no", "yes", "no", "yes", "no"}).scores(std::move(scores)).build();
    return analyse(request);
}

TEST(RunAnalysis, AxisSuitsTheScores) {
    EXPECT_EQ(analysisOf(ScoreKind::Percent, {1, 2, 3, 4, 5})->axisHi, 100);
    const auto margin = analysisOf(ScoreKind::Margin, {-3, 2, 0, 4, 1});
    EXPECT_EQ(margin->axisLo, -3);
    EXPECT_EQ(margin->axisHi, 4);
    const auto constant = analysisOf(ScoreKind::Raw, {7, 7, 7, 7, 7});
    EXPECT_LT(constant->axisLo, 7);
    EXPECT_GT(constant->axisHi, 7);
    const auto histogram = constant->histogram(10);
    EXPECT_EQ(std::accumulate(histogram.positives.begin(), histogram.positives.end(), std::uint64_t{0}), 2u);
    const auto outside = analysisOf(ScoreKind::Probability, {0.1, 0.2, 0.3, 1.5, -0.5});
    EXPECT_EQ(outside->axisLo, -0.5);
    EXPECT_EQ(outside->axisHi, 1.5);
}

TEST(RunAnalysis, StartsAtThePolicyElseTheManifestElseTheMiddleElseThePrevalence) {
    const std::vector<double> scores{1, 9, 5, 7, 3};
    EXPECT_EQ(analysisOf(ScoreKind::Probability, {.1, .2, .3, .4, .5})->startingThreshold({}), 0.5);
    EXPECT_EQ(analysisOf(ScoreKind::Percent, scores)->startingThreshold({}), 50);
    EXPECT_EQ(analysisOf(ScoreKind::Logit, scores)->startingThreshold({}), 0);
    EXPECT_EQ(analysisOf(ScoreKind::Margin, scores)->startingThreshold({}), 0);
    EXPECT_EQ(analysisOf(ScoreKind::Raw, scores)->startingThreshold({}), 7) << "two of five are positive";
    EXPECT_EQ(analysisOf(ScoreKind::Raw, scores)->startingThreshold(0.42), 0.42);
    const auto credit = analyse(creditRequest());
    EXPECT_EQ(credit->startingThreshold({}), 0.5);
    EXPECT_EQ(credit->startingThreshold(0.42), 0.42);
}

TEST(RunAnalysis, ReportsProgressAndStopsWhenAsked) {
    double last = -1;
    bool rising = true;
    const TaskContext watched({}, [&](double fraction, std::string_view) {
        rising = rising && fraction >= last && fraction <= 1;
        last = fraction;
    });
    const AnalysisRequest request = creditRequest();
    analyse(request, watched);
    EXPECT_TRUE(rising);
    EXPECT_EQ(last, 1);

    std::stop_source stop;
    const TaskContext stopped(stop.get_token(), [&](double fraction, std::string_view) {
        if (fraction >= 0.5) stop.request_stop();
    });
    EXPECT_THROW(analyse(request, stopped), Error);
}

TEST(RunAnalysis, NamesTheColumnThatIsMissing) {
    AnalysisRequest request = creditRequest();
    request.costs.fn.amountColumn = "loss";
    try {
        analyse(request);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("\"loss\""), std::string::npos);
    }
}

// Counted one by one, each class by its own factor.
TEST(RunAnalysis, APrevalenceReweightsTheClasses) {
    AnalysisRequest request = creditRequest();
    request.costs.prevalence = 0.04;
    const RunAnalysisPtr run = analyse(request);
    const ScoredRows& rows = run->rows;
    const auto amounts = request.table->real(request.table->find("amount")->id);
    double positives = 0;
    for (const std::uint8_t bit : rows.positiveBits)
        positives += bit;
    const double n = static_cast<double>(rows.rows.size());
    EXPECT_DOUBLE_EQ(run->prevalence(), positives / n);
    EXPECT_NEAR(run->weight(), n, 1e-6);
    const auto totalAt = [&](double threshold) {
        double total = 0;
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            const bool flagged = rows.scores[i] >= threshold;
            const double amount = amounts->values()[rows.rows[i]];
            if (flagged && !rows.positiveBits[i]) total += 0.15 * amount * 0.96 * n / (n - positives);
            if (!flagged && rows.positiveBits[i]) total += 0.5 * amount * 0.04 * n / positives;
        }
        return total;
    };
    for (const double threshold : {0.2, 0.42, 0.77})
        EXPECT_NEAR(run->cost.total(run->sweep->at(threshold)), totalAt(threshold), 1e-6);
    EXPECT_NEAR(run->perPeriod(totalAt(0.42)), totalAt(0.42) / n * 1000, 1e-6);
    // Fewer defaults out there: fewer are worth refusing for.
    EXPECT_GT(run->best->threshold, analyse(creditRequest())->best->threshold);
    double least = std::numeric_limits<double>::infinity();
    run->sweep->scan([&](double, const Tally& tally) {
        least = std::min(least, run->cost.total(tally));
        return true;
    });
    EXPECT_EQ(run->best->total, least);
}

TEST(RunAnalysis, APrevalenceIsOfTheWholeRunUnlessItIsTheCohortsOwn) {
    AnalysisRequest request = creditRequest();
    test::VectorTable table = test::demoRun("credit_default/credit_default_v2_forest.csv");
    table.info.scored = 4454;
    request.table = table.build();
    request.costs.prevalence = 0.04;
    const RunAnalysisPtr all = analyse(request);
    request.where = "home = 'rent'";
    const RunAnalysisPtr rent = analyse(request);
    EXPECT_EQ(rent->cost.shift(), all->cost.shift());
    request.where = "not home = 'rent'";
    const RunAnalysisPtr others = analyse(request);
    // The parts of the whole make the whole.
    EXPECT_NEAR(rent->perPeriod(rent->cost.total(rent->sweep->at(0.4))) +
                    others->perPeriod(others->cost.total(others->sweep->at(0.4))),
                all->perPeriod(all->cost.total(all->sweep->at(0.4))), 1e-6);
    EXPECT_NEAR(rent->volume() + others->volume(), 1000, 1e-9);

    request.where = "home = 'rent'";
    request.prevalenceOf = AnalysisRequest::PrevalenceOf::Picked;
    const RunAnalysisPtr own = analyse(request);
    const Tally nobody = own->sweep->at(std::numeric_limits<double>::infinity());
    EXPECT_NEAR(own->cost.shift().positives * nobody.fn.weight / nobody.weight(), 0.04, 1e-12);
}

TEST(RunAnalysis, OtherCostsNeedNoOtherAnalysis) {
    AnalysisRequest request = creditRequest();
    request.where = "home = 'rent'";
    const RunAnalysisPtr first = analyse(request);
    for (const char* column : {"amount", "term_months"}) {
        CostModel costs;
        costs.fn = {3, 0.25, column};
        costs.fp.fixed = 7;
        costs.prevalence = 0.1;
        request.costs = costs;
        const RunAnalysisPtr anew = analyse(request);
        const RunAnalysisPtr switched = withCosts(first, costs);
        EXPECT_EQ(switched->sweep == first->sweep, std::string(column) == "amount");
        EXPECT_EQ(switched->best->threshold, anew->best->threshold);
        EXPECT_EQ(switched->best->total, anew->best->total);
        EXPECT_EQ(switched->cost.shift(), anew->cost.shift());
        EXPECT_EQ(switched->curve.size(), anew->curve.size());
        EXPECT_EQ(switched->request.costs, costs);
        EXPECT_EQ(switched->ranking.rocAuc.v, anew->ranking.rocAuc.v);
    }
    // The first run is as it was.
    EXPECT_EQ(first->best->total, analyse(first->request)->best->total);
    CostModel unknown;
    unknown.fn = {0, 1, "no such column"};
    EXPECT_THROW(withCosts(first, unknown), Error);
}

}  // namespace
}  // namespace reckoner
