// Damage is found and named; backups are good or not there.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

class StoreCareTest : public testing::Test {
 protected:
    StoreCareTest() : file_(folder_ / "a.reckoner") {
        const auto store = Store::create(file_, clock_);
        test::StagingBuilder staging(folder_ / "staging");
        test::fillBinaryRun(staging, test::numberedIds("s", 70'000));
        store->publish(staging.staged(), {});
        fs::remove(folder_ / "staging");
        model_ = store->models()[0].id;
        version_ = store->versions(model_)[0].id;
        store->addCostModel(model_, CostModel{}, Vocabulary{}, "Ann", "first");
        store->addCostModel(model_, CostModel{}, Vocabulary{}, "Ann", "second");
    }

    std::shared_ptr<Store> open() { return Store::open(file_, OpenMode::ReadWrite, clock_); }
    void change(const std::string& sql) { test::SqliteFile(file_).exec(sql); }
    bool reported(const std::string& where, const std::string& part) {
        const std::vector<Damage> damages = open()->check({});
        const bool found = std::any_of(damages.begin(), damages.end(), [&](const Damage& damage) {
            return damage.where.find(where) != std::string::npos &&
                   damage.sentence.find(part) != std::string::npos;
        });
        for (const Damage& damage : damages)
            if (!found) ADD_FAILURE() << damage.where << ": " << damage.sentence;
        return found;
    }
    fs::path daily(const std::string& day) {
        return folder_ / "a.reckoner.backups" / ("daily-" + day + "-without-samples.reckoner");
    }

    test::TemporaryFolder folder_;
    fs::path file_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::int64_t model_ = 0;
    std::int64_t version_ = 0;
};

TEST_F(StoreCareTest, ASoundStoreHasNoDamage) {
    EXPECT_TRUE(open()->check({}).empty());
}

TEST_F(StoreCareTest, AFlippedBitInAColumnIsNamedByRunColumnAndRows) {
    change(
        "UPDATE column_chunk SET bytes = CAST(x'ff' || substr(bytes, 2) AS BLOB) WHERE part = 0 AND"
        " first_row = 65536 AND data_id = (SELECT data_id FROM run_column WHERE name = 'score')");
    EXPECT_TRUE(reported("run 1, column score, rows 65536-69999", "checksum"));
    const auto store = open();
    const EvalTablePtr table = store->openTable(1);
    try {
        table->real(table->find("score")->id);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Store);
        EXPECT_NE(std::string(error.what()).find("column score, rows 65536-69999"), std::string::npos);
    }
    EXPECT_NO_THROW(table->category(table->find("label")->id));
}

TEST_F(StoreCareTest, MissingChunksAreNamed) {
    change(
        "DELETE FROM column_chunk WHERE part = 0 AND first_row = 0 AND"
        " data_id = (SELECT data_id FROM run_column WHERE name = 'label')");
    EXPECT_TRUE(reported("run 1, column label", "missing"));
    const EvalTablePtr table = open()->openTable(1);
    EXPECT_THROW(table->category(table->find("label")->id), Error);
}

TEST_F(StoreCareTest, DamagedDictionariesAndIdsAreNamed) {
    change(
        "UPDATE column_chunk SET checksum = checksum + 1 WHERE part = 1 AND"
        " data_id = (SELECT data_id FROM run_column WHERE name = 'country')");
    EXPECT_TRUE(reported("run 1, column country, categories", "checksum"));
    change("UPDATE sample_chunk SET checksum = 7 WHERE first_row = 0");
    EXPECT_TRUE(reported("eval set week-1, sample ids", "checksum"));
    const EvalTablePtr table = open()->openTable(1);
    EXPECT_THROW(table->text(table->find(ColumnRole::Id)->id)->at(0), Error);
}

TEST_F(StoreCareTest, AClaimedSizeTakesNoMemory) {
    change(
        "UPDATE run SET rows = 4000000000; UPDATE column_data SET rows = 4000000000,"
        " distinct_values = CASE distinct_values WHEN 0 THEN 0 ELSE 4000000000 END;"
        "UPDATE eval_set SET samples = 4000000000");
    const EvalTablePtr table = open()->openTable(1);
    for (const ColumnInfo& column : table->columns())
        EXPECT_THROW(table->column(column.id), Error) << column.name;
}

TEST_F(StoreCareTest, ChangesOutsideTheProgramAreReported) {
    change("UPDATE cost_model SET fn = 1000 WHERE id = 1");
    EXPECT_TRUE(reported("cost_model", "Row 1 of cost_model was changed"));
    change("UPDATE model SET title = 'Mine'");
    EXPECT_TRUE(reported("model", "Row 1 of model was changed"));
}

TEST_F(StoreCareTest, RowsAddedOrRemovedOutsideTheProgramAreReported) {
    change(
        "INSERT INTO policy (version_id, threshold, who, why, adopted_at, review_by)"
        " VALUES (1, 0.1, 'Eve', '', '', '')");
    EXPECT_TRUE(reported("policy", "Row 1 of policy was added"));
    change("DELETE FROM policy");
    change("DELETE FROM cost_model WHERE id = 2");
    EXPECT_TRUE(reported("cost_model", "1 rows of cost_model were removed"));
    // Copying a sealed row over another keeps its hash right, not the digest.
    change(
        "INSERT INTO cost_model SELECT * FROM (SELECT 3, model_id, tp, tp_factor, tp_amount, fp, fp_factor,"
        " fp_amount, fn, fn_factor, fn_amount, tn, tn_factor, tn_amount, review, currency,"
        " volume_per_period, period, note, words, who, why, created_at, content_hash, scenario, cohort, "
        "removed,"
        " reviewer_accuracy, review_capacity, prevalence, class_costs FROM cost_model)");
    EXPECT_TRUE(reported("cost_model", "Row 3 of cost_model was changed"));
}

TEST_F(StoreCareTest, ForeignRowsAreReported) {
    change("PRAGMA foreign_keys = OFF; DELETE FROM eval_set");
    EXPECT_TRUE(reported("run", "belongs to a row of eval_set that is gone"));
}

TEST_F(StoreCareTest, ABackupIsTheWholeStore) {
    const auto store = open();
    const fs::path to = folder_ / "copy.reckoner";
    store->backup(to, {});
    const auto copy = Store::open(to, OpenMode::ReadOnly, clock_);
    EXPECT_TRUE(copy->check({}).empty());
    EXPECT_EQ(copy->costModel(model_)->why, "second");
    const EvalTablePtr table = copy->openTable(1);
    EXPECT_EQ(table->text(table->find(ColumnRole::Id)->id)->at(69'999), "s69999");
    const std::string bytes = test::bytesOf(to);
    EXPECT_THROW(store->backup(to, {}), Error);
    EXPECT_THROW(store->backup(file_, {}), Error);
    EXPECT_EQ(test::bytesOf(to), bytes);
}

TEST_F(StoreCareTest, ADamagedStoreMakesNoBackup) {
    change("UPDATE column_chunk SET checksum = 0");
    const auto store = open();
    EXPECT_THROW(store->backup(folder_ / "copy.reckoner", {}), Error);
    EXPECT_EQ(test::snapshot(folder_.path()).size(), 1U);
}

TEST_F(StoreCareTest, ACancelledBackupLeavesNothing) {
    const auto store = open();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(store->backup(folder_ / "copy.reckoner", TaskContext(stop.get_token())), Error);
    EXPECT_EQ(test::snapshot(folder_.path()).size(), 1U);
}

TEST_F(StoreCareTest, TheFirstWriteOfADayKeepsEverythingButSamples) {
    EXPECT_FALSE(fs::exists(folder_ / "a.reckoner.backups"));
    {
        const auto store = open();
        store->setModelTitle(model_, "After");
        store->setModelTitle(model_, "After that");
        EXPECT_EQ(store->backupProblem(), "");
    }
    ASSERT_TRUE(fs::exists(daily("2026-03-04")));
    const auto backup = Store::open(daily("2026-03-04"), OpenMode::ReadOnly, clock_);
    EXPECT_EQ(backup->models()[0].title, "credit");
    EXPECT_EQ(backup->costModel(model_)->why, "second");
    EXPECT_EQ(backup->runs().size(), 1U);
    EXPECT_TRUE(backup->check({}).empty());
    EXPECT_LT(fs::file_size(daily("2026-03-04")), fs::file_size(file_));
    try {
        backup->openTable(1);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("without samples"), std::string::npos);
    }
}

TEST_F(StoreCareTest, TenDailyBackupsAreKept) {
    for (int day = 0; day < 12; ++day) {
        open()->setSetting("day", std::to_string(day));
        clock_.set(clock_.now() + std::chrono::days(1));
    }
    EXPECT_FALSE(fs::exists(daily("2026-03-05")));
    EXPECT_TRUE(fs::exists(daily("2026-03-06")));
    EXPECT_TRUE(fs::exists(daily("2026-03-15")));
}

TEST_F(StoreCareTest, UnfinishedBackupsOfKilledProgramsGo) {
    const fs::path folder = folder_ / "a.reckoner.backups";
    fs::create_directory(folder);
    test::writeBytes(folder / ".daily-2026-03-01.reckoner.12-0", "half");
    test::writeBytes(folder / ".daily-2026-03-02.reckoner.13-0", "being written");
    fs::last_write_time(folder / ".daily-2026-03-01.reckoner.12-0",
                        fs::file_time_type::clock::now() - std::chrono::hours(30));
    open()->setSetting("a", "b");
    EXPECT_FALSE(fs::exists(folder / ".daily-2026-03-01.reckoner.12-0"));
    EXPECT_TRUE(fs::exists(folder / ".daily-2026-03-02.reckoner.13-0"));
}

TEST_F(StoreCareTest, ADailyBackupThatFailsKeepsNobodyFromWriting) {
    test::writeBytes(folder_ / "a.reckoner.backups", "in the way");
    const auto store = open();
    store->setSetting("a", "b");
    EXPECT_EQ(store->setting("a"), "b");
    EXPECT_NE(store->backupProblem(), "");
}

}  // namespace
}  // namespace reckoner
