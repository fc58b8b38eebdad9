// What people said against the data and the model: labels they corrected, decisions they took themselves.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/metrics/confusion.h"
#include "core/metrics/override_agreement.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// Figures in words: a name and one text for each column of the head.
struct FigureTable {
    struct Row {
        std::string name;
        std::vector<std::string> figures;
    };
    std::string title;
    std::vector<std::string> head;
    std::vector<Row> rows;
    std::size_t left = 0;  // rows that were too many to be shown
};

// "1 label of 1,000 reviews was corrected. ..."; what to do where there is none.
std::string correctionsAbout(std::uint64_t corrected, std::uint64_t all, const Vocabulary& words);
// As given beside corrected, at one threshold, or with every answer trusted.
FigureTable correctedFigures(const RunAnalysis& given, const RunAnalysis& corrected, double threshold,
                             const Vocabulary& words);
FigureTable correctedFigures(const ConfusionTable& given, const ConfusionTable& corrected);

// "People decided as the model did in 180 of 200: 90 %, between 85 and 93 %. ..."; what to do where nobody
// did.
std::string overridesAbout(const OverrideAgreement& agreement, const Vocabulary& words);
// By score, by reviewer, by month, as far as the run has them; the first `most` rows of each.
std::vector<FigureTable> agreementFigures(const OverrideAgreement& agreement, std::size_t most);

}  // namespace reckoner
