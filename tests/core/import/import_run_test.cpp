#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/import/import_plan.h"
#include "tests/core/import/reading.h"

namespace reckoner {
namespace {

using test::TemporaryFolder;
using test::writeFile;

std::string bytesOf(const std::filesystem::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

class ImportRun : public testing::Test {
 protected:
    ImportReport import(const std::filesystem::path& file, bool again = false,
                        const ImportAnswers& answers = {}) {
        return importRun(*store_, planImport(file, std::nullopt, answers, store_.get()), {}, again);
    }
    std::size_t filesInFolder() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(folder_.path()), {}));
    }

    TemporaryFolder folder_;
    FixedClock clock_{Clock::Time{}};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "a.reckoner", clock_);
};

TEST_F(ImportRun, WhatWasStagedIsWhatTheStoreHolds) {
    const auto file =
        writeFile(folder_ / "churn_v2_test.csv",
                  "id,label,score,plan,note\nc1,churn,0.75,pro,\"hello, \"\"you\"\"\"\nc2,stay,0.25,,\n");
    ImportAnswers answers;
    answers.text = "note";
    const ImportReport report = import(file, false, answers);
    const EvalTablePtr table = store_->openTable(report.run);
    EXPECT_EQ(table->info().model, "churn");
    EXPECT_EQ(table->info().version, "v2");
    EXPECT_EQ(table->info().evalSet, "test");
    EXPECT_EQ(table->info().positive, "churn");
    EXPECT_EQ(table->info().classes, (std::vector<std::string>{"stay", "churn"}));
    const auto scores = table->real(table->find(ColumnRole::Score)->id);
    EXPECT_EQ(scores->values()[0], 0.75);
    EXPECT_EQ(table->text(table->find("note")->id)->at(0), "hello, \"you\"");
    EXPECT_EQ(table->text(table->find(ColumnRole::Id)->id)->at(1), "c2");
    const auto plan = table->category(table->find("plan")->id);
    EXPECT_EQ(plan->code(1), plan->missingCode());
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(ImportRun, TheSameFileAgainIsNoticed) {
    const auto file = writeFile(folder_ / "a.csv", "id,label,score\n1,yes,0.5\n2,no,0.25\n");
    const ImportReport first = import(file);
    const std::size_t files = filesInFolder();
    const std::string before = bytesOf(folder_ / "a.reckoner");
    EXPECT_THROW(import(file), Error);
    EXPECT_EQ(bytesOf(folder_ / "a.reckoner"), before);
    EXPECT_EQ(filesInFolder(), files);
    EXPECT_EQ(import(file, true).sameFileAs, first.run);
}

TEST_F(ImportRun, ARefusedFileLeavesTheStoreAsItWas) {
    import(writeFile(folder_ / "a.csv", "id,label,score\n1,yes,0.5\n2,no,0.25\n"));
    const std::string before = bytesOf(folder_ / "a.reckoner");
    const auto bad = writeFile(folder_ / "bad.csv", "id,label,score\n1,yes,0.5\n2\n");
    const std::size_t files = filesInFolder();
    EXPECT_THROW(import(bad), Error);
    EXPECT_EQ(bytesOf(folder_ / "a.reckoner"), before);
    EXPECT_EQ(filesInFolder(), files);
}

TEST_F(ImportRun, ALaterImportReadsColumnsAsTheLastOne) {
    ImportAnswers answers;
    answers.model = "m";
    answers.segments = {"age"};
    answers.positive = "no";
    import(writeFile(folder_ / "one.csv", "id,label,score,age\n1,yes,0.5,3\n2,no,0.25,4\n"), false, answers);
    ImportAnswers modelOnly;
    modelOnly.model = "m";
    modelOnly.version = "v2";
    const auto next = writeFile(folder_ / "two.csv", "id,label,score,age\n1,yes,0.75,3\n2,yes,0.25,4\n");
    const ImportPlan plan = planImport(next, std::nullopt, modelOnly, store_.get());
    EXPECT_EQ(plan.columns[3].role, ColumnRole::Segment);
    EXPECT_EQ(plan.positive, "no");
    EXPECT_EQ(plan.classes, (std::vector<std::string>{"yes", "no"}));
    importRun(*store_, plan, {});
    EXPECT_EQ(store_->runs().size(), 2u);
}

}  // namespace
}  // namespace reckoner
