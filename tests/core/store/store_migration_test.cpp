#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/attachments.h"
#include "core/store/cost_ledger.h"
#include "core/store/migrations.h"
#include "core/store/notebook.h"
#include "core/store/policy_book.h"
#include "core/store/registry.h"
#include "core/store/requirement_book.h"
#include "core/store/review_book.h"
#include "core/store/store.h"
#include "tests/support/older_store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

class StoreMigrationTest : public testing::Test {
 protected:
    void copyFixture(int schema = 1) {
        fs::copy_file(
            fs::path(RECKONER_FIXTURES) / "stores" / ("schema_" + std::to_string(schema) + ".reckoner"),
            file_);
    }
    // The backup made at that time before a store is brought up to date.
    fs::path backupOf(const std::string& time) const {
        return folder_ / "old.reckoner.backups" /
               ("before-schema-" + std::to_string(schemaVersion()) + "-" + time + ".reckoner");
    }
    std::vector<fs::path> backups() {
        std::vector<fs::path> found;
        if (fs::exists(folder_ / "old.reckoner.backups"))
            for (const auto& entry : fs::directory_iterator(folder_ / "old.reckoner.backups"))
                found.push_back(entry.path());
        return found;
    }

    test::TemporaryFolder folder_;
    fs::path file_ = folder_ / "old.reckoner";
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
};

TEST_F(StoreMigrationTest, AStoreOfSchemaOneKeepsItsDataAndGainsTheRest) {
    copyFixture();
    const std::string before = test::bytesOf(file_);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);

    const auto runs = store->runs();
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].info.changelog, "First version");
    EXPECT_EQ(runs[0].info.decisionThreshold, 0.4);
    EXPECT_EQ(store->manifest(runs[0].info.id), R"({"model_name": "credit"})");
    EXPECT_EQ(store->versions(runs[0].modelId)[1].parent, "1.0");
    const auto ordinals = store->ordinals(store->resolveRun("credit/2.0@week-1").info.id);
    EXPECT_EQ(ordinals[3], 5U);
    EXPECT_EQ(ordinals[400], 400U);
    const EvalTablePtr table = store->openTable(runs[0].info.id);
    EXPECT_EQ(table->text(table->find("comment")->id)->at(399), "About sample-399");
    EXPECT_EQ(table->category(table->find("label")->id)->code(3), 1U);
    const EvalTablePtr jobs = store->openTable(store->resolveRun("jobs/1.0@week-1").info.id);
    EXPECT_TRUE(isMissingReal(jobs->real(jobs->find(ColumnRole::ClassScore)->id)->values()[1]));

    store->addCostModel(runs[0].modelId, CostModel{}, Vocabulary{}, "Ann", "start");
    store->rememberRoles("credit", {{"label", ColumnRole::Label, ""}});
    EXPECT_TRUE(store->costModel(runs[0].modelId));
    EXPECT_TRUE(store->check({}).empty());

    EXPECT_EQ(test::bytesOf(backupOf("20260304T050607089Z")).size(), before.size());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaTwoKeepsItsDecisionsAndTakesNotes) {
    copyFixture(2);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    const auto models = store->models();
    ASSERT_EQ(models.size(), 2U);
    EXPECT_EQ(models[0].title, "Credit default");
    EXPECT_EQ(store->costModel(models[0].id)->costs.fn.fixed, 30);
    EXPECT_EQ(store->policyInForce(store->run(1)->versionId)->why, "Fits the desk");
    EXPECT_EQ(store->rememberedRoles("credit").size(), 1U);
    EXPECT_EQ(store->openTable(2)->rows(), 310U);

    Notebook notebook(store);
    Annotation note;
    note.modelId = models[0].id;
    note.sampleId = "s7";
    note.text = "Kept";
    notebook.save(note);
    notebook.setTags(models[1].id, {"first"});
    EXPECT_EQ(notebook.annotationsOf(models[0].id, "s7").size(), 1U);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaThreeKeepsItsNotesAndTakesAttachments) {
    copyFixture(3);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    Notebook notebook(store);
    EXPECT_EQ(notebook.annotationsOf(1, "s7").at(0).text, "Kept");
    EXPECT_EQ(notebook.corrections(1).at(0).corrected, "no");
    ASSERT_EQ(store->run(2)->info.scored, 180U);

    NewAttachment attachment;
    attachment.sourceName = "later.csv";
    attachment.ids.add("s9");
    AttachmentColumn& label = attachment.columns.emplace_back();
    label.info.name = "truth";
    label.info.role = ColumnRole::Label;
    label.info.type = ColumnType::Category;
    label.dictionary = {"yes"};
    label.codes = {0};
    Attachments(store).attach(1, attachment);
    EXPECT_EQ(store->run(2)->info.scored, 181U);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaFourKeepsItsCostsAndTakesScenarios) {
    copyFixture(4);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    const CostModelRow old = store->costModel(1).value();
    EXPECT_EQ(old.scenario, kLikelyScenario);
    EXPECT_EQ(old.costs.fn, (OutcomeCost{0, 0.5, "amount"}));
    EXPECT_EQ(old.costs.review, 12);
    EXPECT_EQ(old.costs.reviewerAccuracy, 1);
    EXPECT_FALSE(old.costs.prevalence);
    EXPECT_TRUE(old.costs.byClass.empty());
    EXPECT_TRUE(store->check({}).empty());

    CostModelRow worst = old;
    worst.scenario = "worst";
    worst.costs.prevalence = 0.1;
    CostLedger(store).add(worst);
    EXPECT_EQ(store->costModel(1)->id, old.id);
    EXPECT_EQ(CostLedger(store).book(1).inForce("worst")->row.costs.prevalence, 0.1);
    EXPECT_EQ(CostLedger(store).book(1).history().size(), 3U);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaFiveKeepsItsPoliciesAndFreezesFigures) {
    copyFixture(5);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    PolicyBook book(store);
    ASSERT_EQ(book.history(1).size(), 2U);
    EXPECT_EQ(book.history(1)[0].policy.why, "Fits the desk");
    EXPECT_EQ(book.history(1)[1].until, "2026-02-10T05:00:00.000Z");
    EXPECT_FALSE(book.history(1)[0].evidence);

    Policy policy = book.history(1)[1].policy;
    policy.why = "As before";
    PolicyEvidence evidence;
    evidence.adopted.figures.cost = 12;
    book.adopt(policy, evidence);
    EXPECT_EQ(book.history(1)[0].evidence->adopted.figures.cost, 12);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaSixKeepsItsEvidenceAndTakesRequirementsAndStages) {
    copyFixture(6);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    ASSERT_EQ(PolicyBook(store).history(1).at(0).evidence->samples, 120U);
    ASSERT_EQ(store->versions(1).size(), 2U);
    Registry registry(store);
    EXPECT_EQ(registry.entries(1).at(1).stage(), Stage::None);

    Requirement requirement;
    requirement.modelId = 1;
    requirement.metric = "recall";
    requirement.floor = 0.8;
    requirement.who = "Risk";
    RequirementBook(store).add(requirement);
    registry.move({0, "", store->versions(1)[1].id, Stage::Production, "Risk", "better", ""});
    EXPECT_EQ(RequirementBook(store).inForce(1).at(0).requirement.floor, 0.8);
    EXPECT_EQ(registry.entries(1).at(1).stage(), Stage::Production);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaSevenKeepsItsRequirementsAndTakesReviews) {
    copyFixture(7);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    EXPECT_EQ(RequirementBook(store).inForce(1).at(0).requirement.metric, "recall");
    EXPECT_EQ(Registry(store).entries(1).at(1).stage(), Stage::Production);

    ReviewBook book(store);
    EXPECT_TRUE(book.meetings(1).empty());
    Meeting meeting = draftMeeting(1, "2026-03-04", usualAgenda());
    meeting.title = "First review";
    book.save(meeting);
    EXPECT_EQ(book.meetings(1).at(0).items.size(), usualAgenda().size());
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaEightKeepsItsNotesAndSaysWhoChangesThem) {
    copyFixture(8);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    EXPECT_TRUE(store->check({}).empty());
    Notebook notebook(store);
    Annotation note = notebook.annotationsOf(1, "s7").at(0);
    EXPECT_EQ(note.text, "Kept");
    EXPECT_EQ(note.author, "Ann");
    EXPECT_EQ(note.changedBy, "");
    EXPECT_EQ(notebook.annotationsOf(1, "s9").at(0).severity, Severity::High);
    EXPECT_TRUE(PolicyBook(store).history(1).at(0).evidence);

    note.text = "Kept, and looked at again";
    note.changedBy = "Ben";
    notebook.save(note);
    EXPECT_EQ(notebook.annotationsOf(1, "s7").at(0).author, "Ann");
    EXPECT_EQ(notebook.annotationsOf(1, "s7").at(0).changedBy, "Ben");
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, AStoreOfSchemaNineKeepsItsReviewAndTakesAnAgenda) {
    copyFixture(9);
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    EXPECT_TRUE(store->check({}).empty());
    ReviewBook book(store);
    const Meeting meeting = book.running().value();
    EXPECT_EQ(meeting.title, "Review of 5 March");
    EXPECT_EQ(meeting.items.at(0).notes, "Recall fell in week 9");
    EXPECT_EQ(book.actions(1).at(0).review, meeting.uid);

    EXPECT_EQ(book.agenda(1), usualAgenda());
    book.setAgenda(1, {{"Numbers", 15, "decide", AgendaKind::Talk}}, "Risk");
    EXPECT_EQ(book.agenda(1).at(0).minutes, 15);
    EXPECT_TRUE(store->check({}).empty());
}

TEST_F(StoreMigrationTest, TheBackupIsTheOldStore) {
    copyFixture();
    Store::open(file_, OpenMode::ReadWrite, clock_);
    ASSERT_EQ(backups().size(), 1U);
    test::SqliteFile backup(backups()[0]);
    EXPECT_EQ(backup.value("PRAGMA user_version"), "1");
    EXPECT_EQ(backup.value("SELECT count(*) FROM run"), "3");
    // It can be opened, and is then brought up to date too.
    const fs::path restored = folder_ / "restored.reckoner";
    fs::copy_file(backups()[0], restored);
    EXPECT_EQ(Store::open(restored, OpenMode::ReadWrite, clock_)->runs().size(), 3U);
}

TEST_F(StoreMigrationTest, OpeningTwiceMigratesOnce) {
    copyFixture();
    Store::open(file_, OpenMode::ReadWrite, clock_);
    const std::string migrated = test::bytesOf(file_);
    EXPECT_EQ(Store::open(file_, OpenMode::ReadOnly, clock_)->runs().size(), 3U);
    Store::open(file_, OpenMode::ReadWrite, clock_);
    EXPECT_EQ(test::bytesOf(file_), migrated);
    EXPECT_EQ(backups().size(), 1U);
}

TEST_F(StoreMigrationTest, ReadingAnOlderStoreOnlyIsRefusedAndLeavesItAsItIs) {
    copyFixture();
    const auto before = test::snapshot(folder_.path());
    try {
        Store::open(file_, OpenMode::ReadOnly, clock_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(
            std::string(error.what())
                .find("older Reckoner (schema 1, this one uses " + std::to_string(schemaVersion()) + ")"),
            std::string::npos);
    }
    EXPECT_TRUE(before == test::snapshot(folder_.path()));
}

TEST_F(StoreMigrationTest, WithoutABackupNothingIsMigrated) {
    copyFixture();
    test::writeBytes(folder_ / "old.reckoner.backups", "a file where the folder should be");
    const auto before = test::snapshot(folder_.path());
    EXPECT_THROW(Store::open(file_, OpenMode::ReadWrite, clock_), Error);
    EXPECT_TRUE(before == test::snapshot(folder_.path()));
}

TEST_F(StoreMigrationTest, ADamagedStoreIsNotMigrated) {
    copyFixture();
    test::SqliteFile(file_).exec("UPDATE column_chunk SET bytes = zeroblob(length(bytes)) WHERE id = 2");
    const auto before = test::snapshot(folder_.path());
    try {
        Store::open(file_, OpenMode::ReadWrite, clock_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("damage"), std::string::npos) << error.what();
    }
    EXPECT_EQ(test::bytesOf(file_), before.at(file_.string()));
}

TEST_F(StoreMigrationTest, TenBackupsAreKept) {
    copyFixture();
    const std::string old = test::bytesOf(file_);
    for (int i = 0; i < 13; ++i) {
        clock_.set(clock_.now() + std::chrono::hours(1));
        test::writeBytes(file_, old);
        Store::open(file_, OpenMode::ReadWrite, clock_);
    }
    EXPECT_EQ(backups().size(), 10U);
    EXPECT_FALSE(fs::exists(backupOf("20260304T080607089Z")));
    EXPECT_TRUE(fs::exists(backupOf("20260304T180607089Z")));
}

TEST_F(StoreMigrationTest, EverySchemaEndsWithTheLatest) {
    for (int version = 1; version <= schemaVersion(); ++version) {
        const fs::path file = folder_ / ("from-" + std::to_string(version) + ".reckoner");
        test::StagingBuilder staging(folder_ / "staging");
        test::fillBinaryRun(staging, test::numberedIds("s", 10));
        test::makeStoreOfSchema(file, version, {&staging.staged()}, "2026-02-03T04:05:06.007Z");
        const auto store = Store::open(file, OpenMode::ReadWrite, clock_);
        EXPECT_EQ(store->runs().size(), 1U);
        EXPECT_EQ(test::SqliteFile(file).value("PRAGMA user_version"), std::to_string(schemaVersion()));
        EXPECT_TRUE(store->check({}).empty());
    }
}

}  // namespace
}  // namespace reckoner
