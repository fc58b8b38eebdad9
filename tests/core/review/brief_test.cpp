#include "core/review/brief.h"

#include <set>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

BriefAnswer briefAnswer(std::int64_t id, const std::string& question, const std::string& text,
                        const std::string& at) {
    BriefAnswer answer;
    answer.id = id;
    answer.question = question;
    answer.text = text;
    answer.at = at;
    return answer;
}

TEST(Brief, EveryQuestionGuidesWithAQuestionAndAnExample) {
    std::set<std::string_view> ids;
    for (const BriefQuestion& question : briefQuestions()) {
        EXPECT_TRUE(ids.insert(question.id).second) << question.id;
        EXPECT_TRUE(question.question.ends_with('?')) << question.id;
        EXPECT_GT(question.example.size(), 20U) << question.id;
        EXPECT_EQ(findBriefQuestion(question.id), &question);
    }
    EXPECT_EQ(ids.size(), 15U);
    EXPECT_EQ(findBriefQuestion("weather"), nullptr);
}

TEST(Brief, TheNewestAnswerHoldsAndAnEmptyOneTakesItBack) {
    const std::vector<BriefAnswer> answers = {
        briefAnswer(1, "user", "clerks", "2026-01-01"),
        briefAnswer(3, "user", "clerks and branches", "2026-02-01"),
        briefAnswer(2, "retrain", "nobody", "2026-01-02"),
        briefAnswer(4, "retrain", "", "2026-01-03"),
        briefAnswer(5, "fallback", "same time, earlier row", "2026-01-03"),
        briefAnswer(6, "fallback", "same time, later row", "2026-01-03")};
    const auto inForce = answersInForce(answers);
    ASSERT_EQ(inForce.size(), 2U);
    EXPECT_EQ(inForce[0].text, "clerks and branches");
    EXPECT_EQ(inForce[1].text, "same time, later row");
    const auto open = openQuestions(answers);
    EXPECT_EQ(open.size(), briefQuestions().size() - 2);
    EXPECT_TRUE(std::any_of(open.begin(), open.end(), [](const auto* one) { return one->id == "retrain"; }));
}

}  // namespace
}  // namespace reckoner
