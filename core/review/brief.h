// One page per model: who uses it, what is at stake, who answers for what. Every answer is kept.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// What the brief asks, in reading order. A new question is one row.
struct BriefQuestion {
    std::string_view id;        // as stored: "fallback"
    std::string_view title;     // "When the model is unsure"
    std::string_view question;  // what to answer
    std::string_view example;   // what an answer looks like; about no model in particular
};
std::span<const BriefQuestion> briefQuestions();
const BriefQuestion* findBriefQuestion(std::string_view id);

// An answer as it was given once. Append-only: the newest of a question holds; an empty one takes it back.
struct BriefAnswer {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string uid{};
    std::string question;  // BriefQuestion::id
    std::string text;
    std::string who;
    std::string at;  // ISO time, filled by the store
};

// Of answers in any order: for each question, in reading order, the one that holds (the latest; of equal
// times the one with the higher id), without those taken back.
std::vector<BriefAnswer> answersInForce(const std::vector<BriefAnswer>& answers);
// Questions nobody has answered, in reading order.
std::vector<const BriefQuestion*> openQuestions(const std::vector<BriefAnswer>& answers);

}  // namespace reckoner
