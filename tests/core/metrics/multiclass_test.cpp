#include "core/metrics/multiclass.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/metrics/classified_rows.h"
#include "core/metrics/intervals.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

void expectAgrees(const Value& ours, const nlohmann::json& reference, const std::string& what) {
    if (reference.is_null()) {
        EXPECT_FALSE(ours) << what;
        return;
    }
    ASSERT_TRUE(ours) << what;
    EXPECT_TRUE(test::agrees(*ours, reference.get<double>())) << what << ": " << *ours << " " << reference;
}

void expectMatrix(const ClassMatrix& matrix, const nlohmann::json& reference) {
    for (std::size_t t = 0; t < matrix.classes(); ++t)
        for (std::size_t p = 0; p < matrix.classes(); ++p)
            EXPECT_EQ(matrix.at(t, p).n, reference[t][p].get<std::uint64_t>()) << t << " " << p;
}

void expectAverage(const ClassAverage& ours, const nlohmann::json& reference, const std::string& what) {
    expectAgrees(ours.precision, reference["precision"], what + " precision");
    expectAgrees(ours.recall, reference["recall"], what + " recall");
    expectAgrees(ours.f1, reference["f1"], what + " f1");
}

void expectVersion(const std::string& version, const std::string& file) {
    const auto reference = test::referenceNumbers("hpc_jobs")["runs"][version];
    const auto table = test::demoRun("hpc_jobs/" + file).build();
    const RowSet all = RowSet::all(table->rows());
    const ClassifiedRows rows = ClassifiedRows::of(*table, all);
    const ClassMatrix matrix = ClassMatrix::of(rows);
    EXPECT_EQ(matrix.total().n, reference["n"].get<std::uint64_t>());
    expectMatrix(matrix, reference["confusion_matrix_rows_true_cols_predicted"]);

    const MatrixNumbers numbers = matrixNumbers(matrix);
    expectAgrees(numbers.accuracy, reference["accuracy"], "accuracy");
    expectAgrees(numbers.balancedAccuracy, reference["balanced_accuracy"], "balanced accuracy");
    expectAgrees(numbers.kappa, reference["cohen_kappa"], "kappa");
    expectAgrees(numbers.mcc, reference["mcc"], "mcc");
    expectAverage(numbers.macro, reference["macro"], "macro");
    expectAverage(numbers.micro, reference["micro"], "micro");
    expectAverage(numbers.weighted, reference["weighted"], "weighted");
    const auto interval = wilson95(matrix.correct().weight, matrix.total().weight).value();
    expectAgrees(interval.lo, reference["accuracy_wilson95"][0], "accuracy from");
    expectAgrees(interval.hi, reference["accuracy_wilson95"][1], "accuracy to");

    const ClassScoreNumbers scores = classScoreNumbers(*table, all);
    for (std::size_t c = 0; c < rows.classes.size(); ++c) {
        const std::string& name = rows.classes[c];
        const auto& expected = reference["per_class"][name];
        EXPECT_EQ(numbers.perClass[c].support, expected["support"].get<std::uint64_t>());
        EXPECT_EQ(numbers.perClass[c].predicted, reference["predicted_counts"][name].get<std::uint64_t>());
        expectAgrees(numbers.perClass[c].precision, expected["precision"], name + " precision");
        expectAgrees(numbers.perClass[c].recall, expected["recall"], name + " recall");
        expectAgrees(numbers.perClass[c].f1, expected["f1"], name + " f1");
        expectAgrees(scores.rocAuc[c], expected["ovr_auc"], name + " AUC");
        expectAgrees(scores.averagePrecision[c], expected["ovr_average_precision"], name + " AP");
    }
    expectAgrees(scores.rocAucOvrMacro, reference["ovr_auc_macro"], "AUC macro");
    expectAgrees(scores.rocAucOvrWeighted, reference["ovr_auc_weighted"], "AUC weighted");
    expectAgrees(scores.averagePrecisionMacro, reference["ovr_average_precision_macro"], "AP macro");
    expectAgrees(topAccuracy(*table, rows, 2), reference["top_2_accuracy"]["ties_to_first_class"], "top 2");
    expectAgrees(topAccuracy(*table, rows, 3), reference["top_3_accuracy"]["ties_to_first_class"], "top 3");

    for (const auto& [column, values] : reference["segments"].items())
        for (const auto& [value, expected] : values.items()) {
            const auto category = table->category(table->find(column)->id);
            const std::uint32_t code =
                value == "(missing)" ? category->missingCode() : category->codeOf(value);
            std::vector<RowIndex> cohort;
            for (RowIndex row = 0; row < table->rows(); ++row)
                if (category->code(row) == code) cohort.push_back(row);
            const ClassMatrix part =
                ClassMatrix::of(ClassifiedRows::of(*table, RowSet(std::move(cohort), table->rows())));
            expectMatrix(part, expected["confusion_matrix"]);
            expectAgrees(matrixNumbers(part).accuracy, expected["accuracy"], value + " accuracy");
            expectAgrees(matrixNumbers(part).macro.f1, expected["macro_f1_all_classes"], value + " F1");
        }
}

TEST(Multiclass, AgreesWithTheReferenceOfTheFirstJobsModel) {
    expectVersion("v1", "hpc_jobs_v1_multinomial.csv");
}

TEST(Multiclass, AgreesWithTheReferenceOfTheSecondJobsModel) {
    expectVersion("v2", "hpc_jobs_v2_forest.jsonl");
}

test::VectorTable threeClasses() {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b", "c"};
    builder.info.positive.clear();
    return builder;
}

TEST(ClassifiedRows, TakesTheHighestScoreWhereThereIsNoPredictionTheFirstOnTies) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto table =
        threeClasses()
            .labels({"a", "b", "c", "a", "", "d", "b", "c"})
            .category("predicted", ColumnRole::Prediction, {"c", "", "", "", "a", "a", "x", ""})
            .classScores("a", {0.9, 0.1, 0.4, nan, 1, 1, 0.2, missingReal()})
            .classScores("b", {0.1, 0.8, 0.4, 0, 0, 0, 0.3, 0})
            .classScores("c", {0.0, 0.1, 0.2, 0, 0, 0, 0.9, 0})
            .build();
    const ClassifiedRows rows = ClassifiedRows::of(*table, RowSet::all(8));
    EXPECT_EQ(rows.rows, (std::vector<RowIndex>{0, 1, 2, 6}));
    EXPECT_EQ(rows.predicted, (std::vector<ClassCode>{2, 1, 0, 2}));
    EXPECT_EQ(rows.excluded[Exclusion::MissingLabel], 1u);
    EXPECT_EQ(rows.excluded[Exclusion::UnexpectedLabel], 1u);
    EXPECT_EQ(rows.excluded[Exclusion::NanScore], 1u);
    EXPECT_EQ(rows.excluded[Exclusion::MissingScore], 1u);
}

TEST(ClassifiedRows, NeedsPredictionsOrAScoreForEveryClass) {
    const auto table = threeClasses().labels({"a", "b"}).classScores("a", {0.9, 0.1}).build();
    EXPECT_THROW(ClassifiedRows::of(*table, RowSet::all(2)), Error);
    const auto predicted =
        threeClasses().labels({"a", "b"}).category("p", ColumnRole::Prediction, {"a", "a"}).build();
    const ClassifiedRows rows = ClassifiedRows::of(*predicted, RowSet::all(2));
    EXPECT_EQ(rows.rows.size(), 2u);
    EXPECT_FALSE(classScoreNumbers(*predicted, RowSet::all(2)).rocAucOvrMacro);
    EXPECT_FALSE(topAccuracy(*predicted, rows, 2));
}

TEST(ClassMatrix, WeighsItsCells) {
    const auto table = threeClasses()
                           .labels({"a", "a", "b", "c"})
                           .category("p", ColumnRole::Prediction, {"a", "b", "b", "a"})
                           .weights({2, 1, 0.5, 3})
                           .build();
    const ClassMatrix matrix = ClassMatrix::of(ClassifiedRows::of(*table, RowSet::all(4)));
    EXPECT_EQ(matrix.at(0, 0).weight, 2);
    EXPECT_EQ(matrix.at(0, 1).n, 1u);
    EXPECT_EQ(matrix.truthTotal(0).weight, 3);
    EXPECT_EQ(matrix.predictedTotal(0).weight, 5);
    EXPECT_DOUBLE_EQ(*matrixNumbers(matrix).accuracy, 2.5 / 6.5);
}

TEST(MatrixNumbers, AbsentClassesCountAsZeroInTheMacroAverageOnly) {
    ClassMatrix matrix(3);
    matrix.add(0, 0, 1);
    matrix.add(1, 1, 1);
    const MatrixNumbers numbers = matrixNumbers(matrix);
    EXPECT_FALSE(numbers.perClass[2].recall);
    EXPECT_FALSE(numbers.perClass[2].precision);
    EXPECT_DOUBLE_EQ(*numbers.macro.recall, 2.0 / 3);
    EXPECT_DOUBLE_EQ(*numbers.weighted.recall, 1);
    EXPECT_DOUBLE_EQ(*numbers.balancedAccuracy, 1);
    EXPECT_DOUBLE_EQ(*numbers.mcc, 1);
    EXPECT_DOUBLE_EQ(*numbers.kappa, 1);
}

TEST(MatrixNumbers, SayWhyTheyAreUndefined) {
    const MatrixNumbers empty = matrixNumbers(ClassMatrix(3));
    EXPECT_EQ(empty.accuracy.why, Reason::NoSamples);
    EXPECT_EQ(empty.kappa.why, Reason::NoSamples);
    EXPECT_EQ(empty.macro.f1.why, Reason::NoSamples);
    ClassMatrix single(2);
    single.add(0, 0, 1);
    EXPECT_EQ(matrixNumbers(single).kappa.why, Reason::SingleClass);
    EXPECT_EQ(*matrixNumbers(single).mcc, 0);
}

}  // namespace
}  // namespace reckoner
