#include "core/report/brief_document.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/scorecard_parts.h"
#include "core/wording/run_names.h"

namespace reckoner {

Document briefDocument(const std::string& model, const std::vector<BriefAnswer>& answers,
                       const std::string& today) {
    const std::vector<BriefAnswer> inForce = answersInForce(answers);
    Document document;
    document.title = fmt::format("{}: brief", model);
    std::string last;
    for (const BriefAnswer& answer : inForce)
        last = std::max(last, answer.at);
    document.subtitle = last.empty() ? "Nothing is answered yet."
                                     : fmt::format("What was agreed, last changed on {}.", dateName(last));
    document.footer = reportFooter(today);
    document.onePage = true;
    FactsBlock facts;
    for (const BriefQuestion& question : briefQuestions()) {
        const auto answer = std::find_if(inForce.begin(), inForce.end(),
                                         [&](const BriefAnswer& one) { return one.question == question.id; });
        facts.facts.emplace_back(question.title, answer == inForce.end()
                                                     ? fmt::format("Open: {}", question.question)
                                                     : answer->text);
    }
    document.blocks.emplace_back(std::move(facts));
    return document;
}

}  // namespace reckoner
