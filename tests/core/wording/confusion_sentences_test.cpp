#include "core/wording/confusion_sentences.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

ConfusionTable letterTable() {
    ConfusionTable table(3);
    const auto add = [&](std::size_t t, std::size_t p, int n) {
        for (int i = 0; i < n; ++i)
            table.called.add(t, p, 1);
    };
    add(0, 0, 700);
    add(0, 1, 41);
    add(1, 1, 9);
    add(1, 0, 1);
    table.review[0] = {47, 47, 47};
    return table;
}

TEST(ConfusionSentences, SayWhatWasCalledWhat) {
    const FoldedConfusion table(letterTable(), {0, 1, 2});
    EXPECT_EQ(confusionSentence(table, 0, 1, "'g'", "'q'"), "41 'g' were called 'q': 5.2\u202F% of all 'g'.");
    EXPECT_EQ(confusionSentence(table, 1, 0, "'q'", "'g'"), "1 'q' was called 'g': 10.0\u202F% of all 'q'.");
    EXPECT_EQ(confusionSentence(table, 0, 0, "'g'", "'g'"),
              "700 'g' were called so: 88.8\u202F% of all 'g'.");
    EXPECT_EQ(confusionSentence(table, 2, 0, "'x'", "'g'"), "No sample is really 'x'.");
    EXPECT_EQ(reviewSentence(table, 0, "'g'"), "47 'g' go to review: 6.0\u202F% of all 'g'.");
    EXPECT_EQ(truthSentence(table, 0, "'g'"),
              "788 are really 'g'; 5.2\u202F% of them are called something else.");
    EXPECT_EQ(calledSentence(table, 1, "'q'"), "50 are called 'q'; 82.0\u202F% of them are something else.");
    EXPECT_EQ(calledSentence(table, 2, "'x'"), "No sample is called 'x'.");
    EXPECT_EQ(wrongOfText(637, 4331), "637 wrong of 4,331");
}

TEST(ConfusionSentences, AMistakeAmongFoldedClassesIsSaid) {
    const FoldedConfusion table(letterTable(), {0, 1, 2}, {true, true, false});
    EXPECT_EQ(classInWords("other (2)", 2), "2 other classes");
    EXPECT_EQ(
        confusionSentence(table, 1, 1, "2 other classes", "2 other classes"),
        "751 of 2 other classes were called one of them: 94.1\u202F% of all 2 other classes; 42 of these "
        "are wrong.");
}

TEST(ConfusionSentences, SharesNeverRoundToNoneOrAll) {
    EXPECT_EQ(fineShareText(0.0), "0.0\u202F%");
    EXPECT_EQ(fineShareText(0.0001), "<\u202F0.1\u202F%");
    EXPECT_EQ(fineShareText(0.99999), ">\u202F99.9\u202F%");
    EXPECT_EQ(fineShareText(1.0), "100.0\u202F%");
    EXPECT_EQ(fineShareText(Value(Reason::NoSamples)), "n/a");
}

TEST(ConfusionSentences, SayWhatAConfidenceDoes) {
    ConfidenceSweep::Split split;
    split.right.n = 7;
    split.right.weight = 7;
    split.wrong.n = 1;
    split.wrong.weight = 1;
    split.reviewed.n = 2;
    EXPECT_EQ(plain(confidenceSentence(split, "0.50", false, "jobs")),
              "Below confidence 0.50, 2 jobs go to review. Of the other 8, 87.5\u202F% are right.");
    EXPECT_EQ(plain(confidenceSentence(split, "0.00", true, "jobs")),
              "Every answer is trusted: of 8 jobs, 87.5\u202F% are right.");
    EXPECT_EQ(
        plain(confidenceSentence(split, "0.50", false, "jobs", true)),
        "Below confidence 0.50, 2 of these 10 jobs go to review. Of the other 8, 87.5\u202F% are right.");
    EXPECT_EQ(plain(confidenceSentence(split, "0.00", true, "jobs", true)),
              "Every answer is trusted: of these 8 jobs, 87.5\u202F% are right.");
    split.right = split.wrong = {};
    EXPECT_EQ(plain(confidenceSentence(split, "1.00", false, "jobs")),
              "Below confidence 1.00, 2 jobs go to review. No answer is left.");
}

}  // namespace
}  // namespace reckoner
