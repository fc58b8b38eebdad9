#include "core/store/case_reader.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/import/demo.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class CaseReaderTest : public testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = new test::TemporaryFolder;
        const FixedClock clock{std::chrono::sys_days{std::chrono::year{2026} / 3 / 4}};
        createDemo(*folder_ / "demo.reckoner", RECKONER_RESOURCES, clock);
        store_ = Store::open(*folder_ / "demo.reckoner", OpenMode::ReadOnly, clock);
        reader_ = new CaseReader(
            store_, store_->runs(),
            {{store_->resolveRun("credit-default/2.0.0@credit-applications-cv5").versionId, 0.5}});
    }
    static void TearDownTestSuite() {
        delete reader_;
        store_.reset();
        delete folder_;
    }
    static CaseFacts read(const std::string& run, const std::string& id,
                          const std::string& costs = "fn=0.5*amount,fp=0.15*amount") {
        CaseRequest request;
        request.run = store_->resolveRun(run).info.id;
        request.row = *reader_->lookup().find(request.run, id, 1);
        request.costs = parseCosts(costs);
        return reader_->read(request);
    }

    inline static test::TemporaryFolder* folder_;
    inline static std::shared_ptr<Store> store_;
    inline static CaseReader* reader_;
};

TEST_F(CaseReaderTest, KnowsACreditApplicationInEveryVersion) {
    const CaseFacts facts = read("credit-default/2.0.0@credit-applications-cv5", "app-02854");
    EXPECT_EQ(facts.sampleId, "app-02854");
    EXPECT_EQ(facts.label, "bad");
    EXPECT_TRUE(facts.isPositive());
    ASSERT_EQ(facts.versions.size(), 3u);
    EXPECT_EQ(facts.versions[0].version, "1.0.0");
    EXPECT_NEAR(*facts.versions[0].score, 0.476, 5e-4);
    EXPECT_NEAR(*facts.versions[1].score, 0.306, 5e-4);
    EXPECT_NEAR(*facts.versions[2].score, 0.775, 5e-4);
    EXPECT_TRUE(facts.versions[1].shown);
    EXPECT_EQ(facts.shown(), &facts.versions[1]);
    for (const CaseScore& version : facts.versions)
        EXPECT_EQ(version.threshold, 0.5);
    // No policy for the first version: it decides where the threshold on the screen stands, as flips do.
    EXPECT_TRUE(facts.versions[0].followsScreen);
    EXPECT_EQ(facts.versions[0].decidesAt(0.31), 0.31);
    EXPECT_EQ(facts.amount, 2500);
    EXPECT_EQ(facts.costs[2], 1250);
    EXPECT_EQ(facts.costs[1], 375);
    ASSERT_EQ(facts.factors.size(), 3u);
    EXPECT_EQ(facts.factors[2], (Factor{"job", -0.06, ""}));
    bool incomeIsMissing = false;
    for (const CaseField& field : facts.fields)
        incomeIsMissing |= field.column.name == "income" && field.missing();
    EXPECT_TRUE(incomeIsMissing);
    EXPECT_TRUE(facts.texts.empty());
}

TEST_F(CaseReaderTest, AVersionWhosePolicyIsTiersDecidesByThem) {
    TierPlan plan;
    plan.cutoffs = {0.35, 0.8};
    plan.tiers = usualTiers(2);
    const RunRow third = store_->resolveRun("credit-default/3.0.0@credit-applications-cv5");
    CaseReader inTiers(store_, store_->runs(), {{third.versionId, OperatingPoint(0, plan)}});
    CaseRequest request;
    request.run = store_->resolveRun("credit-default/2.0.0@credit-applications-cv5").info.id;
    request.row = *inTiers.lookup().find(request.run, "app-02854", 1);
    const CaseFacts facts = inTiers.read(request);
    ASSERT_EQ(facts.versions.size(), 3u);
    EXPECT_EQ(facts.versions[2].tiers, plan);
    EXPECT_EQ(facts.versions[2].threshold, 0.35);
    ASSERT_TRUE(facts.versions[2].decidesBy(0.31));
    EXPECT_EQ(*facts.versions[2].decidesBy(0.31), OperatingPoint(0, plan));
    EXPECT_FALSE(facts.versions[1].tiers);
}

TEST_F(CaseReaderTest, FindsTheSampleOfAWeeklySetInTheGreatOne) {
    const RunRow weekly = store_->resolveRun("credit-default/2.0.0@credit-weekly-W27");
    CaseRequest request;
    request.run = weekly.info.id;
    request.row = 17;
    const CaseFacts facts = reader_->read(request);
    ASSERT_EQ(facts.versions.size(), 3u);
    for (const CaseScore& version : facts.versions) {
        const EvalTablePtr table = store_->openTable(version.run);
        const auto row = reader_->lookup().find(version.run, facts.sampleId, 1);
        ASSERT_TRUE(row);
        EXPECT_EQ(version.score, table->real(table->find(ColumnRole::Score)->id)->values()[*row]);
    }
}

TEST_F(CaseReaderTest, KnowsEveryClassScoreOfAJob) {
    const CaseFacts facts = read("hpc-job-runtime/2.0.0@hpc-jobs-cv10", "job-03150", "fp=1,fn=1");
    EXPECT_EQ(facts.task, Task::Multiclass);
    ASSERT_EQ(facts.versions.size(), 2u);
    const CaseScore& now = *facts.shown();
    ASSERT_EQ(now.classScores.size(), 4u);
    EXPECT_EQ(now.predicted, "F");
    EXPECT_EQ(facts.label, "M");
    EXPECT_DOUBLE_EQ(now.classScores[1], 0.97);
    EXPECT_NEAR(facts.versions[0].classScores[1], 0.54, 0.005);
}

TEST_F(CaseReaderTest, HasTextsInFull) {
    const CaseFacts facts =
        read("food-review-sentiment/2.0.0@fine-foods-test", "rev-B000G7V394-0002", "fp=1,fn=1");
    ASSERT_EQ(facts.texts.size(), 1u);
    EXPECT_TRUE(facts.texts[0].text->starts_with("I have been a consumer of Snyders"));
    EXPECT_GT(facts.texts[0].text->size(), 400u);
}

TEST_F(CaseReaderTest, RefusesARowThatIsNotThere) {
    CaseRequest request;
    request.run = 1;
    request.row = 4454;
    EXPECT_THROW(reader_->read(request), Error);
    request.run = 999;
    EXPECT_THROW(reader_->read(request), Error);
}

}  // namespace
}  // namespace reckoner
