// Boards of versions without a store: the credit demo, and small runs made on purpose.
#pragma once

#include "core/review/version_board.h"
#include "core/wording/version_words.h"
#include "tests/support/credit_facts.h"
#include "tests/support/vector_table.h"

namespace reckoner::test {

// Of the credit demo, with its illustrative costs. version: 1, 2 or 3. Read once.
inline RunAnalysisPtr creditVersion(int version) {
    static std::map<int, RunAnalysisPtr> known;
    RunAnalysisPtr& run = known[version];
    const char* files[] = {"credit_default/credit_default_v1_logreg.csv",
                           "credit_default/credit_default_v2_forest.csv",
                           "credit_default/credit_default_v3_boosting.jsonl"};
    if (!run) run = analysed(demoRun(files[version - 1]), creditCosts());
    return run;
}

inline VersionSide creditSide(int version, std::optional<double> policy = std::nullopt) {
    return {VersionSide::Kind::Run, "v" + std::to_string(version), creditVersion(version), {}, policy};
}

// v1, v2 and v3 at 0.42, v3 judged against v2, by job.
inline VersionBoardRequest creditBoard() {
    VersionBoardRequest request;
    request.sides = {creditSide(1, 0.5), creditSide(2, 0.42), creditSide(3)};
    request.base = 1;
    request.judged = 2;
    request.same = 0.42;
    request.columns = {"job"};
    return request;
}

// One run of the classes "no" and "yes".
inline RunAnalysisPtr smallRun(const std::vector<double>& scores, const std::vector<std::string>& labels,
                               const std::string& version = "1.0") {
    VectorTable table;
    table.info.version = version;
    table.info.classes = {"no", "yes"};
    table.info.positive = "yes";
    table.labels(labels);
    table.scores(scores);
    AnalysisRequest request;
    request.table = table.build();
    return analyse(request);
}

inline VersionBoardRequest smallBoard(const RunAnalysisPtr& base, const RunAnalysisPtr& judged) {
    VersionBoardRequest request;
    request.sides = {{VersionSide::Kind::Run, "v1", base, {}, {}},
                     {VersionSide::Kind::Run, "v2", judged, {}, {}}};
    return request;
}

}  // namespace reckoner::test
