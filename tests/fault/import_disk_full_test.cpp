// Every write of an import fails in turn: exit code 4 with a sentence and the store as it was, or the whole
// run.
#include <algorithm>

#include "tests/fault/import_scene.h"

namespace reckoner {
namespace {

using test::FaultKind;

// Up to `most` numbers of 1..calls: the first half of them one by one, the rest spread out.
std::vector<int> faultPlaces(int calls, int most) {
    std::set<int> places;
    for (int i = 1; i <= std::min(calls, most / 2); ++i)
        places.insert(i);
    for (int i = 0; i < most / 2; ++i)
        places.insert(1 + static_cast<int>(static_cast<long>(calls - 1) * i / std::max(most / 2 - 1, 1)));
    return {places.begin(), places.end()};
}

class ImportDiskFull : public testing::TestWithParam<FaultKind> {
 protected:
    // Exit 0 or 4, nothing else, and with 4 one sentence for people.
    void expectSentence(const test::ProcessResult& result) {
        EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 4) << result.exitCode << ": " << result.err;
        if (result.exitCode != 4) return;
        EXPECT_NE(result.err.find('.'), std::string::npos) << result.err;
        EXPECT_EQ(result.err.find("SQLITE"), std::string::npos) << result.err;
        EXPECT_EQ(result.err.find("terminate"), std::string::npos) << result.err;
    }
};

TEST_P(ImportDiskFull, LeavesTheStoreAsItWasOrWhole) {
    test::ImportScene scene(6'000);
    scene.reset();
    ASSERT_EQ(scene.import(scene.file()).exitCode, 0);
    const auto calls = static_cast<int>(test::countedCalls(scene.log()).size());
    int refused = 0;
    for (const int place : faultPlaces(calls, 40)) {
        SCOPED_TRACE(test::name(GetParam()) + " at change " + std::to_string(place) + " of " +
                     std::to_string(calls));
        scene.reset();
        const auto result = scene.import(scene.file(), {GetParam(), place});
        const std::vector<std::string> made = test::countedCalls(scene.log());
        SCOPED_TRACE(place <= static_cast<int>(made.size()) ? made[static_cast<std::size_t>(place - 1)] : "");
        expectSentence(result);
        scene.expectWholeOrNothing();
        EXPECT_EQ(scene.runs().size(), result.exitCode == 0 ? 2U : 1U)
            << result.exitCode << ": " << result.err;
        refused += result.exitCode == 4 ? 1 : 0;
    }
    // Half a write is finished by a second one; every other fault must have been met somewhere.
    if (GetParam() != FaultKind::Short) {
        EXPECT_GE(refused, 5);
    }
}

TEST_P(ImportDiskFull, ANewStoreIsMadeWholeOrNotAtAll) {
    test::ImportScene scene(500);
    scene.resetWithoutStore();
    ASSERT_EQ(scene.import(scene.file()).exitCode, 0);
    const auto calls = static_cast<int>(test::countedCalls(scene.log()).size());
    for (const int place : faultPlaces(calls, 24)) {
        SCOPED_TRACE(test::name(GetParam()) + " at change " + std::to_string(place));
        scene.resetWithoutStore();
        const auto result = scene.import(scene.file(), {GetParam(), place});
        expectSentence(result);
        if (result.exitCode == 0) {
            EXPECT_EQ(scene.runs(), std::vector<int>{500});
        } else if (std::filesystem::exists(scene.store())) {
            EXPECT_EQ(scene.runs(), std::vector<int>{});
        }
        // Room again: the same import goes through.
        if (result.exitCode != 0) {
            const auto again = scene.import(scene.file());
            EXPECT_EQ(again.exitCode, 0) << again.err;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Faults, ImportDiskFull,
                         testing::Values(FaultKind::NoSpace, FaultKind::IoError, FaultKind::Full,
                                         FaultKind::Short),
                         [](const auto& test) { return test::name(test.param); });

}  // namespace
}  // namespace reckoner
