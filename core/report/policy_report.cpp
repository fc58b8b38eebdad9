#include "core/report/policy_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/report/metrics_text.h"
#include "core/report/point_json.h"
#include "core/report/text_table.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

Json dateJson(const std::string& date) {
    return date.empty() ? Json(nullptr) : Json(date);
}

Json recordJson(const PolicyRecord& record, const std::string& today) {
    const Policy& policy = record.policy;
    const auto overdue = daysOverdue(record, today);
    return {{"policy", policy.id},
            {"version", record.version},
            {"threshold", jsonNumber(policy.threshold)},
            {"cutoffs", cutoffsJson(pointOf(policy))},
            {"tiers", policy.tiers ? Json::parse(tierPlanJson(*policy.tiers))["tiers"] : Json(nullptr)},
            {"in_force", record.inForce()},
            {"adopted_at", policy.adoptedAt},
            {"until", dateJson(record.until)},
            {"review_by", dateJson(policy.reviewBy)},
            {"days_overdue", overdue ? Json(*overdue) : Json(nullptr)},
            {"who", policy.who},
            {"why", policy.why},
            {"evidence", record.evidence ? Json::parse(evidenceJson(*record.evidence)) : Json(nullptr)}};
}

}  // namespace

Json policiesJson(const PolicyReport& report) {
    Json policies = Json::array();
    for (const PolicyRecord& record : report.records)
        policies.push_back(recordJson(record, report.today));
    return {{"model", report.model}, {"policies", policies}};
}

std::string policiesText(const PolicyReport& report) {
    if (report.records.empty())
        return fmt::format(
            "No version of {} has a policy yet; `reckoner adopt RUN --threshold T` makes one.\n",
            terminalText(report.model));
    TextTable table({{"Version"},
                     {"Cut-offs", TextTable::Align::Right},
                     {"From"},
                     {"To"},
                     {"Cost then", TextTable::Align::Right},
                     {"Review by"},
                     {"Who"},
                     {"Why"}});
    for (const PolicyRecord& record : report.records)
        table.add({record.version, cutoffsText(record.policy), dateName(record.policy.adoptedAt),
                   record.inForce() ? std::string("in force") : dateName(record.until), costThenText(record),
                   reviewByText(record, report.today), record.policy.who, record.policy.why});
    return table.text();
}

}  // namespace reckoner
