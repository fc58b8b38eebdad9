#include "core/review/brief.h"

#include <algorithm>

namespace reckoner {
namespace {

constexpr BriefQuestion kQuestions[] = {
    {"user", "User and context", "Who uses the answer, where, and in the middle of what?",
     "A clerk at the counter, with the customer waiting, about forty times a day."},
    {"workaround", "Today's way", "How is it done without the model, and how well?",
     "Two clerks read each request; one in five goes to the head office."},
    {"decision", "Decision and who acts", "What is decided, who acts on it, and within what time?",
     "Flagged requests go to a reviewer, who answers within two days."},
    {"outcome", "What counts as the outcome", "Which event makes an answer right or wrong, in which window?",
     "No payment for 90 days, looked at twelve months after the start."},
    {"success", "Success in numbers", "Which figure, at which value, would make everybody content?",
     "75 of 100 real ones caught, at no more than 40 false alarms a week."},
    {"cost_missed", "A missed one costs", "What does it cost when a real one slips through, and whom?",
     "About half the amount, and the customer a year of dunning."},
    {"cost_false_alarm", "A false alarm costs",
     "What does it cost when somebody is flagged wrongly, and whom?",
     "The margin, and a good customer who goes elsewhere."},
    {"without_ml", "Without machine learning",
     "What exists without it, and what would a plain rule or a logistic regression do?",
     "The old rule of three catches 40 of 100; a logistic regression 58."},
    {"data", "Data and known gaps", "Where do the samples come from, and who is missing from them?",
     "Branches only; requests by telephone are not recorded."},
    {"harm", "Who could be hurt", "Which people could it treat worse, and how would one notice?",
     "Part-time workers; their share among the flagged is looked at each month."},
    {"fallback", "When the model is unsure",
     "What happens with the uncertain ones, and when the model is down?",
     "They go to a person; without the model the old rule holds."},
    {"retrain", "Retraining", "What triggers a retrain, and who owns it?",
     "Two reviews in a row below the floor; the data team, within two weeks."},
    {"online_metric", "The metric that matters online",
     "Which figure of the running product does the offline one stand for?",
     "Losses per thousand contracts after twelve months."},
    {"latency", "Latency budget", "How long may an answer take, and what waits for it?",
     "200 ms at the 95th percentile; the counter's screen waits."},
    {"alignment", "Alignment",
     "Which questions between product and engineering are settled, and which are open?",
     "Settled: recall before precision. Open: who pays for the second look."},
};

}  // namespace

std::span<const BriefQuestion> briefQuestions() {
    return kQuestions;
}

const BriefQuestion* findBriefQuestion(std::string_view id) {
    const auto* found = std::find_if(std::begin(kQuestions), std::end(kQuestions),
                                     [id](const BriefQuestion& question) { return question.id == id; });
    return found == std::end(kQuestions) ? nullptr : found;
}

std::vector<BriefAnswer> answersInForce(const std::vector<BriefAnswer>& answers) {
    std::vector<BriefAnswer> inForce;
    for (const BriefQuestion& question : kQuestions) {
        const BriefAnswer* newest = nullptr;
        for (const BriefAnswer& answer : answers) {
            if (answer.question != question.id) continue;
            if (!newest || std::pair(newest->at, newest->id) < std::pair(answer.at, answer.id))
                newest = &answer;
        }
        if (newest && !newest->text.empty()) inForce.push_back(*newest);
    }
    return inForce;
}

std::vector<const BriefQuestion*> openQuestions(const std::vector<BriefAnswer>& answers) {
    const std::vector<BriefAnswer> inForce = answersInForce(answers);
    std::vector<const BriefQuestion*> open;
    for (const BriefQuestion& question : kQuestions)
        if (std::none_of(inForce.begin(), inForce.end(),
                         [&](const BriefAnswer& answer) { return answer.question == question.id; }))
            open.push_back(&question);
    return open;
}

}  // namespace reckoner
