// The demo's notes are true of the demo's data.
#include "core/import/demo_notebook.h"

#include <algorithm>
#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/import/demo.h"
#include "core/store/notebook.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class DemoNotebookTest : public testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        createDemo(*folder_ / "demo.reckoner", RECKONER_RESOURCES, clock());
        store_ = Store::open(*folder_ / "demo.reckoner", OpenMode::ReadOnly, clock());
    }
    static void TearDownTestSuite() {
        store_.reset();
        folder_.reset();
    }
    static const Clock& clock() {
        static const FixedClock fixed{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
        return fixed;
    }
    static std::int64_t model(const std::string& name) {
        for (const ModelRow& row : store_->models())
            if (row.name == name) return row.id;
        return 0;
    }
    // Rows of a run by sample id.
    static std::map<std::string, RowIndex> rowsOf(const EvalTable& table) {
        std::map<std::string, RowIndex> rows;
        table.text(table.find(ColumnRole::Id)->id)
            ->scan(0, table.rows(), [&](RowIndex row, std::string_view id, bool) { rows.emplace(id, row); });
        return rows;
    }
    static std::string category(const EvalTable& table, ColumnRole role, RowIndex row) {
        const auto column = table.category(table.find(role)->id);
        return column->categories().at(column->code(row));
    }

    static inline std::unique_ptr<test::TemporaryFolder> folder_;
    static inline std::shared_ptr<Store> store_;
};

TEST_F(DemoNotebookTest, ThreeModelsHaveNotesTagsAndCorrections) {
    const Notebook notebook(store_);
    EXPECT_EQ(notebook.annotations(model("credit-default")).size(), 16U);
    EXPECT_EQ(notebook.tags(model("credit-default")).size(), 5U);
    EXPECT_EQ(notebook.cohorts(model("credit-default")).size(), 2U);
    EXPECT_EQ(notebook.corrections(model("credit-default")).size(), 2U);
    EXPECT_EQ(notebook.annotations(model("food-review-sentiment")).size(), 6U);
    EXPECT_EQ(notebook.corrections(model("food-review-sentiment")).size(), 1U);
    EXPECT_EQ(notebook.annotations(model("hpc-job-runtime")).size(), 5U);
    EXPECT_TRUE(store_->check({}).empty());
}

TEST_F(DemoNotebookTest, EveryNoteIsAboutASampleAndItsTagsAreTheModels) {
    const Notebook notebook(store_);
    for (const std::string run :
         {"credit-default/2.0.0@credit-applications-cv5", "food-review-sentiment/2.0.0@fine-foods-test",
          "hpc-job-runtime/2.0.0@hpc-jobs-cv10"}) {
        const RunRow row = store_->resolveRun(run);
        const auto rows = rowsOf(*store_->openTable(row.info.id));
        const auto tags = notebook.tags(row.modelId);
        const auto versions = store_->versions(row.modelId);
        for (const Annotation& note : notebook.annotations(row.modelId)) {
            EXPECT_TRUE(rows.contains(note.sampleId)) << note.sampleId;
            EXPECT_FALSE(note.text.empty());
            EXPECT_FALSE(note.tags.empty());
            for (const std::string& tag : note.tags)
                EXPECT_NE(std::find(tags.begin(), tags.end(), tag), tags.end()) << tag;
            EXPECT_TRUE(std::any_of(versions.begin(), versions.end(), [&](const VersionRow& version) {
                return version.name == note.seenOnVersion;
            })) << note.sampleId;
        }
        for (const LabelCorrection& correction : notebook.corrections(row.modelId))
            EXPECT_TRUE(rows.contains(correction.sampleId)) << correction.sampleId;
    }
}

TEST_F(DemoNotebookTest, WhatTheCreditNotesSayIsInTheData) {
    const Notebook notebook(store_);
    const auto table =
        store_->openTable(store_->resolveRun("credit-default/2.0.0@credit-applications-cv5").info.id);
    const auto rows = rowsOf(*table);
    const auto income = table->real(table->find("income")->id);
    const auto amount = table->real(table->find("amount")->id);
    const auto score = table->real(table->find(ColumnRole::Score)->id);
    for (const Annotation& note : notebook.annotations(model("credit-default"))) {
        SCOPED_TRACE(note.sampleId);
        const RowIndex row = rows.at(note.sampleId);
        const auto tagged = [&](const char* tag) {
            return std::find(note.tags.begin(), note.tags.end(), tag) != note.tags.end();
        };
        EXPECT_EQ(tagged("income missing"), isMissingReal(income->values()[row]));
        if (!tagged("wrong label")) {
            EXPECT_EQ(note.expected, category(*table, ColumnRole::Label, row));
        }
        if (note.seenOnVersion == "2.0.0") {
            EXPECT_EQ(note.produced, score->values()[row] >= 0.42 ? "bad" : "good");
        }
        // A missed default costs half the amount, a good customer refused 15 % of it.
        if (note.cost) {
            EXPECT_NEAR(*note.cost, amount->values()[row] * (note.expected == "bad" ? 0.5 : 0.15), 1e-9);
        }
    }
    for (const LabelCorrection& correction : notebook.corrections(model("credit-default")))
        EXPECT_NE(correction.corrected, category(*table, ColumnRole::Label, rows.at(correction.sampleId)));
}

TEST_F(DemoNotebookTest, ANotebookOfAModelThatIsNotThereIsRefused) {
    test::TemporaryFolder folder;
    const auto store = Store::create(folder / "a.reckoner", clock());
    std::ofstream(folder / "notebook.json") << R"({"model": "nobody"})";
    EXPECT_THROW(addDemoNotebooks(store, folder.path()), Error);
    std::ofstream(folder / "notebook.json", std::ios::trunc) << "no json";
    EXPECT_THROW(addDemoNotebooks(store, folder.path()), Error);
}

}  // namespace
}  // namespace reckoner
