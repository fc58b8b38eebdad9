#include "core/report/compare_remarks.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

Comparison scored(const std::vector<std::string>& labels, const std::vector<double>& first,
                  const std::vector<double>& second) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < labels.size(); ++i)
        ids.push_back(std::to_string(i));
    const auto table = [&](const std::vector<double>& scores) {
        return test::VectorTable().texts("id", ids, ColumnRole::Id).labels(labels).scores(scores).build();
    };
    ComparisonRequest request;
    request.first = table(first);
    request.second = table(second);
    request.replicates = 50;
    return compareRuns(request);
}

std::string joined(const std::vector<std::string>& remarks) {
    std::string text;
    for (const std::string& remark : remarks)
        text += remark + "|";
    return text;
}

TEST(CompareRemarks, NothingOddNothingSaid) {
    std::vector<std::string> labels;
    std::vector<double> first, second;
    for (int i = 0; i < 60; ++i) {
        labels.push_back(i % 3 == 0 ? "yes" : "no");
        first.push_back(i % 3 == 0 ? 0.8 - 0.004 * i : 0.2 + 0.005 * i);
        second.push_back(i % 3 == 0 ? 0.9 - 0.004 * i : 0.1 + 0.005 * i);
    }
    EXPECT_EQ(joined(compareRemarks(scored(labels, first, second))), "");
    EXPECT_NE(joined(compareRemarks(scored(labels, first, first))).find("same score"), std::string::npos);
    std::vector<double> reversed;
    for (const double score : first)
        reversed.push_back(1 - score);
    EXPECT_NE(
        joined(compareRemarks(scored(labels, first, reversed))).find("ranking of B is worse than chance"),
        std::string::npos);
}

TEST(CompareRemarks, FewSamplesAndOneClassAreSaid) {
    EXPECT_NE(joined(compareRemarks(scored({"yes"}, {0.4}, {0.5}))).find("Only one sample"),
              std::string::npos);
    const std::string few = joined(compareRemarks(scored({"no", "no"}, {0.4, 0.2}, {0.5, 0.1})));
    EXPECT_NE(few.find("Only 2 samples"), std::string::npos) << few;
    EXPECT_NE(few.find("of the negative class"), std::string::npos) << few;
}

TEST(CompareRemarks, SeveralClassesToo) {
    const auto table = [](const std::vector<std::string>& truth) {
        test::VectorTable run;
        run.info.task = Task::Multiclass;
        run.info.classes = {"a", "b", "c"};
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < truth.size(); ++i)
            ids.push_back(std::to_string(i));
        return run.texts("id", ids, ColumnRole::Id)
            .labels(truth)
            .category("answer", ColumnRole::Prediction, truth)
            .build();
    };
    ClassComparisonRequest request;
    request.first = request.second = table({"a", "b", "c"});
    EXPECT_NE(joined(compareRemarks(compareClasses(request))).find("right and wrong on the same samples"),
              std::string::npos);
    request.first = request.second = table({"a", "a"});
    EXPECT_NE(joined(compareRemarks(compareClasses(request))).find("of one class"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
