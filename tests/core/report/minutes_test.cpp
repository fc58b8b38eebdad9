#include "core/report/minutes.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

Minutes someMinutes() {
    Meeting meeting =
        draftMeeting(1, "2024-07-24", parseAgenda("Numbers | 5\nThree cases | 15 | errors | cases"));
    meeting.uid = "m1";
    meeting.title = "Review of 24 July";
    meeting.state = MeetingState::Closed;
    meeting.attendees = {"Product", "Risk"};
    meeting.items[0].notes = "0.42 holds.\n<script>alert(1)</script> *stars*";
    meeting.items[1].picks = {"app-1", "app-2"};
    Decision ours, earlier;
    ours.uid = "d1";
    ours.review = "m1";
    ours.title = "v2 stays";
    ours.reason = "Weeks look as before.";
    ours.who = "Product";
    ours.at = "2024-07-24T10:00:00.000Z";
    earlier.review = "m0";
    earlier.title = "not of this meeting";
    Action agreed, carried, closedBefore;
    agreed.review = "m1";
    agreed.title = "income feed";
    agreed.createdAt = "2024-07-24T10:10:00.000Z";
    carried.title = "papers of thin files";
    carried.createdAt = "2024-06-24T10:00:00.000Z";
    carried.closedAt = "2024-07-24T12:00:00.000Z";
    carried.state = ActionState::Done;
    closedBefore = carried;
    closedBefore.title = "long done";
    closedBefore.closedAt = "2024-07-01T12:00:00.000Z";
    return minutesOf("Credit default", meeting, {ours, earlier}, {agreed, carried, closedBefore});
}

std::string written(const Document& document, bool html) {
    std::string text;
    const DocumentWrite write = [&text](std::string_view part) { text += part; };
    html ? writeHtml(document, write) : writeMarkdown(document, write);
    return text;
}

TEST(Minutes, TakeWhatBelongsToTheMeeting) {
    const Minutes minutes = someMinutes();
    ASSERT_EQ(minutes.decisions.size(), 1U);
    EXPECT_EQ(minutes.decisions[0].title, "v2 stays");
    ASSERT_EQ(minutes.agreed.size(), 1U);
    EXPECT_EQ(minutes.agreed[0].title, "income feed");
    ASSERT_EQ(minutes.carriedOver.size(), 1U);
    EXPECT_EQ(minutes.carriedOver[0].title, "papers of thin files");
}

TEST(Minutes, HoldEveryWordAndNothingOfItIsMarkup) {
    for (const bool html : {true, false}) {
        const std::string page = written(minutesDocument(someMinutes()), html);
        for (const char* word : {"Review of 24 July", "0.42 holds.", "alert(1)", "app-1",
                                 "Weeks look as before.", "income feed", "papers of thin files"})
            EXPECT_NE(page.find(word), std::string::npos) << word << " in " << page;
        if (html) {
            EXPECT_EQ(page.find("<script>"), std::string::npos);
        }
        EXPECT_EQ(page.find("long done"), std::string::npos);
    }
}

TEST(Minutes, ADraftSaysThatItIsOne) {
    Minutes minutes = someMinutes();
    minutes.meeting.state = MeetingState::Draft;
    EXPECT_NE(written(minutesDocument(minutes), true).find("draft"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
