#include "core/import/plan_file.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/import/class_guess.h"
#include "core/import/name_guess.h"
#include "core/import/time_text.h"
#include "tests/core/import/reading.h"

namespace reckoner {
namespace {

using test::TemporaryFolder;
using test::writeFile;

ImportPlan planOf(const std::string& fileName, const std::string& text, const ImportAnswers& answers = {}) {
    TemporaryFolder folder;
    return planFile(writeFile(folder / fileName, text), std::nullopt, answers);
}

std::string rolesOf(const ImportPlan& plan) {
    std::string out;
    for (const PlannedColumn& column : plan.columns)
        out += (out.empty() ? "" : " ") + column.name + "=" +
               (column.role ? std::string(name(*column.role)) : std::string("-")) +
               (column.classOf.empty() ? "" : ":" + column.classOf);
    return out;
}

TEST(PlanFile, GuessesRolesFromNamesAndValues) {
    std::string text = "case_id,actual,y_prob,predicted,country,amount,note,when,age,shap\n";
    for (int i = 0; i < 40; ++i)
        text += "c" + std::to_string(i) + (i % 4 ? ",0" : ",1") + ",0." + std::to_string(100 + i) + "," +
                (i % 3 ? "0" : "1") + (i % 2 ? ",DE" : ",FR") + "," + std::to_string(i * 10) +
                ",\"a long remark about case " + std::to_string(i) + ", more than forty letters\",2024-03-0" +
                std::to_string(1 + i % 9) + " 10:00," + std::to_string(20 + i) + ",\"{\"\"age\"\":0.5}\"\n";
    const ImportPlan plan = planOf("a.csv", text);
    EXPECT_EQ(
        rolesOf(plan),
        "case_id=id actual=label y_prob=score predicted=prediction country=segment amount=amount note=text "
        "when=timestamp age=numeric shap=explanation");
    EXPECT_EQ(plan.positive, "1");
    EXPECT_EQ(plan.classes, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(plan.kind, ScoreKind::Probability);
    for (const PlannedColumn& column : plan.columns)
        EXPECT_FALSE(column.reason.empty()) << column.name;
}

TEST(PlanFile, ClassScoresMakeItMulticlass) {
    EXPECT_EQ(
        rolesOf(planOf("a.csv", "id,label,score_VF,score_F,score_M\n1,VF,0.5,0.25,0.25\n2,F,0.1,0.8,0.1\n")),
        "id=id label=label score_VF=class_score:VF score_F=class_score:F score_M=class_score:M");
    const ImportPlan plan = planOf("a.jsonl",
                                   "{\"id\":1,\"label\":\"a\",\"scores\":{\"a\":0.5,\"b\":0.5,\"c\":0}}\n"
                                   "{\"id\":2,\"label\":\"b\",\"scores\":{\"a\":0.1,\"b\":0.9,\"c\":0}}\n"
                                   "{\"id\":3,\"label\":\"c\",\"scores\":{\"a\":0.1,\"b\":0,\"c\":0.9}}\n");
    EXPECT_EQ(rolesOf(plan),
              "id=id label=label scores.a=class_score:a scores.b=class_score:b scores.c=class_score:c");
    EXPECT_EQ(plan.task, Task::Multiclass);
    EXPECT_EQ(plan.classes, (std::vector<std::string>{"a", "b", "c"}));
}

TEST(PlanFile, TwoClassScoresAreOneBinaryScore) {
    const ImportPlan plan = planOf("a.csv", "id,y,prob_0,prob_1\n1,0,0.9,0.1\n2,1,0.2,0.8\n");
    EXPECT_EQ(rolesOf(plan), "id=id y=label prob_0=- prob_1=score");
    EXPECT_EQ(plan.task, Task::Binary);
}

TEST(PlanFile, ALabelIsGuessedByNameEvenWhenEmptyButNeverFromAnyFlag) {
    EXPECT_EQ(rolesOf(planOf("a.csv", "id,is_fraud,score,vip\n1,0,0.5,1\n2,1,0.4,0\n")),
              "id=id is_fraud=label score=score vip=numeric");
    EXPECT_EQ(rolesOf(planOf("a.csv", "id,label,score\n1,,0.5\n2,,0.4\n")), "id=id label=label score=score");
    EXPECT_THROW(planOf("a.csv", "id,score,vip\n1,0.5,1\n2,0.4,0\n"), Error);
}

TEST(PlanFile, HeaderNamesAreMadeUsable) {
    const ImportPlan plan = planOf("a.csv", "id,label,score,,score\n1,yes,0.5,x,7\n2,no,0.4,y,8\n");
    EXPECT_EQ(plan.columns[3].name, "column 4");
    EXPECT_EQ(plan.columns[4].name, "score (2)");
    EXPECT_EQ(plan.columns[2].role, ColumnRole::Score);
}

TEST(PlanFile, ScoreKinds) {
    const auto kind = [](const std::string& score, const std::string& values) {
        return planOf("a.csv", "id,label," + score + "\n1,yes," + values + "\n2,no,0.5\n").kind;
    };
    EXPECT_EQ(kind("score", "0.1"), ScoreKind::Probability);
    EXPECT_EQ(kind("score", "55.5"), ScoreKind::Percent);
    EXPECT_EQ(kind("score", "12 %"), ScoreKind::Percent);
    EXPECT_EQ(kind("score", "-2.5"), ScoreKind::Margin);
    EXPECT_EQ(kind("logit", "-2.5"), ScoreKind::Logit);
    EXPECT_EQ(kind("score", "612.5"), ScoreKind::Raw);
}

TEST(PlanFile, APreviewMayBeIncomplete) {
    ImportAnswers answers;
    answers.preview = true;
    const ImportPlan plan = planOf("a.csv", "key,colour,size\n1,red,7\n2,blue,9\n", answers);
    EXPECT_TRUE(plan.incomplete);
    EXPECT_EQ(plan.columns.size(), 3u);
}

TEST(PlanFile, ThePositiveClassIsGuessedWithAReason) {
    EXPECT_EQ(guessPositive({{"good", 5}, {"bad", 50}}).positive, "bad");
    EXPECT_EQ(guessPositive({{"True", 5}, {"False", 1}}).positive, "True");
    EXPECT_EQ(guessPositive({{"legit", 5}, {"Fraud", 50}}).positive, "Fraud");
    EXPECT_EQ(guessPositive({{"a", 5}, {"b", 3}}).positive, "b");
    EXPECT_EQ(guessPositive({{"NO", 5}}).positive, "YES");
    EXPECT_FALSE(guessPositive({{"a", 5}, {"b", 3}}).reason.empty());
    EXPECT_EQ(orderClasses({{"10", 1}, {"9", 1}, {"x", 0}}, ""), (std::vector<std::string>{"10", "9", "x"}));
    EXPECT_EQ(orderClasses({{"10", 1}, {"9", 1}, {"1", 0}}, ""), (std::vector<std::string>{"1", "9", "10"}));
}

TEST(PlanFile, NamesComeFromTheFileName) {
    const auto names = [](const std::string& stem) {
        const NameGuess guess = guessNames(stem);
        return guess.model + "/" + guess.version + "@" + guess.evalSet;
    };
    EXPECT_EQ(names("flight_delay_v1_2001-W05"), "flight_delay/v1@2001-W05");
    EXPECT_EQ(names("credit_default_v2_forest"), "credit_default/v2_forest@default");
    EXPECT_EQ(names("predictions"), "predictions/v1@default");
    EXPECT_EQ(names("v3"), "model/v3@default");
    EXPECT_EQ(names("churn_test"), "churn/v1@test");
}

TEST(PlanFile, TimesOfEveryCommonForm) {
    EXPECT_EQ(readTime("1970-01-02").seconds, 86400);
    EXPECT_EQ(readTime("2001-01-29T00:08").seconds, 980726880);
    EXPECT_EQ(readTime("2001-01-29 00:08:30.250").seconds, 980726910.25);
    EXPECT_EQ(readTime("2001-01-29T01:08+01:00").seconds, 980726880);
    EXPECT_EQ(readTime("29.01.2001 00:08").seconds, 980726880);
    EXPECT_EQ(readTime("980726880").seconds, 980726880);
    EXPECT_EQ(readTime("980726880000").seconds, 980726880);
    EXPECT_EQ(readTime("20010129").seconds, 980726400);
    EXPECT_EQ(readTime("2001-01-29T00:08").format, TimeFormat::Minute);
    for (const char* text : {"03/04/2024", "2024-13-01", "2024-02-30", "soon", "2024-01-01T25:00", ""})
        EXPECT_TRUE(readTime(text).seconds != readTime(text).seconds) << text;
}

}  // namespace
}  // namespace reckoner
