// The credit demo as charts and sentences see it: version 2 against version 1, the illustrative costs, a
// policy at 0.42. No store.
#pragma once

#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"
#include "tests/support/demo_table.h"

namespace reckoner::test {

inline CostModel creditCosts() {
    CostModel costs;
    costs.fn = {0, 0.5, "amount"};
    costs.fp = {0, 0.15, "amount"};
    costs.currency = "EUR";
    costs.volumePerPeriod = 1000;
    return costs;
}

inline Vocabulary creditWords() {
    Vocabulary words;
    words.sample = "application";
    words.samples = "applications";
    words.flag = "refuse";
    words.flagged = "refused";
    words.passed = "approved";
    words.realOnes = "defaults";
    words.wouldHave = "would have defaulted";
    words.missed = "missed defaults";
    words.caught = "caught";
    words.falseAlarm = "refused wrongly";
    words.missedOne = "missed default";
    words.falseAlarmOne = "good customer refused";
    words.falseAlarmMany = "good customers refused";
    words.missedMany = "defaults missed";
    return words;
}

inline RunAnalysisPtr analysed(VectorTable table, const CostModel& costs, const std::string& positive = {}) {
    AnalysisRequest request;
    request.table = table.build();
    request.costs = costs;
    request.positive = positive;
    return analyse(request);
}

inline RunAnalysisPtr creditRun(int version) {
    return analysed(demoRun(version == 1 ? "credit_default/credit_default_v1_logreg.csv"
                                         : "credit_default/credit_default_v2_forest.csv"),
                    creditCosts());
}

}  // namespace reckoner::test
