#include "core/report/attach_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

AttachReport toldAttachment() {
    AttachReport report;
    report.row.id = 3;
    report.row.modelId = 1;
    report.row.sourceName = "later\x1B[31m.csv";
    report.row.ids = 1'204;
    report.row.matched = 1'200;
    report.row.repeatedIds = 1;
    report.row.attachedAt = "2026-03-04T05:06:07.089Z";
    ColumnInfo column;
    column.name = "did act";
    column.role = ColumnRole::ActedOn;
    column.missing = 4;
    report.row.columns.push_back(column);
    report.unmatched = 4;
    report.unmatchedExamples = {"x1", "x2"};
    report.labelDifferences = 1;
    report.labelExamples.push_back({2, "c7", "churned", "no", "yes"});
    report.effects.push_back({2, 10, 12});
    return report;
}

TEST(AttachText, TellsWhatHappenedInPlainWords) {
    AttachFile file;
    file.withoutId = 2;
    const std::string text = attachText(file, toldAttachment(), "churn");
    for (const char* part :
         {"1,200 ids of 1,204 are samples of it", "4 ids are no sample of it: x1, x2, ...",
          "1 row repeats an id that stood before; the last value counts",
          "2 rows have no id and were left out", "did act: acted on, given for 1,200 of 1,204 ids",
          "1 sample has another label in a run than in the file",
          "c7 in run 2: churned is \"no\", the file says \"yes\"", "Run 2: 12 samples are scored, 10 before",
          "reckoner attach --undo 3"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(text.find('\x1B'), std::string::npos);
}

TEST(AttachText, ListsWhatIsAttachedAndWhatWasTakenBack) {
    AttachmentRow row = toldAttachment().row;
    EXPECT_TRUE(attachmentsJson({row}, {{1, "churn"}})["attachments"][0]["withdrawn_at"].is_null());
    row.withdrawnAt = "2026-03-05T05:06:07.089Z";
    const std::string text = attachmentsText({row}, {{1, "churn"}});
    EXPECT_NE(text.find("churn"), std::string::npos);
    EXPECT_NE(text.find("did act (acted on)"), std::string::npos);
    EXPECT_NE(text.find("2026-03-05"), std::string::npos);
    EXPECT_EQ(attachmentsText({}, {}), "Nothing is attached in this store.\n");
    EXPECT_EQ(withdrawnJson(3, {{2, 12, 10}})["runs"][0]["scored"], 10);
    EXPECT_NE(withdrawnText(3, {{2, 12, 10}}).find("10 samples are scored, 12 before"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
