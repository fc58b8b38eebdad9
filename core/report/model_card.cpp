#include "core/report/model_card.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "core/report/class_scorecard_parts.h"
#include "core/report/scorecard_parts.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"
#include "core/wording/version_history.h"

namespace reckoner {
namespace {

struct Part {
    const char* title;
    std::vector<const char*> questions;  // of the brief
};

const std::vector<Part>& useParts() {
    static const std::vector<Part> parts = {
        {"What it is for", {"user", "workaround", "decision", "outcome", "success", "online_metric"}}};
    return parts;
}

const std::vector<Part>& dataParts() {
    static const std::vector<Part> parts = {{"Data", {"data"}}};
    return parts;
}

const std::vector<Part>& careParts() {
    static const std::vector<Part> parts = {
        {"Harm and cost", {"harm", "cost_missed", "cost_false_alarm"}},
        {"In operation", {"fallback", "retrain", "latency", "without_ml", "alignment"}}};
    return parts;
}

void addBrief(Document& document, const ModelCard& card, const std::vector<Part>& parts) {
    const std::vector<BriefAnswer> inForce = answersInForce(card.answers);
    for (const Part& part : parts) {
        FactsBlock facts;
        for (const char* id : part.questions) {
            const BriefQuestion* question = findBriefQuestion(id);
            const auto answer = std::find_if(inForce.begin(), inForce.end(),
                                             [&](const BriefAnswer& one) { return one.question == id; });
            facts.facts.emplace_back(question->title, answer == inForce.end()
                                                          ? fmt::format("Open: {}", question->question)
                                                          : answer->text);
        }
        document.blocks.emplace_back(HeadingBlock{2, part.title});
        document.blocks.emplace_back(std::move(facts));
    }
}

FactsBlock versionFacts(const ModelCard& card) {
    const RunInfo& info = card.row.info;
    FactsBlock facts;
    facts.facts = {{"version", versionName(info.version)},
                   {"kind of model", info.algorithm},
                   {"follows", card.parent.empty() ? "" : versionName(card.parent)},
                   {"what changed", info.changelog}};
    if (card.registry) {
        facts.facts.emplace_back("stage", stageSinceText(*card.registry));
        if (const auto& known = card.registry->facts) {
            facts.facts.emplace_back("owner", known->owner);
            facts.facts.emplace_back("learnt from", known->learntFrom);
            facts.facts.emplace_back("plan to go back", known->rollbackPlan);
        }
        const LatencyNumbers* measured = card.body.latency.empty() ? nullptr : &card.body.latency.front();
        facts.facts.emplace_back("latency", latencyText(card.registry->facts, measured));
        facts.facts.emplace_back("price", predictionCostText(card.registry->facts));
    }
    facts.facts.emplace_back("policy", card.policy ? fmt::format("{} by {}: {}", cutoffsText(*card.policy),
                                                                 card.policy->who, card.policy->why)
                                                   : "none is adopted");
    return facts;
}

FactsBlock dataFacts(const ModelCard& card) {
    FactsBlock facts;
    const RunInfo& info = card.row.info;
    facts.facts = {{"measured on", runDetail(info)},
                   {"of them scored", count(info.scored)},
                   {card.body.share, card.body.shareText},
                   {"fingerprint", card.row.fingerprint.substr(0, 8)},
                   {"notes", info.notes}};
    return facts;
}

void addLimits(Document& document, const ModelCard& card) {
    TableBlock tried;
    tried.heads = {{"What was tried"}, {"What came of it"}, {"What it saved"}};
    for (const Experiment& experiment : card.experiments)
        tried.rows.push_back(
            {experiment.hypothesis,
             fmt::format("{}. {}", capitalised(std::string(title(experiment.finding))), experiment.result),
             experiment.saved});
    if (!tried.rows.empty()) {
        document.blocks.emplace_back(HeadingBlock{2, "What was tried"});
        document.blocks.emplace_back(std::move(tried));
    }
    TableBlock decided;
    decided.heads = {{"When", false, true}, {"What"}, {"Why"}, {"Who"}};
    for (const Decision& decision : card.decisions)
        if (decision.version.empty() || decision.version == card.row.info.version)
            decided.rows.push_back(
                {dateName(decision.at), fmt::format("{}: {}", title(decision.kind), decision.title),
                 decision.reason +
                     (decision.conditions.empty() ? "" : " On condition that: " + decision.conditions),
                 decision.approvedBy.empty() ? decision.who : decision.approvedBy});
    if (decided.rows.empty()) return;
    document.blocks.emplace_back(HeadingBlock{2, "What was decided"});
    document.blocks.emplace_back(std::move(decided));
}

}  // namespace

CardBody cardBody(const ScorecardRun& run) {
    const RunAnalysis& analysis = *run.report.analysis;
    const Vocabulary& words = run.report.request.words;
    CardBody body;
    body.summary.emplace_back(ParagraphBlock{plain(headline(analysis, words, run.report.threshold)) + ". " +
                                             plain(qualitySentence(analysis, words, run.report.threshold))});
    body.summary.emplace_back(ParagraphBlock{thresholdSentence(run), true});
    body.summary.emplace_back(keyFigures(run));
    body.quality.emplace_back(scoreFigureOf(run));
    body.quality.emplace_back(costFigureOf({run}));
    body.quality.emplace_back(precisionRecallFigureOf({run}));
    body.quality.emplace_back(metricsTable({run}));
    if (auto figure = segmentFigureOf(run)) body.weaknesses.emplace_back(std::move(*figure));
    if (auto figure = historyFigureOf(run)) body.history.emplace_back(std::move(*figure));
    const std::string note = assumptions(analysis, words, std::nullopt);
    if (!note.empty()) body.remarks.emplace_back(ParagraphBlock{note, true});
    body.share = "share of " + words.realOnes;
    body.shareText = percent(analysis.prevalence(), 1);
    for (const VersionResult& result : run.history)
        if (result.run == run.row.info.id && result.latency.n > 0) body.latency = {result.latency};
    return body;
}

CardBody cardBody(const ClassScorecardRun& run) {
    CardBody body;
    const auto append = [](std::vector<Block>& to, std::vector<Block> blocks) {
        std::move(blocks.begin(), blocks.end(), std::back_inserter(to));
    };
    body.summary.emplace_back(ParagraphBlock{classSummary(run)});
    body.summary.emplace_back(ParagraphBlock{confidenceNote(run), true});
    body.summary.emplace_back(classKeyFigures(run));
    body.quality = confusionBlocks(run);
    append(body.quality, coverageBlocks({run}));
    append(body.quality, classMoneyBlocks({run}));
    body.quality.emplace_back(classMetricsTable({run}));
    body.weaknesses = classBlocks(run);
    if (auto figure = classSegmentFigure(run)) body.weaknesses.emplace_back(std::move(*figure));
    if (run.latency.n > 0) body.latency = {run.latency};
    return body;
}

Document modelCard(const ModelCard& card) {
    Document document;
    document.title = fmt::format("{}: model card of {}", card.model, runName(card.row.info));
    document.subtitle = card.today.empty() ? runDetail(card.row.info)
                                           : fmt::format("{}. Measured on {}.", dateName(card.today),
                                                         runDetail(card.row.info));
    document.footer = reportFooter(card.today, {card.row});
    const auto add = [&document](const std::vector<Block>& blocks) {
        document.blocks.insert(document.blocks.end(), blocks.begin(), blocks.end());
    };
    add(card.body.summary);
    addBrief(document, card, useParts());
    document.blocks.emplace_back(HeadingBlock{2, "The version"});
    document.blocks.emplace_back(versionFacts(card));
    document.blocks.emplace_back(HeadingBlock{2, "How well it decides"});
    add(card.body.quality);
    document.blocks.emplace_back(HeadingBlock{2, "For whom it decides worse"});
    add(card.body.weaknesses);
    if (card.body.weaknesses.empty())
        document.blocks.emplace_back(ParagraphBlock{"The run has no columns to tell people apart by.", true});
    add(card.body.history);
    if (card.gate) document.blocks.emplace_back(requirementSection(card.row, *card.gate, card.words));
    addBrief(document, card, dataParts());
    document.blocks.emplace_back(dataFacts(card));
    addBrief(document, card, careParts());
    if (auto cases = notedCasesTable(card.cases)) {
        document.blocks.emplace_back(HeadingBlock{2, "Cases people wrote about"});
        document.blocks.emplace_back(std::move(*cases));
    }
    addLimits(document, card);
    add(card.body.remarks);
    return document;
}

}  // namespace reckoner
