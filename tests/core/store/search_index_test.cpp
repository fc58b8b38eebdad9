#include "core/store/search_index.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/store/notebook.h"
#include "core/store/review_book.h"
#include "tests/support/demo_store.h"

namespace reckoner {
namespace {

class SearchIndexTest : public test::DemoStoreTest {
 protected:
    static void SetUpTestSuite() {
        DemoStoreTest::SetUpTestSuite();
        credit_ = store_->resolveRun("credit-default/2.0.0@credit-applications-cv5").modelId;
        index_ = SearchIndex::build(store_);
    }
    static void TearDownTestSuite() {
        index_.reset();
        DemoStoreTest::TearDownTestSuite();
    }
    static std::vector<FoundItem> find(const char* text) { return index_->find(text, credit_); }
    static bool has(const char* text, FoundKind kind, const std::string& id) {
        const auto found = find(text);
        return std::any_of(found.begin(), found.end(), [&](const FoundItem& item) {
            return item.kind == kind && (id.empty() || item.id == id);
        });
    }

    static inline std::shared_ptr<SearchIndex> index_;
    static inline std::int64_t credit_ = 0;
};

TEST_F(SearchIndexTest, FindsEveryKindOfWhatWasWritten) {
    EXPECT_TRUE(has("income empty 2,500", FoundKind::Note, "app-02854"));
    EXPECT_TRUE(has("job back among", FoundKind::Decision, "demo-decision-6"));
    EXPECT_TRUE(has("gaps every Monday", FoundKind::Action, "demo-action-1"));
    EXPECT_TRUE(has("boosting needs no job", FoundKind::Experiment, "demo-experiment-2"));
    EXPECT_TRUE(has("guarantor dearest", FoundKind::Review, "demo-review-1"));
    EXPECT_TRUE(has("two clerks head office", FoundKind::Answer, "workaround"));
    EXPECT_TRUE(has("recall nine of ten", FoundKind::Requirement, ""));
    EXPECT_TRUE(has("boosting", FoundKind::Version, ""));
    EXPECT_TRUE(has("precision", FoundKind::Term, "precision"));
    EXPECT_FALSE(Notebook(store_).cohorts(credit_).empty());
    EXPECT_TRUE(has(Notebook(store_).cohorts(credit_)[0].name.c_str(), FoundKind::Cohort, ""));
}

TEST_F(SearchIndexTest, AsOneTypesBeginningsOfWordsAreEnough) {
    EXPECT_TRUE(has("app-0285", FoundKind::Note, "app-02854"));
    EXPECT_TRUE(has("guar", FoundKind::Review, "demo-review-1"));
    EXPECT_TRUE(has("GUAR", FoundKind::Review, "demo-review-1"));
    EXPECT_TRUE(find("uarantor").empty()) << "not from the middle";
    EXPECT_TRUE(find("").empty());
    EXPECT_TRUE(find("   ").empty());
}

TEST_F(SearchIndexTest, NothingTypedIsAQueryLanguage) {
    for (const char* text :
         {"\"", "\"\"", "a\" OR \"b", "NEAR(a b)", "title:x", "*", "^a", "-", "(", "a AND", "'; --"})
        EXPECT_NO_THROW(find(text)) << text;
    EXPECT_TRUE(find("income OR zzzzz").empty()) << "OR is a word like any other";
}

TEST_F(SearchIndexTest, ATitleComesBeforeADetailAndTheModelOnTheScreenBeforeOthers) {
    const auto terms = index_->find("recall", 0, 5);
    ASSERT_FALSE(terms.empty());
    EXPECT_TRUE(terms.front().title.starts_with("Recall")) << terms.front().title;
    const auto found = find("v2");
    ASSERT_GE(found.size(), 2U);
    EXPECT_EQ(found.front().model, credit_);
    EXPECT_LE(index_->find("a", credit_, 7).size(), 7U);
}

TEST_F(SearchIndexTest, AccentsAndOtherAlphabetsAreFound) {
    Action action;
    action.modelId = credit_;
    action.title = "Żółć für Größe проверка";
    ReviewBook(store_).save(action);
    const auto index = SearchIndex::build(store_);
    for (const char* text : {"zo", "fur", "große", "пров"})
        EXPECT_FALSE(index->find(text).empty()) << text;
    EXPECT_GT(index->size(), index_->size());
}

}  // namespace
}  // namespace reckoner
