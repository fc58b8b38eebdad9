#include "core/import/demo_words.h"

#include <gtest/gtest.h>

#include "core/import/demo.h"
#include "core/store/store.h"
#include "core/wording/vocabulary_words.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(DemoWords, EveryModelOfTheDemoSpeaksOfItsSamplesByName) {
    const test::TemporaryFolder folder;
    const SystemClock clock;
    createDemo(folder / "demo.reckoner", RECKONER_RESOURCES, clock);
    const auto store = Store::open(folder / "demo.reckoner", OpenMode::ReadOnly, clock);
    ASSERT_EQ(store->models().size(), 4U);
    for (const ModelRow& model : store->models()) {
        const auto costs = store->costModel(model.id);
        ASSERT_TRUE(costs) << model.name;
        EXPECT_EQ(costs->words, demoWords(model.name));
        EXPECT_NE(costs->words.samples, Vocabulary{}.samples) << model.name;
        // Mistakes of all but the loans count alike: nothing is priced that nobody priced.
        if (model.name != "credit-default") {
            EXPECT_EQ(costs->costs, CostModel{}) << model.name;
        }
    }
}

TEST(DemoWords, NoWordIsEmptyButThoseTheClassSays) {
    for (const char* model : {"credit-default", "hpc-job-runtime", "flight-delay", "food-review-sentiment"}) {
        const Vocabulary words = demoWords(model);
        for (const VocabularyWord& word : vocabularyWords())
            if (word.member != &Vocabulary::positiveOne && word.member != &Vocabulary::negativeOne) {
                EXPECT_FALSE((words.*word.member).empty()) << model << " " << word.key;
            }
    }
    EXPECT_EQ(demoWords("churn"), Vocabulary{});
}

}  // namespace
}  // namespace reckoner
