#include "core/report/multiclass_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

TEST(MulticlassReport, AgreesWithTheReference) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v1_multinomial.csv").build();
    const Json ours = multiclassJson(multiclassReport(table, "", {"protocol"}));
    const auto reference = test::referenceNumbers("hpc_jobs").at("runs").at("v1");
    EXPECT_EQ(nlohmann::json(ours["matrix"]), reference.at("confusion_matrix_rows_true_cols_predicted"));
    EXPECT_EQ(nlohmann::json(ours["classes"]), reference.at("classes"));
    const auto& metrics = ours["metrics"];
    const auto expectNear = [&](const char* key, const nlohmann::json& expected) {
        EXPECT_TRUE(test::agrees(metrics[key].get<double>(), expected.get<double>())) << key;
    };
    expectNear("accuracy", reference["accuracy"]);
    expectNear("kappa", reference["cohen_kappa"]);
    expectNear("mcc", reference["mcc"]);
    for (const std::string key : {"precision", "recall", "f1"}) {
        expectNear(("macro_" + key).c_str(), reference["macro"][key]);
        expectNear(("weighted_" + key).c_str(), reference["weighted"][key]);
    }
    expectNear("roc_auc_ovr_macro", reference["ovr_auc_macro"]);
    expectNear("roc_auc_ovr_weighted", reference["ovr_auc_weighted"]);
    expectNear("average_precision_ovr_macro", reference["ovr_average_precision_macro"]);
    expectNear("top_2_accuracy", reference["top_2_accuracy"]["ties_to_first_class"]);
    expectNear("top_3_accuracy", reference["top_3_accuracy"]["ties_to_first_class"]);
    expectNear("log_loss", reference["log_loss_sklearn"]);
    expectNear("brier", reference["brier_multiclass_sum_over_classes"]);
    expectNear("ece_10", reference["top_label_calibration"]["10"]["ece"]);
    expectNear("ece_15", reference["top_label_calibration"]["15"]["ece"]);
    EXPECT_EQ(ours["per_class"]["M"]["support"], 514);
    EXPECT_TRUE(test::agrees(ours["per_class"]["M"]["roc_auc"].get<double>(),
                             reference["per_class"]["M"]["ovr_auc"].get<double>()));
    const auto& groups = reference["segments"]["protocol"];
    ASSERT_EQ(ours["segments"].size(), groups.size());
    for (const auto& segment : ours["segments"])
        EXPECT_EQ(nlohmann::json(segment["matrix"]),
                  groups[segment["values"]["protocol"].get<std::string>()]["confusion_matrix"]);
}

TEST(MulticlassReport, PeopleReadTheMatrixAndWhichAverageItIs) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v1_multinomial.csv").build();
    const std::string text = multiclassText(multiclassReport(table, "", {}));
    for (const char* part : {"2,020", "Macro F1", "Weighted F1", "0.744", "--positive CLASS"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

}  // namespace
}  // namespace reckoner
