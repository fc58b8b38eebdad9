#include "core/report/model_card.h"

#include <algorithm>

#include <fmt/format.h>

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

const std::vector<Part>& careParts() {
    static const std::vector<Part> parts = {
        {"Data and known gaps", {"data"}},
        {"Who could be hurt", {"harm", "cost_missed", "cost_false_alarm"}},
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
    const RunInfo& info = card.run.row.info;
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
        const LatencyNumbers* measured = nullptr;
        for (const VersionResult& result : card.run.history)
            if (result.run == info.id && result.latency.n > 0) measured = &result.latency;
        facts.facts.emplace_back("latency", latencyText(card.registry->facts, measured));
        facts.facts.emplace_back("price", predictionCostText(card.registry->facts));
    }
    facts.facts.emplace_back("policy", card.run.policy
                                           ? fmt::format("{} by {}: {}", cutoffsText(*card.run.policy),
                                                         card.run.policy->who, card.run.policy->why)
                                           : "none is adopted");
    return facts;
}

FactsBlock dataFacts(const ScorecardRun& run) {
    FactsBlock facts;
    const RunInfo& info = run.row.info;
    facts.facts = {
        {"measured on", runDetail(info)},
        {"of them scored", count(info.scored)},
        {"share of " + run.report.request.words.realOnes, percent(run.report.analysis->prevalence(), 1)},
        {"fingerprint", run.row.fingerprint.substr(0, 8)},
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
    decided.heads = {{"When"}, {"What"}, {"Why"}, {"Who"}};
    for (const Decision& decision : card.decisions)
        if (decision.version.empty() || decision.version == card.run.row.info.version)
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

Document modelCard(const ModelCard& card) {
    const ScorecardRun& run = card.run;
    const RunAnalysis& analysis = *run.report.analysis;
    const Vocabulary& words = run.report.request.words;
    Document document;
    document.title = fmt::format("{}: model card of {}", modelTitle(run), runName(run.row.info));
    document.subtitle = card.today.empty() ? runDetail(run.row.info)
                                           : fmt::format("{}. Measured on {}.", dateName(card.today),
                                                         runDetail(run.row.info));
    document.footer = reportFooter(card.today);
    document.blocks.emplace_back(
        ParagraphBlock{plain(headline(analysis, words, run.report.threshold)) + ". " +
                       plain(qualitySentence(analysis, words, run.report.threshold))});
    document.blocks.emplace_back(ParagraphBlock{thresholdSentence(run), true});
    document.blocks.emplace_back(keyFigures(run));
    addBrief(document, card, useParts());
    document.blocks.emplace_back(HeadingBlock{2, "The version"});
    document.blocks.emplace_back(versionFacts(card));
    document.blocks.emplace_back(HeadingBlock{2, "How well it decides"});
    document.blocks.emplace_back(scoreFigureOf(run));
    document.blocks.emplace_back(costFigureOf({run}));
    document.blocks.emplace_back(precisionRecallFigureOf({run}));
    document.blocks.emplace_back(metricsTable({run}));
    document.blocks.emplace_back(HeadingBlock{2, "For whom it decides worse"});
    if (auto figure = segmentFigureOf(run))
        document.blocks.emplace_back(std::move(*figure));
    else
        document.blocks.emplace_back(ParagraphBlock{"The run has no columns to tell people apart by.", true});
    if (auto figure = historyFigureOf(run)) document.blocks.emplace_back(std::move(*figure));
    if (run.gate) document.blocks.emplace_back(requirementSection(run));
    addBrief(document, card, careParts());
    document.blocks.emplace_back(dataFacts(run));
    addLimits(document, card);
    const std::string note = assumptions(analysis, words, std::nullopt);
    if (!note.empty()) document.blocks.emplace_back(ParagraphBlock{note, true});
    return document;
}

}  // namespace reckoner
