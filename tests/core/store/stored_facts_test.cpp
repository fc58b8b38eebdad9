#include "core/store/stored_facts.h"

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/data/filter.h"
#include "core/store/notebook.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

struct FactsStore {
    test::TemporaryFolder folder;
    SystemClock clock;
    std::shared_ptr<Store> store = Store::create(folder / "facts.reckoner", clock);
    int added = 0;

    RunRow add(const std::string& version, const std::string& evalSet, const std::vector<std::string>& ids) {
        const std::string sha = std::to_string(++added);
        test::StagingBuilder builder(folder / ("staged-" + sha));
        test::fillBinaryRun(builder, ids);
        builder.run().model = "credit";
        builder.run().version = version;
        builder.run().evalSet = evalSet;
        builder.run().sourceSha256 = sha;
        builder.run().fingerprint = sha;
        return store->run(store->publish(builder.staged(), {})).value();
    }
};

// Row by row what the join must say: the n-th occurrence of an id is the n-th over there.
std::vector<RowIndex> plainJoin(const std::vector<std::string>& ours,
                                const std::vector<std::string>& theirs) {
    std::vector<RowIndex> rows;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const auto nth = std::count(ours.begin(), ours.begin() + static_cast<long>(i), ours[i]);
        RowIndex found = BaselineRows::kNone;
        long seen = 0;
        for (std::size_t j = 0; j < theirs.size(); ++j)
            if (theirs[j] == ours[i] && seen++ == nth) found = static_cast<RowIndex>(j);
        rows.push_back(found);
    }
    return rows;
}

void expectJoined(const SampleFacts::Sources& sources, const std::vector<RowIndex>& expected) {
    const BaselineRows baseline = sources.baseline({});
    for (RowIndex row = 0; row < expected.size(); ++row)
        EXPECT_EQ(baseline(row), expected[row]) << row;
}

TEST(StoredFacts, RunsAreJoinedByOccurrenceWhateverTheirEvalSetIs) {
    for (const std::uint64_t seed : {1, 2, 3}) {
        Random random(seed);
        std::vector<std::string> ours, theirs;
        for (int i = 0; i < 80; ++i)
            ours.push_back("id-" + std::to_string(random.below(60)));
        for (int i = 0; i < 90; ++i)
            theirs.push_back("id-" + std::to_string(random.below(70)));
        for (const char* evalSet : {"same", "another"}) {
            FactsStore facts;
            const RunRow baseline = facts.add("1", "same", theirs);
            const RunRow run = facts.add("2", evalSet, ours);
            expectJoined(storedFacts(facts.store, run, baseline), plainJoin(ours, theirs));
        }
    }
}

TEST(StoredFacts, TheSameSamplesNeedNoMemory) {
    FactsStore facts;
    const auto ids = test::numberedIds("id-", 50);
    const RunRow baseline = facts.add("1", "week", ids);
    const RunRow run = facts.add("2", "week", ids);
    EXPECT_TRUE(storedFacts(facts.store, run, baseline).baseline({}).rows.empty());
    EXPECT_FALSE(storedFacts(facts.store, run, std::nullopt).baseline);
}

TEST(StoredFacts, NotesTagsAndCorrectionsOfTheModelAreFound) {
    FactsStore facts;
    const RunRow run = facts.add("1", "week", test::numberedIds("id-", 20));
    Notebook notebook(facts.store);
    Annotation note;
    note.modelId = run.modelId;
    note.sampleId = "id-4";
    note.text = "Income was empty";
    note.context = "Reported to the regulator";
    note.tags = {"thin file"};
    notebook.save(note);
    LabelCorrection correction;
    correction.modelId = run.modelId;
    correction.sampleId = "id-6";
    correction.corrected = "yes";
    notebook.correct(correction);
    const EvalTablePtr table = facts.store->openTable(run.info.id);
    OutcomeContext outcome{"yes", 0.5};
    outcome.facts = std::make_shared<const SampleFacts>(table, storedFacts(facts.store, run, std::nullopt));
    const auto rows = [&](const char* text) {
        std::vector<RowIndex> found;
        Filter::parse(text).apply(*table, outcome).forEach([&](RowIndex row) { found.push_back(row); });
        return found;
    };
    EXPECT_EQ(rows("tag = 'thin file'"), std::vector<RowIndex>{4});
    EXPECT_EQ(rows("note contains 'regulator'"), std::vector<RowIndex>{4});
    EXPECT_EQ(rows("corrected = yes"), std::vector<RowIndex>{6});
}

TEST(StoredFacts, TheBaselineDecidesByItsPolicy) {
    FactsStore facts;
    const auto ids = test::numberedIds("id-", 50);
    const RunRow baseline = facts.add("1", "week", ids);
    const RunRow run = facts.add("2", "week", ids);
    EXPECT_FALSE(storedFacts(facts.store, run, baseline).baseline({}).threshold);
    Policy policy;
    policy.versionId = baseline.versionId;
    policy.threshold = 0.25;
    policy.who = "A";
    policy.why = "B";
    facts.store->adoptPolicy(policy);
    EXPECT_EQ(storedFacts(facts.store, run, baseline).baseline({}).threshold, 0.25);
}

}  // namespace
}  // namespace reckoner
