#include "core/report/report_job.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/report/brief_document.h"
#include "core/report/class_report_run.h"
#include "core/report/class_scorecard_parts.h"
#include "core/report/minutes.h"
#include "core/report/model_card.h"
#include "core/report/report_run.h"
#include "core/report/scorecard_parts.h"
#include "core/review/operating_threshold.h"
#include "core/store/notebook.h"
#include "core/store/registry.h"
#include "core/store/review_book.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

struct Kind {
    ReportKind kind;
    std::string_view name;
};
constexpr Kind kKinds[] = {{ReportKind::Scorecard, "scorecard"},
                           {ReportKind::ModelCard, "model-card"},
                           {ReportKind::Brief, "brief"},
                           {ReportKind::Minutes, "minutes"}};

ModelRow modelOf(const Store& store, std::int64_t id) {
    for (const ModelRow& model : store.models())
        if (model.id == id) return model;
    throw Error(ErrorCode::Internal, "A run belongs to no model.");
}

bool severalClasses(const RunRow& run) {
    return run.info.task == Task::Multiclass;
}

void requireOneModel(const std::vector<RunRow>& runs) {
    if (runs.empty()) throw Error(ErrorCode::Usage, "Name the runs to report on.");
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].modelId != runs.front().modelId)
            throw Error(ErrorCode::Usage, "Runs of different models cannot stand side by side.");
        if (severalClasses(runs[i]) != severalClasses(runs.front()))
            throw Error(ErrorCode::Usage,
                        "A run of two classes and one of several cannot stand side by side.");
        for (std::size_t before = 0; before < i; ++before)
            if (runs[before].info.id == runs[i].info.id)
                throw Error(ErrorCode::Usage,
                            fmt::format("Run {} is named twice; name each run once.", runs[i].info.id));
    }
}

ReportRunRequest runRequest(const std::shared_ptr<Store>& store, const ReportRequest& request,
                            std::size_t i) {
    return {store, request.runs[i], request.today, i == 0};
}

Document classScorecardOf(const std::shared_ptr<Store>& store, const ReportRequest& request,
                          Executor* executor, const TaskContext& context) {
    std::vector<ClassScorecardRun> runs;
    std::vector<ClassBoardPtr> comparisons;
    for (std::size_t i = 0; i < request.runs.size(); ++i) {
        runs.push_back(
            classReportRun({runRequest(store, request, i), request.confidence}, executor, context));
        if (i > 0) comparisons.push_back(classReportComparison(store, runs.front(), runs.back(), context));
    }
    return classScorecard(runs, request.today, comparisons);
}

Document scorecardOf(const std::shared_ptr<Store>& store, const ReportRequest& request, Executor* executor,
                     const TaskContext& context) {
    if (severalClasses(request.runs.front())) return classScorecardOf(store, request, executor, context);
    std::vector<ScorecardRun> runs;
    std::vector<VersionBoardPtr> comparisons;
    for (std::size_t i = 0; i < request.runs.size(); ++i) {
        runs.push_back(reportRun(runRequest(store, request, i), executor, context));
        if (i > 0)
            comparisons.push_back(reportComparison(store, runs.front(), runs.back(), executor, context));
    }
    return scorecard(runs, request.today, comparisons);
}

const Vocabulary& wordsOf(const ScorecardRun& run) {
    return run.report.request.words;
}
const Vocabulary& wordsOf(const ClassScorecardRun& run) {
    return run.words;
}

template <class Run>
void setRun(ModelCard& card, Run run) {
    card.body = cardBody(run);
    card.words = {wordsOf(run), run.cohorts};
    card.row = std::move(run.row);
    card.model = std::move(run.model);
    card.policy = std::move(run.policy);
    card.gate = std::move(run.gate);
    card.cases = std::move(run.cases);
}

Document modelCardOf(const std::shared_ptr<Store>& store, const ReportRequest& request, Executor* executor,
                     const TaskContext& context) {
    const RunRow& row = request.runs.front();
    const ReviewBook book(store);
    ModelCard card;
    const ReportRunRequest wanted = runRequest(store, request, 0);
    if (severalClasses(row))
        setRun(card, classReportRun({wanted, request.confidence}, executor, context));
    else
        setRun(card, reportRun(wanted, executor, context));
    card.answers = book.briefHistory(row.modelId);
    card.registry = Registry(store).entry(row.versionId);
    card.decisions = book.decisions(row.modelId);
    card.experiments = book.experiments(row.modelId);
    for (const VersionRow& version : store->versions(row.modelId))
        if (version.id == row.versionId) card.parent = version.parent;
    card.today = request.today;
    return modelCard(card);
}

// The run a meeting of this model looks at: of the version in production, else of the newest; the one with
// most samples.
std::optional<RunRow> runInProduction(const std::shared_ptr<Store>& store, std::int64_t model) {
    const auto entries = Registry(store).entries(model);
    const RegistryEntry* production = inProduction(entries);
    std::optional<RunRow> best;
    for (const RunRow& run : store->runs(model)) {
        if (production && run.versionId != production->versionId) continue;
        if (run.info.scored == 0) continue;
        if (!best || run.info.scored > best->info.scored) best = run;
    }
    return best;
}

void addFigures(Minutes& minutes, const std::shared_ptr<Store>& store, std::int64_t model,
                const ReportRequest& request, const TaskContext& context) {
    const auto row = runInProduction(store, model);
    if (!row) return;
    minutes.figuresRun = row;
    ReportRunRequest wanted{store, *row, request.today, true};
    wanted.judged = false;
    std::vector<std::string> samples;
    for (const AgendaItem& item : minutes.meeting.items)
        if (item.point.kind == AgendaKind::Cases)
            for (const std::string& pick : item.picks)
                samples.push_back(pick.substr(0, pick.find('#')));
    if (severalClasses(*row)) {
        wanted.inFull = false;
        const ClassScorecardRun run = classReportRun({wanted, request.confidence}, nullptr, context);
        minutes.words = run.words;
        minutes.stories = caseSentences(store, *row, run.analysis->table, std::nullopt, 0, samples, context);
        minutes.figuresOf = fmt::format("{} {}", classSummary(run), runDetail(row->info));
        for (Block& block : confusionBlocks(run))
            if (auto* figure = std::get_if<FigureBlock>(&block))
                minutes.figures.push_back(std::move(*figure));
        return;
    }
    const ScorecardRun run = reportRun(wanted, nullptr, context);
    minutes.words = run.report.request.words;
    minutes.stories = caseSentences(store, *row, run.report.request.table, decidedClass(row->info),
                                    run.report.point, samples, context);
    minutes.figuresOf = fmt::format("{} {}", thresholdSentence(run), runDetail(row->info));
    minutes.figures.push_back(costFigureOf({run}));
    if (auto figure = historyFigureOf(run)) minutes.figures.push_back(std::move(*figure));
}

// What the brief left open when the meeting was closed; of one that goes on, now.
std::vector<std::string> openThen(std::vector<BriefAnswer> answers, const Meeting& meeting) {
    std::erase_if(answers, [&](const BriefAnswer& answer) {
        return !meeting.closedAt.empty() && answer.at > meeting.closedAt;
    });
    std::vector<std::string> open;
    for (const BriefQuestion* question : openQuestions(answers))
        open.push_back(fmt::format("{}: {}", question->title, question->question));
    return open;
}

Document minutesOfReview(const std::shared_ptr<Store>& store, const ReportRequest& request,
                         const TaskContext& context) {
    const ReviewBook book(store);
    for (const ModelRow& model : store->models())
        for (const Meeting& meeting : book.meetings(model.id)) {
            if (meeting.id != request.review) continue;
            Minutes minutes =
                minutesOf(modelName(model), meeting, book.decisions(model.id), book.actions(model.id));
            minutes.notes = Notebook(store).annotations(model.id);
            minutes.today = request.today;
            minutes.openBrief = openThen(book.briefHistory(model.id), meeting);
            addFigures(minutes, store, model.id, request, context);
            return minutesDocument(minutes);
        }
    throw Error(ErrorCode::Usage, fmt::format("There is no review {} in this store.", request.review));
}

}  // namespace

std::string_view name(ReportKind kind) {
    return kKinds[static_cast<std::size_t>(kind)].name;
}

std::optional<ReportKind> reportKind(std::string_view text) {
    for (const Kind& kind : kKinds)
        if (kind.name == text) return kind.kind;
    return std::nullopt;
}

Document buildReport(const std::shared_ptr<Store>& store, const ReportRequest& request, Executor* executor,
                     const TaskContext& context) {
    if (request.kind == ReportKind::Minutes) return minutesOfReview(store, request, context);
    requireOneModel(request.runs);
    const std::int64_t model = request.runs.front().modelId;
    if (request.kind == ReportKind::Brief)
        return briefDocument(modelName(modelOf(*store, model)), ReviewBook(store).briefHistory(model),
                             request.today);
    return request.kind == ReportKind::ModelCard ? modelCardOf(store, request, executor, context)
                                                 : scorecardOf(store, request, executor, context);
}

void leadWith(std::vector<RunRow>& runs, const RunRow& base) {
    std::erase_if(runs, [&](const RunRow& run) { return run.info.id == base.info.id; });
    runs.insert(runs.begin(), base);
}

std::string reportFileName(const Document& document) {
    constexpr std::size_t kMost = 120;
    std::string text;
    for (const char c : document.title) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ':')
            text += ',';
        else if (byte < 0x20 || byte == 0x7F ||
                 std::string_view("/\\*?\"<>|").find(c) != std::string_view::npos)
            text += '-';
        else
            text += c;
    }
    while (text.starts_with('.') || text.starts_with(' ') || text.starts_with('-'))
        text.erase(0, 1);
    while (
        text.size() > kMost ||
        (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80 && text.size() >= kMost))
        text.pop_back();
    return text.empty() ? "Report" : text;
}

}  // namespace reckoner
