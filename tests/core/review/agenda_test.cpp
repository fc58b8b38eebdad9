#include "core/review/agenda.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

std::string agendaComplaint(const std::string& text) {
    try {
        parseAgenda(text);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(Agenda, TheUsualOneTakesFortyFiveMinutesAndReadsBack) {
    int minutes = 0;
    for (const AgendaPoint& point : usualAgenda())
        minutes += point.minutes;
    EXPECT_EQ(minutes, 45);
    EXPECT_EQ(parseAgenda(agendaText(usualAgenda())), usualAgenda());
}

TEST(Agenda, IsReadAsPeopleTypeIt) {
    const auto agenda = parseAgenda("\n  Hello  \r\nThree cases|15|errors|cases\n\nMoney | 7 | decide\n");
    ASSERT_EQ(agenda.size(), 3U);
    EXPECT_EQ(agenda[0], (AgendaPoint{"Hello", 5, "", AgendaKind::Talk}));
    EXPECT_EQ(agenda[1], (AgendaPoint{"Three cases", 15, "errors", AgendaKind::Cases}));
    EXPECT_EQ(agenda[2], (AgendaPoint{"Money", 7, "decide", AgendaKind::Talk}));
}

TEST(Agenda, SaysWhichLineCannotBeRead) {
    EXPECT_NE(agendaComplaint("A | 5\nB | soon").find("Line 2"), std::string::npos);
    EXPECT_NE(agendaComplaint("A | 0").find("minutes"), std::string::npos);
    EXPECT_NE(agendaComplaint("A | 2.5").find("minutes"), std::string::npos);
    EXPECT_NE(agendaComplaint("A | 5 | kitchen").find("kitchen"), std::string::npos);
    EXPECT_NE(agendaComplaint("A | 5 | errors | dance").find("dance"), std::string::npos);
    EXPECT_NE(agendaComplaint(" | 5").find("title"), std::string::npos);
    EXPECT_NE(agendaComplaint(" \n\n").find("at least one point"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
