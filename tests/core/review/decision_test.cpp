#include "core/review/decision.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

Decision soundDecision(const std::string& uid, const std::string& revisitOn = {}) {
    Decision decision;
    decision.uid = uid;
    decision.title = "v3 waits";
    decision.reason = "part-timers are missed";
    decision.who = "Product";
    decision.revisitOn = revisitOn;
    return decision;
}

std::string decisionComplaint(const Decision& decision) {
    try {
        check(decision);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

TEST(Decision, KindsHaveNamesThatReadBack) {
    for (const DecisionKind kind : kDecisionKinds) {
        EXPECT_EQ(decisionKind(name(kind)), kind);
        EXPECT_FALSE(title(kind).empty());
    }
    EXPECT_FALSE(decisionKind("perhaps"));
}

TEST(Decision, SaysWhatIsMissing) {
    EXPECT_EQ(decisionComplaint(soundDecision("a")), "");
    Decision decision = soundDecision("a");
    decision.title = "  ";
    EXPECT_NE(decisionComplaint(decision).find("what is decided"), std::string::npos);
    decision = soundDecision("a");
    decision.reason.clear();
    EXPECT_NE(decisionComplaint(decision).find("reason"), std::string::npos);
    decision = soundDecision("a");
    decision.who.clear();
    EXPECT_NE(decisionComplaint(decision).find("who decides"), std::string::npos);
    decision = soundDecision("a", "soon");
    EXPECT_NE(decisionComplaint(decision).find("2026-03-31"), std::string::npos);
    decision = soundDecision("a");
    decision.kind = DecisionKind::ApproveWithConditions;
    EXPECT_NE(decisionComplaint(decision).find("conditions"), std::string::npos);
    decision = soundDecision("a");
    decision.tripwire = {"precision", "", true, std::numeric_limits<double>::quiet_NaN()};
    EXPECT_NE(decisionComplaint(decision).find("number"), std::string::npos);
}

TEST(Decision, AReplacedOneStandsNoMore) {
    Decision later = soundDecision("b", "2026-04-01");
    later.supersedes = "a";
    const std::vector<Decision> all = {later, soundDecision("a", "2026-01-01"),
                                       soundDecision("c", "2026-03-01"), soundDecision("d"),
                                       soundDecision("e", "2026-05-01")};
    EXPECT_EQ(standingDecisions(all).size(), 4U);
    const auto due = decisionsToRevisit(all, "2026-04-01");
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].uid, "c") << "the longest overdue first";
    EXPECT_EQ(due[1].uid, "b") << "due on the very day";
}

TEST(Decision, ATripwireReadsBack) {
    const Tripwire tripwire{"precision", "segment = 'enterprise'", false, 0.7};
    EXPECT_EQ(tripwireFromJson(tripwireJson(tripwire)), tripwire);
    EXPECT_EQ(tripwireJson({}), "");
    for (const char* text :
         {"", "7", "{}", R"({"metric": 1, "limit": 2})", R"({"metric": "recall", "limit": "x"})"})
        EXPECT_TRUE(tripwireFromJson(text).metric.empty()) << text;
}

}  // namespace
}  // namespace reckoner
