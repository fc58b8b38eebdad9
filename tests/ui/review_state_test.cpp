#include "ui/session/review_state.h"

#include <limits>

#include <QTest>

#include "ui/session/state_history.h"

namespace reckoner {

class ReviewStateTest : public QObject {
    Q_OBJECT
 private Q_SLOTS:
    void comesBackFromJsonAsItWas();
    void readsDocumentsOfOthersWithCare();
    void historyTakesOneStepADrag();
};

void ReviewStateTest::comesBackFromJsonAsItWas() {
    ReviewState state;
    state.model = 3;
    state.run = 7;
    state.baseline = 5;
    state.cohort = "job = \"fixed\" and amount > 500";
    state.positive = "b\u00e4d";
    state.scenario = "worst \"ever\"";
    state.thresholds = {{7, 0.30999999999999994}, {5, std::numeric_limits<double>::infinity()}, {9, -3.5}};
    TierPlan plan{{0.25, std::numeric_limits<double>::infinity()}, usualTiers(2), 12.0, 0.95, {}, {}};
    plan.tiers[1].who = "underwriter \u20ac";
    state.tiers = {{7, plan}};
    state.page = "errors";
    state.options = {{"decide.chart", "pr"}};
    QVERIFY(ReviewState::fromJson(state.toJson()) == state);
    QCOMPARE(*state.threshold(), 0.30999999999999994);
    QVERIFY(*state.tierPlan() == plan);
    state.run = 5;
    QVERIFY(!state.tierPlan());
}

void ReviewStateTest::readsDocumentsOfOthersWithCare() {
    QVERIFY(ReviewState::fromJson("") == ReviewState{});
    QVERIFY(ReviewState::fromJson("[1, 2]") == ReviewState{});
    const ReviewState read = ReviewState::fromJson(
        R"({"run": "seven", "model": 2, "future": [], "thresholds": {"x": 1, "4": "nan", "5": 0.25}, "page": 1,
            "tiers": {"4": 7, "5": {"cutoffs": [2, 1], "tiers": []}, "y": {}},
            "options": {"a": 1, "b": "c"}})");
    QCOMPARE(read.run, RunId(0));
    QCOMPARE(read.model, std::int64_t(2));
    QVERIFY(read.thresholds == (std::map<RunId, double>{{5, 0.25}}));
    QCOMPARE(read.page, std::string("decide"));
    QVERIFY(read.tiers.empty());
    QVERIFY(read.options == (std::map<std::string, std::string>{{"b", "c"}}));
}

void ReviewStateTest::historyTakesOneStepADrag() {
    StateHistory history;
    ReviewState state;
    state.run = 1;
    history.leave(state, 0);
    state.run = 2;
    history.leave(state, 8);
    state.run = 3;
    history.leave(state, 8);
    state.run = 4;
    history.leave(state, 9);
    state.run = 5;
    QCOMPARE((state = history.back(state)).run, RunId(4));
    QCOMPARE((state = history.back(state)).run, RunId(2));
    QCOMPARE((state = history.forward(state)).run, RunId(4));
    history.leave(state, 9);
    QVERIFY(!history.canGoForward());
}

}  // namespace reckoner

QTEST_GUILESS_MAIN(reckoner::ReviewStateTest)
#include "review_state_test.moc"
