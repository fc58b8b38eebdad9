#include "core/import/id_ledger.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

IdLedger::Settled settledOf(const std::vector<std::uint64_t>& hashes, std::size_t keptPages) {
    const test::TemporaryFolder folder;
    IdLedger ledger(folder.path(), "ledger", keptPages);
    const std::vector<std::uint64_t> labels(hashes.size(), 1);
    ledger.add(hashes, labels);
    StagingFile staging(folder.path(), "ids");
    return ledger.settle(staging, {}, {});
}

TEST(IdLedger, CountsWhatStandsTwiceWhereverTheHashesWait) {
    Random random(31);
    std::vector<std::uint64_t> hashes;
    for (int i = 0; i < 900'000; ++i) {
        // Few upper bytes, so that some buckets have many pages.
        const std::uint64_t upper = random.below(3) << 56;
        hashes.push_back(random.below(10) == 0 && i > 0 ? hashes[random.below(hashes.size())]
                                                        : upper | random.below(1ULL << 40));
    }
    const std::uint64_t repeated =
        hashes.size() - std::set<std::uint64_t>(hashes.begin(), hashes.end()).size();
    std::string fingerprint;
    for (const std::size_t keptPages : {std::size_t{0}, std::size_t{3}, std::size_t{100'000}}) {
        const IdLedger::Settled settled = settledOf(hashes, keptPages);
        EXPECT_EQ(settled.repeated, repeated) << keptPages;
        if (!fingerprint.empty()) {
            EXPECT_EQ(settled.fingerprint, fingerprint);
        }
        fingerprint = settled.fingerprint;
    }
}

}  // namespace
}  // namespace reckoner
