// How a policy and its history read: cut-offs, dates, what it cost when it was adopted, what is due.
#pragma once

#include <string>
#include <vector>

#include "core/review/policy_record.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "0.42", "0.30 and 0.60": to the digits that are stored, at most three decimals where that tells enough.
std::string cutoffsText(const Policy& policy);
std::string cutoffsText(const OperatingPoint& point);
// "24 June", "18 Sept"; with its year where that is not the year of `today`.
std::string shortDayText(const std::string& iso, const std::string& today);
// "79,700 EUR a month"; "not recorded" without figures.
std::string costThenText(const PolicyRecord& record);
// "30 September 2024, 520 days late", "30 September 2024", "no date".
std::string reviewByText(const PolicyRecord& record, const std::string& today);

// "review overdue since 30 September 2024, 520 days", "to be reviewed by 30 September 2024", "until 24 July
// 2024".
std::string dueText(const PolicyRecord& record, const std::string& today);
// "v2 refused from 0.42 up", "v2 in tiers from 0.30 and 0.60".
std::string policyTitle(const PolicyRecord& record, const Vocabulary& words);
// "Adopted 24 June 2024 by Product, in force since then".
std::string policyCaption(const PolicyRecord& record);
// What is frozen with a policy, a sentence each: cost with its interval, the difference to what was in force,
// outcomes, and what all this is of.
std::vector<std::string> frozenSentences(const PolicyEvidence& evidence, const Vocabulary& words);
// "Frozen with the run of 10 June 2024 on credit-applications-cv5 (2d0905a3), 4,454 applications."
std::string frozenWith(const PolicyEvidence& evidence, const Vocabulary& words);

// Then beside now; an interval may be empty.
struct ThenNowRow {
    std::string what;
    std::string then, thenInterval;
    std::string now, nowInterval;
};
// now: the same policy on the run on the screen; nothing while it is not known.
std::vector<ThenNowRow> thenAndNow(const PolicyEvidence& evidence, const PolicyEvidence* now,
                                   const Vocabulary& words);
// "The same samples as then." or "Other samples: 4,454 applications then, 550 now. Of 100 bad between 3 and
// 17 more are caught. Cost: no difference seen."
std::string samplesThenAndNow(const PolicyEvidence& evidence, const PolicyEvidence& now,
                              const Vocabulary& words);

}  // namespace reckoner
