#include "ui/pages/versions/class_compare_desk.h"

#include "core/data/filter_condition.h"
#include "core/metrics/segment_board.h"
#include "core/store/stored_facts.h"
#include "ui/session/state_rules.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

// All that the counting needs; nothing of it lives on the UI thread.
struct ClassWork {
    std::shared_ptr<Store> store;
    std::vector<RunRow> rows;  // by side
    EvalTablePtr judged;
    ClassBoardRequest request;

    std::any count(const TaskContext& context) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            request.sides[i].table = i == request.judged ? judged : store->openTable(rows[i].info.id);
        const RunRow& base = rows[request.base];
        const EvalTablePtr& table = request.sides[request.base].table;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i == request.base) continue;
            request.sides[i].fromBase =
                base.evalSetId == rows[i].evalSetId
                    ? SampleAlignment::byOrdinal(store->ordinals(base.info.id, context),
                                                 store->ordinals(rows[i].info.id, context))
                    : SampleAlignment::byId(*table, *request.sides[i].table, context);
        }
        request.columns = usualSegmentColumns(*table);
        if (asksFacts(request.where))
            request.facts =
                std::make_shared<const SampleFacts>(table, storedFacts(store, base, rows[request.judged]));
        return classBoard(request, context);
    }
};

}  // namespace

ClassCompareDesk::ClassCompareDesk(ReviewSession& session, QObject* parent)
    : QObject(parent), session_(session), counted_(session.executor(), this, [this] { Q_EMIT changed(); }) {}

ClassCompareDesk::Wanted ClassCompareDesk::wanted() const {
    const RunAnalysisPtr run = session_.run();
    if (!run || !session_.baselineRow()) return {};
    Wanted wanted;
    wanted.choices = versions::sideChoices(session_);
    // Rules flag one class or nobody: of several classes there are none.
    const auto isRule = [](const versions::SideChoice& side) { return side.kind != VersionSide::Kind::Run; };
    const versions::SideChoice base = wanted.choices.sides[wanted.choices.base];
    const versions::SideChoice judged = wanted.choices.sides[wanted.choices.judged];
    std::erase_if(wanted.choices.sides, isRule);
    for (std::size_t i = 0; i < wanted.choices.sides.size(); ++i) {
        if (wanted.choices.sides[i] == base) wanted.choices.base = i;
        if (wanted.choices.sides[i] == judged) wanted.choices.judged = i;
    }
    wanted.where = session_.state().cohort;
    wanted.costs = classCosts(run->request.costs, run->request.table->info().classes);
    wanted.table = run->request.table;
    wanted.facts = run->request.facts;
    return wanted;
}

void ClassCompareDesk::refresh() {
    const Wanted now = wanted();
    if (counted_.ask(now, now.table && now.choices.sides.size() > 1)) start();
}

void ClassCompareDesk::start() {
    const Wanted& asked = counted_.asked();
    auto work = std::make_shared<ClassWork>();
    work->store = session_.store();
    work->judged = asked.table;
    work->request.base = asked.choices.base;
    work->request.judged = asked.choices.judged;
    work->request.where = asked.where;
    work->request.costs = asked.costs;
    for (std::size_t i = 0; i < asked.choices.sides.size(); ++i) {
        const RunRow* row = session_.contents().run(asked.choices.sides[i].run);
        if (!row) return;
        work->rows.push_back(*row);
        work->request.sides.push_back({versions::sideName(session_, asked.choices, i), nullptr, {}});
    }
    counted_.count([work](const TaskContext& context) { return work->count(context); },
                   [](std::any result) { return std::any_cast<ClassBoardPtr>(std::move(result)); });
}

}  // namespace reckoner

#include "moc_class_compare_desk.cpp"
