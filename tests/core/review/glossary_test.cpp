#include "core/review/glossary.h"

#include <set>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Glossary, EveryTermHasItsThreeReadingsAndAnIdOfItsOwn) {
    std::set<std::string_view> ids;
    std::set<std::string_view> terms;
    for (const GlossaryEntry& entry : glossary()) {
        EXPECT_TRUE(ids.insert(entry.id).second) << entry.id;
        EXPECT_TRUE(terms.insert(entry.term).second) << entry.term;
        EXPECT_FALSE(entry.agreed.empty()) << entry.id;
        EXPECT_FALSE(entry.manager.empty()) << entry.id;
        EXPECT_FALSE(entry.engineer.empty()) << entry.id;
        EXPECT_FALSE(title(entry.part).empty()) << entry.id;
        EXPECT_EQ(findTerm(entry.id), &entry);
    }
    EXPECT_EQ(findTerm("no such term"), nullptr);
}

TEST(Glossary, StandsInTheOrderOfItsParts) {
    for (std::size_t i = 1; i < glossary().size(); ++i)
        EXPECT_LE(glossary()[i - 1].part, glossary()[i].part) << glossary()[i].id;
}

}  // namespace
}  // namespace reckoner
