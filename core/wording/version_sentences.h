// The headline of a comparison of versions, and the reasons under it.
#pragma once

#include <span>
#include <string>

#include "core/review/version_verdict.h"
#include "core/wording/version_words.h"

namespace reckoner {

// "v3 at 0.42: no difference seen overall, but **part-timers' recall falls from 90 to 63 of 100**. Hold."
// Accent: what the verdict rests on.
enum class HeadlineRoom { Full, Brief };  // Brief: a few words less, for one line
Sentence versionHeadline(const VersionBoard& board, const VersionVerdict& verdict,
                         std::span<const JudgedRequirement> requirements, const VersionWords& words,
                         HeadlineRoom room = HeadlineRoom::Full);

// Requirements first, then what the version's changelog says: "Requirement “recall of part-timers reaches 75”
// failed: 62.7, between 57 and 68. Changelog: ..."
std::string versionReasons(const VersionBoard& board, const VersionVerdict& verdict,
                           std::span<const JudgedRequirement> requirements, const VersionWords& words,
                           const std::string& changelog);

// Whole sentences of a changelog, as many as two lines hold; at least the first.
std::string changelogOpening(const std::string& changelog);

// What looks wrong with a run whatever it is compared with: an AUC below one half. Empty: nothing.
std::string versionWarning(const VersionBoard& board);

}  // namespace reckoner
