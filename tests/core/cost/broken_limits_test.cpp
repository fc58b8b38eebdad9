#include "core/cost/broken_limits.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/metrics/metric_list.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

// Against the figures of each limit, one by one, at many thresholds.
TEST(BrokenLimits, AreThoseWhoseFigureMissesWhatIsAsked) {
    const RunAnalysisPtr run = test::creditRun(2);
    Limits limits;
    limits.precision = 0.5;
    limits.recall = 0.7;
    limits.flagRate = 0.4;
    limits.capacity = 300;
    const std::vector<Constraint> constraints = constraintsOf(limits, *run);
    for (int i = 0; i <= 50; ++i) {
        const double threshold = i / 50.0;
        const Tally t = run->sweep->at(threshold);
        const Value precision = findMetric("precision")->value(t);
        std::vector<Limit::Kind> expected;
        if (!precision || *precision < 0.5) expected.push_back(Limit::Kind::Precision);
        if (*findMetric("recall")->value(t) < 0.7) expected.push_back(Limit::Kind::Recall);
        if (*findMetric("selection_rate")->value(t) > 0.4) expected.push_back(Limit::Kind::FlagRate);
        if (run->perPeriod(t.tp.weight + t.fp.weight) > 300) expected.push_back(Limit::Kind::Capacity);
        std::vector<Limit::Kind> found;
        for (const BrokenLimit& one : brokenLimits(limits, constraints, *run, threshold))
            found.push_back(one.limit.kind);
        EXPECT_EQ(found, expected) << threshold;
    }
}

TEST(BrokenLimits, AFigureThatIsUndefinedHoldsNothing) {
    const RunAnalysisPtr run = test::creditRun(2);
    Limits limits;
    limits.precision = 0.1;
    const auto broken =
        brokenLimits(limits, constraintsOf(limits, *run), *run, std::numeric_limits<double>::infinity());
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_FALSE(broken[0].reached);
}

}  // namespace
}  // namespace reckoner
