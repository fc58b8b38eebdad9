#include "core/store/sample_join.h"

#include <map>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

using IdList = std::vector<std::string>;

// Chunks of any length: equal lists need not be cut alike.
IdChunks chunksOf(const IdList& ids, std::size_t chunkRows) {
    std::vector<EncodedChunk> chunks;
    IdChunks result;
    for (std::size_t first = 0; first < ids.size(); first += chunkRows) {
        const std::size_t last = std::min(ids.size(), first + chunkRows);
        std::string bytes;
        std::vector<std::uint32_t> ends;
        for (std::size_t i = first; i < last; ++i) {
            bytes += ids[i];
            ends.push_back(static_cast<std::uint32_t>(bytes.size()));
        }
        chunks.push_back(encodeTexts(static_cast<RowIndex>(first), ends, bytes, {}));
        result.extents.push_back({static_cast<RowIndex>(first), static_cast<RowIndex>(last - first)});
    }
    result.chunk = [chunks](std::size_t i) { return chunks[i]; };
    return result;
}

std::vector<std::uint32_t> expectedOrdinals(const IdList& old, const IdList& run) {
    std::map<std::string, std::vector<std::uint32_t>> places;
    for (std::size_t i = 0; i < old.size(); ++i)
        places[old[i]].push_back(static_cast<std::uint32_t>(i));
    std::map<std::string, std::size_t> seen;
    auto next = static_cast<std::uint32_t>(old.size());
    std::vector<std::uint32_t> ordinals;
    for (const std::string& id : run) {
        const auto found = places.find(id);
        const std::size_t nth = seen[id]++;
        ordinals.push_back(found != places.end() && nth < found->second.size() ? found->second[nth] : next++);
    }
    return ordinals;
}

class SampleJoinTest : public testing::Test {
 protected:
    std::vector<std::uint32_t> ordinals(const IdList& old, const IdList& run, std::size_t oldChunk = 7,
                                        std::size_t runChunk = 5) {
        const SampleJoin join =
            joinSamples(chunksOf(old, oldChunk), chunksOf(run, runChunk), folder_.path(), {});
        std::vector<std::uint32_t> all = join.ordinals;
        if (all.empty()) {
            all.resize(run.size());
            std::iota(all.begin(), all.end(), 0U);
        }
        std::uint64_t highest = old.size();
        for (const std::uint32_t ordinal : all)
            highest = std::max<std::uint64_t>(highest, std::uint64_t{ordinal} + 1);
        EXPECT_EQ(join.samplesAfter, highest);
        return all;
    }
    test::TemporaryFolder folder_;
};

TEST_F(SampleJoinTest, EqualListsNeedNoOrdinals) {
    const IdList ids{"a", "b", "", "b", "c", "d", "e", "f"};
    EXPECT_TRUE(joinSamples(chunksOf(ids, 4), chunksOf(ids, 4), folder_.path(), {}).ordinals.empty());
    EXPECT_TRUE(joinSamples(chunksOf(ids, 4), chunksOf(ids, 3), folder_.path(), {}).ordinals.empty());
}

TEST_F(SampleJoinTest, AnyTwoListsAreJoinedAsByHand) {
    Random random(11);
    for (int round = 0; round < 400; ++round) {
        // Few different ids: many repeat.
        const std::uint64_t different = 1 + random.below(30);
        IdList old(random.below(40)), run(1 + random.below(40));
        for (std::string& id : old)
            id = "id" + std::to_string(random.below(different));
        for (std::string& id : run)
            id = "id" + std::to_string(random.below(different));
        // Often a common beginning.
        for (std::size_t i = 0; i < std::min(old.size(), run.size()) && random.below(4) != 0; ++i)
            run[i] = old[i];
        EXPECT_EQ(ordinals(old, run, 1 + random.below(9), 1 + random.below(9)), expectedOrdinals(old, run));
    }
}

TEST_F(SampleJoinTest, PartitionsOnDiskGiveTheSame) {
    IdList old(1'100'000);
    for (std::size_t i = 0; i < old.size(); ++i)
        old[i] = "customer-" + std::to_string(i % 1'000'000);
    IdList run(old.rbegin(), old.rend());
    run[5] = "new";
    EXPECT_EQ(ordinals(old, run, 4'096, 4'096), expectedOrdinals(old, run));
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(SampleJoinTest, MoreSamplesThan32BitsCountAreRefused) {
    IdChunks huge;
    huge.extents.push_back({0xFFFF'FFF0U, 14});
    const auto none = [](std::size_t) { return encodeTexts(0, std::vector<std::uint32_t>{1}, "a", {}); };
    huge.chunk = none;
    IdChunks over = huge;
    over.extents[0].rows = 15;
    EXPECT_EQ(joinSamples({}, huge, folder_.path(), {}).samplesAfter, 0xFFFF'FFFEU);
    EXPECT_THROW(joinSamples({}, over, folder_.path(), {}), Error);
}

TEST_F(SampleJoinTest, CanBeStopped) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(joinSamples(chunksOf({"a", "b"}, 2), chunksOf({"b", "a"}, 2), folder_.path(),
                             TaskContext(stop.get_token())),
                 Error);
}

}  // namespace
}  // namespace reckoner
