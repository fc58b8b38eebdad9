#include "ui/session/session_facts.h"

#include "core/base/numbers.h"
#include "core/store/stored_facts.h"

namespace reckoner {

void setFlipThreshold(ReviewState& state, double threshold) {
    state.options[kFlipThresholdOption] = std::to_string(state.baseline) + ":" + shortestNumber(threshold);
}

std::optional<double> flipThreshold(const ReviewState& state) {
    const auto found = state.options.find(kFlipThresholdOption);
    if (found == state.options.end()) return std::nullopt;
    const std::size_t colon = found->second.find(':');
    if (found->second.substr(0, colon) != std::to_string(state.baseline)) return std::nullopt;
    return colon == std::string::npos ? std::nullopt : parseNumber(found->second.substr(colon + 1));
}

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
    const std::optional<double> decides = flipThreshold(session_.state());
    if (table != table_ || baselineId != baseline_ || decides != flipThreshold_) {
        before_.reset();
        facts_.reset();
    }
    if (facts_) return facts_;
    table_ = table;
    baseline_ = baselineId;
    flipThreshold_ = decides;
    SampleFacts::Sources sources = storedFacts(session_.store(), *row, baseline, decides);
    if (before_ && before_->hasBaseline())
        sources.baseline = [before = before_](const TaskContext& context) {
            return before->baseline(context);
        };
    facts_ = std::make_shared<const SampleFacts>(table, std::move(sources));
    return facts_;
}

}  // namespace reckoner

#include "moc_session_facts.cpp"
