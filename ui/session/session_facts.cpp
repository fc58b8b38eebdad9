#include "ui/session/session_facts.h"

#include "core/store/stored_facts.h"

namespace reckoner {

SessionFacts& SessionFacts::of(ReviewSession& session) {
    if (auto* known = session.findChild<SessionFacts*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new SessionFacts(session);
}

SessionFacts::SessionFacts(ReviewSession& session) : QObject(&session), session_(session) {
    connect(&session_, &ReviewSession::changed, this, &SessionFacts::follow);
}

void SessionFacts::follow(Aspects aspects) {
    if (!(aspects & (Aspects(Aspect::Notes) | Aspect::Store))) return;
    // Another store may give the same number to another run.
    if (facts_ && !(aspects & Aspect::Store)) before_ = facts_;
    if (aspects & Aspect::Store) before_.reset();
    facts_.reset();
}

SampleFactsPtr SessionFacts::facts() {
    const RunAnalysisPtr run = session_.run();
    const auto row = session_.runRow();
    if (!run || !row || !session_.store()) return nullptr;
    const EvalTablePtr& table = run->request.table;
    const auto baseline = session_.baselineRow();
    const RunId baselineId = baseline ? baseline->info.id : 0;
    if (table != table_ || baselineId != baseline_) {
        before_.reset();
        facts_.reset();
    }
    if (facts_) return facts_;
    table_ = table;
    baseline_ = baselineId;
    SampleFacts::Sources sources = storedFacts(session_.store(), *row, baseline);
    if (before_ && before_->hasBaseline())
        sources.baseline = [before = before_](const TaskContext& context) {
            return before->baseline(context);
        };
    facts_ = std::make_shared<const SampleFacts>(table, std::move(sources));
    return facts_;
}

}  // namespace reckoner

#include "moc_session_facts.cpp"
