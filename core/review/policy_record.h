// A model's policies as a history: who decided what, from when to when, and what is due for review.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/policy.h"
#include "core/review/policy_evidence.h"

namespace reckoner {

struct PolicyRecord {
    Policy policy;
    std::int64_t modelId = 0;
    std::string version;                     // its name
    std::optional<PolicyEvidence> evidence;  // nothing: adopted before figures were frozen
    std::string until;  // ISO time when the version's next one was adopted; empty: in force

    bool inForce() const { return until.empty(); }
};

inline OperatingPoint pointOf(const Policy& policy) {
    return {policy.threshold, policy.tiers};
}

// Fills `until`. The newest of a version is in force. Any order.
void setPeriods(std::vector<PolicyRecord>& records);

// "2026-03-04": ten characters of a day that exists.
bool isDate(const std::string& text);
// Whole days since the review was due, at the date "2026-03-04"; nothing when it is not due, has no date, or
// the policy is no longer in force.
std::optional<int> daysOverdue(const PolicyRecord& record, const std::string& today);
// The longest overdue first.
std::vector<PolicyRecord> overduePolicies(const std::vector<PolicyRecord>& records, const std::string& today);

}  // namespace reckoner
