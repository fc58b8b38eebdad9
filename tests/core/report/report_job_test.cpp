// Reports of the demo store: what is in them, that nothing hostile acts, that they stay small.
#include "core/report/report_job.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/report/brief_document.h"
#include "core/report/class_report_run.h"
#include "core/report/model_card.h"
#include "core/report/noted_cases.h"
#include "core/report/report_run.h"
#include "core/report/scorecard_parts.h"
#include "core/store/notebook.h"
#include "core/store/review_book.h"
#include "tests/support/demo_store.h"

namespace reckoner {
namespace {

const std::string kAct =
    "<script src=//evil.example/x.js></script><img src=x onerror=alert(1)> [a](javascript:alert(1)) "
    "![i](http://evil.example/i.png) \u202Eevil www.evil.example `c` | <style>*{}</style>";

// Tags with an attribute that acts or loads.
std::vector<std::string> actingTags(const std::string& page) {
    std::vector<std::string> found;
    for (std::size_t from = page.find('<'); from != std::string::npos; from = page.find('<', from + 1)) {
        const std::string tag = page.substr(from, page.find('>', from) - from);
        if (tag.starts_with("<meta ")) continue;  // the policy that forbids loading
        for (const char* attribute : {" on", " src", " href", " action", " style", " xlink"})
            if (tag.find(attribute) != std::string::npos) found.push_back(tag);
    }
    return found;
}

class ReportJobTest : public test::DemoStoreTest {
 protected:
    static RunRow run(const char* version) {
        return store_->resolveRun("credit-default/" + std::string(version) + "@credit-applications-cv5");
    }
    static Document report(ReportKind kind, const std::vector<RunRow>& runs, std::int64_t review = 0) {
        return buildReport(store_, {kind, runs, review, "2026-03-04"});
    }
    static std::string html(const Document& document) {
        std::string text;
        writeHtml(document, [&text](std::string_view part) { text += part; });
        return text;
    }
    static std::string markdown(const Document& document) {
        std::string text;
        writeMarkdown(document, [&text](std::string_view part) { text += part; });
        return text;
    }
};

TEST_F(ReportJobTest, AScorecardSaysMoneyPeopleAndRequirementsUnderTheModelsTitle) {
    const Document document = report(ReportKind::Scorecard, {run("2.0.0")});
    EXPECT_EQ(document.title, "Credit default: v2 \u00B7 random forest");
    const std::string page = html(document);
    for (const char* words :
         {"79,700 EUR", "58 of 100", "64 of 100", "3 of 6", "its policy in force since",
          "What each threshold costs", "Precision and recall", "Where the scores lie", "by segment",
          "Results of v2 over time", "Leaning met", "judged by exact intervals"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_EQ(page.find("leaning_failed"), std::string::npos);
    EXPECT_EQ(page.find("insufficient"), std::string::npos);
    EXPECT_LT(page.size(), 400'000U);
}

TEST_F(ReportJobTest, SideBySideSaysAtWhichThresholdEachStandsAndWhichIsBetter) {
    const std::string page = html(report(ReportKind::Scorecard, {run("2.0.0"), run("3.0.0")}));
    for (const char* words : {"v3 against v2", "Hold.", "v2 is counted at 0.420", "v3 decides in tiers",
                              "at its own threshold", "no difference seen"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_EQ(page.find("counting how sure"), std::string::npos) << "every interval is there";
}

TEST_F(ReportJobTest, AModelCardSaysForWhomWhoAnswersAndWhatIsOpen) {
    const std::string page = html(report(ReportKind::ModelCard, {run("2.0.0")}));
    for (const char* words :
         {"model card of v2", "What it is for", "Clerks in the branches", "Who could be hurt",
          "Open: What triggers a retrain", "production since", "Point the scoring service at v1",
          "For whom it decides worse", "Does not work", "v2 replaces v1 in production"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_EQ(page.find("v3 until job is back"), std::string::npos) << "a decision about another version";
}

TEST_F(ReportJobTest, ABriefHoldsEveryQuestionOnce) {
    const Document document = report(ReportKind::Brief, {run("2.0.0")});
    ASSERT_EQ(document.blocks.size(), 1U);
    const auto& facts = std::get<FactsBlock>(document.blocks.front()).facts;
    ASSERT_EQ(facts.size(), briefQuestions().size());
    for (std::size_t i = 0; i < facts.size(); ++i)
        EXPECT_EQ(facts[i].first, briefQuestions()[i].title);
    EXPECT_NE(html(document).find("40 ms at the 95th percentile"), std::string::npos)
        << "the answer in force";
    EXPECT_EQ(html(document).find("20 ms at the 95th"), std::string::npos);
}

TEST_F(ReportJobTest, MinutesShowTheirEvidenceCasesAndTheModel) {
    const std::string page = html(report(ReportKind::Minutes, {}, 1));
    for (const char* words : {"Minutes, 24 January 2026", "How few of the dearest misses have a guarantor.",
                              "Threshold of v2 from 0.50 to 0.42", "522 of 1,254", "app-02854",
                              "Ask for the income before scoring", "The model as it stands",
                              "Missed default: 2,500", "What triggers a retrain, and who owns it?"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_THROW(report(ReportKind::Minutes, {}, 99), Error);
}

TEST_F(ReportJobTest, SeveralClassesAreReportedInFull) {
    const RunRow v1 = store_->resolveRun("hpc-job-runtime/1.0.0@hpc-jobs-cv10");
    const RunRow v2 = store_->resolveRun("hpc-job-runtime/2.0.0@hpc-jobs-cv10");
    const Document one = report(ReportKind::Scorecard, {v2});
    EXPECT_EQ(one.title, "Job run time: v2 \u00B7 random forest");
    const std::string page = html(one);
    for (const char* words : {"What is called what", "212 \u201CF\u201D were called \u201CVF\u201D", "2,073",
                              "0.853 (0.842 to 0.863)", "Weighted F1", "Class by class", "answers below",
                              "Jobs called right by segment", "Cases people wrote about"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_NE(one.footer.find(v2.fingerprint.substr(0, 8)), std::string::npos) << one.footer;
    EXPECT_LT(page.size(), 400'000U);

    const std::string both = html(report(ReportKind::Scorecard, {v1, v2}));
    for (const char* words : {"v2 against v1", "Accuracy: of 100 jobs, right", "better", "Mistakes of v1",
                              "Mistakes that changed most"})
        EXPECT_NE(both.find(words), std::string::npos) << words;

    const std::string card = html(report(ReportKind::ModelCard, {v2}));
    for (const char* words : {"model card of v2", "What is called what", "Precision", "Open: "})
        EXPECT_NE(card.find(words), std::string::npos) << words;

    ReportRequest trusted{ReportKind::Scorecard, {v2}, 0, "2026-03-04"};
    trusted.confidence = 0.5;
    EXPECT_NE(html(buildReport(store_, trusted)).find("298 jobs go to review"), std::string::npos);
}

TEST_F(ReportJobTest, EveryRunIsComparedWithTheFirstAndEveryCurveIsNamed) {
    const std::string page = html(report(ReportKind::Scorecard, {run("1.0.0"), run("2.0.0"), run("3.0.0")}));
    for (const char* words :
         {"v2 against v1", "v3 against v1", ">v1</text>", ">v3</text>", "stroke-dasharray"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
}

TEST_F(ReportJobTest, NotedCasesAreOfTheRunNewestFirstAndNoMoreThanAskedFor) {
    const RunRow row = run("2.0.0");
    const EvalTablePtr table = store_->openTable(row.info.id);
    const auto cases = notedCases(store_, row, table, "bad", 0.42, 5);
    ASSERT_EQ(cases.size(), 5U);
    EXPECT_EQ(notedCasesTable(cases)->rows.size(), 5U);
    EXPECT_FALSE(notedCasesTable({}));
    const auto all = notedCases(store_, row, table, "bad", 0.42, 100);
    EXPECT_EQ(all.size(), 16U);
    for (const ReportedCase& one : all) {
        EXPECT_FALSE(one.what.empty()) << one.sampleId;
        EXPECT_FALSE(one.note.empty()) << one.sampleId;
    }
    const auto told = caseSentences(store_, row, table, "bad", 0.42, {"app-02854", "nobody"});
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.at("app-02854"), "Missed default: 2,500 EUR approved, 1,250 EUR lost.");
}

TEST_F(ReportJobTest, OfSeveralClassesTheConfidenceAskedForHoldsElseNone) {
    const RunRow row = store_->resolveRun("hpc-job-runtime/2.0.0@hpc-jobs-cv10");
    ClassReportRequest request{{store_, row, "2026-03-04", false}, 0.5};
    request.run.judged = false;
    const ClassScorecardRun asked = classReportRun(request, nullptr, {});
    EXPECT_EQ(asked.confidence, 0.5);
    EXPECT_FALSE(asked.gate);
    EXPECT_TRUE(asked.segments.empty());
    EXPECT_EQ(asked.words.samples, "jobs");
    request.confidence.reset();
    EXPECT_FALSE(classReportRun(request, nullptr, {}).confidence);
}

TEST_F(ReportJobTest, TheBaseComesFirstWhereverItWasNamed) {
    std::vector<RunRow> runs = {run("1.0.0"), run("2.0.0")};
    leadWith(runs, run("2.0.0"));
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].info.version, "2.0.0");
    leadWith(runs, run("3.0.0"));
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].info.version, "3.0.0");
    EXPECT_EQ(runs[2].info.version, "1.0.0");
}

TEST_F(ReportJobTest, WhatCannotBeReportedIsRefused) {
    EXPECT_THROW(report(ReportKind::Scorecard, {}), Error);
    EXPECT_THROW(report(ReportKind::Scorecard, {run("2.0.0"), run("2.0.0")}), Error);
    EXPECT_THROW(report(ReportKind::Scorecard, {run("2.0.0"), store_->resolveRun("2.0.0@fine-foods-test")}),
                 Error);
}

TEST_F(ReportJobTest, NothingHostileActsInAnyReport) {
    const std::filesystem::path copy = *folder_ / "hostile.reckoner";
    store_->backup(copy, {});
    const auto store = Store::open(copy, OpenMode::ReadWrite, clock_);
    const RunRow row = store->resolveRun("credit-default/2.0.0@credit-applications-cv5");
    store->setModelTitle(row.modelId, kAct);
    ReviewBook book(store);
    Annotation note;
    note.modelId = row.modelId;
    note.sampleId = "app-00004";
    note.text = kAct;
    note.author = kAct;
    note.tags = {kAct};
    Notebook(store).setTags(row.modelId, {kAct});
    Notebook(store).merge({note});
    Decision decision;
    decision.modelId = row.modelId;
    decision.title = decision.reason = decision.who = decision.conditions = kAct;
    decision.kind = DecisionKind::ApproveWithConditions;
    decision.review = "hostile";
    book.decide(decision);
    Action action;
    action.modelId = row.modelId;
    action.title = action.owner = action.result = kAct;
    action.review = "hostile";
    book.save(action);
    book.answer({0, row.modelId, "", "harm", kAct, kAct, ""});
    Meeting meeting = draftMeeting(row.modelId, "2026-03-04", usualAgenda());
    meeting.uid = "hostile";
    meeting.title = kAct;
    meeting.attendees = {kAct};
    meeting.items[0].notes = kAct + std::string("\n\0```\n# head", 11);
    meeting.items[1].picks = {"app-00004"};
    const Meeting saved = book.save(meeting);

    for (const ReportRequest& request : {ReportRequest{ReportKind::Scorecard, {row}, 0, "2026-03-04"},
                                         ReportRequest{ReportKind::ModelCard, {row}, 0, "2026-03-04"},
                                         ReportRequest{ReportKind::Brief, {row}, 0, "2026-03-04"},
                                         ReportRequest{ReportKind::Minutes, {}, saved.id, "2026-03-04"}}) {
        SCOPED_TRACE(std::string(name(request.kind)));
        const Document document = buildReport(store, request);
        const std::string page = html(document);
        EXPECT_NE(page.find("&lt;script src=//evil.example/x.js&gt;"), std::string::npos);
        for (const char* loads : {"<script", "<img", "<a ", "<link", "<iframe", "<object", "<style>*",
                                  "<base", "<form", "\u202E"})
            EXPECT_EQ(page.find(loads), std::string::npos) << loads;
        EXPECT_EQ(actingTags(page), std::vector<std::string>());
        EXPECT_EQ(page.find('\0'), std::string::npos);

        const std::string text = markdown(document);
        EXPECT_EQ(text.find("\u202E"), std::string::npos);
        std::string outside;  // of fences, where everything is text
        for (std::size_t from = 0, fence; from < text.size(); from = fence) {
            fence = text.find("\n```", from);
            if (fence == std::string::npos) fence = text.size();
            outside += text.substr(from, fence - from);
            if (fence == text.size()) break;
            const std::size_t ticks = text.find_first_not_of('`', fence + 1) - fence - 1;
            const std::size_t end = text.find("\n" + std::string(ticks, '`') + "\n", fence + ticks);
            ASSERT_NE(end, std::string::npos);
            fence = end + ticks + 1;
        }
        for (const char* mark : {" <script", " <img", "[a](", "![i]", " www.evil"})
            EXPECT_EQ(outside.find(mark), std::string::npos) << mark;
    }
}

TEST_F(ReportJobTest, AFileNameIsOneEverywhere) {
    const auto nameOf = [](const std::string& title) { return reportFileName({title, {}, {}, {}}); };
    EXPECT_EQ(nameOf("Credit default: v2"), "Credit default, v2");
    EXPECT_EQ(nameOf("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(nameOf(std::string("a\0b\n<c>|", 8)), "a-b--c--");
    EXPECT_EQ(nameOf("..."), "Report");
    EXPECT_LE(nameOf(std::string(500, 'x')).size(), 120U);
}

}  // namespace
}  // namespace reckoner
