#include "core/wording/with_article.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(WithArticle, FollowsTheFirstLetter) {
    EXPECT_EQ(withArticle("missed default"), "a missed default");
    EXPECT_EQ(withArticle("application"), "an application");
    EXPECT_EQ(withArticle(""), "a ");
}

}  // namespace
}  // namespace reckoner
