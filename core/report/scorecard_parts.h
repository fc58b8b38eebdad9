// What scorecard, model card and minutes have in common: the blocks of one run or of several side by side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/scorecard.h"
#include "core/review/version_verdict.h"
#include "core/wording/version_words.h"

namespace reckoner {

// "Credit default" of the run's model.
std::string modelTitle(const ScorecardRun& run);
// The line below every page: where it was made, on what day, of which runs on which samples.
std::string reportFooter(const std::string& today, const std::vector<RunRow>& rows = {});

// What the runs are called beside each other: "v2", or where two are of one version "v2 on week-30".
std::vector<std::string> sideNames(const std::vector<RunRow>& rows);

// What a month costs, who is caught, who is right, how many requirements are met.
KeyFiguresBlock keyFigures(const ScorecardRun& run);
// "Counted at 0.42, the policy in force since 24 June 2026."; of tiers that counts are taken at the first
// cut-off.
std::string thresholdSentence(const ScorecardRun& run);
TableBlock metricsTable(const std::vector<ScorecardRun>& runs);
TableBlock moneyTable(const std::vector<ScorecardRun>& runs);
TableBlock countsTable(const std::vector<ScorecardRun>& runs);
// Where the gate judged the run. How sure a requirement is, is said by exact intervals; that they are a
// little wider than the tables' is said too.
Section requirementSection(const RunRow& row, const GateResult& gate, const VersionWords& words);
// "4 of 6" requirements are met.
KeyFiguresBlock::Figure requirementFigure(const GateResult& gate);
// The same for a verdict on the run; empty without a gate.
std::vector<JudgedRequirement> judgedRequirements(const std::optional<GateResult>& gate,
                                                  const VersionWords& words);

FigureBlock costFigureOf(const std::vector<ScorecardRun>& runs);
FigureBlock precisionRecallFigureOf(const std::vector<ScorecardRun>& runs);
FigureBlock scoreFigureOf(const ScorecardRun& run);
// Recall by segment, the worst first; nothing without segments.
std::optional<FigureBlock> segmentFigureOf(const ScorecardRun& run);
std::optional<FigureBlock> historyFigureOf(const ScorecardRun& run);

}  // namespace reckoner
