// How what stands until it is replaced reads in the record: requirements and policies, newest first.
#pragma once

#include <string>

#include "core/review/policy_record.h"
#include "core/review/requirement.h"
#include "core/wording/record_words.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// today: ISO date.
RecordRow recordRow(const RequirementRecord& record, const std::string& today);
// Its reason as text; what was decided about it since, event by event, as facts.
RecordPage recordPage(const RequirementRecord& record, const std::string& today);

RecordRow recordRow(const PolicyRecord& record, const Vocabulary& words, const std::string& today);
// Its reason as text; the figures frozen with it as facts.
RecordPage recordPage(const PolicyRecord& record, const Vocabulary& words, const std::string& today);

}  // namespace reckoner
