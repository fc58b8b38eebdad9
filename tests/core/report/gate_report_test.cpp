#include "core/report/gate_report.h"

#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

GateResult hostileGate() {
    GateResult gate;
    gate.model = "credit & <co>";
    gate.version = "3.0.0";
    gate.evalSet = "week \"1\"";
    gate.run = 7;
    gate.point = 0.42;
    const auto add = [&gate](RequirementState state, const std::string& cohort) {
        RequirementResult& result = gate.results.emplace_back();
        result.record.requirement.id = static_cast<std::int64_t>(gate.results.size());
        result.record.requirement.metric = "recall";
        result.record.requirement.floor = 0.7;
        result.record.requirement.cohort = cohort;
        result.bound = 0.7;
        result.value = 0.71;
        result.interval = Interval{0.6, 0.8};
        result.state = result.unwaived = state;
    };
    add(RequirementState::Met, "");
    add(RequirementState::Failed, "job = '<b>&\"]]>\x1B[31m\xFF\xEF\xBF\xBF'");
    add(RequirementState::LeaningMet, "");
    gate.results.back().samplesNeeded = 90;
    add(RequirementState::Waived, "");
    gate.results.back().waiver = RequirementEvent{};
    gate.results.back().waiver->why = "it's < new";
    gate.results.back().unwaived = RequirementState::Failed;
    return gate;
}

TEST(GateReport, TheDocumentHasTheKeysOfTheContract) {
    const Json json = gateJson(hostileGate());
    EXPECT_EQ(json["verdict"], "fail");
    ASSERT_EQ(json["requirements"].size(), 4U);
    const Json& leaning = json["requirements"][2];
    EXPECT_EQ(leaning["id"], 3);
    EXPECT_EQ(leaning["text"], "Recall reaches 0.7");
    EXPECT_EQ(leaning["state"], "leaning_met");
    EXPECT_EQ(leaning["value"], 0.71);
    EXPECT_EQ(leaning["interval"], Json::array({0.6, 0.8}));
    EXPECT_EQ(leaning["floor"], 0.7);
    EXPECT_TRUE(leaning["target"].is_null());
    EXPECT_EQ(leaning["samples_needed"], 90);
    EXPECT_EQ(json["requirements"][3]["waiver"]["without"], "failed");
    EXPECT_EQ(json["run"]["id"], 7);
}

TEST(GateReport, TheTableNamesStateResultAndVerdict) {
    const std::string text = gateTable(hostileGate());
    EXPECT_NE(text.find("leaning met"), std::string::npos) << text;
    EXPECT_NE(text.find("about 90 more samples would settle it"), std::string::npos);
    EXPECT_NE(text.find("threshold 0.42"), std::string::npos);
    EXPECT_NE(text.find("Failed: 1 of 4 failed, 1 leaning, 1 waived."), std::string::npos);
    EXPECT_EQ(text.find('\x1B'), std::string::npos);
}

// Read back by a parser that is not ours.
std::string parsed(const std::string& xml) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "gate.xml", std::ios::binary) << xml;
    const auto result =
        test::runProcess("/usr/bin/python3",
                         {"-c",
                          "import sys, xml.etree.ElementTree as e\n"
                          "s = e.parse(sys.argv[1]).getroot()[0]\n"
                          "print(s.get('name'), s.get('tests'), s.get('failures'), s.get('skipped'))\n"
                          "for c in s: print(c.get('classname'), [x.tag for x in c], "
                          "c.get('name').encode('ascii', 'replace'))\n",
                          (folder / "gate.xml").string()},
                         {.workingFolder = folder.path()});
    EXPECT_EQ(result.exitCode, 0) << result.err << xml;
    return result.out;
}

TEST(GateReport, JUnitIsWellFormedWhateverTheTextsHold) {
    const std::string lenient = parsed(gateJUnit(hostileGate(), false));
    EXPECT_NE(lenient.find("credit & <co> 3.0.0@week \"1\" 4 1 2"), std::string::npos) << lenient;
    EXPECT_NE(lenient.find("['failure']"), std::string::npos);
    EXPECT_NE(lenient.find("<b>&\"]]>"), std::string::npos);
    const std::string strict = parsed(gateJUnit(hostileGate(), true));
    EXPECT_NE(strict.find(" 4 2 1"), std::string::npos) << strict;
    EXPECT_NE(parsed(gateJUnit({}, true)).find(" 0 0 0"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
