#include "core/wording/errors_reasons.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(ErrorsReasons, SayWhatTheBarsCount) {
    Vocabulary words;
    words.sample = "application";
    words.samples = "applications";
    ErrorReasons reasons;
    EXPECT_EQ(reasonsAbout(reasons, 301, words),
              "None of 301 applications has a note yet. Write why a case is wrong, give it a tag, and the "
              "reasons add up here.");
    reasons.samples = 4;
    reasons.costed = 3;
    EXPECT_EQ(
        reasonsAbout(reasons, 1301, words),
        "Of 1,301 applications 4 have a note; each counts once for every tag it has. Cost: what the note "
        "says, else what the decision costs at this threshold; known for 3 of 4.");
    reasons.samples = reasons.costed = 1;
    EXPECT_EQ(reasonsAbout(reasons, 1, words).find("Of 1 application 1 has a note;"), 0u);
}

}  // namespace
}  // namespace reckoner
