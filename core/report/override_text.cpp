#include "core/report/override_text.h"

#include <nlohmann/json.hpp>

#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

void put(Json& document, const Agreement& agreement) {
    document["n"] = agreement.n;
    document["agreed"] = agreement.agreed;
    document["agreement"] = jsonValue(agreement.share());
    document["interval"] = jsonInterval(agreement.interval());
    document["disagreed"] = {{"n", agreement.n - agreement.agreed},
                             {"with_label", agreement.judged},
                             {"person_right", agreement.personRight},
                             {"model_right", agreement.modelRight}};
}

Json groupsJson(const std::vector<AgreementGroup>& groups, const char* key) {
    Json list = Json::array();
    for (const AgreementGroup& group : groups) {
        Json one = {{key, group.missing ? Json(nullptr) : Json(group.key)}};
        put(one, group.agreement);
        list.push_back(std::move(one));
    }
    return list;
}

std::string groupsText(const std::vector<AgreementGroup>& groups, const std::string& title) {
    if (groups.empty()) return {};
    using Align = TextTable::Align;
    TextTable table({{title},
                     {"n", Align::Right},
                     {"Agreed", Align::Right},
                     {"Share", Align::Right},
                     {"95 % interval"},
                     {"Person right", Align::Right},
                     {"Model right", Align::Right}});
    for (const AgreementGroup& group : groups) {
        const Agreement& a = group.agreement;
        const auto interval = a.interval();
        table.add({group.missing ? "(missing)" : group.key, count(a.n), count(a.agreed),
                   a.n > 0 ? percent(*a.share()) : "n/a",
                   interval ? percent(interval->lo) + " to " + percent(interval->hi) : "",
                   count(a.personRight), count(a.modelRight)});
    }
    return table.text();
}

}  // namespace

Json overridesJson(const OverrideAgreement& agreement) {
    if (agreement.column.empty()) return nullptr;
    Json document = {{"column", agreement.column}};
    put(document, agreement.all);
    document["no_class"] = agreement.noClass;
    document["no_decision"] = agreement.noDecision;
    document["by_score"] = groupsJson(agreement.byScore, "score");
    document["reviewer_column"] =
        agreement.reviewerColumn.empty() ? Json(nullptr) : Json(agreement.reviewerColumn);
    document["by_reviewer"] = groupsJson(agreement.byReviewer, "reviewer");
    document["by_month"] = groupsJson(agreement.byMonth, "month");
    return document;
}

std::string overridesText(const OverrideAgreement& agreement) {
    if (agreement.column.empty())
        return "This run has no human overrides: import them as the override column, or attach them.\n";
    const Agreement& all = agreement.all;
    std::string text = "People (" + terminalText(agreement.column) + ") decided as the model did in " +
                       count(all.agreed) + " of " + count(all.n);
    if (const auto interval = all.interval())
        text += " (" + percent(*all.share()) + ", 95 % interval " + percent(interval->lo) + " to " +
                percent(interval->hi) + ")";
    text += ".\n";
    if (all.judged > 0)
        text += "Where they differed and the label is known (" + count(all.judged) +
                "), the person was right " + count(all.personRight) + " times and the model " +
                count(all.modelRight) + " times.\n";
    if (agreement.noClass > 0)
        text += count(agreement.noClass) + " overrides are no class of this run and were left out.\n";
    if (agreement.noDecision > 0)
        text += count(agreement.noDecision) + " overrides have no score to compare with.\n";
    for (const std::string& table :
         {groupsText(agreement.byScore, "By score"),
          groupsText(agreement.byReviewer, "By " + terminalText(agreement.reviewerColumn)),
          groupsText(agreement.byMonth, "By month")})
        if (!table.empty()) text += "\n" + table;
    return text;
}

}  // namespace reckoner
