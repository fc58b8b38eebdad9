// The blocks of a run of several classes that scorecard and model card have in common.
#pragma once

#include <string>
#include <vector>

#include "core/report/class_scorecard.h"

namespace reckoner {

// "Of 100 jobs 85 are called right; the least of “M”, 67 of 100." and what is confused most.
std::string classSummary(const ClassScorecardRun& run);
// What is done with answers that are not sure: the confidence in force, or that all are trusted.
std::string confidenceNote(const ClassScorecardRun& run);
KeyFiguresBlock classKeyFigures(const ClassScorecardRun& run);
// The matrix as a picture up to twelve classes, else the most confused pairs as a table; then sentences.
std::vector<Block> confusionBlocks(const ClassScorecardRun& run);
// Precision, recall, F1 with intervals, and how many there are: of all classes, of very many the worst.
std::vector<Block> classBlocks(const ClassScorecardRun& run);
// Accuracy, macro, weighted and the rest, by run.
TableBlock classMetricsTable(const std::vector<ClassScorecardRun>& runs);
// Nothing without costs of all classes.
std::vector<Block> classMoneyBlocks(const std::vector<ClassScorecardRun>& runs);
// What sending the least sure answers to a person does; nothing where no confidence is known.
std::vector<Block> coverageBlocks(const std::vector<ClassScorecardRun>& runs);
// Nothing without segments.
std::optional<FigureBlock> classSegmentFigure(const ClassScorecardRun& run);
std::vector<RunRow> classRows(const std::vector<ClassScorecardRun>& runs);

}  // namespace reckoner
