#include "ui/pages/versions/compare_desk.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/data/filter_condition.h"
#include "core/metrics/fairness_board.h"
#include "core/metrics/segment_board.h"
#include "core/review/policy_record.h"
#include "core/store/stored_facts.h"
#include "ui/pages/versions/versions_options.h"
#include "ui/session/state_rules.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// Beyond this the figures come first and what needs resampling follows.
constexpr std::uint64_t kManySamples = 20'000;

// Where the counting leaves the board before what needs resampling.
struct EarlyBoard {
    std::mutex mutex;
    VersionBoardPtr board;
};

struct Counted {
    VersionBoardPtr board;
    std::vector<std::pair<RunId, RunAnalysisPtr>> runs;
};

// As the Segments page keeps them: sets of columns, each by itself or crossed.
constexpr const char* kProtectedOption = "segments.protected";

std::vector<std::string> columnsOf(const QByteArray& text, const EvalTable& table) {
    std::vector<std::string> columns;
    for (const QJsonValue& set : QJsonDocument::fromJson(text).array())
        for (const QJsonValue& column : set.toArray()) {
            const std::string name =
                column.toObject().value(QLatin1String("column")).toString().toStdString();
            const bool known = std::find(columns.begin(), columns.end(), name) != columns.end();
            if (!known && table.find(name)) columns.push_back(name);
        }
    return columns;
}

bool sameTerms(const RunAnalysis& a, const RunAnalysis& b) {
    return a.request.where == b.request.where && a.rows.positive == b.rows.positive &&
           a.request.costs == b.request.costs && a.request.prevalenceOf == b.request.prevalenceOf;
}

}  // namespace

// All that the counting needs; nothing of it lives on the UI thread.
struct CompareDesk::Work {
    std::shared_ptr<Store> store;
    versions::SideChoices choices;
    std::vector<std::string> names;
    std::vector<RunAnalysisPtr> known;  // by side; null: to be analysed
    std::vector<std::optional<RunRow>> rows;
    std::vector<std::optional<double>> policies;
    std::vector<std::optional<TierPlan>> tiers;
    std::vector<std::optional<double>> chosen;
    RunAnalysisPtr terms;
    VersionBoardRequest request;
    std::shared_ptr<EarlyBoard> early;  // null: only the whole is wanted

    void analyseSides(const TaskContext& context);
    void align(const TaskContext& context);
    std::any count(Executor* executor, const TaskContext& context);
};

void CompareDesk::Work::analyseSides(const TaskContext& context) {
    for (std::size_t i = 0; i < choices.sides.size(); ++i) {
        VersionSide side;
        side.kind = choices.sides[i].kind;
        side.name = names[i];
        side.policy = policies[i];
        side.tiers = tiers[i];
        side.chosen = chosen[i];
        side.run = side.kind == VersionSide::Kind::Run ? known[i] : terms;
        if (!side.run) {
            AnalysisRequest wanted = terms->request;
            wanted.table = store->openTable(choices.sides[i].run);
            wanted.positive = terms->rows.positive;
            wanted.groupBy.clear();
            if (asksFacts(wanted.where))
                wanted.facts = std::make_shared<const SampleFacts>(
                    wanted.table, storedFacts(store, *rows[i], rows[choices.judged]));
            side.run = analyse(wanted, context);
        }
        request.sides.push_back(std::move(side));
    }
    for (std::size_t i = 0; i < request.sides.size(); ++i)
        if (request.sides[i].run->sweep->samples() == 0)
            throw Error(ErrorCode::BadInput, names[i] + " has no sample with a label and a score to compare" +
                                                 (terms->request.where.empty() ? "." : " in this cohort."));
}

void CompareDesk::Work::align(const TaskContext& context) {
    const auto rowOf = [&](std::size_t side) { return rows[side] ? rows[side] : rows[choices.judged]; };
    const auto base = rowOf(choices.base);
    for (std::size_t i = 0; i < request.sides.size(); ++i) {
        const auto other = rowOf(i);
        if (i == choices.base || other->info.id == base->info.id) continue;
        request.sides[i].fromBase =
            base->evalSetId == other->evalSetId
                ? SampleAlignment::byOrdinal(store->ordinals(base->info.id, context),
                                             store->ordinals(other->info.id, context))
                : SampleAlignment::byId(*request.sides[choices.base].run->request.table,
                                        *request.sides[i].run->request.table, context);
    }
}

std::any CompareDesk::Work::count(Executor* executor, const TaskContext& context) {
    analyseSides(context);
    align(context);
    request.base = choices.base;
    request.judged = choices.judged;
    const RunAnalysis& base = *request.sides[choices.base].run;
    request.columns = usualSegmentColumns(*base.request.table);
    request.facts = base.request.facts;
    std::erase_if(request.protectedColumns,
                  [&](const std::string& name) { return base.request.table->find(name) == nullptr; });
    Counted counted;
    for (std::size_t i = 0; i < choices.sides.size(); ++i)
        if (choices.sides[i].kind == VersionSide::Kind::Run)
            counted.runs.emplace_back(choices.sides[i].run, request.sides[i].run);
    VersionBoardSink sink;
    if (early)
        sink = [this, &context](VersionBoardPtr board) {
            {
                const std::lock_guard lock(early->mutex);
                early->board = std::move(board);
            }
            context.report(0.5, "resampling");
        };
    counted.board = versionBoard(request, executor, context, sink);
    return counted;
}

CompareDesk::CompareDesk(ReviewSession& session, QObject* parent)
    : QObject(parent),
      session_(session),
      counted_(session.executor(), this, [this] { Q_EMIT changed(); }),
      protected_(session, kProtectedOption) {}

CompareDesk::Wanted CompareDesk::wanted() {
    const ReviewState& state = session_.state();
    Wanted wanted;
    wanted.run = session_.run();
    if (!wanted.run || !wanted.run->sweep || wanted.run->sweep->samples() == 0) return {};
    wanted.choices = versions::sideChoices(session_);
    wanted.rule = versions::ruleOf(state);
    wanted.same = versions::sharedThreshold(session_);
    wanted.own = versions::option(state, versions::kOwn) == "1";
    for (const versions::SideChoice& side : wanted.choices.sides) {
        const auto set = state.thresholds.find(side.run);
        const bool own = wanted.rule == ThresholdRule::Own && set != state.thresholds.end();
        wanted.chosen.push_back(
            own ? std::optional(side.run == state.run ? session_.threshold() : set->second) : std::nullopt);
    }
    if (std::isnan(wanted.same)) return {};
    return wanted;
}

std::vector<std::string> CompareDesk::protectedColumns(const EvalTable& table) {
    const auto kept = session_.state().options.find(kProtectedOption);
    if (kept != session_.state().options.end())
        return columnsOf(QByteArray::fromStdString(kept->second), table);
    if (const auto remembered = protected_.text()) return columnsOf(remembered->toUtf8(), table);
    return likelyProtected(table);
}

bool CompareDesk::onlyThresholdMoved() {
    Wanted now = wanted();
    const Wanted& asked = counted_.asked();
    now.same = asked.same;
    now.chosen = asked.chosen;
    return now == asked && !(wanted() == asked);
}

void CompareDesk::refresh() {
    const Wanted now = wanted();
    if (counted_.ask(now, now.run && now.choices.sides.size() > 1)) start();
}

void CompareDesk::start() {
    const Wanted now = counted_.asked();
    auto work = std::make_shared<Work>();
    work->store = session_.store();
    work->choices = now.choices;
    work->terms = now.run;
    work->chosen = now.chosen;
    work->request.rule = now.rule;
    work->request.same = now.same;
    work->request.ownSamples = now.own;
    work->request.protectedColumns = protectedColumns(*now.run->request.table);
    if (keptFor_ && !sameTerms(*keptFor_, *now.run)) kept_.clear();
    keptFor_ = now.run;
    std::uint64_t samples = 0;
    for (std::size_t i = 0; i < now.choices.sides.size(); ++i) {
        const versions::SideChoice& side = now.choices.sides[i];
        const RunRow* row = session_.contents().run(side.run);
        work->names.push_back(versions::sideName(session_, now.choices, i));
        work->rows.push_back(row ? std::optional(*row) : std::nullopt);
        const auto policy = row ? session_.contents().policy(row->versionId) : std::nullopt;
        work->policies.push_back(policy ? std::optional(countedFrom(pointOf(*policy))) : std::nullopt);
        work->tiers.push_back(policy ? policy->tiers : std::nullopt);
        RunAnalysisPtr known;
        if (i == now.choices.judged) known = now.run;
        const bool loaded = session_.baseline() && session_.baselineRow() &&
                            session_.baselineRow()->info.id == side.run && !session_.busy();
        if (i == now.choices.base && loaded && sameTerms(*session_.baseline(), *now.run))
            known = session_.baseline();
        if (const auto found = kept_.find(side.run); !known && found != kept_.end()) known = found->second;
        work->known.push_back(known);
        if (row) samples = std::max(samples, row->info.rows);
    }
    Executor* executor = &session_.executor();
    disconnect(early_);
    if (samples > kManySamples) {
        work->early = std::make_shared<EarlyBoard>();
        early_ = connect(&task(), &BackgroundTask::progressed, this, [this, now, early = work->early] {
            const std::lock_guard lock(early->mutex);
            if (early->board) counted_.take(std::exchange(early->board, nullptr), now);
        });
    }
    counted_.count([work, executor](const TaskContext& context) { return work->count(executor, context); },
                   [this, judged = now.choices.sides[now.choices.judged].run](std::any result) {
                       const auto counted = std::any_cast<Counted>(std::move(result));
                       for (const auto& [id, run] : counted.runs)
                           if (id != judged) kept_[id] = run;
                       return counted.board;
                   });
}

}  // namespace reckoner

#include "moc_compare_desk.cpp"
