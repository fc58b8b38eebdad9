#include "core/import/import_batch.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

class ImportBatchTest : public testing::Test {
 protected:
    fs::path write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }
    ImportBatch of(std::vector<fs::path> files) {
        ImportBatch batch;
        batch.files = std::move(files);
        batch.answers.model = "m";
        batch.answers.positive = "yes";
        return batch;
    }
    std::vector<BatchResult> import(const ImportBatch& batch, const TaskContext& context = {}) {
        return importBatch(folder_ / "s.reckoner", batch, clock_, context);
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {}));
    }
    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    const std::string a_ = "id,label,score\na,yes,0.9\nb,no,0.1\n";
    const std::string b_ = "id,label,score\na,yes,0.8\nb,no,0.2\n";
};

TEST_F(ImportBatchTest, StoresEveryFileAndLeavesNothingElse) {
    const auto results = import(of({write("a.csv", a_), write("b.csv", b_)}));
    ASSERT_EQ(results.size(), 2u);
    EXPECT_EQ(results[1].report.run, 2);
    EXPECT_EQ(files(), 3u);
    const auto store = Store::open(folder_ / "s.reckoner", OpenMode::ReadOnly, clock_);
    EXPECT_EQ(store->runs().size(), 2u);
    EXPECT_FALSE(store->rememberedRoles("m").empty());
}

TEST_F(ImportBatchTest, OneBadFileAndNoneIsStored) {
    EXPECT_THROW(import(of({write("a.csv", a_), write("bad.csv", "")})), Error);
    EXPECT_THROW(import(of({write("a.csv", a_), write("c.csv", "id,label,score\na,up,0.9\nb,down,0.1\n")})),
                 Error);
    EXPECT_EQ(files(), 3u) << "no store, no staging file";
}

TEST_F(ImportBatchTest, TheSameFileTwiceNeedsToBeWanted) {
    const auto file = write("a.csv", a_);
    EXPECT_THROW(import(of({file, file})), Error);
    import(of({file}));
    EXPECT_THROW(import(of({file})), Error);
    auto wanted = of({file});
    wanted.again = true;
    EXPECT_EQ(import(wanted).front().report.run, 2);
}

TEST_F(ImportBatchTest, ADryRunReadsAndStoresNothing) {
    auto batch = of({write("a.csv", a_)});
    batch.dryRun = true;
    EXPECT_EQ(import(batch).front().report.staged.info.scored, 2u);
    EXPECT_EQ(files(), 1u);
}

TEST_F(ImportBatchTest, AStopBeforeTheEndStoresNothing) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(import(of({write("a.csv", a_)}), TaskContext(stop.get_token())), Error);
    EXPECT_EQ(files(), 1u);
}

TEST_F(ImportBatchTest, ProgressGoesOnOverAllFiles) {
    double last = 0;
    bool backwards = false;
    const TaskContext context({}, [&](double fraction, std::string_view) {
        backwards = backwards || fraction < 0 || fraction > 1;
        last = std::max(last, fraction);
    });
    import(of({write("a.csv", a_), write("b.csv", b_)}), context);
    EXPECT_FALSE(backwards);
    EXPECT_GT(last, 0.4);
}

}  // namespace
}  // namespace reckoner
