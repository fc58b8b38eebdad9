#include "core/wording/attach_sentences.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(AttachSentences, SayWhatWasAttachedAndWhatToKnow) {
    AttachReport report;
    report.row.matched = 1'200;
    report.row.columns.resize(2);
    report.row.columns[0].name = "truth";
    report.row.columns[1].name = "team";
    EXPECT_EQ(attachSentence(report), "Attached to 1,200 samples: truth, team.");
    report.unmatched = 4;
    report.labelDifferences = 1;
    EXPECT_EQ(attachSentence(report),
              "Attached to 1,200 samples: truth, team. 4 ids are no sample of this model; 1 label differs "
              "from a run's own, which stays.");
}

}  // namespace
}  // namespace reckoner
