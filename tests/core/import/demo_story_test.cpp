// Every number in the demo's texts that can be counted is the one the program counts.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/metrics/latency.h"
#include "core/metrics/run_analysis.h"
#include "core/store/notebook.h"
#include "core/store/requirement_book.h"
#include "core/store/review_book.h"
#include "core/store/store.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "tests/support/demo_store.h"

namespace reckoner {
namespace {

class DemoStoryTest : public test::DemoStoreTest {
 protected:
    static constexpr double kPolicy = 0.42;

    static EvalTablePtr table(const std::string& run) {
        return store_->openTable(store_->resolveRun("credit-default/" + run).info.id);
    }
    static Tally tally(const std::string& run, double threshold, const std::string& where = {}) {
        AnalysisRequest request;
        request.table = table(run);
        request.where = where;
        return analyse(request)->sweep->at(threshold);
    }
    static std::string recall(const std::string& run, const std::string& where = {},
                              double threshold = kPolicy) {
        const Tally at = tally(run, threshold, where);
        return ofHundred(at.tp.weight / (at.tp.weight + at.fn.weight));
    }
    static std::string week(int number) { return recall("2.0.0@credit-weekly-W" + std::to_string(number)); }
    static std::string incomeMissing(const std::string& run) {
        const auto of = table(run);
        const auto income = of->real(of->find("income")->id);
        const auto missing = std::count_if(income->values().begin(), income->values().end(),
                                           [](double value) { return isMissingReal(value); });
        return ofHundred(static_cast<double>(missing) / static_cast<double>(of->rows()));
    }
    static std::int64_t model() { return store_->resolveRun(kBest).modelId; }
    // Everything people wrote about the model, a text a line.
    static std::string texts() {
        const ReviewBook book(store_);
        std::string all;
        for (const BriefAnswer& answer : book.briefHistory(model()))
            all += answer.text + "\n";
        for (const Decision& decision : book.decisions(model()))
            all += decision.title + "\n" + decision.reason + "\n";
        for (const Experiment& experiment : book.experiments(model()))
            all += experiment.result + "\n";
        for (const Meeting& meeting : book.meetings(model()))
            for (const AgendaItem& item : meeting.items)
                all += item.notes + "\n";
        return all;
    }
    static void expectSaid(const std::string& words) {
        EXPECT_NE(texts().find(words), std::string::npos) << "nobody says: " << words;
    }
    static constexpr const char* kBest = "credit-default/2.0.0@credit-applications-cv5";
    static constexpr const char* kSet2 = "2.0.0@credit-applications-cv5";
    static constexpr const char* kSet3 = "3.0.0@credit-applications-cv5";
};

TEST_F(DemoStoryTest, TheReviewsNameTheWeeksAsTheyWere) {
    expectSaid("week 23 would have caught " + week(23) + " of 100 defaults, weeks 24 and 25 " + week(24) +
               " and " + week(25));
    const Tally odd = tally("2.0.0@credit-weekly-W27", kPolicy);
    const std::string bad = ofHundred((odd.tp.weight + odd.fn.weight) / odd.weight());
    expectSaid("Week 27 caught only " + week(27) + " of 100");
    expectSaid(bad + " of 100 were bad");
    expectSaid("few tenants, and " + bad + " of 100 bad");
    expectSaid("Weeks 28 and 29 are back at " + week(28) + " and " + week(29));
    AnalysisRequest request;
    request.table = table(kSet2);
    request.costs = store_->costModel(model())->costs;
    const auto run = analyse(request);
    expectSaid(money(run->perPeriod(run->cost.total(run->sweep->at(kPolicy))), "EUR") + " a month");
}

TEST_F(DemoStoryTest, TheDecisionsStandOnTheirFigures) {
    const auto more = tally(kSet2, kPolicy).tp.n - tally(kSet2, 0.5).tp.n;
    expectSaid("0.42 catches " + count(more) + " more of them");
    const std::string part = "job = 'partime'";
    expectSaid("v3 catches " + recall(kSet3, part) + " where v2 catches " + recall(kSet2, part));
    const Tally now = tally(kSet3, kPolicy, part), then = tally(kSet2, kPolicy, part);
    const double fall =
        then.tp.weight / (then.tp.weight + then.fn.weight) - now.tp.weight / (now.tp.weight + now.fn.weight);
    expectSaid("recall falls by " + ofHundred(fall) + " points");
    const auto of = table(kSet2);
    const auto latency = of->real(of->find(ColumnRole::Latency)->id);
    const auto p95 = *latencyNumbers(latency->values()).p95;
    expectSaid("Latency of v2: " + fixed(p95, 0) + " ms");
    expectSaid("which v2 keeps with " + fixed(p95, 0));
}

TEST_F(DemoStoryTest, TheBriefSaysWhatIsInTheDataAndInTheRequirements) {
    expectSaid(count(table(kSet2)->rows()) + " applications of one bank");
    expectSaid("Income is missing for " + incomeMissing(kSet2) + " of 100, but for " +
               incomeMissing("2.0.0@credit-weekly-W30") + " of 100 in week 30");
    expectSaid("Recall without income 72 against " + recall(kSet2, "income is missing") + " of 100");
    const auto requirements = RequirementBook(store_).inForce(model());
    const auto figureOf = [&](const std::string& metric, const std::string& cohort) {
        for (const RequirementRecord& record : requirements)
            if (record.requirement.metric == metric && record.requirement.cohort == cohort)
                return record.requirement;
        ADD_FAILURE() << metric << " " << cohort;
        return Requirement();
    };
    const Requirement part = figureOf("recall", "job = 'partime'");
    expectSaid("at least " + ofHundred(*part.floor) + " caught, and " + ofHundred(*part.target) +
               " aimed at");
    expectSaid("of 100 refused at least " + ofHundred(*figureOf("precision", "").floor) + " would have");
    expectSaid(fixed(*figureOf("latency_p95", "").floor, 0) + " ms at the 95th percentile");
    for (const BriefAnswer& answer : answersInForce(ReviewBook(store_).briefHistory(model()))) {
        if (answer.question != "user") continue;
        EXPECT_NE(answer.text.find(
                      count(static_cast<std::uint64_t>(store_->costModel(model())->costs.volumePerPeriod)) +
                      " applications a month"),
                  std::string::npos);
    }
}

TEST_F(DemoStoryTest, TheCasesOfTheReviewsAreWhatIsSaidOfThem) {
    const Notebook notebook(store_);
    for (const Meeting& meeting : ReviewBook(store_).meetings(model()))
        for (const AgendaItem& item : meeting.items)
            for (const std::string& pick : item.picks) {
                if (item.point.kind != AgendaKind::Cases) continue;
                const auto notes = notebook.annotationsOf(model(), pick);
                ASSERT_FALSE(notes.empty()) << pick;
                if (item.notes.find("a record on file") == std::string::npos || pick != "app-00312") continue;
                EXPECT_NE(notes.front().text.find("record on file"), std::string::npos);
            }
}

}  // namespace
}  // namespace reckoner
