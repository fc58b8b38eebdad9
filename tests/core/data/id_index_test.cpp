#include "core/data/id_index.h"

#include <map>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

TEST(IdIndex, NumbersEachIdOnce) {
    IdIndex index;
    EXPECT_EQ(index.find("a"), IdIndex::kNone);
    EXPECT_EQ(index.add("a"), 0U);
    EXPECT_EQ(index.add(""), 1U);
    EXPECT_EQ(index.add("a"), 0U);
    EXPECT_EQ(index.at(1), "");
    EXPECT_EQ(index.find(""), 1U);
    EXPECT_EQ(index.find("b"), IdIndex::kNone);
}

TEST(IdIndex, AgreesWithAMap) {
    Random random(7);
    IdIndex index;
    std::map<std::string, std::uint32_t> numbers;
    for (int i = 0; i < 20'000; ++i) {
        const std::string id = std::to_string(random.below(9'000));
        const auto known = numbers.find(id);
        ASSERT_EQ(index.find(id), known == numbers.end() ? IdIndex::kNone : known->second);
        const std::uint32_t number = index.add(id);
        ASSERT_EQ(numbers.emplace(id, static_cast<std::uint32_t>(numbers.size())).first->second, number);
        ASSERT_EQ(index.at(number), id);
    }
    EXPECT_EQ(index.size(), numbers.size());
}

}  // namespace
}  // namespace reckoner
