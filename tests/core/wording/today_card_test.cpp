#include "core/wording/today_card.h"

#include <gtest/gtest.h>

#include "core/cost/operating_point.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// Ten defaults at 0.05, 0.15, ... and ten others at 0, 0.1, ...; a miss costs ten times a false alarm.
TodayFacts factsAt(double threshold, std::optional<double> policy = {}, double miss = 10) {
    test::VectorTable table;
    table.info.version = "2.0.0";
    table.info.evalSet = "set-week-2";
    test::VectorTable::Strings labels;
    std::vector<double> scores;
    for (int i = 0; i < 10; ++i) {
        labels.insert(labels.end(), {"yes", "no"});
        scores.insert(scores.end(), {0.05 + 0.1 * i, 0.1 * i});
    }
    TodayFacts facts;
    AnalysisRequest request;
    request.table = table.labels(labels).scores(scores).build();
    request.costs.fp.fixed = 1;
    request.costs.fn.fixed = miss;
    request.costs.currency = "EUR";
    facts.run = analyse(request);
    facts.row.info = request.table->info();
    facts.words.realOnes = "defaults";
    facts.words.missed = "missed defaults";
    facts.words.flag = "refuse";
    facts.words.flagged = "refused";
    facts.words.falseAlarmMany = "good customers refused";
    facts.words.wouldHave = "would have defaulted";
    facts.point = threshold;
    if (policy) {
        facts.policy.emplace();
        facts.policy->threshold = *policy;
    }
    facts.history.today = "2024-09-18";
    return facts;
}

std::string lineOf(const TodayRow& row) {
    return plain(row.text) + (row.figure.empty() ? "" : " | " + row.figure);
}
std::string linesOf(const TodayBlock& block) {
    std::string lines = block.title + "\n";
    for (const TodayRow& row : block.rows)
        lines += lineOf(row) + "\n";
    return lines;
}

TEST(TodayCard, TheVerdictNamesTheMistakeThatCosts) {
    const TodayVerdict high = todayVerdict(factsAt(0.5));
    EXPECT_EQ(plain(high.sentence), "v2 misses too many defaults: it catches 50 of 100.");
    EXPECT_EQ(high.tone, TodayTone::Missed);
    EXPECT_EQ(high.target.page, "errors");
    EXPECT_EQ(high.target.options.at("errors.cell"), "outcome = missed");
    EXPECT_EQ(plain(high.below).find("Missed defaults cost 50 EUR"), 0U) << plain(high.below);

    const TodayVerdict low = todayVerdict(factsAt(0.0, {}, 0.1));
    EXPECT_EQ(low.tone, TodayTone::FalseAlarm);
    EXPECT_EQ(plain(low.sentence), "v2 is too quick to refuse: 50 of 100 refused would have defaulted.");
    EXPECT_EQ(low.target.options.at("errors.cell"), "outcome = false alarm");

    const TodayFacts best = factsAt(factsAt(0.5).run->best->threshold);
    EXPECT_EQ(plain(todayVerdict(best).sentence).find("v2 stands where it costs least"), 0U);
}

TEST(TodayCard, ThePolicyIsJudgedWhateverIsOnTheScreen) {
    EXPECT_EQ(plain(todayVerdict(factsAt(0.05, 0.5)).sentence), plain(todayVerdict(factsAt(0.5)).sentence));
}

TEST(TodayCard, TiersAreJudgedAsTiersAndWithoutMoneyNobodyPaysInAlarms) {
    TodayFacts tiers = factsAt(0.5, 0.5);
    tiers.policy->tiers = TierPlan{{0.3, 0.6}, usualTiers(2), 12.0, {}, {}, {}};
    const TodayVerdict verdict = todayVerdict(tiers);
    EXPECT_EQ(plain(verdict.below).find("In tiers from 0.30 and 0.60 it costs "), 0U) << plain(verdict.below);
    // Who is caught is counted as on Decide, on Errors and by `metrics`; people's mistakes are named beside
    // it.
    const PointFacts counted = pointFacts(*tiers.run, countedFrom(pointOf(*tiers.policy)));
    EXPECT_NE(plain(verdict.sentence).find(ofHundred(*counted.recall) + " of 100"), std::string::npos);
    EXPECT_EQ(plain(verdict.below).find("mistakes"), std::string::npos) << "people are always right here";
    tiers.policy->tiers->accuracy = 0.5;
    const PointFigures after = pointFigures(*tiers.run, pointOf(*tiers.policy));
    const TodayVerdict careless = todayVerdict(tiers);
    EXPECT_NE(plain(careless.sentence).find(ofHundred(*counted.recall) + " of 100"), std::string::npos);
    EXPECT_NE(plain(careless.below).find("mistakes " + ofHundred(*after.recall) + " are caught"),
              std::string::npos)
        << plain(careless.below);

    TodayFacts plainCosts = factsAt(0.5);
    AnalysisRequest request = plainCosts.run->request;
    request.costs = {};
    plainCosts.run = analyse(request);
    EXPECT_EQ(plain(todayVerdict(plainCosts).below).find("Of 100 refused, "), 0U);
}

TEST(TodayCard, MoneyStandsBesideItsBars) {
    const TodayFacts facts = factsAt(0.3, 0.5);
    const TodayBlock block = todayMoney(facts);
    ASSERT_EQ(block.rows.size(), 3U) << linesOf(block);
    EXPECT_EQ(plain(block.rows[0].text), "policy in force 0.50");
    EXPECT_EQ(plain(block.rows[1].text), "on the screen 0.30");
    EXPECT_EQ(plain(block.rows[2].text).find("lowest possible"), 0U);
    EXPECT_TRUE(block.rows[0].brief.empty()) << "names the unit";
    EXPECT_EQ(block.rows[1].figure, block.rows[1].brief + " EUR");
    EXPECT_EQ(block.rows[0].bar, 1.0) << "the dearest fills its row";
    EXPECT_GT(*block.rows[1].bar, *block.rows[2].bar);
    EXPECT_EQ(block.rows[1].target.page, "decide");
    EXPECT_EQ(block.rows[1].target.threshold, 0.3);
    EXPECT_EQ(todayMoney(factsAt(0.5, 0.5)).rows.size(), 2U) << "the same point stands there once";
}

TEST(TodayCard, WhatChangedIsSaidInAFewWords) {
    TodayFacts facts = factsAt(0.5);
    EXPECT_NE(linesOf(todaySince(facts)).find("Nothing new"), std::string::npos);
    Meeting last;
    last.heldOn = "2024-07-24";
    facts.history.lastReview = last;
    NewRun week;
    week.row = facts.row;
    week.row.info.id = 30;
    week.row.info.evalSet = "credit-weekly-2024-W30";
    week.before = week.row;
    week.before->info.evalSet = "credit-weekly-2024-W29";
    week.changes = {{"", 0.27, 0.38, {0.05, 0.17}}, {"income", 0.08, 0.64, {0.5, 0.6}}};
    NewRun version;
    version.row = facts.row;
    version.row.info.version = "3.0.0";
    version.row.info.algorithm = "boosting";
    facts.history.newRuns = {version, week};
    facts.history.newCorrections = 1;
    const TodayBlock block = todaySince(facts);
    EXPECT_EQ(block.title, "Since the last review, 24 July");
    ASSERT_EQ(block.rows.size(), 4U) << linesOf(block);
    EXPECT_EQ(lineOf(block.rows[0]), "v3 is here: boosting");
    EXPECT_EQ(lineOf(block.rows[1]), "Share of defaults: 38 of 100 in W30, 27 in W29");
    EXPECT_EQ(block.rows[1].target.run, 30);
    EXPECT_EQ(lineOf(block.rows[2]), "income missing: " + percent(0.64) + " of W30, was " + percent(0.08));
    EXPECT_EQ(block.rows[2].target.page, "segments");
    EXPECT_EQ(block.rows[2].target.run, 30);
    EXPECT_EQ(block.rows[2].target.options.at("segments.tab"), "coverage");
    EXPECT_EQ(block.rows[2].target.options.at("segments.cover.column"), "income");
    EXPECT_EQ(lineOf(block.rows[3]), "1 label corrected");
    EXPECT_EQ(plain(block.rows[1].shorter), "Defaults: 38 of 100 in W30, were 27");
    EXPECT_EQ(plain(block.rows[2].shorter), "income missing: " + percent(0.64) + ", was " + percent(0.08));
}

TEST(TodayCard, CasesSayWhatBecameOfThem) {
    TodayFacts facts = factsAt(0.5);
    facts.history.cases.emplace();
    facts.history.cases->run = 3;
    facts.history.casesVersion = "3.0.0";
    facts.history.cases->cases = {
        {"a", CaseOutcome::Fixed}, {"b", CaseOutcome::StillWrong}, {"c", CaseOutcome::NewlyWrong}};
    const TodayBlock block = todaySince(facts);
    EXPECT_EQ(lineOf(block.rows[0]), "Of your 3 cases v3 fixes 1, 2 are wrong");
    EXPECT_EQ(block.rows[0].target.page, "errors");
    EXPECT_EQ(block.rows[0].target.run, 3);
}

TEST(TodayCard, DueSaysHowLate) {
    TodayFacts facts = factsAt(0.5);
    facts.history.briefBegun = true;
    EXPECT_EQ(lineOf(todayDue(facts).rows[0]), "Nothing is due.");
    PolicyRecord policy;
    policy.version = "2.0.0";
    policy.policy.reviewBy = "2024-09-01";
    facts.history.overdue = {policy};
    Action tomorrow;
    tomorrow.title = "income feed";
    tomorrow.owner = "Data";
    tomorrow.due = "2024-09-19";
    tomorrow.uid = "u1";
    facts.history.actions = {tomorrow};
    facts.history.openBrief = {findBriefQuestion("retrain")};
    const TodayBlock block = todayDue(facts);
    ASSERT_EQ(block.rows.size(), 3U);
    EXPECT_EQ(lineOf(block.rows[0]), "Threshold review of v2 | due 1 September, 17 days late");
    EXPECT_TRUE(block.rows[0].strong);
    EXPECT_EQ(lineOf(block.rows[1]), "Data: income feed | tomorrow");
    EXPECT_FALSE(block.rows[1].strong);
    EXPECT_EQ(block.rows[1].target.options.at("record.action"), "u1");
    EXPECT_EQ(lineOf(block.rows[2]), "Brief: Retraining | open");
    facts.history.actions[0].title = "income feed: count the gaps every Monday";
    EXPECT_EQ(plain(todayDue(facts).rows[1].shorter), "Data: income feed");
    facts.history.actions[0].title = "v3: train it with job among its inputs";
    EXPECT_TRUE(todayDue(facts).rows[1].shorter.empty()) << "too little would be left";
    facts.history.actions = {tomorrow};
    Decision decision;
    decision.title = "v3 waits";
    decision.revisitOn = "2024-09-17";
    facts.history.revisit = {decision};
    EXPECT_EQ(lineOf(todayDue(facts).rows[0]), "Threshold review of v2 | due 1 September, 17 days late");
    EXPECT_EQ(lineOf(todayDue(facts).rows[1]), "v3 waits | due 17 September, 1 day late");
    facts.history.revisit.push_back(decision);
    EXPECT_EQ(lineOf(todayDue(facts).rows[1]), "2 decisions to look at again | due 17 September, 1 day late");
    facts.history.revisit.clear();
    facts.history.briefBegun = false;
    EXPECT_EQ(lineOf(todayDue(facts).rows[2]), "Brief: nobody has begun it | open");
}

RequirementResult resultOf(const char* metric, double floor, double value, RequirementState state) {
    RequirementResult result;
    result.record.requirement.metric = metric;
    result.record.requirement.floor = floor;
    result.value = value;
    result.bound = floor;
    result.state = state;
    return result;
}

TEST(TodayCard, RequirementsThatNeedSomebodyComeFirst) {
    TodayFacts facts = factsAt(0.5);
    EXPECT_EQ(lineOf(todayRequirements(facts).rows[0]), "Being judged.");
    facts.gate.emplace();
    EXPECT_NE(lineOf(todayRequirements(facts).rows[0]).find("None written"), std::string::npos);
    facts.gate->results = {resultOf("precision", 0.5, 0.641, RequirementState::Met),
                           resultOf("recall", 0.75, 0.7, RequirementState::Waived),
                           resultOf("recall", 0.6, 0.59, RequirementState::LeaningFailed),
                           resultOf("recall", 0.7, 0.584, RequirementState::Failed)};
    const TodayBlock block = todayRequirements(facts);
    ASSERT_EQ(block.rows.size(), 4U);
    EXPECT_EQ(block.rows[0].mark, TodayMark::Failed);
    EXPECT_EQ(lineOf(block.rows[0]), "Recall reaches 70 | 58, failed");
    EXPECT_EQ(block.rows[0].full, "Recall reaches 0.7: 0.584, failed") << "in full when one asks";
    EXPECT_EQ(lineOf(block.rows[1]), "Recall reaches 60 | 59, leaning failed");
    EXPECT_TRUE(block.rows[0].strong);
    EXPECT_EQ(block.rows[1].mark, TodayMark::Leaning);
    EXPECT_EQ(block.rows[2].mark, TodayMark::Met);
    EXPECT_FALSE(block.rows[2].strong);
    EXPECT_EQ(block.rows[3].mark, TodayMark::Waived);
    EXPECT_EQ(block.rows[0].target.page, "versions");
    facts.gate->results = {resultOf("recall", 0.6, 0.6, RequirementState::LeaningMet)};
    facts.gate->results[0].record.requirement.share = 0.8;
    facts.gate->results[0].record.requirement.column = "job";
    for (const double value : {0.5, 0.61, 0.6, 0.9, 0.1}) {
        SegmentReach& segment = facts.gate->results[0].segments.emplace_back();
        segment.value = value;
    }
    EXPECT_EQ(lineOf(todayRequirements(facts).rows[0]), "Recall by job reaches 60 | 3 of 5, leaning met");
}

std::string onlyRequirement(TodayFacts& facts, const RequirementResult& result) {
    facts.gate.emplace();
    facts.gate->results = {result};
    return lineOf(todayRequirements(facts).rows[0]);
}

TEST(TodayCard, ARequirementIsSaidInTheWordsOfItsPeople) {
    TodayFacts facts = factsAt(0.5);
    RequirementResult result = resultOf("recall", 0.7, 0.9, RequirementState::TargetMet);
    result.record.requirement.cohort = "job = 'partime'";
    EXPECT_EQ(onlyRequirement(facts, result), "Recall of job partime reaches 70 | 90, target met");
    const TodayRow row = todayRequirements(facts).rows[0];
    EXPECT_EQ(plain(row.shorter), "Recall of partime \u2265 70");
    EXPECT_EQ(row.brief, "90, met");
    EXPECT_TRUE(row.keepFigure);
    EXPECT_NE(row.full.find("job = 'partime'"), std::string::npos);
    facts.history.cohorts.emplace_back();
    facts.history.cohorts[0].name = "part-timers";
    facts.history.cohorts[0].expression = "job = 'partime'";
    EXPECT_EQ(onlyRequirement(facts, result), "Part-timers\u2019 recall reaches 70 | 90, target met");
    facts.history.cohorts[0].name = "week 30";
    EXPECT_EQ(onlyRequirement(facts, result), "Week 30\u2019s recall reaches 70 | 90, target met");
    result.record.requirement.cohort = "age > 60 and job = 'partime'";
    EXPECT_EQ(onlyRequirement(facts, result).find("Recall of age over 60"), 0U);
}

TEST(TodayCard, ARequirementJustMissedDoesNotReadAsReached) {
    TodayFacts facts = factsAt(0.5);
    EXPECT_EQ(onlyRequirement(facts, resultOf("recall", 0.7, 0.6961, RequirementState::LeaningFailed)),
              "Recall reaches 70 | 69.6, leaning failed");
    EXPECT_EQ(onlyRequirement(facts, resultOf("precision", 0.385, 0.38, RequirementState::LeaningFailed)),
              "Precision reaches 38.5 | 38.0, leaning failed");
    EXPECT_EQ(onlyRequirement(facts, resultOf("roc_auc", 0.7, 0.7114, RequirementState::Met)),
              "ROC AUC reaches 0.7 | 0.711, met");
    RequirementResult cost = resultOf("cost_per_period", 80'000, 79'700, RequirementState::LeaningMet);
    cost.record.requirement.atMost = true;
    EXPECT_EQ(onlyRequirement(facts, cost), "Cost up to 80,000 | 79,700, leaning met");
    RequirementResult ranking = resultOf("roc_auc", 0, -0.002, RequirementState::LeaningMet);
    ranking.record.requirement.floor.reset();
    ranking.record.requirement.baseline = "production";
    ranking.record.requirement.byAtMost = 0.01;
    EXPECT_EQ(onlyRequirement(facts, ranking).find("ROC AUC within 0.01 of production"), 0U);
    ranking.baseline = "1.0.0@set";
    EXPECT_EQ(onlyRequirement(facts, ranking), "ROC AUC within 0.01 of v1 | \u22120.002, leaning met");
}

TEST(TodayCard, SeveralClassesAreToldByTheirWrongAnswers) {
    test::VectorTable table;
    table.info.task = Task::Multiclass;
    table.info.classes = {"F", "M", "VF"};
    table.info.positive.clear();
    TodayFacts facts;
    facts.row.info = table.info;
    facts.row.info.version = "1.0.0";
    facts.words.samples = "jobs";
    facts.classes = analyseClasses(table.labels({"F", "F", "M", "VF"})
                                       .category("predicted", ColumnRole::Prediction, {"F", "M", "M", "VF"})
                                       .build(),
                                   "", std::nullopt);
    const TodayVerdict verdict = todayVerdict(facts);
    EXPECT_EQ(plain(verdict.sentence), "v1 is wrong in 25 of 100 jobs.");
    EXPECT_EQ(plain(verdict.below), "Most often 'F' is called 'M': " + percent(0.5) + " of all 'F'.");
    EXPECT_EQ(todayMoney(facts).rows.size(), 1U);
}

TEST(TodayCard, EveryCardHasATitleAndAtLeastOneRow) {
    const TodayFacts facts = factsAt(0.5);
    for (const TodayCard& card : todayCards()) {
        const TodayBlock block = card.block(facts);
        EXPECT_FALSE(block.title.empty()) << card.id;
        EXPECT_FALSE(block.rows.empty()) << card.id;
    }
}

}  // namespace
}  // namespace reckoner
