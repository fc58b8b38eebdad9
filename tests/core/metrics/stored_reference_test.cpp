// What the reference tests read straight from the demo files is, value for value, what importer and store
// give back: so every reference number holds for stored runs too.
#include <bit>

#include <gtest/gtest.h>

#include "core/base/clock.h"
#include "core/import/import_plan.h"
#include "core/metrics/ranking.h"
#include "tests/support/demo_table.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

void expectSameReals(const RealColumn& stored, const RealColumn& plain, const std::string& what) {
    ASSERT_EQ(stored.rows(), plain.rows()) << what;
    for (RowIndex row = 0; row < plain.rows(); ++row)
        ASSERT_EQ(std::bit_cast<std::uint64_t>(stored.values()[row]),
                  std::bit_cast<std::uint64_t>(plain.values()[row]))
            << what << " row " << row;
}

void expectSameCategories(const CategoryColumn& stored, const CategoryColumn& plain,
                          const std::string& what) {
    const auto valueOf = [](const CategoryColumn& column, RowIndex row) {
        const std::uint32_t code = column.code(row);
        return code == column.missingCode() ? std::string("(missing)") : column.categories()[code];
    };
    ASSERT_EQ(stored.rows(), plain.rows()) << what;
    for (RowIndex row = 0; row < plain.rows(); ++row)
        ASSERT_EQ(valueOf(stored, row), valueOf(plain, row)) << what << " row " << row;
}

TEST(StoredReference, TheStoreGivesBackWhatTheReferenceTestsRead) {
    const test::TemporaryFolder folder;
    const FixedClock clock{Clock::Time{}};
    const auto store = Store::create(folder / "demo.reckoner", clock);
    for (const std::string file :
         {"credit_default/credit_default_v1_logreg.csv", "credit_default/credit_default_v3_boosting.jsonl",
          "flight_delay/flight_delay_v1_2001-W05.csv", "hpc_jobs/hpc_jobs_v2_forest.jsonl"}) {
        const auto path = std::filesystem::path(RECKONER_RESOURCES) / "demo" / file;
        const RunId id = importRun(*store, planImport(path, std::nullopt, {}, store.get()), {}).run;
        const EvalTablePtr stored = store->openTable(id);
        const EvalTablePtr plain = test::demoRun(file).build();
        EXPECT_EQ(stored->info().classes, plain->info().classes) << file;
        EXPECT_EQ(stored->info().positive, plain->info().positive) << file;
        EXPECT_EQ(stored->info().decisionThreshold, plain->info().decisionThreshold) << file;
        for (const ColumnInfo& column : plain->columns()) {
            const std::string what = file + " " + column.name;
            const ColumnInfo* same = nullptr;
            for (const ColumnInfo& candidate : stored->columns()) {
                const bool sameClass =
                    column.role == ColumnRole::ClassScore && candidate.classOf == column.classOf;
                if (candidate.role == column.role && (candidate.name == column.name || sameClass))
                    same = &candidate;
            }
            ASSERT_NE(same, nullptr) << what;
            if (column.type == ColumnType::Real)
                expectSameReals(*stored->real(same->id), *plain->real(column.id), what);
            if (column.type == ColumnType::Category)
                expectSameCategories(*stored->category(same->id), *plain->category(column.id), what);
        }
    }
}

}  // namespace
}  // namespace reckoner
